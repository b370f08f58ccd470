import type { Words } from '../model/rule';

/** The words of all rules and recommendations, generated from the catalogue and loaded on first need. */
export interface WordsTable {
  readonly rules: Readonly<Record<string, Words>>;
  readonly recommendations: Readonly<Record<string, string>>;
}

/** The table of words. */
export const wordsTable = (): WordsTable => require('./words.json');
