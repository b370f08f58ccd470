import type { Kind } from '../../model/kind';
import type { Policy } from '../../model/policy';
import type { Dialect } from '../../model/resource';
import type { WrittenFor } from '../../model/rule';
import type { Written, WrittenRegion } from '../../model/written';

/** What the place of deployment tells: CloudFormation knows it, elsewhere a person fills it in. */
export interface Deployment {
  readonly account: Written;
  readonly region: string | WrittenRegion;
}

/** A resource of a snippet. */
export interface SnippetResource {
  readonly kind: Kind;
  readonly name: string;
  /** It is in the document already: the snippet only adds to it. */
  readonly exists?: true;
  /** What has nothing to do with protection and so has no row, as each format calls it. */
  readonly properties?: Readonly<Record<Dialect, Readonly<Record<string, Written>>>>;
  /** Attributes by their row. */
  readonly attributes: Readonly<Record<string, Written | WrittenFor>>;
}

/**
 * A snippet in terms of the model: resources, a policy, or a condition. Formats spell it as they spell fixes, so the
 * text that people insert is the text that the rules ask for.
 */
export interface Snippet {
  /** What follows `dp-` in its prefix. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The texts that a person fills in, beside the names of the resources. They are filled in as they come. */
  readonly blanks: readonly string[];
  /** Resources, where it has any. */
  readonly resources?: (deployment: Deployment) => readonly SnippetResource[];
  /** The policy in a file of its own, where the snippet is about one. Resources hold the same. */
  readonly policy?: Written;
  /**
   * The policies that it suits; what a policy in a file of its own is for is not known. The service is of an endpoint
   * the one that it leads to, by the prefix of its actions; without one any.
   */
  readonly suits?: Pick<Policy, 'use' | 'service'>;
  /** What a statement's `Condition` holds, where the snippet is no more than that. */
  readonly condition?: (deployment: Deployment) => Readonly<Record<string, Written>>;
}

/** The account and the Region that stand for the reader's own, as in the documentation of AWS. */
export const exampleAccount = '111122223333';
export const exampleRegion = 'eu-west-1';

/** A policy document. */
export function policyOf(...statements: readonly Written[]): Written {
  return { Version: '2012-10-17', Statement: statements };
}
