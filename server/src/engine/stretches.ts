import type { Origin } from '../model/origin';
import { escapePattern } from '../model/value';
import { contentOf } from '../syntax/embedded';
import { originWithin, type ScalarNode, type Span, type SyntaxNode } from '../syntax/node';

/** The one stretch of the scalars in a node that is a text; `undefined` where it stands there more than once. */
export function stretchOf(node: SyntaxNode, text: string): Origin | undefined {
  const found = scalarsIn(node).flatMap((scalar) => {
    const starts = [...contentOf(scalar).matchAll(new RegExp(escapePattern(text), 'g'))].map(({ index }) => index);
    return starts.map((start) => originWithin(scalar, start, start + text.length));
  });
  return found.length === 1 ? found[0] : undefined;
}

function scalarsIn(node: SyntaxNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'map') return node.pairs.flatMap(({ value }) => scalarsIn(value));
  return node.kind === 'list' ? node.items.flatMap(scalarsIn) : [];
}

/**
 * Whether a text can stand where a word or the content of a string stands in an expression: a bare word gives way to
 * another such word only, a key without quotes to another such key, and nothing may end the string or begin a hole.
 */
export function fitsExpression(expression: string, { start, end }: Span, text: string): boolean {
  const written = expression.slice(start, end);
  const bare = /^(?:true|false|\d+(?:\.\d+)?)$/;
  if (bare.test(written)) return bare.test(text);
  const isKey = /^\s*[=:]/.test(expression.slice(end));
  return isKey ? /^[A-Za-z_][\w-]*$/.test(text) : !/["\\\r\n]|[$%]\{/.test(text);
}
