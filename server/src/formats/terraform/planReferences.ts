import type { Origin } from '../../model/origin';
import type { Branches, Reference, Unknown, Value } from '../../model/value';
import { child, type SyntaxNode, scalarText } from '../../syntax/node';
import { parseReference, type ReferenceParts } from './planAddress';
import { calledInstance, itemsOf, type ModuleInstance } from './planConfiguration';

/** The block that an expression stands in. */
export interface Block {
  readonly module: ModuleInstance;
  /** The key of the instance that it is evaluated for. */
  readonly key: string;
  readonly forEach?: SyntaxNode;
}

/** What is in a plan, for references to be followed. */
export interface PlannedThings {
  /** The keys of the instances of each resource and module call, by their address without the last key. */
  readonly instances: ReadonlyMap<string, ReadonlySet<string>>;
  /** Data sources that are read only when the plan is applied, by their address without key. */
  readonly unread: ReadonlySet<string>;
  /** The values of the root module's variables. */
  readonly variables: SyntaxNode | undefined;
}

/** What an expression may take its value from. */
interface Sources {
  readonly resources: Map<string, { readonly to: string; readonly attribute?: string }>;
  /** There may be others: a local, data that is not read yet. */
  others: boolean;
  /** How many references may still be followed. */
  left: number;
}

/** So many references are followed for one value, through modules that may call one another often. */
const mostFollowed = 500;

/** Where there are more, it is not told apart which one a value is of. */
const mostResources = 50;

/** So many variables and outputs may lead to one another. */
const longestChain = 40;

/** What is known only after apply, for a reason that the editor shows. */
function knownAfterApply(origin: Origin): Unknown {
  return { kind: 'unknown', reason: 'known after apply', origin };
}

/**
 * Follows the references of a configuration. It lists which things an expression names, not what it does with them: a
 * value that names one resource is taken for a reference to it, one that names several may be of each.
 */
export class References {
  constructor(private readonly planned: PlannedThings) {}

  /** What a value comes to that only applying the plan will tell. `expressions`: what it is made of, or may be. */
  valueOf(expressions: readonly SyntaxNode[], block: Block, origin: Origin): Reference | Branches | Unknown {
    const sources: Sources = { resources: new Map(), others: false, left: mostFollowed };
    for (const expression of expressions) this.follow(expression, block, sources, 0);
    const found = [...sources.resources.values()].map((one): Reference => ({ kind: 'reference', ...one, origin }));
    const [only] = found;
    if (!only || found.length > mostResources) return knownAfterApply(origin);
    if (found.length === 1 && !sources.others) return only;
    const values: Value[] = sources.others ? [...found, knownAfterApply(origin)] : found;
    return { kind: 'branches', cases: values.map((value) => ({ likelihood: 'open', value })), origin };
  }

  /** Whether an expression is `null`, or a variable that is: then it is as good as not written. */
  isNull(expression: SyntaxNode, block: Block, depth = 0): boolean {
    if (isNullNode(child(expression, 'constant_value'))) return true;
    const heads = headsOf(expression);
    const [only] = heads;
    if (heads.length !== 1 || only?.head !== 'var' || only.attribute !== undefined || depth > longestChain)
      return false;
    const { parent, configuration, key } = block.module;
    if (!parent) return isNullNode(child(child(this.planned.variables, only.name), 'value'));
    const argument = child(child(configuration?.call, 'expressions'), only.name);
    if (argument) return this.isNull(argument, { module: parent, key }, depth + 1);
    return isNullNode(configuration?.fallback(only.name));
  }

  private follow(expression: SyntaxNode | undefined, block: Block, sources: Sources, depth: number): void {
    const heads = headsOf(expression);
    const isKeyed = heads.some(({ head, name }) => (head === 'each' && name === 'key') || head === 'count');
    for (const one of heads) {
      if (sources.left-- <= 0 || depth > longestChain) sources.others = true;
      else this.followOne(one, block, isKeyed, sources, depth + 1);
    }
  }

