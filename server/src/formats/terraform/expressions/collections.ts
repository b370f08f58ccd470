import type { Origin } from '../../../model/origin';
import { type Field, type ListValue, textOf, type Value } from '../../../model/value';
import { itemOf, soleReference } from './access';
import type { TerraformFunction } from './functions';
import { truthValue } from './operators';
import { areEqual, constantTruth, constantValue, invalid, listValue, mapValue, numberOf, unknown } from './results';

/** The functions on lists and maps. See https://developer.hashicorp.com/terraform/language/functions. */
export const collectionFunctions: Readonly<Record<string, TerraformFunction>> = {
  merge,
  concat: (args, origin) => {
    const lists = args.filter((one) => one.kind === 'list');
    const open = lists.length < args.length || lists.some((list) => list.open);
    return listValue(
      lists.flatMap((list) => list.items),
      origin,
      open,
    );
  },
  flatten: ([list], origin) => (list?.kind === 'list' ? flattened(list, origin) : undefined),
  compact: onList((list) => ({ ...list, items: list.items.filter((item) => !isBlank(item)) })),
  distinct: onList(distinct),
  toset: onList(distinct),
  reverse: onList((list) => ({ ...list, items: [...list.items].reverse() })),
  setunion: (args, origin) => {
    const all = args.every((one): one is ListValue => one.kind === 'list') ? args : undefined;
    return all && distinct({ kind: 'list', items: all.flatMap((l) => l.items), open: all.some((l) => l.open), origin });
  },
  slice: ([list, from, to]) => {
    const [start, end] = [numberOf(from), numberOf(to)];
    if (list?.kind !== 'list' || list.open || start === undefined || end === undefined) return undefined;
    return { ...list, items: list.items.slice(start, end) };
  },
  element: ([list, index], origin) => {
    if (list?.kind === 'list' && list.items.length > 0 && !list.open) {
      const at = numberOf(index);
      return at === undefined ? undefined : list.items.at(at % list.items.length);
    }
    return list && index && itemOf(list, index, origin);
  },
  one: ([list], origin) => {
    if (list?.kind === 'notWritten') return list;
    if (list?.kind !== 'list') return undefined;
    if (list.open) return soleReference(list);
    const [first, ...others] = list.items;
    if (others.length > 0) return invalid('more than one item', origin);
    return first ?? { kind: 'notWritten', origin };
  },
  length: ([value], origin) => {
    const size = sizeOf(value);
    return size === undefined ? undefined : constantValue(size, origin);
  },
  contains: ([list, wanted], origin) => {
    if (list?.kind !== 'list' || !wanted) return undefined;
    const answers = list.items.map((item) => areEqual(item, wanted));
    if (answers.includes(true)) return truthValue(true, origin);
    return list.open || answers.includes(undefined) ? undefined : truthValue(false, origin);
  },
  alltrue: ([list], origin) => quantified(list, false, origin),
  anytrue: ([list], origin) => quantified(list, true, origin),
  keys: ([map], origin) => {
    if (map?.kind !== 'map') return undefined;
    const keys = sortedFields(map.fields).map(([text, { key }]): Value => ({ kind: 'literal', text, origin: key }));
    return listValue(keys, origin, map.open);
  },
  values: ([map], origin) => {
    if (map?.kind === 'reference') return listValue([map], origin, true);
    if (map?.kind !== 'map') return undefined;
    return listValue(
      sortedFields(map.fields).map(([, field]) => field.value),
      origin,
      map.open,
    );
  },
  lookup: ([map, key, fallback], origin) => {
    const name = textOf(key);
    if (map?.kind !== 'map' || name === undefined) return undefined;
    const found = map.fields.get(name)?.value;
    return found ?? (map.open ? undefined : (fallback ?? invalid(`there is no ${name}`, origin)));
  },
  zipmap: ([keys, values], origin) => {
    if (keys?.kind !== 'list' || values?.kind !== 'list' || keys.open || values.open) return undefined;
    const fields = new Map<string, Field>();
    for (const [i, key] of keys.items.entries()) {
      const value = values.items[i];
      if (key.kind !== 'literal' || !value) return undefined;
      fields.set(key.text, { key: key.origin, value });
    }
    return mapValue(fields, origin);
  },
};

/** The later argument wins. One that is not wholly known may have any key. */
function merge(args: readonly Value[], origin: Origin): Value {
  const fields = new Map<string, Field>();
  let open = false;
  for (const map of args) {
    if (map.kind === 'notWritten') continue;
    if (map.kind !== 'map' || map.open) {
      open = true;
      for (const [name, { key }] of fields)
        fields.set(name, { key, value: unknown('merged with what is not known', key) });
    }
    for (const [name, field] of map.kind === 'map' ? map.fields : []) fields.set(name, field);
  }
  return mapValue(fields, origin, open);
}

function onList(apply: (list: ListValue) => Value): TerraformFunction {
  return ([list]) => (list?.kind === 'list' ? apply(list) : undefined);
}

function flattened(list: ListValue, origin: Origin): Value {
  let { open } = list;
  const items = list.items.flatMap((item): readonly Value[] => {
    if (item.kind === 'list') {
      const inner = flattened(item, origin);
      if (inner.kind !== 'list') return [];
      if (inner.open) open = true;
      return inner.items;
    }
    if (item.kind !== 'unknown' && item.kind !== 'branches' && item.kind !== 'parameter') return [item];
    open = true;
    return [];
  });
  return listValue(items, origin, open);
}

/** A list without what repeats in it. Items that cannot be told apart stay. */
function distinct(list: ListValue): Value {
  const texts = new Set<string>();
  const items = list.items.filter((item) => {
    if (item.kind !== 'literal') return true;
    const isNew = !texts.has(item.text);
    texts.add(item.text);
    return isNew;
  });
  return { ...list, items };
}

function isBlank(item: Value): boolean {
  return item.kind === 'notWritten' || (item.kind === 'literal' && item.text === '');
}

function sizeOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'literal') return [...value.text].length;
  if (value?.kind === 'list' && !value.open) return value.items.length;
  return value?.kind === 'map' && !value.open ? value.fields.size : undefined;
}

function quantified(list: Value | undefined, any: boolean, origin: Origin): Value | undefined {
  if (list?.kind !== 'list') return undefined;
  const truths = list.items.map(constantTruth);
  if (truths.includes(any)) return truthValue(any, origin);
  return list.open || truths.includes(undefined) ? undefined : truthValue(!any, origin);
}

function sortedFields(fields: ReadonlyMap<string, Field>): [string, Field][] {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A map of pairs, each a list. Where a key comes several times, its values are grouped or nobody can tell. */
export function mapOfPairs(
  pairs: readonly Value[],
  { groups, open: incomplete }: { readonly groups: boolean; readonly open: boolean },
  origin: Origin,
): Value {
  const fields = new Map<string, Field>();
  let open = incomplete;
  for (const pair of pairs) {
    const [key, value] = pair.kind === 'list' ? pair.items : [];
    if (key?.kind !== 'literal' || !value) {
      open = true;
      continue;
    }
    const known = fields.get(key.text)?.value;
    const grouped = groups ? listValue([...(known?.kind === 'list' ? known.items : []), value], origin) : value;
    fields.set(key.text, { key: key.origin, value: grouped });
  }
  return mapValue(fields, origin, open);
}
