import type { Given, Note } from '../model/kind';
import type { Words } from '../model/rule';

/**
 * The words of all rules, recommendations and kinds, and names of other tools' checks, generated from the catalogue and
 * loaded on first need.
 */
export interface WordsTable {
  readonly rules: Readonly<Record<string, Words>>;
  readonly recommendations: Readonly<Record<string, string>>;
  /** What AWS says of kinds, by their ids. */
  readonly notes: Readonly<Record<string, readonly Note[]>>;
  /** What AWS answers for every resource of a kind, by its id. */
  readonly givens: Readonly<Record<string, readonly Given[]>>;
  /** The long names of Trivy's checks, by id. */
  readonly trivyNames: Readonly<Record<string, string>>;
}

/** The table of words. */
export const wordsTable = (): WordsTable => require('./words.json');
