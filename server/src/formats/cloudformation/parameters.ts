import type { Origin } from '../../model/origin';
import type { Literal, Parameter, Value } from '../../model/value';
import { child, originOf, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Restriction } from './scope';
import type { TemplateEntry } from './template';
import { asText, split } from './text';

/** What a parameter of a template may come to. */
export function lowerParameter(entry: TemplateEntry): Parameter {
  const body = entry.pair.value;
  const parameter: Parameter = { kind: 'parameter', name: entry.name, origin: originOf(entry.pair.key) };
  const type = scalarText(child(body, 'Type')) ?? '';
  // The default is the name under which the value is kept, not the value; and so are the values that are allowed.
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return parameter;
  const [written] = literalsIn(child(body, 'Default'));
  if (isListType(type)) return written ? { ...parameter, fallback: listFallback(written) } : parameter;
  const allowed = literalsIn(child(body, 'AllowedValues'));
  return {
    ...parameter,
    ...(written && { fallback: asText([written], written.origin) }),
    ...(allowed.length > 0 && { allowed }),
  };
}

/** A parameter of a template that another nests: what it is given counts, and nothing else is allowed. */
export function givenParameter(entry: TemplateEntry, argument: Value | undefined): Parameter {
  const parameter = lowerParameter(entry);
  if (!argument || argument.kind === 'notWritten') return parameter;
  const { kind, name, origin } = parameter;
  if (argument.kind === 'parameter') return { ...argument, name, origin };
  if (argument.kind !== 'literal') return { kind, name, origin, fallback: argument };
  if (isListType(scalarText(child(entry.pair.value, 'Type')) ?? '')) {
    return { kind, name, origin, fallback: listFallback(argument) };
  }
  return { kind, name, origin, fallback: argument, allowed: [argument] };
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
export function restricted(parameter: Parameter, restriction: Restriction | undefined, use: Origin): Parameter {
  const { name, fallback } = parameter;
  const used: Parameter = { ...parameter, origin: use };
  if (!restriction) return used;
  const { oneOf, noneOf } = restriction;
  const isPossible = (text: string) => (!oneOf || oneOf.includes(text)) && !noneOf.includes(text);
  const named = oneOf?.map((text): Literal => ({ kind: 'literal', text, origin: use }));
  const allowed = (parameter.allowed ?? named)?.filter(({ text }) => isPossible(text));
  const keepsFallback = fallback && (fallback.kind !== 'literal' || isPossible(fallback.text));
  return {
    kind: 'parameter',
    name,
    origin: use,
    ...(keepsFallback && { fallback }),
    ...(allowed?.length && { allowed }),
  };
}
