import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, PACKAGES, readPatterns, sortedRecord, sourceOf, type Table } from './sources';
import { type Attribute, readStructures, type Structures } from './terraformStructures';

const PACKAGE = '@cdktn/provider-aws';
const LIBRARY = join(PACKAGES, PACKAGE, 'lib');

/** Blocks nested deeper than this are left out; no rule looks further. */
const MAX_DEPTH = 8;

/** A node of the attribute table: a code, with children where it has some. */
type Node = string | [string, Record<string, Node>];

/** The Terraform resource types of the provider, and the folder of the package that describes each. */
export class TerraformProvider {
  private readonly folders = new Map<string, string>();

  constructor() {
    for (const folder of readdirSync(LIBRARY).sort(byCodeUnit)) {
      if (folder.includes('.') || folder.startsWith('data-')) continue;
      const declarations = readFileSync(join(LIBRARY, folder, 'index.d.ts'), 'utf8');
      const type = /extends cdktn\.TerraformResource \{\s*static readonly tfResourceType = "([^"]+)"/.exec(
        declarations,
      )?.[1];
      if (type !== undefined) this.folders.set(type, folder);
    }
  }

  /** All resource types, without the `aws_` that each of them starts with. */
  types(): Table {
    const types = [...this.folders.keys()].sort(byCodeUnit);
    const foreign = types.filter((type) => !type.startsWith('aws_'));
    if (foreign.length > 0) throw new Error(`Types that do not start with aws_: ${foreign.join(', ')}`);
    return { source: sourceOf(PACKAGE, 'terraform.ts'), types: types.map((type) => type.slice('aws_'.length)) };
  }

  /** Whether a type has an attribute at a path such as `inline_policy.policy`. */
  hasAttribute(type: string, path: string): boolean {
    const folder = this.folders.get(type);
    if (folder === undefined) return false;
    let nodes: Record<string, Node> | undefined = attributesOf(folder);
    for (const name of path.split('.')) {
      const node: Node | undefined = nodes?.[name];
      if (node === undefined) return false;
      nodes = typeof node === 'string' ? undefined : node[1];
    }
    return true;
  }

  /** The attributes and blocks of the types listed in terraform-types.txt. */
  attributes(): Table {
    const isListed = readPatterns('terraform-types.txt');
    const entries = [...this.folders]
      .filter(([type]) => isListed(type))
      .map(([type, folder]) => [type, attributesOf(folder)] as const);
    return { source: sourceOf(PACKAGE, 'terraform.ts'), types: sortedRecord(entries) };
  }
}

function attributesOf(folder: string): Record<string, Node> {
  const code = readFileSync(join(LIBRARY, folder, 'index.js'), 'utf8');
  const declarations = readFileSync(join(LIBRARY, folder, 'index.d.ts'), 'utf8');
  const structures = readStructures(code, declarations);
  return nodesOf(structures.root, structures, 1);
}

function nodesOf(attributes: readonly Attribute[], structures: Structures, depth: number): Record<string, Node> {
  return sortedRecord(attributes.map((attribute) => [attribute.name, nodeOf(attribute, structures, depth)] as const));
}

/** The codes are read by server/src/data/terraformAttributes.ts. */
function nodeOf(attribute: Attribute, structures: Structures, depth: number): Node {
  const flags = (attribute.required ? '!' : '') + (attribute.readOnly ? 'c' : '') + (attribute.single ? '1' : '');
  const code = (attribute.block ? 'B' : '') + attribute.shape + flags;
  const inner =
    attribute.structure === undefined || depth >= MAX_DEPTH ? undefined : structures.named.get(attribute.structure);
  return inner === undefined ? code : [code, nodesOf(inner, structures, depth + 1)];
}
