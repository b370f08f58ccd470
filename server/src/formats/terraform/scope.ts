import type { Field, Literal, MapValue, Value } from '../../model/value';
import { bareExpression, soleExpression } from '../../syntax/hcl/templates';
import type { Expression } from '../../syntax/hcl/tree';
import { child, originOf, type Pair, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { valuesFile } from '../files';
import { endpointServiceNameOf } from './endpointServices';
import { Budget } from './expressions/budget';
import { evaluateExpression } from './expressions/evaluator';
import { liftOne } from './expressions/results';
import { inMergingOrder, type MergedBlock, mergedBlocks } from './overrides';
import { policyDocumentOf } from './policyDocuments';
import { policyDataSource } from './policyDocumentWriting';
import { bodiesOf, membersOf } from './structure';
import { lowerValue, type Names, plainScope, type Scope } from './values';
import { filledIn } from './variableTypes';

/** So many locals may lead to one another before the last one is unknown. */
const longestChain = 40;

/** What a module has from outside: by its call, and from the modules that it calls itself. */
export interface Surroundings extends Pick<Names, 'prefix' | 'outputs' | 'file'> {
  /** The arguments of its call; `undefined` for a module that nobody is known to call. */
  readonly given?: ReadonlyMap<string, Value>;
  /** The paths of its files that are not read. */
  readonly unread?: readonly string[];
}

/** The names of a module: what its files together declare. */
export class ModuleNames implements Names {
  readonly budget = new Budget();
  readonly scope: Scope = { ...plainScope, module: this };
  private readonly variables = new Map<string, Pair[]>();
  private readonly locals: ReadonlyMap<string, SyntaxNode>;
  private readonly dataBlocks: ReadonlyMap<string, MergedBlock>;
  private readonly outputBlocks: readonly Pair[];
  /** The resources of the module. */
  readonly resources: readonly MergedBlock[];
  private readonly addresses: ReadonlySet<string>;
  private readonly known = new Map<string, Value | undefined>();
  private readonly underway = new Set<string>();
  private uses: ReadonlyMap<string, number> | undefined;
  /** The data sources whose policies something took over so far, by their `type.name`. */
  private readonly policiesTaken = new Set<string>();

  /** What the values files say; `undefined` where one of them cannot be read, which may set any variable. */
  private readonly values: ReadonlyMap<string, SyntaxNode> | undefined;
  private readonly documents: readonly SyntaxDocument[];

  constructor(
    files: readonly SyntaxDocument[],
    private readonly surroundings: Surroundings,
  ) {
    const documents = files.filter(({ path }) => !valuesFile.test(path));
    this.documents = documents;
    this.values = surroundings.given ? new Map() : valuesIn(files, surroundings.unread ?? []);
    const roots = inMergingOrder(documents).flatMap((document) => document.roots);
    for (const pair of roots.flatMap((root) => membersOf(child(root, 'variable')))) {
      this.variables.set(pair.key.text, [...(this.variables.get(pair.key.text) ?? []), pair]);
    }
    this.locals = new Map(
      roots.flatMap((root) => membersOf(child(root, 'locals'))).map((pair) => [pair.key.text, pair.value]),
    );
    this.dataBlocks = new Map(mergedBlocks(documents, 'data').map((block) => [`${block.type}.${block.name}`, block]));
    this.resources = mergedBlocks(documents, 'resource');
    this.outputBlocks = roots.flatMap((root) => membersOf(child(root, 'output')));
    this.addresses = new Set(this.resources.map((block) => `${block.type}.${block.name}`));
  }

  get prefix(): string {
    return this.surroundings.prefix;
  }

  outputs(call: string): Value | undefined {
    return this.once(`module.${call}`, () => this.surroundings.outputs(call));
  }

  file(path: string): SyntaxDocument | undefined {
    return this.surroundings.file(path);
  }

  /** What the module puts out, all of it at once. */
  ownOutputs(): MapValue | undefined {
    const fields = this.outputBlocks.flatMap(({ key, value }) =>
      bodiesOf(value).flatMap((body): [string, Field][] => {
        const written = child(body, 'value');
        return written ? [[key.text, { key: originOf(key), value: lowerValue(written, this.scope) }]] : [];
      }),
    );
    const [first] = this.documents.flatMap((document) => document.roots);
    return first && { kind: 'map', fields: new Map(fields), open: false, origin: originOf(first) };
  }

  has(address: string): boolean {
    return this.addresses.has(address);
  }

  variable(name: string, use: SyntaxNode): Value | undefined {
    const pairs = this.variables.get(name);
    if (!pairs) return undefined;
    const written = (key: string) =>
      child(
        pairs.flatMap((pair) => bodiesOf(pair.value)).findLast((body) => child(body, key)),
        key,
      );
    const { given } = this.surroundings;
    const fallback = this.once(`var.${name}`, () => this.held(name, written));
    // A call that leaves an argument out gets the default, whoever else calls the module.
    if (given) return fallback;
    const allowed = this.allowed(name, written('validation'));
    return {
      kind: 'parameter',
      name,
      origin: originOf(use),
      ...(fallback && { fallback }),
      ...(allowed && { allowed }),
    };
  }

  local(name: string): Value | undefined {
    const node = this.locals.get(name);
    return node && this.once(`local.${name}`, () => lowerValue(node, this.scope));
  }

  data(address: string, key: string | undefined, attribute: string): Value | undefined {
    const block = this.dataBlocks.get(address);
    if (block?.type === policyDataSource && /^(?:minified_)?json$/.test(attribute)) {
      this.policiesTaken.add(address);
      return this.policyOf(block, key);
    }
    const name = dataName(address, key);
    if (block?.type === 'aws_vpc_endpoint_service' && attribute === 'service_name') {
      return this.once(name, () => endpointServiceNameOf(block, this.scope, key));
    }
    return undefined;
  }

  /**
   * The data sources that write a policy which nothing took over so far, with that policy. One that another takes in
   * is part of that.
   */
  lonePolicies(): { readonly block: MergedBlock; readonly policy: Value }[] {
    const isTaken = ({ type, name }: MergedBlock) => this.policiesTaken.has(`${type}.${name}`);
    const blocks = [...this.dataBlocks.values()].filter((block) => block.type === policyDataSource && !isTaken(block));
    const written = blocks.flatMap((block) => {
      const policy = this.policyOf(block);
      return policy ? [{ block, policy }] : [];
    });
    return written.filter(({ block }) => !isTaken(block));
  }

  private policyOf(block: MergedBlock, key?: string): Value | undefined {
    const address = `${block.type}.${block.name}`;
    return this.once(dataName(address, key), () => policyDocumentOf(block, this.scope, this.usesOf(address), key));
  }

  /** Makes a value on first need. One that leads back to itself, or through too many others, is none. */
  private once(name: string, make: () => Value | undefined): Value | undefined {
    if (this.known.has(name)) return this.known.get(name);
    if (this.underway.has(name) || this.underway.size >= longestChain) return undefined;
    this.underway.add(name);
    const value = make();
    this.underway.delete(name);
    this.known.set(name, value);
    return value;
  }

  /** What a variable is given by a call or a values file, or proposes itself, as its other arguments have it. */
  private held(name: string, written: (argument: string) => SyntaxNode | undefined): Value | undefined {
    if (!this.values) return undefined;
    // Terraform takes values files and defaults for what they are, and fills in nothing.
    const plain = (node: SyntaxNode | undefined) => node && lowerValue(node, plainScope);
    const given = this.surroundings.given?.get(name) ?? plain(this.values.get(name));
    const byDefault = plain(written('default'));
    const value =
      given && byDefault && scalarText(written('nullable')) === 'false'
        ? liftOne(given, (one) => (one.kind === 'notWritten' ? byDefault : one))
        : (given ?? byDefault);
    const type = written('type');
    if (!value || type?.kind !== 'scalar' || !type.text.includes('optional')) return value;
    return filledIn(value, bareExpression(type), (one) => evaluateExpression(one, type, this.scope));
  }

  /** The values that a validation lets through, where its condition is `contains([...], var.name)`. */
  private allowed(name: string, validation: SyntaxNode | undefined): readonly Literal[] | undefined {
    for (const body of bodiesOf(validation)) {
      const condition = child(body, 'condition');
      const expression = condition?.kind === 'scalar' ? soleExpression(condition) : undefined;
      if (condition?.kind !== 'scalar' || expression?.kind !== 'call' || expression.name !== 'contains') continue;
      const [list, subject] = expression.args;
      if (!list || !subject || !isVariable(subject, name)) continue;
      const value = this.once(`allowed.${name}`, () => evaluateExpression(list, condition, this.scope));
      const items = value?.kind === 'list' && !value.open ? value.items : [];
      if (items.length > 0 && items.every((item) => item.kind === 'literal')) return items;
    }
    return undefined;
  }

  /** How often a data source is referred to in the module. */
  private usesOf(address: string): number {
    this.uses ??= usesIn(this.documents);
    return this.uses.get(address) ?? 0;
  }
}

function dataName(address: string, key: string | undefined): string {
  return `data.${key === undefined ? address : `${address}[${key}]`}`;
}

/** How often the documents refer to each data source that writes a policy. */
function usesIn(documents: readonly SyntaxDocument[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { text } of documents) {
    for (const [, address = ''] of text.matchAll(/data\.(aws_iam_policy_document\.[\w-]+)/g)) {
      uses.set(address, (uses.get(address) ?? 0) + 1);
    }
  }
  return uses;
}

/**
 * The values that files give to the variables of a module, the last file counting most: those that Terraform reads by
 * their suffix come after `terraform.tfvars`, and JSON after HCL of the same name. `undefined` where one of them cannot
 * be read.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
function valuesIn(
  files: readonly SyntaxDocument[],
  unread: readonly string[],
): ReadonlyMap<string, SyntaxNode> | undefined {
  const documents = files.filter(({ path }) => valuesFile.test(path));
  const isBroken = documents.some(({ problems }) => problems.length > 0);
  if (isBroken || unread.some((path) => valuesFile.test(path))) return undefined;
  const isAutomatic = ({ path }: SyntaxDocument) => /\.auto\.tfvars(?:\.json)?$/i.test(path);
  const ordered = [...documents].sort(
    (a, b) => Number(isAutomatic(a)) - Number(isAutomatic(b)) || (a.path < b.path ? -1 : 1),
  );
  const pairs = ordered.flatMap(({ roots }) => roots.flatMap((root) => (root.kind === 'map' ? root.pairs : [])));
  return new Map(pairs.map(({ key, value }) => [key.text, value]));
}

function isVariable(expression: Expression, name: string): boolean {
  return (
    expression.kind === 'attribute' &&
    expression.name === name &&
    expression.of.kind === 'name' &&
    expression.of.name === 'var'
  );
}
