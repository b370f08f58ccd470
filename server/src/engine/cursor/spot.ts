import type { MapNode, ScalarNode, Span, SyntaxDocument, SyntaxNode } from '../../syntax/node';
import type { Plain } from '../../syntax/plain';
import type { Gap } from './gap';

/** The step of a path that is an item of a list, whichever it is. */
export const item = Symbol('item');
/** A step of a path: a key, or the item of a list. */
export type Step = string | typeof item;

/** Where the word at a cursor stands in a tree. */
export interface Spot {
  /** The document with a placeholder for the word; it may be one that a string of another holds. */
  readonly document: SyntaxDocument;
  readonly root: SyntaxNode;
  /** What leads from the root to the map that the word is a key of, or to the value that it is. */
  readonly path: readonly Step[];
  readonly isKey: boolean;
  /** The maps on the way, the outermost first. */
  readonly maps: readonly MapNode[];
  /** The tag of the word, such as `!Sub`. */
  readonly tag: string | undefined;
  /** Whether it stands between the brackets of a flow map or list. */
  readonly inFlow: boolean;
  /** What the parser made of the placeholder. */
  readonly node: ScalarNode;
}

/** What takes the place of the word at a cursor, as offsets of the text. */
export interface WordEdit extends Span {
  readonly text: string;
}

/** A word at a cursor and where it stands. In a string that holds a document it stands in that, and the string outside. */
export interface WordCursor {
  readonly spot: Spot;
  readonly outer?: Spot;
  /** The word up to the cursor, and the stretch of the text that is the word. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** Whether it is set off from what stands beside it. */
  readonly isApart: boolean;
  /** The gap around it, in JSON. */
  readonly gap?: Gap;
  /**
   * Writes a text in place of the word, in the quotes that are there, or anything else in place of the quotes as well.
   * A key gets its colon where it has none yet. `undefined` where the text around it cannot hold that.
   */
  edit(value: Plain, isKey: boolean): WordEdit | undefined;
}

/** The scalar at an offset of a document. */
export function scalarAt(document: SyntaxDocument, offset: number): Spot | undefined {
  for (const root of document.roots) {
    const found = search(root, offset, { path: [], maps: [], inFlow: false });
    if (found) return { document, root, ...found };
  }
  return undefined;
}

type Way = Pick<Spot, 'path' | 'maps' | 'inFlow'>;

function search(node: SyntaxNode, at: number, way: Way): Omit<Spot, 'document' | 'root'> | undefined {
  if (at < node.start || at > node.end || node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return { ...way, isKey: false, tag: node.tag, node };
  const inFlow = way.inFlow || node.style === 'flow';
  const { path } = way;
  if (node.kind === 'list')
    return first(node.items, (one) => search(one, at, { ...way, path: [...path, item], inFlow }));
  const maps = [...way.maps, node];
  return first(node.pairs, ({ key, value }) => {
    if (at >= key.start && at <= key.end) return { path, maps, inFlow, isKey: true, tag: undefined, node: key };
    return search(value, at, { path: [...path, key.text], maps, inFlow });
  });
}

function first<T, R>(members: readonly T[], find: (member: T) => R | undefined): R | undefined {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
}
