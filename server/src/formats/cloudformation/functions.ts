import { type Likelihood, overCases, textOf, type Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { originOf, type SyntaxNode } from '../../syntax/node';
import { argumentsOf, argumentText, type Intrinsic } from './intrinsics';
import { findInMap } from './mappings';
import { useOf } from './parameters';
import { parametersOfType, type Scope, withVariables } from './scope';
import { derived, putTogether, split, substitutedParts, unknown } from './text';
import { lowerArgument, lowerValue } from './values';

/** What an intrinsic function comes to, as far as the template tells. */
export function lowerIntrinsic(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  switch (intrinsic.name) {
    case 'Ref':
      return ref(node, intrinsic, scope);
    case 'GetAtt':
      return getAttribute(node, intrinsic, scope);
    case 'If':
      return branches(node, intrinsic, scope);
    case 'Sub':
      return substitute(node, intrinsic, scope);
    case 'Join':
      return join(node, intrinsic, scope);
    case 'Split':
      return splitText(node, intrinsic, scope);
    case 'Select':
      return select(node, intrinsic, scope);
    case 'Length':
      return length(node, intrinsic, scope);
    case 'FindInMap':
      return findInMap(node, intrinsic, scope);
    case 'ToJsonString':
      // What a text is made of says all that the text says, and takes a fix where it is written.
      return lowerArgument(intrinsic, scope);
    case 'Base64':
      return derived(node, [lowerArgument(intrinsic, scope)], 'Fn::Base64');
    case 'RefAll':
      return referToAll(node, intrinsic, scope);
    case 'Cidr':
    case 'GetAZs':
      return { kind: 'list', items: [], open: true, origin: originOf(node) };
    default:
      return unknown(node, `Fn::${intrinsic.name}`);
  }
}

/** The name that a function refers to; with the language extensions it may itself be computed. */
function nameIn(intrinsic: Intrinsic, scope: Scope): string | undefined {
  const text = argumentText(intrinsic);
  if (text !== undefined) return withVariables(text, scope);
  return intrinsic.short ? undefined : textOf(lowerValue(intrinsic.argument, scope));
}

function ref(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const name = nameIn(intrinsic, scope);
  return name === undefined ? unknown(node, 'Ref') : refer(name, node, scope);
}

/** What all parameters of a type are given, which only `Rules` may ask for. */
function referToAll(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const items = parametersOfType(argumentText(intrinsic), scope).map((name) => refer(name, node, scope));
  return { kind: 'list', items, open: false, origin: originOf(node) };
}

function refer(name: string, node: SyntaxNode, scope: Scope): Value {
  const origin = originOf(node);
  const variable = scope.variables.get(name);
  if (variable !== undefined) return { kind: 'literal', text: variable, origin };
  if (name === 'AWS::NoValue') return { kind: 'notWritten', origin };
  if (name === 'AWS::NotificationARNs') return { kind: 'list', items: [], open: true, origin };
  const parameter = scope.parameters.get(name);
  if (parameter) return useOf(parameter, scope.assumed, origin);
  if (scope.resources.has(name)) return { kind: 'reference', to: scope.prefix + name, origin };
  return unknown(node, name.startsWith('AWS::') ? `the pseudo parameter ${name}` : `nothing is named ${name}`);
}

/** What a name inside `${...}` stands for: something of the template, or an attribute of it. */
export function referTo(name: string, node: SyntaxNode, scope: Scope): Value {
  const dot = name.indexOf('.');
  return dot > 0 ? attributeOf(name, dot, node, scope) : refer(name, node, scope);
}

function getAttribute(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const path =
    intrinsic.argument.kind === 'list'
      ? argumentsOf(intrinsic)
          .map((item) => textOf(lowerValue(item, scope)) ?? '')
          .join('.')
      : nameIn(intrinsic, scope);
  const dot = path?.indexOf('.') ?? -1;
  return path === undefined || dot < 0 ? unknown(node, 'Fn::GetAtt') : attributeOf(path, dot, node, scope);
}

function attributeOf(path: string, dot: number, node: SyntaxNode, scope: Scope): Value {
  const to = path.slice(0, dot);
  if (!scope.resources.has(to)) return unknown(node, `nothing is named ${to}`);
  const attribute = path.slice(dot + 1);
  const output = attribute.startsWith('Outputs.') ? scope.output(to, attribute.slice('Outputs.'.length)) : undefined;
  return output ?? { kind: 'reference', to: scope.prefix + to, attribute, origin: originOf(node) };
}

function branches(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [condition, whenTrue, whenFalse] = argumentsOf(intrinsic);
  const name = condition && textOf(lowerValue(condition, scope));
  if (name === undefined || !whenTrue || !whenFalse) return unknown(node, 'Fn::If');
  const cases: { likelihood: Likelihood; value: Value }[] = [];
  for (const [wanted, branch] of [
    [true, whenTrue],
    [false, whenFalse],
  ] as const) {
    const likelihood = scope.conditions.likelihood(name, wanted, scope);
    if (!likelihood) continue;
    const assumed = scope.conditions.assuming(name, wanted, scope);
    cases.push({ likelihood, value: lowerValue(branch, { ...scope, assumed }) });
  }
  const [first, ...others] = cases;
  if (first && others.length === 0) return first.value;
  return { kind: 'branches', cases, origin: originOf(node) };
}

function substitute(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [listed, extra] = argumentsOf(intrinsic);
  const text = listed ?? intrinsic.argument;
  if (text.kind !== 'scalar' || (text.tag && text !== node)) return unknown(node, 'Fn::Sub');
  const parts = substitutedParts(text, withVariables(contentOf(text), scope), (name) => {
    const own = extra?.kind === 'map' ? extra.get(name) : undefined;
    return own ? lowerValue(own, scope) : referTo(name, text, scope);
  });
  return putTogether(parts, originOf(text));
}

function join(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [delimiter, list] = argumentsOf(intrinsic);
  const separator = delimiter && lowerValue(delimiter, scope);
  if (separator?.kind !== 'literal' || !list) return unknown(node, 'Fn::Join');
  return overCases(lowerValue(list, scope), (value) => {
    const items = itemsOf(value)?.flatMap((item) => itemsOf(item) ?? [item]);
    if (!items) return derived(node, [value], 'Fn::Join');
    return putTogether(
      items.flatMap((item, i) => (i > 0 ? [separator, item] : [item])),
      originOf(node),
    );
  });
}

function splitText(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [delimiter, source] = argumentsOf(intrinsic);
  const separator = delimiter && textOf(lowerValue(delimiter, scope));
  if (!separator || !source) return unknown(node, 'Fn::Split');
  return overCases(lowerValue(source, scope), (value) =>
    value.kind === 'literal' ? split(value, separator, originOf(node)) : derived(node, [value], 'Fn::Split'),
  );
}

function select(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [index, list] = argumentsOf(intrinsic);
  if (!index || !list) return unknown(node, 'Fn::Select');
  const from = lowerValue(list, scope);
  return overCases(lowerValue(index, scope), (at) =>
    overCases(from, (value) => {
      const position = at.kind === 'literal' && /^\d+$/.test(at.text) ? Number(at.text) : undefined;
      const item = position === undefined ? undefined : (itemsOf(value)?.[position] ?? eachOf(value));
      return item ?? derived(node, [value], 'Fn::Select');
    }),
  );
}

function length(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  return overCases(lowerArgument(intrinsic, scope), (value) => {
    const items = itemsOf(value);
    return items
      ? { kind: 'literal', text: String(items.length), origin: originOf(node) }
      : unknown(node, 'Fn::Length');
  });
}

/** What every item of a list comes to, where only that is known of them. */
function eachOf(value: Value): Value | undefined {
  return value.kind === 'list' && value.items.length === 0 ? value.each : undefined;
}

/** The items of a list, where it is known which there are. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'list' || value.open) return undefined;
  const items = value.items.filter((item) => item.kind !== 'notWritten');
  return items.some(mayBeMissing) ? undefined : items;
}

function mayBeMissing(item: Value): boolean {
  return (
    item.kind === 'branches' && item.cases.some((one) => one.value.kind === 'notWritten' || mayBeMissing(one.value))
  );
}
