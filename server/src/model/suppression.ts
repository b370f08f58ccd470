import type { Origin } from './origin';
import type { SameAs } from './rule';

/** A stretch of a document: from the start of one thing to the end of another. */
export interface Stretch {
  readonly from: Origin;
  readonly to: Origin;
}

/** What a suppression says, wherever it is written: that findings of a rule are known and accepted. */
export interface Claim {
  /** Whose contract it follows, ours or that of another tool, whose id `rule` then is. */
  readonly contract: 'ours' | keyof SameAs;
  readonly rule: string;
  readonly reason?: string;
  /** The last day on which it holds, as written. */
  readonly until?: string;
  /** What follows the rule and is neither an end nor a reason: what is said is unclear, and holds nothing. */
  readonly unclear?: string;
}

/** A suppression in a document. */
export interface Suppression extends Claim {
  /** Where it is written. */
  readonly origin: Origin;
  /** Where one of ours names its rule. */
  readonly ruleOrigin?: Origin;
  /** What it is about: findings that stand in there, or whose resource is named there. Without it, about nothing. */
  readonly covers?: Stretch;
}

/** A suppression in a settings file, for documents that cannot hold one. */
export interface Ignore {
  /** In settings a glob of documents; for a check the path of one. */
  readonly path: string;
  /** The address of a resource; all of the document without it. */
  readonly address?: string;
  readonly rule: string;
  readonly reason?: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until?: string;
}
