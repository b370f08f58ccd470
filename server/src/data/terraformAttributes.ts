import { entryOf, pathSteps, type SchemaNode, type SchemaNodes, terraformAttributesTable } from './tables';

/** The kind of value an attribute or block has. */
export type TerraformValueType = 'string' | 'bool' | 'number' | 'list' | 'set' | 'map' | 'object' | 'any';

/** What the provider's schema says of one attribute or block. */
export interface TerraformAttribute {
  readonly type: TerraformValueType;
  /** True for a nested block, which is written as a block in HCL and as an object or a list of objects in JSON. */
  readonly block: boolean;
  /** True if it must be written wherever the resource or block around it is. */
  readonly required: boolean;
  /**
   * True if only the provider sets it. An attribute that may be written and is computed otherwise counts as neither.
   */
  readonly readOnly: boolean;
  /** True for a block that may be written once only. */
  readonly single: boolean;
}

/**
 * What is known of a Terraform resource type: the paths of all its attributes and blocks, such as
 * `versioning_configuration.status`.
 */
export interface TerraformType {
  readonly paths: readonly string[];
}

const TYPES: Readonly<Record<string, TerraformValueType>> = {
  s: 'string',
  b: 'bool',
  n: 'number',
  l: 'list',
  t: 'set',
  m: 'map',
  o: 'object',
  a: 'any',
};

/** A node of the table, taken apart. */
interface Decoded {
  readonly block: boolean;
  /** Lists, sets and maps around the value, outermost first: `l`, `t` and `m`. */
  readonly containers: string;
  readonly element: string;
  readonly flags: string;
  readonly children: SchemaNodes;
}

/** What is known of a resource type, or nothing if the table does not list it. */
export function terraformType(type: string): TerraformType | undefined {
  const nodes = entryOf(terraformAttributesTable().types, type);
  return nodes && { paths: [...pathsBelow(nodes, '')] };
}

/**
 * What is known of the attribute or block at a path. Lists and sets of blocks need no step of their own, because JSON
 * may write a lone block without a list; a bracket step (`rule[*].status`) is accepted too. Any name enters a map.
 */
export function terraformAttribute(type: string, path: string): TerraformAttribute | undefined {
  let children = entryOf(terraformAttributesTable().types, type);
  let current: Decoded | undefined;
  let containers = '';
  let isEntry = false;
  for (const step of pathSteps(path)) {
    const isBracket = step.startsWith('[');
    if (!isBracket) containers = containers.replace(/^[lt]+/, '');
    if (isBracket ? /^[lt]/.test(containers) : containers.startsWith('m')) {
      containers = containers.slice(1);
      isEntry = true;
      continue;
    }
    const node = containers === '' && children ? entryOf(children, step) : undefined;
    if (node === undefined) return undefined;
    current = decode(node);
    ({ containers, children } = current);
    isEntry = false;
  }
  if (current === undefined) return undefined;
  const { block, element, flags } = current;
  return {
    type: TYPES[containers.charAt(0) || element] ?? 'any',
    block,
    required: flags.includes('!') && !isEntry,
    readOnly: flags.includes('c'),
    single: flags.includes('1'),
  };
}

function decode(node: SchemaNode): Decoded {
  const [code, detail] = typeof node === 'string' ? [node, undefined] : node;
  const [, block, containers = '', element = '', flags = ''] = /^(B?)([ltm]*)([sbnoa])(.*)$/.exec(code) ?? [];
  const children = detail === undefined || Array.isArray(detail) ? {} : (detail as SchemaNodes);
  return { block: block === 'B', containers, element, flags, children };
}

function* pathsBelow(nodes: SchemaNodes, prefix: string): Generator<string> {
  for (const [name, node] of Object.entries(nodes)) {
    const { containers, children } = decode(node);
    yield prefix + name;
    yield* pathsBelow(children, `${prefix}${name}.${containers.replace(/[lt]/g, '').replace(/m/g, '*.')}`);
  }
}
