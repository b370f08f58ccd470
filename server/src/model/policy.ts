import type { Origin } from './origin';
import type { Resource } from './resource';
import type { Truth } from './truth';
import type { Field, Likelihood, MapValue, Value } from './value';

/**
 * What a policy is for. A `resource` policy says who may use a resource, an `identity` policy what its bearer may do, a
 * `trust` policy who may become the role, an `endpoint` policy what may pass a VPC endpoint, a `session` policy what a
 * session may do at most; `service-control` and `resource-control` policies are guardrails of an organisation, which
 * may have other policies as well. What a document that stands on its own is for is not known.
 */
export type PolicyUse =
  | 'identity'
  | 'trust'
  | 'resource'
  | 'endpoint'
  | 'session'
  | 'service-control'
  | 'resource-control'
  | 'organization'
  | 'unknown';

/** A policy document, wherever it stands. */
export interface Policy {
  readonly use: PolicyUse;
  /** The IAM prefix of the service whose resources a `resource` policy is about. */
  readonly service?: string;
  /** The document as a whole. */
  readonly origin: Origin;
  /** All that is written in it, also what no policy has. */
  readonly content: MapValue;
  /** The version of the policy language, where it is written. */
  readonly version?: Field;
  /** The token to mark for something that the document lacks: its `Statement` key. */
  readonly statementKey: Origin;
  readonly statements: readonly Statement[];
  /** More statements may apply than could be read. */
  readonly open: boolean;
  /** The resource that holds the document (the bucket policy, not the bucket). */
  readonly holder: Resource;
  readonly likelihood: Likelihood;
}

/** A statement. Each element is a list of values, whether it was written as one or as a list. */
export interface Statement {
  readonly origin: Origin;
  /** All that is written in it, also what no statement has. */
  readonly content: MapValue;
  readonly sid?: Field;
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
  readonly operatorOrigin: Origin;
  readonly key: string;
  readonly keyOrigin: Origin;
  readonly values: readonly Value[];
}
