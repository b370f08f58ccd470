import type { SettingProblem } from '../engine/settings';
import type { Pair, Span, SyntaxDocument, SyntaxNode } from '../syntax/node';
import { parseDocument, type Unparsed } from '../syntax/parse';
import { withoutNul } from './decode';
import { EffectiveSettings, readSettingsFile } from './settingsFiles';

/** Something wrong in a settings file, and the stretch of the text that is. */
export interface SettingsFault extends Span {
  readonly message: string;
}

/** What is wrong in the text of a settings file. */
export function settingsFaults(path: string, text: string): readonly SettingsFault[] {
  const { problems } = new EffectiveSettings([readSettingsFile(path, withoutNul(text))]);
  if (problems.length === 0) return [];
  const document = parseDocument(path, text);
  return problems.map(({ problem }) => ({ ...placeOf(problem, text, document), message: problem.message }));
}

/** Where a problem stands: its key, else the syntax error, else the first line. */
function placeOf({ key, entry }: SettingProblem, text: string, document: SyntaxDocument | Unparsed): Span {
  const firstLine = { start: 0, end: text.search(/\r?\n|$/) };
  if ('skipped' in document) return firstLine;
  const setting = pairOf(document.roots[0], key);
  const place = (entry !== undefined && pairOf(setting?.value, entry)) || setting;
  if (place) return { start: place.key.start, end: place.key.end };
  return document.problems[0] ?? firstLine;
}

function pairOf(node: SyntaxNode | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pair(key) : undefined;
}
