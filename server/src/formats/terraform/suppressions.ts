import type { Suppression } from '../../model/suppression';
import { desiredField, overlay } from '../../syntax/desired';
import { emptyMap, removePair } from '../../syntax/edit/remove';
import {
  child,
  type MapNode,
  originOf,
  type Pair,
  placeOf,
  type SyntaxDocument,
  type SyntaxNode,
} from '../../syntax/node';
import { rangeOf } from '../../syntax/ranges';
import { type TextEdit, toDocumentEdits } from '../../syntax/textEdit';
import { claimText, mayClaim, suppressionsIn } from '../claims';
import type { Suppressing } from '../format';
import { bodiesOf, commentKey, membersOf } from './structure';

/** The suppressions of a configuration: in the `//` strings of its blocks. */
export function suppressionsOf(document: SyntaxDocument): Suppression[] {
  if (!mayClaim(document.text)) return [];
  return document.roots
    .flatMap((root) => [...commentedMaps(root, root)])
    .flatMap(({ owner, map, comment }) =>
      comment.value.kind === 'scalar'
        ? suppressionsIn(comment.value, () => ({ from: originOf(owner), to: originOf(map) }))
        : [],
    );
}

/** Writes suppressions into configurations: as the `//` string of the block, where there is none yet. */
export const suppressing: Suppressing = {
  add(place, rule, options) {
    const { document, start } = rangeOf(place);
    const block = document.roots
      .flatMap(blocksOf)
      .find(({ pair, body }) => pair.key.start <= start && start <= body.end);
    if (block?.body.kind !== 'map' || block.body.has(commentKey)) return undefined;
    const edits = overlay(block.body, desiredField(commentKey, { kind: 'value', value: claimText(rule) }), options);
    return edits && { name: block.pair.key.text, edits };
  },

  remove({ origin }): TextEdit[] | undefined {
    const { node } = placeOf(origin);
    for (const root of node.source.document.roots) {
      for (const { map, comment } of commentedMaps(root, root)) {
        if (comment.value !== node) continue;
        const edits = map.pairs.length === 1 ? emptyMap(map) : removePair(map, comment);
        return edits && toDocumentEdits(node.source, edits);
      }
    }
    return undefined;
  },
};

/** A map with a comment, and what it belongs to: the key that names it, or itself. */
interface CommentedMap {
  readonly owner: SyntaxNode;
  readonly map: MapNode;
  readonly comment: Pair;
}

function* commentedMaps(node: SyntaxNode, owner: SyntaxNode): Generator<CommentedMap> {
  if (node.kind === 'list') {
    for (const item of node.items) yield* commentedMaps(item, node.items.length === 1 ? owner : item);
  } else if (node.kind === 'map') {
    const comment = node.pair(commentKey);
    if (comment) yield { owner, map: node, comment };
    for (const { key, value } of node.pairs) yield* commentedMaps(value, key);
  }
}

/** The blocks of a configuration whose bodies may hold a comment. */
function blocksOf(root: SyntaxNode): { pair: Pair; body: SyntaxNode }[] {
  const named = (node: SyntaxNode | undefined) =>
    membersOf(node).flatMap((pair) => bodiesOf(pair.value).map((body) => ({ pair, body })));
  return [
    ...['resource', 'data'].flatMap((section) => membersOf(child(root, section)).flatMap((type) => named(type.value))),
    ...['variable', 'output', 'provider', 'module'].flatMap((section) => named(child(root, section))),
  ];
}
