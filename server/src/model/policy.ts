import type { Origin } from './origin';
import type { Resource } from './resource';
import type { Truth } from './truth';
import type { Value } from './value';

/** A policy document, wherever it stands. */
export interface Policy {
  /** The document as a whole. */
  readonly origin: Origin;
  /** The token to mark for something that the document lacks: its `Statement` key. */
  readonly statementKey: Origin;
  readonly statements: readonly Statement[];
  /** More statements may apply than could be read. */
  readonly open: boolean;
  /** The resource that holds the document (the bucket policy, not the bucket). */
  readonly holder: Resource;
}

/** A statement. Each element is a list of values, whether it was written as one or as a list. */
export interface Statement {
  readonly origin: Origin;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly principals: Principals | undefined;
  readonly notPrincipals: Principals | undefined;
  readonly actions: Element | undefined;
  readonly notActions: Element | undefined;
  readonly resources: Element | undefined;
  readonly notResources: Element | undefined;
  readonly conditions: readonly ConditionTest[];
  /** Elements or conditions may apply that could not be read. */
  readonly open: boolean;
}

/** An element of a statement: its key and its values. */
export interface Element {
  readonly key: Origin;
  readonly values: readonly Value[];
}

/** The principals of a statement. */
export interface Principals {
  readonly key: Origin;
  readonly values: readonly { readonly type: string; readonly value: Value }[];
  /** Whether anybody is meant: `"*"` or `{"AWS": "*"}`. */
  readonly anyone: Truth;
}

/** One test of a condition block: operator, key and the values it is held against. */
export interface ConditionTest {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Value[];
}
