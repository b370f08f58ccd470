import { isCurrent, readIgnores } from '../engine/ignores';
import { correctionTitle, removalTitle, reports, unusedReport } from '../engine/reports';
import type { SettingProblem, Settings } from '../engine/settings';
import type { Severity } from '../model/finding';
import type { Ignore } from '../model/suppression';
import { removeItem, removePair } from '../syntax/edit/remove';
import { replaceContent, replaceValue } from '../syntax/edit/replace';
import {
  child,
  type ListNode,
  type MapNode,
  type Span,
  type SyntaxDocument,
  type SyntaxNode,
  scalarText,
} from '../syntax/node';
import { parseDocument, type Unparsed } from '../syntax/parse';
import { type LocalEdit, type TextEdit, toDocumentEdits } from '../syntax/textEdit';
import { withoutNul } from './decode';
import {
  EffectiveSettings,
  folderOfSource,
  matches,
  namedIn,
  readSettingsFile,
  type SettingsSource,
} from './settingsFiles';

/** Something wrong in a settings file, and the stretch of the text that is. */
export interface SettingsFault extends Span {
  readonly message: string;
  readonly severity: Severity;
  /** The id of the report that it is, where it is one. */
  readonly report?: string;
  /** What can be done about it, the best first. */
  readonly fixes: readonly SettingsFix[];
}

/** A way to mend a settings file. */
interface SettingsFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a settings file says is to be ignored, by its place in the list; nothing where an entry is wrong. */
export function ignoresIn(source: SettingsSource): readonly (Ignore | undefined)[] {
  const list: unknown = Object(source.raw).ignore;
  const folder = folderOfSource(source);
  return Array.isArray(list) ? list.map((entry) => readIgnores([entry], [], folder)[0]) : [];
}

/**
 * What is wrong in the text of a settings file.
 *
 * @param settings what holds for documents beside it
 * @param idle what checks have shown to be ignored in vain, each by the path of its document
 */
export function settingsFaults(
  path: string,
  text: string,
  settings: Settings,
  idle: readonly Ignore[],
): readonly SettingsFault[] {
  const source = readSettingsFile(path, withoutNul(text));
  const { problems } = new EffectiveSettings([source]);
  const ignores = ignoresIn(source);
  if (problems.length === 0 && ignores.length === 0) return [];
  const document = parseDocument(path, text);
  const faultOf = (problem: SettingProblem, fixes: readonly SettingsFix[]): SettingsFault[] => {
    const { message, report } = problem;
    const severity = report === undefined ? 'warning' : levelOf(report, settings);
    return severity === 'off'
      ? []
      : [{ ...placeOf(problem, text, document), severity, message, ...(report && { report }), fixes }];
  };
  const unused = ignores.flatMap((ignore, index) => {
    const why = ignore && whyIdle(ignore, path, settings, idle);
    if (!ignore || why === undefined) return [];
    const problem = { place: ['ignore', index, 'rule'], ...unusedReport(ignore.rule, why) };
    return faultOf(problem, removal(document, index));
  });
  return [...problems.flatMap(({ problem }) => faultOf(problem, fixesOf(problem, document))), ...unused];
}

function levelOf(report: string, { rules }: Settings): Severity | 'off' {
  return rules[report] ?? reports.find(({ id }) => id === report)?.severity ?? 'warning';
}

/** Why an entry of `ignore` does nothing; `undefined` where it does, or where that is not to be known. */
function whyIdle(ignore: Ignore, path: string, settings: Settings, idle: readonly Ignore[]): string | undefined {
  if (!isCurrent(ignore, settings.today)) return `it ended on ${ignore.until}.`;
  // A document that was not checked may need what is said of a pattern.
  if (namedIn(ignore.path) === undefined) return undefined;
  const isSame = (other: Ignore) =>
    other.rule === ignore.rule && other.address === ignore.address && matches(ignore.path, path, other.path);
  return idle.some(isSame) ? 'nothing there breaks the rule.' : undefined;
}

