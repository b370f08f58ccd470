import { child, type SyntaxNode, scalarText } from '../../syntax/node';
import { folderCalled } from './calls';

/** So many module calls may lie within one another before what is below is left out. */
const deepest = 30;

/** A module in the configuration that a plan carries with it. */
export class ConfiguredModule {
  private readonly resources: ReadonlyMap<string, SyntaxNode>;
  private readonly called: ReadonlyMap<string, ConfiguredModule>;

  constructor(
    private readonly node: SyntaxNode | undefined,
    /** The folder it lies in, with a slash at its end, where it is of the same repository. */
    readonly folder: string | undefined,
    /** Its call; the root module has none. */
    readonly call?: SyntaxNode,
    depth = 0,
  ) {
    const resources = itemsOf(child(node, 'resources'));
    this.resources = new Map(resources.map((one) => [scalarText(child(one, 'address')) ?? '', one]));
    const calls = child(node, 'module_calls');
    const pairs = calls?.kind === 'map' && depth < deepest ? calls.pairs : [];
    this.called = new Map(
      pairs.map(({ key, value }) => {
        const source = folder === undefined ? undefined : folderCalled(folder, scalarText(child(value, 'source')));
        return [key.text, new ConfiguredModule(child(value, 'module'), source, value, depth + 1)];
      }),
    );
  }

  /** A resource by its type and name. */
  resource(address: string): SyntaxNode | undefined {
    return this.resources.get(address);
  }

  /** A module that this one calls. */
  module(name: string): ConfiguredModule | undefined {
    return this.called.get(name);
  }

  /** The expression of an output. */
  output(name: string): SyntaxNode | undefined {
    return child(child(child(this.node, 'outputs'), name), 'expression');
  }

  /** The default of a variable. */
  fallback(variable: string): SyntaxNode | undefined {
    return child(child(child(this.node, 'variables'), variable), 'default');
  }

  /** The folders of this module and of those that it calls. */
  folders(): string[] {
    return [
      ...(this.folder === undefined ? [] : [this.folder]),
      ...[...this.called.values()].flatMap((one) => one.folders()),
    ];
  }
}

/** The items of a list; none of anything else. */
export function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A module as often as it is called: with the key of its call, below the instance that calls it. */
export interface ModuleInstance {
  readonly configuration: ConfiguredModule | undefined;
  /** What the addresses in it start with: nothing, or `module.site["eu"].` */
  readonly prefix: string;
  readonly key: string;
  readonly parent?: ModuleInstance;
}

/** A module that an instance calls. */
export function calledInstance(parent: ModuleInstance, name: string, key: string): ModuleInstance {
  const configuration = parent.configuration?.module(name);
  return { configuration, prefix: `${parent.prefix}module.${name}${key}.`, key, parent };
}
