import type { Field, MapValue, Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { originOf, type ScalarNode, type Span, type SyntaxNode } from '../../syntax/node';
import { commentKey } from './structure';

/** What expressions of a module may refer to. */
export interface Scope {
  variable(name: string, use: SyntaxNode): Value | undefined;
  local(name: string): Value | undefined;
  /** Whether a resource of this address stands in the unit. */
  has(address: string): boolean;
  /** A plan's strings are values already: no holes. */
  readonly literal?: boolean;
}

/** What a node of a configuration says. */
export function lowerValue(node: SyntaxNode, scope: Scope): Value {
  const origin = originOf(node);
  switch (node.kind) {
    case 'scalar':
      return lowerScalar(node, scope);
    case 'list':
      return { kind: 'list', items: node.items.map((item) => lowerValue(item, scope)), open: false, origin };
    case 'map':
      return lowerMap(node, scope);
    default:
      return { kind: 'unknown', reason: 'an alias', origin };
  }
}

/** What a map of a configuration says. A `dynamic` block may write any block, so it leaves the map open. */
export function lowerMap(node: SyntaxNode, scope: Scope): MapValue {
  const fields = new Map<string, Field>();
  let open = node.kind !== 'map' || node.open;
  for (const { key, value } of node.kind === 'map' ? node.pairs : []) {
    if (key.text === commentKey) continue;
    if (key.text === 'dynamic') open = true;
    const lowered: Value = fields.has(key.text)
      ? { kind: 'unknown', reason: 'written twice', origin: originOf(key) }
      : lowerValue(value, scope);
    fields.set(key.text, { key: originOf(key), value: lowered });
  }
  return { kind: 'map', fields, open, origin: originOf(node) };
}

function lowerScalar(node: ScalarNode, scope: Scope): Value {
  const origin = originOf(node);
  if (node.style === 'plain' && node.text === '')
    return { kind: 'unknown', reason: 'nothing is written here yet', origin };
  if (node.isNull) return { kind: 'notWritten', origin };
  const text = contentOf(node);
  if (scope.literal || node.style === 'plain' || !/[$%]\{/.test(text)) return { kind: 'literal', text, origin };
  return template(text, node, scope);
}

/**
 * The holes of a template, as stretches of its text; `undefined` where they cannot be told apart (`%{` directives, a
 * hole that does not end). `$${` is the literal text `${`.
 */
export function templateHoles(text: string): Span[] | undefined {
  const holes: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('$${', at) || text.startsWith('%%{', at)) at += 2;
    else if (text.startsWith('%{', at)) return undefined;
    else if (text.startsWith('${', at)) {
      const end = endOfHole(text, at + 2);
      if (end === undefined) return undefined;
      holes.push({ start: at, end });
      at = end - 1;
    }
  }
  return holes;
}

/** Where a hole ends, braces and quoted strings inside it skipped. */
function endOfHole(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') {
      const close = /(?:[^"\\]|\\[\s\S])*"/y;
      close.lastIndex = at + 1;
      if (!close.test(text)) return undefined;
      at = close.lastIndex - 1;
    } else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function template(text: string, node: ScalarNode, scope: Scope): Value {
  const origin = originOf(node);
  const holes = templateHoles(text);
  if (!holes) return { kind: 'unknown', reason: 'a template with directives', origin };
  const parts: (string | Value)[] = [];
  let at = 0;
  for (const { start, end } of holes) {
    if (start > at) parts.push(unescapeText(text.slice(at, start)));
    parts.push(expression(text.slice(start + 2, end - 1).trim(), node, scope));
    at = end;
  }
  if (at < text.length) parts.push(unescapeText(text.slice(at)));
  const flat = parts.map((part) => (typeof part !== 'string' && part.kind === 'literal' ? part.text : part));
  if (flat.every((part) => typeof part === 'string')) return { kind: 'literal', text: flat.join(''), origin };
  return flat.length === 1 ? { ...(parts[0] as Value), origin } : { kind: 'template', parts: flat, origin };
}

function unescapeText(text: string): string {
  return text.replace(/([$%])\1\{/g, '$1{');
}

const attributeAccess = /^([a-z]\w*)\.([A-Za-z_][\w-]*)(?:\[[^\]]*\])?\.([\w.*[\]-]+)$/;
const named = /^(var|local)\.([A-Za-z_][\w-]*)$/;
const constant = /^(?:true|false|null|-?\d+(?:\.\d+)?)$/;

/** What an expression comes to, where it is a constant, a name or an attribute of a resource; else unknown. */
function expression(source: string, node: SyntaxNode, scope: Scope): Value {
  const origin = originOf(node);
  if (source === 'null') return { kind: 'notWritten', origin };
  if (constant.test(source)) return { kind: 'literal', text: source, origin };
  const name = named.exec(source);
  const known = name && (name[1] === 'var' ? scope.variable(name[2] as string, node) : scope.local(name[2] as string));
  if (known) return known;
  const access = attributeAccess.exec(source);
  const address = access && `${access[1]}.${access[2]}`;
  if (access && address && scope.has(address)) {
    return { kind: 'reference', to: address, attribute: access[3] as string, origin };
  }
  return {
    kind: 'unknown',
    reason: `the expression ${source.length > 60 ? `${source.slice(0, 57)}...` : source}`,
    origin,
  };
}
