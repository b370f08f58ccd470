import { insertItem, insertPairs, type NewPair } from './edit/insert';
import { fillValue, replaceValue } from './edit/replace';
import type { EmbeddedText } from './embedded';
import { ListNode, MapNode, type Pair, type SyntaxNode } from './node';
import { isPlainMap, type Plain, type PlainMap } from './plain';
import { type TextEdit, toDocumentEdits } from './textEdit';

/** What a place of a document should come to. `overlay` closes the distance between it and what is written. */
export type Desired =
  /** Exactly this value. */
  | { readonly kind: 'value'; readonly value: Plain }
  /** Exactly this value, also where another stands that is computed elsewhere. */
  | { readonly kind: 'replacement'; readonly value: Plain }
  /** Something by this name; this value where there is nothing yet. */
  | { readonly kind: 'declared'; readonly value: Plain }
  /** A map with at least these keys. */
  | { readonly kind: 'map'; readonly fields: ReadonlyMap<string, Desired> }
  /** A list each of whose items is so; with no list yet, a list of one such item. */
  | { readonly kind: 'each'; readonly item: Desired }
  /** A list with an item whose `key` is `text`, and which is so. */
  | { readonly kind: 'keyed'; readonly key: string; readonly text: string; readonly item: Desired }
  /** A list that also has this item. */
  | { readonly kind: 'appended'; readonly item: Plain }
  /** Text that holds a JSON document which is so. */
  | { readonly kind: 'embedded'; readonly content: Desired };

/** What `overlay` has to know of a format. */
export interface OverlayOptions {
  /** A node that stands for a value computed elsewhere (an intrinsic function): nothing may be written into it. */
  isComputed(node: SyntaxNode): boolean;
  /** The JSON document inside a text, also where a function fills in the text's holes. */
  embedded(node: SyntaxNode): EmbeddedText | undefined;
  /** Whether something else in a map writes what stands under a key: then nothing may be put beside it. */
  isWrittenElsewhere?(map: MapNode, key: string): boolean;
  /** Whether a map may stand as a list of one, as Terraform writes blocks. */
  readonly blocksAreLists: boolean;
}

/** A desired map with one key. */
export function desiredField(key: string, value: Desired): Desired {
  return { kind: 'map', fields: new Map([[key, value]]) };
}

/** A wish for a value at the end of some keys. */
export function desiredUnder(path: readonly string[], value: Desired): Desired {
  return [...path].reverse().reduce((inner, key) => desiredField(key, inner), value);
}

/** Two wishes for one place as one; `undefined` where they contradict each other. */
export function mergeDesired(a: Desired, b: Desired): Desired | undefined {
  if (a.kind === 'map' && b.kind === 'map') {
    const fields = new Map(a.fields);
    for (const [key, value] of b.fields) {
      const existing = fields.get(key);
      const merged = existing ? mergeDesired(existing, value) : value;
      if (!merged) return undefined;
      fields.set(key, merged);
    }
    return { kind: 'map', fields };
  }
  if (a.kind === 'value' && b.kind === 'value' && JSON.stringify(a.value) === JSON.stringify(b.value)) return a;
  if (a.kind === 'declared' && b.kind === 'declared') return a;
  if (a.kind === 'each' && b.kind === 'each') {
    const item = mergeDesired(a.item, b.item);
    return item && { kind: 'each', item };
  }
  if (a.kind === 'embedded' && b.kind === 'embedded') {
    const content = mergeDesired(a.content, b.content);
    return content && { kind: 'embedded', content };
  }
  if (a.kind === 'keyed' && b.kind === 'keyed' && a.key === b.key && a.text === b.text) {
    const item = mergeDesired(a.item, b.item);
    return item && { ...a, item };
  }
  return undefined;
}

/** What is written where nothing stands yet; `undefined` where there is nothing to write. */
export function materialise(desired: Desired): Plain | undefined {
  switch (desired.kind) {
    case 'value':
    case 'replacement':
    case 'declared':
      return desired.value;
    case 'map':
      return plainMap(desired.fields);
    case 'each': {
      const item = materialise(desired.item);
      return item === undefined ? undefined : [item];
    }
    case 'keyed': {
      const item = materialise(desired.item);
      return item !== undefined && isPlainMap(item) ? [{ [desired.key]: desired.text, ...item }] : undefined;
    }
    case 'appended':
      return [desired.item];
    case 'embedded': {
      const content = materialise(desired.content);
      return content === undefined ? undefined : JSON.stringify(content);
    }
  }
}

function plainMap(fields: ReadonlyMap<string, Desired>): PlainMap {
  const map: Record<string, Plain> = {};
  for (const [key, value] of fields) {
    const plain = materialise(value);
    if (plain !== undefined) map[key] = plain;
  }
  return map;
}

