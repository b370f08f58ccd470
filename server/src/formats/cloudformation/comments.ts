import type { Stretch, Suppression } from '../../model/suppression';
import { originOf, ScalarNode, type Span, type SyntaxDocument, type SyntaxNode } from '../../syntax/node';
import { lineEnd, lineStart } from '../../syntax/style';
import { mayClaim, suppressionsIn } from '../claims';
import { entriesOf } from './template';

/** Something a comment can be about: a key with its value, or an item of a list. */
interface Place extends Span {
  readonly from: SyntaxNode;
  readonly to: SyntaxNode;
}

/** The suppressions in the comments of a YAML template. */
export function commentSuppressions(document: SyntaxDocument, root: SyntaxNode): Suppression[] {
  if (document.language !== 'yaml' || !mayClaim(document.text)) return [];
  let places: readonly Place[] | undefined;
  return document.comments.flatMap((span) => {
    const comment = document.text.slice(span.start, span.end);
    const node = new ScalarNode({ source: document, offset: 0 }, span.start, span.end - span.start, 'plain', comment);
    return suppressionsIn(node, ({ contract }) => {
      places ??= [...placesBelow(root)];
      const place =
        contract === 'checkov'
          ? (resourceAround(root, span) ?? subjectOf(span, document.text, places))
          : subjectOf(span, document.text, places);
      return place && stretchOf(place);
    });
  });
}

/** Whether a node stands for a comment. */
export function isComment(node: SyntaxNode): boolean {
  return node.source.language === 'yaml' && node.source.text[node.start] === '#';
}

/** What a comment is about: what begins on its line, else, on a line of its own, what comes next. */
function subjectOf(comment: Span, text: string, places: readonly Place[]): Place | undefined {
  const line = lineStart(text, comment.start);
  if (text.slice(line, comment.start).trim() === '') return places.find(({ start }) => start >= comment.end);
  const end = lineEnd(text, comment.start);
  return (
    places.find(({ start }) => start >= line && start < end) ??
    places.findLast((place) => place.start < comment.start && place.end >= line)
  );
}

/** Checkov takes a comment for the whole resource that it stands in. */
function resourceAround(root: SyntaxNode, comment: Span): Place | undefined {
  for (const { pair } of entriesOf(root, 'Resources')) {
    const last = lineEnd(root.source.text, pair.value.end);
    if (pair.key.start < comment.start && comment.start < last) return placeOfPair(pair.key, pair.value);
  }
  return undefined;
}

/** All places below a node, from the top of the document to its bottom, the outer ones first. */
function* placesBelow(node: SyntaxNode): Generator<Place> {
  if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      yield placeOfPair(key, value);
      yield* placesBelow(value);
    }
  } else if (node.kind === 'list') {
    for (const item of node.items) {
      yield placeOfPair(item, item);
      yield* placesBelow(item);
    }
  }
}

function placeOfPair(from: SyntaxNode, to: SyntaxNode): Place {
  return { start: from.start, end: Math.max(from.end, to.end), from, to };
}

function stretchOf({ from, to }: Place): Stretch {
  return { from: originOf(from), to: originOf(to.end > from.end ? to : from) };
}
