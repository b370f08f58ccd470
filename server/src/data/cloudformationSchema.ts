import { cloudFormationSchemaTable, entryOf, pathSteps, type SchemaNode, type SchemaNodes } from './tables';

/**
 * The kind of value a property takes. `object` has named properties, `map` free keys, `json` any document, `any` one of
 * several kinds.
 */
export type PropertyType = 'string' | 'boolean' | 'number' | 'object' | 'map' | 'list' | 'json' | 'any';

/** What a change of a property does to the resource. `unknown`: replaced or not, depending on the change. */
export type Replacement = 'none' | 'unknown' | 'replacement';

/** What the resource specification says of one property. */
export interface PropertySchema {
  readonly type: PropertyType;
  /** True if the property must be written wherever the object around it is. */
  readonly required: boolean;
  readonly replacement: Replacement;
  /** The values it may have, if the specification lists them. */
  readonly allowedValues?: readonly string[];
}

/** What is known of the properties of a resource type. */
export interface ResourceSchema {
  /**
   * True if every property is listed. Otherwise only those are that bear on data protection, and a missing path says
   * nothing.
   */
  readonly complete: boolean;
  /**
   * The paths of all listed properties, such as
   * `BucketEncryption.ServerSideEncryptionConfiguration[*].BucketKeyEnabled`.
   */
  readonly paths: readonly string[];
}

const TYPES: Readonly<Record<string, PropertyType>> = {
  s: 'string',
  b: 'boolean',
  n: 'number',
  o: 'object',
  m: 'map',
  l: 'list',
  j: 'json',
  a: 'any',
};

/** A node of the table, taken apart. */
interface Decoded {
  /** Lists and maps around the value, outermost first: `l` and `m`. */
  readonly containers: string;
  readonly element: string;
  readonly required: boolean;
  readonly replacement: Replacement;
  readonly children: SchemaNodes;
  readonly allowedValues: readonly string[] | undefined;
}

/** What is known of a resource type, or nothing if the table does not list it. */
export function schemaOf(type: string): ResourceSchema | undefined {
  const table = cloudFormationSchemaTable();
  const nodes = nodesOf(type);
  return nodes && { complete: Object.hasOwn(table.complete, type), paths: [...pathsBelow(nodes, '')] };
}

/**
 * What is known of the property at a path. A bracket step enters a list whatever it holds (`Tags[*].Value`,
 * `Tags[Key=a].Value`), and any name enters a map. A property inside one whose change replaces the resource replaces it
 * as well.
 */
export function propertySchema(type: string, path: string): PropertySchema | undefined {
  let children = nodesOf(type);
  let current: Decoded | undefined;
  let containers = '';
  let required = false;
  let replacement: Replacement = 'none';
  for (const step of pathSteps(path)) {
    const container = step.startsWith('[') ? 'l' : 'm';
    if (containers.startsWith(container)) {
      containers = containers.slice(1);
      required = false;
      continue;
    }
    const node = containers === '' && children ? entryOf(children, step) : undefined;
    if (node === undefined) return undefined;
    current = decode(node);
    ({ containers, children, required } = current);
    replacement = stronger(replacement, current.replacement);
  }
  if (current === undefined) return undefined;
  const allowedValues = containers === '' ? current.allowedValues : undefined;
  const propertyType = TYPES[containers.charAt(0) || current.element] ?? 'any';
  return { type: propertyType, required, replacement, ...(allowedValues && { allowedValues }) };
}

function nodesOf(type: string): SchemaNodes | undefined {
  const { complete, partial } = cloudFormationSchemaTable();
  return entryOf(complete, type) ?? entryOf(partial, type);
}

function decode(node: SchemaNode): Decoded {
  const [code, detail] = typeof node === 'string' ? [node, undefined] : node;
  const [, containers = '', element = '', flags = ''] = /^([lm]*)([sbnoja])(.*)$/.exec(code) ?? [];
  return {
    containers,
    element,
    required: flags.includes('!'),
    replacement: flags.includes('R') ? 'replacement' : flags.includes('r') ? 'unknown' : 'none',
    children: isNodes(detail) ? detail : {},
    allowedValues: isNodes(detail) ? undefined : detail,
  };
}

function isNodes(detail: SchemaNodes | readonly string[] | undefined): detail is SchemaNodes {
  return detail !== undefined && !Array.isArray(detail);
}

function stronger(left: Replacement, right: Replacement): Replacement {
  const order: readonly Replacement[] = ['none', 'unknown', 'replacement'];
  return order.indexOf(left) > order.indexOf(right) ? left : right;
}

function* pathsBelow(nodes: SchemaNodes, prefix: string): Generator<string> {
  for (const [name, node] of Object.entries(nodes)) {
    const { containers, children } = decode(node);
    yield prefix + name;
    yield* pathsBelow(children, `${prefix}${name}${containers.replace(/l/g, '[*]').replace(/m/g, '.*')}.`);
  }
}
