import type { Origin } from '../../model/origin';
import { type Literal, type Parameter, textOf, type Value } from '../../model/value';
import { child, originOf, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Assumptions, Restriction, Scope } from './scope';
import type { TemplateEntry } from './template';
import { asText, split } from './text';

/** A parameter of a template. Of one that is given a list, the values that are allowed are those of a member. */
export interface TemplateParameter {
  readonly type: string;
  readonly value: Parameter;
}

/** What a parameter of a template may come to. */
function lowerParameter(entry: TemplateEntry): TemplateParameter {
  const body = entry.pair.value;
  const value: Parameter = { kind: 'parameter', name: entry.name, origin: originOf(entry.pair.key) };
  const type = scalarText(child(body, 'Type')) ?? '';
  // The default is the name under which the value is kept, not the value; and so are the values that are allowed.
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return { type, value };
  const [written] = literalsIn(child(body, 'Default'));
  const fallback = written && (isListType(type) ? listFallback(written) : asText([written], written.origin));
  const allowed = literalsIn(child(body, 'AllowedValues'));
  return { type, value: { ...value, ...(fallback && { fallback }), ...(allowed.length > 0 && { allowed }) } };
}

/** A parameter of a template that another nests: what it is given counts, and nothing else is allowed. */
export function givenParameter(entry: TemplateEntry, argument: Value | undefined): TemplateParameter {
  const parameter = lowerParameter(entry);
  if (!argument || argument.kind === 'notWritten') return parameter;
  const { type } = parameter;
  const { kind, name, origin } = parameter.value;
  if (argument.kind === 'parameter') return { type, value: { ...argument, name, origin } };
  if (argument.kind !== 'literal') return { type, value: { kind, name, origin, fallback: argument } };
  if (isListType(type)) return { type, value: { kind, name, origin, fallback: listFallback(argument) } };
  return { type, value: { kind, name, origin, fallback: argument, allowed: [argument] } };
}

function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

/** The items are trimmed. Whether an empty text is one empty item or none is not documented. */
function listFallback(written: Literal): Value {
  if (written.text.trim() === '') return { kind: 'list', items: [], open: true, origin: written.origin };
  return split(written, ',', written.origin, true);
}

function literalsIn(node: SyntaxNode | undefined): Literal[] {
  return (node?.kind === 'list' ? node.items : node ? [node] : []).flatMap((one) =>
    one.kind === 'scalar' && !one.isNull ? [{ kind: 'literal' as const, text: one.text, origin: originOf(one) }] : [],
  );
}

/** A parameter where it is used, as far as what is known there leaves it values to take. */
export function useOf({ type, value }: TemplateParameter, assumed: Assumptions, use: Origin): Value {
  const { kind, name } = value;
  const restriction = assumed.parameters.get(name);
  const named = restriction?.oneOf?.map((text): Literal => ({ kind: 'literal', text, origin: use }));
  const allowed = (value.allowed ?? named)?.filter(({ text }) => isPossible(text, restriction));
  const used: Parameter = { kind, name, origin: use, ...(allowed?.length && { allowed }) };
  const restrictions = [restriction, assumed.defaults.get(name)];
  const fallback = restrictions.every((one) => mayBe(value.fallback, one)) ? value.fallback : undefined;
  if (!isListType(type)) return fallback ? { ...used, fallback } : used;
  if (fallback || !used.allowed) return { kind, name, origin: use, ...(fallback && { fallback }) };
  return { kind: 'list', items: [], open: true, each: used, origin: use };
}

/** Whether what is assumed leaves each parameter that is given one text a value to take. */
export function hasValues({ parameters }: Pick<Scope, 'parameters'>, assumed: Assumptions): boolean {
  return [...assumed.parameters].every(([name, restriction]) => {
    const parameter = parameters.get(name);
    if (!parameter || isListType(parameter.type)) return true;
    const texts = parameter.value.allowed?.map(({ text }) => text) ?? restriction.oneOf;
    return !texts || texts.some((text) => isPossible(text, restriction));
  });
}

function isPossible(text: string, restriction: Restriction | undefined): boolean {
  return !restriction || ((restriction.oneOf?.includes(text) ?? true) && !restriction.noneOf.includes(text));
}

/** Whether a restriction leaves a default to be taken. */
function mayBe(fallback: Value | undefined, restriction: Restriction | undefined): boolean {
  if (!fallback || !restriction) return true;
  const members = fallback.kind === 'list' ? fallback.items : [fallback];
  const texts = members.flatMap((one) => textOf(one) ?? []);
  const isWhole = texts.length === members.length && !(fallback.kind === 'list' && fallback.open);
  const lacks = isWhole && !restriction.includes.every((text) => texts.includes(text));
  return !lacks && texts.every((text) => isPossible(text, restriction));
}
