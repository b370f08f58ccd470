import assert from 'node:assert/strict';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { recognise } from '../../server/src/formats/recognise';
import { parseDocument } from '../../server/src/syntax/parse';
import { LineIndex, rangeOf } from '../../server/src/syntax/ranges';
import { checkUnit, shown } from './checking';

const mark = /⟦([\w -]+)\|([^⟧]*)⟧/g;

/** A document whose expected findings are marked: `⟦rule-id|text⟧`, several ids with spaces between. */
export interface Marked {
  readonly text: string;
  readonly expected: readonly string[];
}

/** Takes the marks out of a text. */
export function unmark(marked: string): Marked {
  const places: { rule: string; start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(mark)) {
    text += marked.slice(at, match.index);
    const start = text.length;
    text += match[2];
    for (const rule of (match[1] as string).split(' ')) places.push({ rule, start, end: text.length });
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  const lines = new LineIndex(text);
  return { text, expected: places.map(({ rule, start, end }) => describe(rule, start, end, text, lines)).sort() };
}

function describe(rule: string, start: number, end: number, text: string, lines: LineIndex): string {
  const { line, character } = lines.positionAt(start);
  return `${rule} at ${line + 1}:${character + 1} under ${JSON.stringify(text.slice(start, end))}`;
}

/**
 * Checks a document with marks: an unmarked finding and a mark without a finding both fail. `about` limits the test to
 * the rules it is about. Answers the text without marks.
 */
export function assertFindings(
  path: string,
  marked: string,
  about?: RegExp,
  settings: Settings = defaultSettings,
): string {
  const { text, expected } = unmark(marked);
  const document = parseDocument(path, text);
  assert.ok(!('skipped' in document));
  const recognised = recognise(document);
  assert.ok(recognised, 'the document is none of ours');
  const { findings } = checkUnit({ ...recognised, documents: [document], partial: false }, settings);
  const lines = new LineIndex(text);
  const found = findings
    .filter((finding) => !about || about.test(finding.rule))
    .map((finding) => {
      const { start, end } = rangeOf(finding.origin);
      return describe(finding.rule, start, end, text, lines);
    });
  assert.deepEqual(found.sort(), expected, findings.map(shown).join('\n'));
  return text;
}