/** The edits that turn what a node says into what is desired; `undefined` where that cannot be done with certainty. */
export function overlay(node: SyntaxNode, desired: Desired, options: OverlayOptions): TextEdit[] | undefined {
  if (desired.kind === 'embedded') {
    const embedded = options.embedded(node);
    return embedded && embedded.problems.length === 0 ? overlay(embedded.root, desired.content, options) : undefined;
  }
  if (node.tag || options.isComputed(node) || node.kind === 'alias') return undefined;
  // Of HCL only single values are written anew: what holds others may be separated by commas or by lines.
  if (node.source.language === 'hcl') return undefined;
  if (desired.kind === 'map') {
    const map = node instanceof MapNode ? node : options.blocksAreLists ? soleMap(node) : undefined;
    return map && overlayFields(map, desired.fields, options);
  }
  if (desired.kind === 'each') return overlayEach(node, desired.item, options);
  if (desired.kind === 'keyed') return overlayKeyed(node, desired, options);
  if (desired.kind === 'appended') return append(node, desired.item);
  return undefined;
}

function soleMap(node: SyntaxNode): MapNode | undefined {
  const only = node instanceof ListNode && node.items.length === 1 ? node.items[0] : undefined;
  return only instanceof MapNode ? only : undefined;
}

function overlayFields(
  map: MapNode,
  fields: ReadonlyMap<string, Desired>,
  options: OverlayOptions,
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: NewPair[] = [];
  for (const [key, desired] of fields) {
    const pair = map.pair(key);
    if (pair) {
      const found = overlayPair(map, pair, desired, options);
      if (!found) return undefined;
      edits.push(...found);
    } else if (map.has(key) || options.isWrittenElsewhere?.(map, key)) {
      return undefined;
    } else {
      const plain = materialise(desired);
      if (plain !== undefined) added.push([key, plain]);
    }
  }
  if (added.length === 0) return edits;
  const inserted = insertPairs(map, added);
  const carried = inserted && toDocumentEdits(map.source, inserted);
  return carried && [...edits, ...carried];
}

function overlayPair(map: MapNode, pair: Pair, desired: Desired, options: OverlayOptions): TextEdit[] | undefined {
  const { value } = pair;
  if (desired.kind === 'declared') return [];
  if (desired.kind === 'embedded') return overlay(value, desired, options);
  if (desired.kind === 'replacement') {
    const replaced = replaceValue(pair, desired.value);
    return replaced && toDocumentEdits(map.source, replaced);
  }
  if (value.tag || options.isComputed(value)) return undefined;
  if (value.kind === 'scalar' && value.isNull) {
    const plain = materialise(desired);
    const filled =
      plain === undefined ? undefined : value.end > value.start ? replaceValue(pair, plain) : fillValue(pair, plain);
    return filled && toDocumentEdits(map.source, filled);
  }
  if (desired.kind !== 'value') return overlay(value, desired, options);
  const replaced = replaceValue(pair, desired.value);
  return replaced && toDocumentEdits(map.source, replaced);
}

function overlayEach(node: SyntaxNode, desired: Desired, options: OverlayOptions): TextEdit[] | undefined {
  const items = node instanceof ListNode ? node.items : options.blocksAreLists && node instanceof MapNode ? [node] : [];
  if (items.length === 0) return undefined;
  const edits: TextEdit[] = [];
  for (const item of items) {
    const found = overlay(item, desired, options);
    if (!found) return undefined;
    edits.push(...found);
  }
  return edits;
}

function overlayKeyed(
  node: SyntaxNode,
  desired: Extract<Desired, { kind: 'keyed' }>,
  options: OverlayOptions,
): TextEdit[] | undefined {
  if (!(node instanceof ListNode)) return undefined;
  for (const item of node.items) {
    const key = item instanceof MapNode ? item.get(desired.key) : undefined;
    if (key?.kind === 'scalar' && key.text === desired.text) return overlay(item, desired.item, options);
  }
  const [plain] = (materialise(desired) ?? []) as Plain[];
  return plain === undefined ? undefined : append(node, plain);
}

/** Adds an item to a list. A single map that stands for a list of one becomes a list, where brackets can do it. */
function append(node: SyntaxNode, item: Plain): TextEdit[] | undefined {
  if (node instanceof ListNode) {
    const inserted = insertItem(node, item);
    return inserted && toDocumentEdits(node.source, inserted);
  }
  if (!(node instanceof MapNode) || node.style !== 'flow' || node.source.language !== 'json') return undefined;
  const text = JSON.stringify(item);
  return toDocumentEdits(node.source, [
    { start: node.start, end: node.start, text: '[' },
    { start: node.end, end: node.end, text: `, ${text}]` },
  ]);
}
