import type { Blank } from '../snippets/markup';
import type { PolicySubject } from './subject';

/** Something that may stand at a place of a policy. */
export interface Suggestion {
  readonly text: string;
  /** What it is, in a few words. */
  readonly detail: string;
  readonly subject?: PolicySubject;
  /** What it is compared with while somebody types; the text without it. */
  readonly filter?: string;
  /** What is written, where that is not the text itself. */
  readonly written?: string;
  /** What in it a person fills in. */
  readonly blanks?: readonly Blank[];
  /** Whether CloudFormation has to fill in holes of it. */
  readonly hasHoles?: boolean;
}

/** Suggestions, the best first; there may be more once more is typed. */
export interface Suggestions {
  readonly list: readonly Suggestion[];
  readonly isIncomplete: boolean;
}

/** The most suggestions in one answer. */
const limit = 200;

/** As many suggestions as an answer has; `isPartial` says that others come once more is typed. */
export function bounded(list: readonly Suggestion[], isPartial = false): Suggestions {
  return { list: list.slice(0, limit), isIncomplete: isPartial || list.length > limit };
}
