/**
 * What an edit writes, before a document's own style is put on it. Strings become quoted where they must be; a
 * `Tagged` value is a YAML short form (`!Ref Name`) and never reaches a JSON document.
 */
export type Plain = string | number | boolean | readonly Plain[] | PlainMap | Tagged;

/** A map to be written, its keys in order. */
export interface PlainMap {
  readonly [key: string]: Plain;
}

/** A YAML value with a tag. */
export class Tagged {
  constructor(
    readonly tag: string,
    readonly value: Plain,
  ) {}
}

/** Whether a plain value is a map. */
export function isPlainMap(value: Plain): value is PlainMap {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Tagged);
}

/** Whether a plain value is a list. */
export function isPlainList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
