import type { Default, Kind } from './kind';
import type { Origin } from './origin';
import type { Policy } from './policy';
import type { Resource } from './resource';
import type { Truth } from './truth';
import type { Case, Likelihood, Parameter, Value } from './value';

/** What a document says of an attribute at one place, defaults applied. */
export interface Fact {
  /** The value: a scalar, a reference, a map, unknown. `notWritten` where there is no default either. */
  readonly value: Case['value'];
  readonly likelihood: Likelihood;
  /** Whether the document says so or a default does; unknown where it may be written out of sight. */
  readonly written: Truth;
  /** The token a finding about this fact belongs under. */
  readonly origin: Origin;
  /** The resource whose text says it: a satellite may speak for the resource. */
  readonly holder: Resource;
  /** The parameter the value came from. */
  readonly parameter?: Parameter;
  /** The default that applies, where nothing is written. */
  readonly byDefault?: Default;
}

/** What the unit says of a resource's policy. */
export type PolicyFact =
  | { readonly state: 'written'; readonly policy: Policy; readonly likelihood: Likelihood }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

/** A resource seen through the rows of its kind. */
export interface View {
  readonly resource: Resource;
  readonly kind: Kind;
  /** All that the document says of an attribute. Empty where the kind has no such row in this format. */
  facts(attribute: string): readonly Fact[];
  /** Whether a test holds of an attribute's value, over all of its facts. */
  is(attribute: string, test: (text: string) => boolean): Truth;
  /** Whether an attribute is written at all, whatever it is. */
  isWritten(attribute: string): Truth;
  /** The policies an attribute of type `policy` holds. */
  policies(attribute: string): readonly PolicyFact[];
}

/** The whole unit, as rules that look beyond one resource see it. */
export interface World {
  readonly settings: RuleSettings;
  /** All resources of a kind. */
  views(kind: Kind): readonly View[];
  /** The resource of a kind that a value names, by reference or by equal text. */
  resolve(value: Value, kind: Kind): View | undefined;
  /** The resources of a kind that name a resource with an attribute: its edges, followed backwards. */
  pointingAt(target: View, kind: Kind, attribute: string): Pointing;
  /** The resources of a kind, with an attribute `policy`, whose policy a resource holds. */
  ownersOf(holder: Resource, kind: Kind): readonly View[];
  /** All policies that a resource holds, whatever they are for. */
  policiesIn(resource: Resource): readonly Policy[];
  /** All resources of the unit. */
  readonly resources: readonly Resource[];
  /** Whether all of the unit was read, so that what is not there is absent. */
  readonly complete: boolean;
  /** A resource for a fix to add to the document of another, under a name that is free. */
  newResource(kind: Kind, name: string, beside: Resource): Resource;
}

/** Resources that point at another. `maybeMore`: so may others, here or out of sight. */
export interface Pointing {
  readonly views: readonly View[];
  readonly maybeMore: boolean;
}

/** The settings that rules may ask. */
export interface RuleSettings {
  readonly minimumTlsVersion: '1.2' | '1.3';
  readonly organizationId: string | undefined;
  readonly trustedAccounts: readonly string[];
  readonly fipsRequired: boolean;
}
