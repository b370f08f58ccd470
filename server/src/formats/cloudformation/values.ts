import type { Field, Likelihood, Literal, MapValue, Parameter, Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { originOf, type ScalarNode, type Span, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Conditions } from './conditions';
import { argumentsOf, type Intrinsic, intrinsicOf, isMacroKey } from './intrinsics';

/** What values of a template may refer to. */
export interface Scope {
  readonly conditions: Conditions;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly resources: ReadonlySet<string>;
  readonly mappings: SyntaxNode | undefined;
  /** Conditions known to hold where the value stands. */
  readonly assumed: readonly string[];
  /** Inside a JSON document in a string there are no functions; only `Fn::Sub` fills in the holes of its text. */
  readonly inText?: 'literal' | 'template';
}

/** What a node of a template says. */
export function lowerValue(node: SyntaxNode, scope: Scope): Value {
  const intrinsic = scope.inText ? undefined : intrinsicOf(node);
  if (intrinsic) return lowerIntrinsic(node, intrinsic, scope);
  switch (node.kind) {
    case 'scalar':
      return lowerScalar(node, scope);
    case 'list':
      return {
        kind: 'list',
        items: node.items.map((item) => lowerValue(item, scope)),
        open: false,
        origin: originOf(node),
      };
    case 'map':
      return lowerMap(node, scope);
    default:
      return unknown(node, 'an alias');
  }
}

/** What a map of a template says. Keys that stand twice are unknown, macros leave the map open. */
export function lowerMap(node: SyntaxNode, scope: Scope): MapValue {
  const fields = new Map<string, Field>();
  let open = node.kind !== 'map' || node.open;
  for (const { key, value } of node.kind === 'map' ? node.pairs : []) {
    if (!scope.inText && isMacroKey(key.text)) open = true;
    else if (fields.has(key.text)) fields.set(key.text, { key: originOf(key), value: unknown(key, 'written twice') });
    else fields.set(key.text, { key: originOf(key), value: lowerValue(value, scope) });
  }
  return { kind: 'map', fields, open, origin: originOf(node) };
}

function lowerScalar(node: ScalarNode, scope: Scope): Value {
  if (node.isNull) return unknown(node, 'nothing is written here yet');
  const text = contentOf(node);
  if (scope.inText === 'template' && text.includes('${')) return substituted(text, node, scope, undefined);
  if (!text.includes('{{resolve:')) return { kind: 'literal', text, origin: originOf(node) };
  return { kind: 'template', parts: [unknown(node, 'a dynamic reference')], origin: originOf(node) };
}

function unknown(node: SyntaxNode, reason: string): Value {
  return { kind: 'unknown', reason, origin: originOf(node) };
}

function lowerIntrinsic(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  switch (intrinsic.name) {
    case 'Ref':
      return refer(scalarText(intrinsic.argument) ?? '', node, scope);
    case 'GetAtt':
      return getAttribute(node, intrinsic, scope);
    case 'If':
      return branches(node, intrinsic, scope);
    case 'Sub':
      return substitute(node, intrinsic, scope);
    case 'Join':
      return join(node, intrinsic, scope);
    case 'FindInMap':
      return findInMap(node, intrinsic, scope);
    default:
      return unknown(node, `Fn::${intrinsic.name}`);
  }
}

function refer(name: string, node: SyntaxNode, scope: Scope): Value {
  const origin = originOf(node);
  if (name === 'AWS::NoValue') return { kind: 'notWritten', origin };
  const parameter = scope.parameters.get(name);
  if (parameter) return { ...parameter, origin };
  if (scope.resources.has(name)) return { kind: 'reference', to: name, origin };
  return unknown(node, name.startsWith('AWS::') ? `the pseudo parameter ${name}` : `nothing is named ${name}`);
}

function getAttribute(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const { argument } = intrinsic;
  const path =
    argument.kind === 'list' ? argument.items.map((item) => scalarText(item) ?? '').join('.') : scalarText(argument);
  const dot = path?.indexOf('.') ?? -1;
  if (path === undefined || dot < 0) return unknown(node, 'Fn::GetAtt');
  return attributeOf(path, dot, node, scope);
}

function attributeOf(path: string, dot: number, node: SyntaxNode, scope: Scope): Value {
  const to = path.slice(0, dot);
  if (!scope.resources.has(to)) return unknown(node, `nothing is named ${to}`);
  return { kind: 'reference', to, attribute: path.slice(dot + 1), origin: originOf(node) };
}

function branches(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [condition, whenTrue, whenFalse] = argumentsOf(intrinsic);
  const name = scalarText(condition);
  if (name === undefined || !whenTrue || !whenFalse) return unknown(node, 'Fn::If');
  const cases: { likelihood: Likelihood; value: Value }[] = [];
  for (const [wanted, branch] of [
    [true, whenTrue],
    [false, whenFalse],
  ] as const) {
    const likelihood = scope.conditions.likelihood(name, wanted, scope.assumed);
    if (likelihood) cases.push({ likelihood, value: lowerValue(branch, scope) });
  }
  const [first, ...others] = cases;
  if (first && others.length === 0) return first.value;
  return { kind: 'branches', cases, origin: originOf(node) };
}

const hole = /\$\{([^!{}][^{}]*)\}/g;

/** The holes of a `Fn::Sub` text, as stretches of it. `${!Name}` is the literal text `${Name}`. */
export function substitutionHoles(text: string): Span[] {
  return [...text.matchAll(hole)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function substitute(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const { argument } = intrinsic;
  const text = argument.kind === 'list' ? argument.items[0] : argument;
  const extra = argument.kind === 'list' ? argument.items[1] : undefined;
  if (text?.kind !== 'scalar') return unknown(node, 'Fn::Sub');
  return substituted(contentOf(text), text, scope, extra, originOf(text));
}

/** A text with `${...}` holes as `Fn::Sub` reads it. */
export function substituted(
  text: string,
  node: SyntaxNode,
  scope: Scope,
  extra: SyntaxNode | undefined,
  origin = originOf(node),
): Value {
  const parts: (string | Value)[] = [];
  let at = 0;
  for (const { start, end } of substitutionHoles(text)) {
    if (start > at) parts.push(unescapeLiteral(text.slice(at, start)));
    parts.push(holeValue(text.slice(start + 2, end - 1).trim(), node, scope, extra));
    at = end;
  }
  if (at < text.length) parts.push(unescapeLiteral(text.slice(at)));
  return asText(parts, origin);
}

function unescapeLiteral(text: string): string {
  return text.replace(/\$\{!/g, '${');
}

function holeValue(name: string, node: SyntaxNode, scope: Scope, extra: SyntaxNode | undefined): Value {
  const own = extra?.kind === 'map' ? extra.get(name) : undefined;
  if (own) return lowerValue(own, scope);
  const dot = name.indexOf('.');
  return dot > 0 ? attributeOf(name, dot, node, scope) : refer(name, node, scope);
}

/** Text parts as the simplest value they make. */
function asText(parts: readonly (string | Value)[], origin: Literal['origin']): Value {
  const flat = parts.map((part) => (typeof part !== 'string' && part.kind === 'literal' ? part.text : part));
  if (flat.every((part) => typeof part === 'string')) return { kind: 'literal', text: flat.join(''), origin };
  const only = flat.length === 1 ? (flat[0] as Value) : undefined;
  if (only?.kind === 'reference' || only?.kind === 'parameter') return only;
  return { kind: 'template', parts: flat, origin };
}

function join(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [delimiter, list] = argumentsOf(intrinsic);
  const separator = delimiter?.kind === 'scalar' && !delimiter.tag ? delimiter.text : undefined;
  if (separator === undefined || list?.kind !== 'list' || list.tag) return unknown(node, 'Fn::Join');
  const parts = list.items.flatMap((item, i): (string | Value)[] => {
    const value = lowerValue(item, scope);
    const part = value.kind === 'template' ? value.parts : [value];
    return i > 0 && separator ? [separator, ...part] : [...part];
  });
  return asText(parts, originOf(node));
}

function findInMap(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const keys = argumentsOf(intrinsic)
    .slice(0, 3)
    .map((key) => (intrinsicOf(key) ? undefined : scalarText(key)));
  let found = scope.mappings;
  for (const key of keys) found = key !== undefined && found?.kind === 'map' ? found.get(key) : undefined;
  return keys.length === 3 && found ? lowerValue(found, scope) : unknown(node, 'Fn::FindInMap');
}