/** What can be done where a word names nothing: to write what is meant, or to take an entry of `ignore` out. */
function fixesOf({ place, meant }: SettingProblem, document: SyntaxDocument | Unparsed): SettingsFix[] {
  if ('skipped' in document) return [];
  const [root] = document.roots;
  const [setting, index, key] = place;
  const ofEntry = setting === 'ignore' && typeof index === 'number' && key === 'rule';
  const correction = (wrong: SyntaxNode | undefined, right: string) => {
    const edits = wrong?.kind === 'scalar' ? replaceContent(wrong, right) : undefined;
    return wrong && edits ? fixWith(correctionTitle(right), wrong, edits) : [];
  };
  const wrong = ofEntry ? nodeAt(root, place) : keyToRename(root, place, meant);
  return [...(meant === undefined ? [] : correction(wrong, meant)), ...(ofEntry ? removal(document, index) : [])];
}

/** The key at a place, unless what is meant by it is written beside it: two keys of one name would be neither. */
function keyToRename(
  root: SyntaxNode | undefined,
  place: SettingProblem['place'],
  meant: string | undefined,
): SyntaxNode | undefined {
  const map = nodeAt(root, place.slice(0, -1));
  const key = place.at(-1);
  if (map?.kind !== 'map' || typeof key !== 'string' || meant === undefined || map.has(meant)) return undefined;
  return map.pair(key)?.key;
}

/** The fix that takes an entry of `ignore` out. */
function removal(document: SyntaxDocument | Unparsed, index: number): SettingsFix[] {
  const found = entryOf(document, index);
  if (!found) return [];
  const { root, list, item } = found;
  const edits = removeItem(list, item) ?? (list.items.length === 1 ? withoutIgnore(root) : undefined);
  const rule = scalarText(child(item, 'rule'));
  return edits && rule !== undefined ? fixWith(removalTitle(rule), root, edits) : [];
}

function fixWith(title: string, { source }: SyntaxNode, local: LocalEdit[]): SettingsFix[] {
  const edits = toDocumentEdits(source, local);
  return edits ? [{ title, edits }] : [];
}

/** An entry of `ignore` and what it stands in. */
function entryOf(
  document: SyntaxDocument | Unparsed,
  index: number,
): { root: MapNode; list: ListNode; item: SyntaxNode } | undefined {
  const root = 'skipped' in document ? undefined : document.roots[0];
  const list = child(root, 'ignore');
  const item = list?.kind === 'list' ? list.items[index] : undefined;
  return root?.kind === 'map' && list?.kind === 'list' && item ? { root, list, item } : undefined;
}

/** Takes `ignore` out with its last entry; where there is no other setting, the list is left empty. */
function withoutIgnore(root: MapNode): LocalEdit[] | undefined {
  const setting = root.pair('ignore');
  return setting && (removePair(root, setting) ?? replaceValue(setting, []));
}

/** Where a problem stands: its key, else the syntax error, else the first line. */
function placeOf({ place }: SettingProblem, text: string, document: SyntaxDocument | Unparsed): Span {
  const firstLine = { start: 0, end: text.search(/\r?\n|$/) };
  if ('skipped' in document) return firstLine;
  return keyAt(document.roots[0], place) ?? document.problems[0] ?? firstLine;
}

/** What stands at a place. */
function nodeAt(root: SyntaxNode | undefined, place: SettingProblem['place']): SyntaxNode | undefined {
  let node = root;
  for (const step of place) {
    if (typeof step === 'string') node = child(node, step);
    else node = node?.kind === 'list' ? node.items[step] : undefined;
  }
  return node;
}

/** The innermost key on the way to a place; of an item in a list its first. */
function keyAt(root: SyntaxNode | undefined, place: SettingProblem['place']): Span | undefined {
  let node = root;
  let key: SyntaxNode | undefined;
  for (const step of place) {
    const pair = typeof step === 'string' && node?.kind === 'map' ? node.pair(step) : undefined;
    if (typeof step === 'number') {
      node = node?.kind === 'list' ? node.items[step] : undefined;
      key = (node?.kind === 'map' ? node.pairs[0]?.key : node) ?? key;
    } else if (pair) {
      node = pair.value;
      key = pair.key;
    }
  }
  return key && { start: key.start, end: key.end };
}
