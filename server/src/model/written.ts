import type { Resource } from './resource';

/** What a fix writes, before a format has spelled it. */
export type Written =
  | string
  | number
  | boolean
  | readonly Written[]
  | { readonly [key: string]: Written }
  | WrittenReference
  | WrittenText
  | WrittenAccount
  | WrittenRegion
  | WrittenInput;

/** A reference to a resource of the unit. */
export class WrittenReference {
  constructor(
    readonly resource: Resource,
    readonly identifier: 'id' | 'arn',
  ) {}
}

/** Text with references in it. */
export class WrittenText {
  constructor(readonly parts: readonly (string | WrittenReference | WrittenAccount | WrittenRegion)[]) {}
}

/** The account the document is deployed to. */
export class WrittenAccount {}

/** The Region the document is deployed to. */
export class WrittenRegion {}

/** A value that only the user has: it becomes a parameter or variable. */
export class WrittenInput {
  constructor(
    readonly name: string,
    readonly description: string,
    /** A pattern the value has to satisfy. */
    readonly pattern?: string,
    /** Whether the value must never be shown. */
    readonly secret = false,
  ) {}
}

/** The values of a map that are no maps themselves, and the keys that lead to them: what else a document says stays. */
export function leavesOf(fields: { readonly [key: string]: Written }, path: readonly string[] = []): WrittenLeaf[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    isWrittenMap(value) ? leavesOf(value, [...path, key]) : [{ path: [...path, key], value }],
  );
}

/** A value in maps, and the keys that lead to it. */
export interface WrittenLeaf {
  readonly path: readonly string[];
  readonly value: Written;
}

/** References and the like are objects, too, but values as a whole. */
function isWrittenMap(value: Written): value is { readonly [key: string]: Written } {
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}
