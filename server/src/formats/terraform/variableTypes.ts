import type { Field, ListValue, MapValue, Value } from '../../model/value';
import type { Call, Expression, ObjectOf } from '../../syntax/hcl/tree';
import { liftOne } from './expressions/results';

type Evaluate = (expression: Expression) => Value;

/**
 * A value as a variable of a type holds it: what is left out of an object, or is null, has the default that
 * `optional(type, default)` tells, and is null where that tells none.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints#optional-object-type-attributes
 */
export function filledIn(value: Value, type: Expression | undefined, evaluate: Evaluate): Value {
  if (type?.kind !== 'call') return value;
  const [inner] = type.args;
  return liftOne(value, (one): Value => {
    if (one.kind === 'list') return filledList(one, type, evaluate);
    if (one.kind !== 'map') return one;
    return inner?.kind === 'object' ? filledObject(one, inner, evaluate) : filledMap(one, inner, evaluate);
  });
}

function filledList(list: ListValue, { name, args: [inner] }: Call, evaluate: Evaluate): Value {
  const typeOf = (i: number) => (name === 'tuple' && inner?.kind === 'list' ? inner.items[i] : inner);
  return { ...list, items: list.items.map((item, i) => filledIn(item, typeOf(i), evaluate)) };
}

function filledMap(map: MapValue, type: Expression | undefined, evaluate: Evaluate): Value {
  const fields = [...map.fields].map(
    ([name, { key, value }]) => [name, { key, value: filledIn(value, type, evaluate) }] as const,
  );
  return { ...map, fields: new Map(fields) };
}

function filledObject(map: MapValue, { entries }: ObjectOf, evaluate: Evaluate): Value {
  const fields = new Map<string, Field>(map.fields);
  for (const { key: written, value: type } of entries) {
    const name = evaluate(written);
    if (name.kind !== 'literal') continue;
    const isOptional = type.kind === 'call' && type.name === 'optional';
    const [own, fallback] = isOptional ? type.args : [type];
    const { key, value } = fields.get(name.text) ?? {
      key: name.origin,
      value: isOptional ? nothingAt(name) : undefined,
    };
    if (!value) continue;
    const orDefault = fallback
      ? liftOne(value, (one) => (one.kind === 'notWritten' ? evaluate(fallback) : one))
      : value;
    fields.set(name.text, { key, value: filledIn(orDefault, own, evaluate) });
  }
  return { ...map, fields };
}

function nothingAt({ origin }: Value): Value {
  return { kind: 'notWritten', origin };
}
