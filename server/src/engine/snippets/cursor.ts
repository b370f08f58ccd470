import type { MapNode, Pair, ScalarNode, SyntaxDocument, SyntaxNode } from '../../syntax/node';
import { opensWithBracket, parseDocument } from '../../syntax/parse';
import { lineEnd, lineStart } from '../../syntax/style';
import { type Gap, gapAt } from './gap';

/** The step of a path that is an item of a list, whichever it is. */
export const item = Symbol('item');
export type Step = string | typeof item;

/** What would stand at a cursor: a key of a map, an item of a list, or the value of a key. */
export type Position =
  | { readonly kind: 'key'; readonly map: MapNode; readonly others: ReadonlySet<string> }
  | { readonly kind: 'item' }
  | { readonly kind: 'value'; readonly key: ScalarNode };

/** Where a cursor stands in the tree of its document. */
export interface Cursor {
  /** The document with a placeholder for the word at the cursor; up to it, its offsets are those of the text. */
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

const placeholder = 'dp-placeholder';
const wordBefore = /(?:[A-Za-z][\w-]*)?$/;
const yamlKeyPlace = /^ *(?:- +)*$/;
const yamlValuePlace = /^ *(?:- +)*["']?[\w:.-]+["']?: +$/;

/**
 * Finds where a cursor stands. A half-typed word says nothing and is often no syntax at all, so a placeholder takes its
 * place: what the parser makes of it is where the cursor is. `undefined` in comments, in strings, and where a line of
 * YAML goes on after the cursor.
 */
export function cursorAt(path: string, text: string, offset: number): Cursor | undefined {
  const start = offset - (wordBefore.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0);
  if (/[\w-]/.test(text.charAt(offset))) return undefined;
  const gap = opensWithBracket.test(text) ? gapAt(text, start, offset) : undefined;
  const inserted = gap ? jsonPlaceholder(gap) : yamlPlaceholder(text, start, offset);
  if (inserted === undefined) return undefined;
  const document = parseDocument(path, text.slice(0, start) + inserted + text.slice(offset));
  if ('skipped' in document || !document.text.startsWith(inserted, start)) return undefined;
  if (document.language === 'yaml' && document.problems.some((one) => one.start <= start && one.end > start)) {
    return undefined;
  }
  const at = start + inserted.indexOf(document.language === 'json' ? '"' : placeholder);
  for (const root of document.roots) {
    const found = search(root, at, []);
    if (found) return { document, root, start, end: offset, ...found, ...(gap && { gap }) };
  }
  return undefined;
}

/** A pair, with the commas it needs. In a list, and after a colon, the parser takes its key for a text. */
function jsonPlaceholder({ commaBefore, commaAfter }: Gap): string {
  return `${commaBefore ? ',' : ''}"${placeholder}": 0${commaAfter ? ',' : ''}`;
}

function yamlPlaceholder(text: string, start: number, end: number): string | undefined {
  if (text.slice(end, lineEnd(text, end)).trim() !== '') return undefined;
  const before = text.slice(lineStart(text, start), start);
  if (yamlKeyPlace.test(before)) return `${placeholder}:`;
  return yamlValuePlace.test(before) ? placeholder : undefined;
}

function search(node: SyntaxNode, at: number, path: readonly Step[]): Pick<Cursor, 'path' | 'position'> | undefined {
  if (node.kind === 'list') {
    for (const member of node.items) {
      if (member.start === at && member.kind === 'scalar') return { path, position: { kind: 'item' } };
      if (covers(member, at)) return search(member, at, [...path, item]);
    }
  }
  if (node.kind !== 'map') return undefined;
  const isJson = node.source.language === 'json';
  if (node.style === 'flow' && !isJson) return undefined;
  for (const pair of node.pairs) {
    const { key, value } = pair;
    if (key.start === at) return isAlone(pair) ? { path, position: keyIn(node, pair) } : undefined;
    if (value.start === at && value.kind === 'scalar') {
      return { path: [...path, key.text], position: { kind: 'value', key } };
    }
    if (covers(value, at)) return search(value, at, [...path, key.text]);
  }
  return undefined;
}

function covers(node: SyntaxNode, at: number): boolean {
  return node.start <= at && at < node.end;
}

/** Whether nothing below a pair belongs to it: what follows deeper would become its value. */
function isAlone({ value }: Pair): boolean {
  return value.kind === 'scalar';
}

function keyIn(map: MapNode, pair: Pair): Position {
  const others = new Set(map.pairs.filter((other) => other !== pair).map(({ key }) => key.text));
  return { kind: 'key', map, others };
}
