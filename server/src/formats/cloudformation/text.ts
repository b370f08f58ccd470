import type { Origin } from '../../model/origin';
import { type ListValue, type Literal, mentions, textOf, type Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import {
  originOf,
  originOfPart,
  originWithin,
  placeOf,
  type ScalarNode,
  type Span,
  type SyntaxNode,
} from '../../syntax/node';

/** What a node says cannot be known. */
export function unknown(node: SyntaxNode, reason: string): Value {
  return { kind: 'unknown', reason, origin: originOf(node) };
}

/** What comes of values that are not known: what they refer to is. */
export function derived(node: SyntaxNode, from: readonly Value[], reason: string): Value {
  if (!from.some((value) => mentions(value).length)) return unknown(node, reason);
  return { kind: 'template', parts: from, origin: originOf(node) };
}

const hole = /\$\{([^!{}][^{}]*)\}/g;

/** The holes of a `Fn::Sub` text, as stretches of it. `${!Name}` is the literal text `${Name}`. */
export function substitutionHoles(text: string): Span[] {
  return [...text.matchAll(hole)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The parts of a `Fn::Sub` text in a scalar, each hole as what it stands for. */
export function substitutedParts(node: ScalarNode, text: string, holeValue: (name: string) => Value): Value[] {
  // With the identifiers of loops put in, a stretch of the text is no longer that of the scalar.
  const isWritten = text === contentOf(node);
  const isWhole = (start: number, end: number) => start === 0 && end === text.length;
  const stretch = (start: number, end: number): Literal => ({
    kind: 'literal',
    text: unescapeHoles(text.slice(start, end)),
    origin: isWritten && !isWhole(start, end) ? originWithin(node, start, end) : originOf(node),
  });
  const parts: Value[] = [];
  let at = 0;
  for (const { start, end } of substitutionHoles(text)) {
    parts.push(stretch(at, start), holeValue(text.slice(start + 2, end - 1).trim()));
    at = end;
  }
  return [...parts, stretch(at, text.length)];
}

function unescapeHoles(text: string): string {
  return text.replace(/\$\{!/g, '${');
}

/** Values as the text that they make one after the other. One that is all there is of it stands for itself. */
export function putTogether(pieces: readonly Value[], origin: Origin): Value {
  const [only, ...others] = pieces.filter((piece) => textOf(piece) !== '');
  const isText = only?.kind === 'literal' || only?.kind === 'template';
  if (isText && others.length === 0 && placeOf(only.origin).node !== placeOf(origin).node) return only;
  const text = asText(pieces, origin);
  return text.kind === 'literal' || text.kind === 'template' ? { ...text, pieces } : text;
}

/** Text parts as the simplest value they make. */
export function asText(parts: readonly (string | Value)[], origin: Origin): Value {
  const [first] = parts;
  const isPlain = parts.length === 1 && typeof first === 'string' && !first.includes(dynamicStart);
  if (isPlain) return { kind: 'literal', text: first, origin };
  const flat = withDynamicReferences(parts.flatMap(flattened), origin).filter((part) => part !== '');
  if (flat.every((part) => typeof part === 'string')) return { kind: 'literal', text: flat.join(''), origin };
  const only = flat.length === 1 ? (flat[0] as Value) : undefined;
  if (only?.kind === 'reference' || only?.kind === 'parameter' || only?.kind === 'branches') return only;
  return { kind: 'template', parts: flat, origin };
}

function flattened(part: string | Value): readonly (string | Value)[] {
  if (typeof part === 'string') return [part];
  return part.kind === 'literal' ? [part.text] : part.kind === 'template' ? part.parts : [part];
}

const dynamicStart = '{{resolve:';

/** The parts with each `{{resolve:...}}` as a hole; it may itself have holes, which stay for what they refer to. */
function withDynamicReferences(parts: readonly (string | Value)[], origin: Origin): readonly (string | Value)[] {
  if (!parts.some((part) => typeof part === 'string' && part.includes(dynamicStart))) return parts;
  const resolved: (string | Value)[] = [];
  let inside = false;
  for (const part of parts) {
    if (typeof part !== 'string') {
      resolved.push(part);
      continue;
    }
    for (let at = 0; at < part.length; ) {
      const mark = part.indexOf(inside ? '}}' : dynamicStart, at);
      const end = mark < 0 ? part.length : mark;
      if (!inside) resolved.push(part.slice(at, end));
      if (!inside && mark >= 0) resolved.push({ kind: 'unknown', reason: 'a dynamic reference', origin });
      at = mark < 0 ? part.length : mark + (inside ? '}}' : dynamicStart).length;
      if (mark >= 0) inside = !inside;
    }
  }
  // What is not closed may be the first piece of a text that is joined.
  return inside ? parts : resolved;
}

/** The pieces between the delimiters of a text. Where the text stands as it is, so do they; else they stand for `whole`. */
export function split(text: Literal, delimiter: string, whole: Origin, trimmed = false): ListValue {
  const items: Literal[] = [];
  let at = 0;
  for (const written of text.text.split(delimiter)) {
    const piece = trimmed ? written.trim() : written;
    const start = at + written.indexOf(piece);
    items.push({
      kind: 'literal',
      text: piece,
      origin: originOfPart(text.origin, text.text, start, start + piece.length) ?? whole,
    });
    at += written.length + delimiter.length;
  }
  return { kind: 'list', items, open: false, origin: text.origin };
}
