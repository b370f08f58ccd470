import type { Kind } from './kind';
import type { Origin } from './origin';
import type { Policy, Statement } from './policy';
import type { Model, Resource, SourcePlace } from './resource';
import type { Suppression } from './suppression';
import type { Likelihood } from './value';
import type { Written } from './written';

/** How bad a finding is, the gravest first; what each level is for stands in `CONTRIBUTING.md`. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `safe` fixes may be applied in bulk, `review` fixes have consequences, `input` fixes leave a value to the user. */
export type Safety = 'safe' | 'review' | 'input';

/** What an update of the deployed resource does when a fix is rolled out. */
export type OnUpdate = 'none' | 'interruption' | 'replacement' | 'unknown';

/** A step of a fix, in terms of the model. */
export type Change =
  /** Writes an attribute where its row says, be it in a resource of its own. */
  | {
      readonly kind: 'set';
      readonly resource: Resource;
      readonly of: Kind;
      readonly attribute: string;
      readonly value: Written;
    }
  /** Adds an item to an attribute that is a list. */
  | {
      readonly kind: 'append';
      readonly resource: Resource;
      readonly of: Kind;
      readonly attribute: string;
      readonly value: Written;
    }
  /** Adds a statement to a policy. */
  | { readonly kind: 'addStatement'; readonly policy: Policy; readonly statement: Written }
  /** Writes an element of a statement in place of what it has, whatever computes that. */
  | {
      readonly kind: 'setElement';
      readonly statement: Statement;
      readonly element: 'Principal' | 'Action' | 'NotAction' | 'Resource';
      readonly value: Written;
    }
  /** Writes keys into a map, deeply: what else it holds stays. */
  | { readonly kind: 'merge'; readonly origin: Origin; readonly fields: { readonly [key: string]: Written } }
  /**
   * Gives a scalar, or a stretch of one, another text; `sets` names the attribute that it is. `part` is the stretch by
   * its text, which has to stand there once: in text with holes, or in what a function makes text of.
   */
  | {
      readonly kind: 'replaceText';
      readonly origin: Origin;
      readonly part?: string;
      readonly text: string | number | boolean;
      readonly sets?: { readonly of: Kind; readonly attribute: string };
    }
  /** Takes out a suppression of ours. */
  | { readonly kind: 'removeSuppression'; readonly suppression: Suppression };

/** A way to mend something. */
export interface Remedy {
  /** What it does, as the lightbulb says it. */
  readonly title: string;
  readonly safety: Safety;
  readonly changes: readonly Change[];
}

/** A place that has to do with a finding, in a document or in code, and what it has to do with it. */
export type RelatedPlace = { readonly message: string } & SourcePlace;

/** What a rule objects to, at one place. The engine makes findings of these. */
export interface Objection {
  readonly origin: Origin;
  /** Whether the document says so, or leaves it to a default. */
  readonly written: boolean;
  readonly likelihood: Likelihood;
  readonly resource?: Resource;
  /** How bad it is here, where that is not what the rule says in general. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly remedies: readonly Remedy[];
  /** Words for the message's placeholders. */
  readonly details?: Readonly<Record<string, string>>;
}

/** A place where a document and the catalogue differ. */
export interface Finding extends Objection {
  readonly rule: string;
  readonly recommendation: string;
  readonly severity: Severity;
  /** Who made the document, where nobody typed it. */
  readonly generatedBy?: Model['generatedBy'];
}
