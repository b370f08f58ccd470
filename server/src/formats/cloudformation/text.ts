import type { Origin } from '../../model/origin';
import { type ListValue, type Literal, mentions, type Value } from '../../model/value';
import { originOf, originWithin, placeOf, type ScalarNode, type Span, type SyntaxNode } from '../../syntax/node';

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

/** The parts of a `Fn::Sub` text, each hole as what it stands for. */
export function substitutedParts(text: string, holeValue: (name: string) => Value): (string | Value)[] {
  const parts: (string | Value)[] = [];
  let at = 0;
  for (const { start, end } of substitutionHoles(text)) {
    parts.push(unescapeHoles(text.slice(at, start)), holeValue(text.slice(start + 2, end - 1).trim()));
    at = end;
  }
  return [...parts, unescapeHoles(text.slice(at))];
}

function unescapeHoles(text: string): string {
  return text.replace(/\$\{!/g, '${');
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
    items.push({ kind: 'literal', text: piece, origin: pieceOf(text, start, start + piece.length) ?? whole });
    at += written.length + delimiter.length;
  }
  return { kind: 'list', items, open: false, origin: text.origin };
}

/** Findings are told apart by their origins, so each piece of a scalar has one, however often it is asked for. */
const pieces = new WeakMap<ScalarNode, Map<string, Origin>>();

function pieceOf(text: Literal, start: number, end: number): Origin | undefined {
  const { node, span } = placeOf(text.origin);
  const from = span?.start ?? 0;
  if (node.kind !== 'scalar' || node.tag || !node.text.startsWith(text.text, from)) return undefined;
  const known = pieces.get(node) ?? new Map<string, Origin>();
  pieces.set(node, known);
  const key = `${from + start} ${from + end}`;
  const origin = known.get(key) ?? originWithin(node, from + start, from + end);
  known.set(key, origin);
  return origin;
}
