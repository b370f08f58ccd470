import type { Origin } from '../../../model/origin';
import type { ListValue, Value } from '../../../model/value';
import { invalid, isInvalid, lift, liftOne, listValue, numberOf, unknown } from './results';

/** `of.name`. */
export function attributeOf(of: Value, name: string, origin: Origin): Value {
  return liftOne(of, (value): Value => {
    switch (value.kind) {
      case 'map':
        return value.fields.get(name)?.value ?? missing(name, value.open, origin);
      case 'reference':
        return { ...value, attribute: value.attribute === undefined ? name : `${value.attribute}.${name}` };
      case 'unknown':
        return value;
      default:
        return invalid(`there is no ${name}`, origin);
    }
  });
}

/** `of[key]`. */
export function itemOf(of: Value, key: Value, origin: Origin): Value {
  return lift([of, key], ([value, at]): Value => {
    if (!value || !at || isInvalid(at)) return invalid('no such index', origin);
    if (value.kind === 'unknown') return value;
    if (value.kind === 'reference') {
      const { attribute } = value;
      return attribute === undefined ? value : { ...value, attribute: `${attribute}[${numberOf(at) ?? ''}]` };
    }
    if (at.kind !== 'literal') return unknown('an index that is not known', origin);
    if (value.kind === 'map') return value.fields.get(at.text)?.value ?? missing(at.text, value.open, origin);
    if (value.kind !== 'list') return invalid('it has no items', origin);
    if (value.open) return soleReference(value) ?? unknown('a list that is not wholly known', origin);
    return value.items[numberOf(at) ?? -1] ?? invalid('no such index', origin);
  });
}

/** `of[*]`, each item handed on. */
export function splatOf(of: Value, each: (item: Value) => Value, origin: Origin): Value {
  return liftOne(of, (value): Value => {
    if (value.kind === 'unknown') return value;
    if (value.kind === 'notWritten') return listValue([], origin);
    if (value.kind === 'reference') return listValue([each(value)], origin, true);
    const items = (value.kind === 'list' ? value.items : [value]).map(each);
    return items.find(isInvalid) ?? listValue(items, origin, value.kind === 'list' && value.open);
  });
}

/**
 * The reference that a list of unknown length repeats: all instances of a resource have one address here, so each item
 * of `aws_s3_bucket.b[*].id` is that reference.
 */
export function soleReference(list: ListValue): Value | undefined {
  const [only, ...others] = list.items;
  return only?.kind === 'reference' && others.length === 0 ? only : undefined;
}

function missing(name: string, open: boolean, origin: Origin): Value {
  return open ? unknown(`${name} may be there`, origin) : invalid(`there is no ${name}`, origin);
}