  private followOne(one: ReferenceParts, block: Block, isKeyed: boolean, sources: Sources, depth: number): void {
    const { module } = block;
    switch (one.head) {
      // These are known whenever a plan is made.
      case 'count':
      case 'path':
      case 'terraform':
        break;
      case 'each':
        if (one.name === 'value') this.followEach(block, sources, depth);
        break;
      case 'var':
        this.followVariable(one.name, module, sources, depth);
        break;
      case 'data':
        if (this.planned.unread.has(`${module.prefix}data.${one.name}`)) sources.others = true;
        break;
      case 'module':
        this.followOutput(one, block, isKeyed, sources, depth);
        break;
      case 'local':
      case 'self':
      case 'ephemeral':
        sources.others = true;
        break;
      default:
        this.addResource(one, block, isKeyed, sources);
    }
  }

  /** `each.value`: what is repeated for, of which resources that are chained have the same keys. */
  private followEach({ module, key, forEach }: Block, sources: Sources, depth: number): void {
    if (!forEach) sources.others = true;
    for (const one of headsOf(forEach)) {
      if (sources.left-- <= 0 || depth > longestChain) sources.others = true;
      else this.followOne(one, { module, key }, true, sources, depth + 1);
    }
  }

  /** The variables of the root module are known whenever a plan is made. */
  private followVariable(
    name: string,
    { parent, configuration, key }: ModuleInstance,
    sources: Sources,
    depth: number,
  ) {
    if (!parent) return;
    const call = configuration?.call;
    if (!call) sources.others = true;
    this.follow(child(child(call, 'expressions'), name), blockOf(call, parent, key), sources, depth);
  }

  private followOutput(one: ReferenceParts, block: Block, isKeyed: boolean, sources: Sources, depth: number): void {
    const output = one.attribute === undefined ? undefined : /^[\w-]+/.exec(one.attribute)?.[0];
    const address = `${block.module.prefix}module.${one.name}`;
    // A module that only hands values on has nothing planned in it that would tell of its instances.
    const keys = this.planned.instances.has(address) ? this.keysOf(address, one.key, block, isKeyed) : [one.key];
    for (const key of keys) {
      const module = calledInstance(block.module, one.name, key);
      const expression = output === undefined ? undefined : module.configuration?.output(output);
      if (!expression) sources.others = true;
      this.follow(expression, { module, key: '' }, sources, depth);
    }
  }

  private addResource(one: ReferenceParts, block: Block, isKeyed: boolean, { resources }: Sources): void {
    const address = `${block.module.prefix}${one.head}.${one.name}`;
    for (const key of this.keysOf(address, one.key, block, isKeyed)) {
      const to = `${address}${key}`;
      resources.set(to, { to, ...(one.attribute && { attribute: one.attribute }) });
    }
  }

  /** The instances that may be meant: the one that is named, the one of the same key, or all. */
  private keysOf(address: string, named: string, { key }: Block, isKeyed: boolean): readonly string[] {
    const keys = this.planned.instances.get(address) ?? new Set<string>();
    const meant = named !== '' ? named : keys.has('') ? '' : isKeyed && keys.has(key) ? key : undefined;
    if (meant === undefined) return [...keys];
    return keys.has(meant) ? [meant] : [];
  }
}

/** The block of a module call, as an instance of the module around it has it. */
function blockOf(call: SyntaxNode | undefined, module: ModuleInstance, key: string): Block {
  const forEach = child(call, 'for_each_expression');
  return { module, key, ...(forEach && { forEach }) };
}

/** What an expression refers to. Each reference is followed by the parts of it that stand for things of their own. */
function headsOf(expression: SyntaxNode | undefined): ReferenceParts[] {
  const heads: string[] = [];
  for (const reference of itemsOf(child(expression, 'references')).map((item) => scalarText(item) ?? '')) {
    const last = heads.at(-1);
    const isPart = last?.startsWith(reference) && /^(?:[.[]|$)/.test(last.slice(reference.length));
    if (!isPart) heads.push(reference);
  }
  return heads.flatMap((head) => parseReference(head) ?? []);
}

function isNullNode(node: SyntaxNode | undefined): boolean {
  return node?.kind === 'scalar' && node.isNull;
}
