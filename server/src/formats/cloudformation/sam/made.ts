import type { Origin } from '../../../model/origin';
import type { Resource, WrittenIn } from '../../../model/resource';
import { both, cases, either, type Field, type Likelihood, type MapValue, type Value } from '../../../model/value';

/** What sets a resource that SAM makes apart from the one that it makes it of. */
export interface Made extends Pick<Resource, 'type' | 'name' | 'nameOrigin'> {
  readonly fields: Iterable<readonly [string, Field | undefined]>;
  /** There may be more than the fields. */
  readonly open?: boolean;
  /** Where its properties are written; without it no fix writes any. */
  readonly writtenIn?: WrittenIn;
  readonly likelihood?: Likelihood;
}

/** A resource that SAM makes of what another says. Its values keep their places. */
export function madeOf(maker: Resource, made: Made): Resource {
  const { type, name, nameOrigin, fields, open = false, writtenIn, likelihood = 'certain' } = made;
  const { typeOrigin: _, writtenIn: __, ...like } = maker;
  const written = [...fields].filter((entry): entry is [string, Field] => entry[1] !== undefined);
  return {
    ...like,
    type,
    name,
    address: beside(maker, name),
    nameOrigin,
    properties: { kind: 'map', fields: new Map(written), open, origin: nameOrigin },
    likelihood: both(maker.likelihood, likelihood),
    ...(writtenIn && { writtenIn }),
  };
}

/** The address of a resource of the same template. */
export function beside({ address, name }: Resource, other: string): string {
  return address.slice(0, address.length - name.length) + other;
}

/** Where the properties of what SAM makes are written: in its maker, each under keys that SAM has for it. */
export function writtenAs(
  { writtenIn }: Resource,
  keys: Readonly<Record<string, readonly string[]>>,
): Pick<Resource, 'writtenIn'> {
  if (!writtenIn) return {};
  const path = (property: string) => {
    const [first, ...others] = keys[property] ?? [];
    const above = first === undefined ? undefined : writtenIn.path(first);
    return above && [...above, ...others];
  };
  return { writtenIn: { origin: writtenIn.origin, path } };
}

/** A key of a map with its value; `undefined` where the value is no map or has no such key. */
export function fieldIn(value: Value | undefined, key: string): Field | undefined {
  return value?.kind === 'map' ? value.fields.get(key) : undefined;
}

/** A map without some of its keys. */
export function without(map: MapValue, keys: readonly string[]): MapValue {
  return { ...map, fields: new Map([...map.fields].filter(([key]) => !keys.includes(key))) };
}

/** A field that nobody wrote, in the place of what it follows from. */
export function impliedField(value: Value): Field {
  return { key: value.origin, value };
}

/** What SAM writes itself; only it knows what. */
export function knownToSam(origin: Origin): Value {
  return { kind: 'unknown', reason: 'SAM writes it', origin };
}

/** How likely it is that a property is not written; `undefined` where it is written, or may be out of sight. */
export function likelihoodWithout({ fields, open }: MapValue, property: string): Likelihood | undefined {
  const field = fields.get(property);
  if (!field) return open ? undefined : 'certain';
  const missing = cases(field.value).filter(({ value }) => value.kind === 'notWritten');
  const [first, ...others] = missing.map(({ likelihood }) => likelihood);
  return first && others.reduce(either, first);
}
