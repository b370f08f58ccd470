import type { MapNode, Pair, ScalarNode, SyntaxDocument, SyntaxNode } from '../../syntax/node';
import { lineEnd, lineStart } from '../../syntax/style';
import type { Gap } from '../cursor/gap';
import { item, type Spot, type Step, type WordCursor } from '../cursor/word';

/** What would stand at a cursor: a key of a map, an item of a list, or the value of a key. */
export type Position =
  | { readonly kind: 'key'; readonly map: MapNode; readonly others: ReadonlySet<string> }
  | { readonly kind: 'item' }
  | { readonly kind: 'value'; readonly key: ScalarNode };

/** Where a cursor stands that has room for something new. */
export interface Cursor {
  /** The document with a placeholder for the word at the cursor. */
  readonly document: SyntaxDocument;
  readonly root: SyntaxNode;
  /** The word at the cursor, as offsets of the text. */
  readonly start: number;
  readonly end: number;
  /** What leads from the root to the map or list that the cursor is in, or to the value it is at. */
  readonly path: readonly Step[];
  readonly position: Position;
  /** The gap around the word, in JSON. */
  readonly gap?: Gap;
}

const startOfPrefix = /^(?:[A-Za-z][\w-]*)?$/;
const yamlKeyPlace = /^ *(?:- +)*$/;
const yamlValuePlace = /^ *(?:- +)*["']?[\w:.-]+["']?: +$/;

/**
 * The place of a word, where a snippet may take it: a word that may become the prefix of one. `undefined` in strings,
 * and where a line of YAML goes on after the cursor.
 */
export function cursorOf(word: WordCursor, text: string, offset: number): Cursor | undefined {
  const { spot, outer, typed, start, end, isQuoted, gap } = word;
  const { document, root } = spot;
  if (outer || isQuoted || end !== offset || !startOfPrefix.test(typed)) return undefined;
  if (document.language === 'yaml' && !hasLineOfYaml(word, text)) return undefined;
  const position = positionOf(spot);
  const path = position?.kind === 'item' ? spot.path.slice(0, -1) : spot.path;
  return position && { document, root, start, end, path, position, ...(gap && { gap }) };
}

/** Whether a line of YAML ends with the word, and has room for what takes its place. */
function hasLineOfYaml({ spot, start, end }: WordCursor, text: string): boolean {
  const before = text.slice(lineStart(text, start), start);
  const isPlace = yamlKeyPlace.test(before) || yamlValuePlace.test(before);
  if (!isPlace || spot.inFlow || text.slice(end, lineEnd(text, end)).trim() !== '') return false;
  const at = spot.node.start;
  return !spot.document.problems.some((problem) => problem.start <= at && problem.end > at);
}

function positionOf({ node, isKey, path, maps }: Spot): Position | undefined {
  if (path.at(-1) === item && !isKey) return { kind: 'item' };
  const map = maps.at(-1);
  const pair = map?.pairs.find(({ key, value }) => (isKey ? key : value) === node);
  if (!map || !pair) return undefined;
  if (!isKey) return { kind: 'value', key: pair.key };
  const others = new Set(map.pairs.filter((other) => other !== pair).map(({ key }) => key.text));
  return isAlone(pair) ? { kind: 'key', map, others } : undefined;
}

/** Whether nothing below a pair belongs to it: what follows deeper would become its value. */
function isAlone({ value }: Pair): boolean {
  return value.kind === 'scalar';
}
