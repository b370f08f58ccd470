import { both, type Likelihood, type Value } from '../../model/value';
import { child, type Pair, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { resolvePath } from '../files';
import type { Unit } from '../format';
import { handedRegions, providerRegions, type Regions } from './providers';
import { repetitionOf } from './repetition';
import { ModuleNames } from './scope';
import { bodiesOf, membersOf } from './structure';
import { lowerMap } from './values';

/** A call of a module: its name, its arguments, and the folder it calls, where that is one of the same repository. */
export interface ModuleCall {
  readonly name: string;
  readonly pair: Pair;
  readonly body: SyntaxNode;
  /** The folder's path, with a slash at its end. */
  readonly folder?: string;
}

/** The module calls of a document. */
export function moduleCalls(document: SyntaxDocument): ModuleCall[] {
  return document.roots
    .flatMap((root) => membersOf(child(root, 'module')))
    .flatMap((pair) => bodiesOf(pair.value).map((body) => ({ name: pair.key.text, pair, body })))
    .map((call) => {
      const folder = folderCalled(document.path, scalarText(child(call.body, 'source')));
      return folder === undefined ? call : { ...call, folder };
    });
}

/** Only what starts with `./` or `../` is a path: https://developer.hashicorp.com/terraform/language/modules/sources */
export function folderCalled(from: string, source: string | undefined): string | undefined {
  return source && /^\.\.?\//.test(source) ? resolvePath(from, `${source.replace(/\/+$/, '')}/`) : undefined;
}

type Referred = NonNullable<Unit['referred']>;

/** Modules called through more calls than this are not followed, and neither are more of them in one unit. */
const deepest = 5;
const most = 100;

/** A module with what it is given: that of the unit, or one that is called, as often as it is called. */
export class Module {
  readonly names: ModuleNames;
  /** Its calls, whether they can be followed or not. */
  readonly calls: readonly ModuleCall[];
  /** The Regions of its providers. */
  readonly regions: Regions;
  private readonly known = new Map<string, Module | undefined>();

  constructor(
    readonly documents: readonly SyntaxDocument[],
    private readonly nest: { readonly referred: Referred; readonly unread: readonly string[]; made: number },
    given?: ReadonlyMap<string, Value>,
    readonly likelihood: Likelihood = 'certain',
    prefix = '',
    private readonly depth = 0,
    givenRegions: Regions = new Map(),
  ) {
    this.calls = documents.flatMap(moduleCalls);
    this.names = new ModuleNames(documents, {
      prefix,
      ...(given ? { given } : { unread: nest.unread }),
      outputs: (call) => this.called(call)?.names.ownOutputs(),
      file: (path) => nest.referred.get(path)?.documents[0],
    });
    this.regions = providerRegions(documents, this.names.scope, givenRegions);
  }

  /** The module that a call leads to; `undefined` where its configuration is not at hand, or not called at all. */
  called(name: string): Module | undefined {
    // A module that is given what itself puts out gets no further than this: it is none, while it is made.
    if (!this.known.has(name)) {
      this.known.set(name, undefined);
      this.known.set(name, this.call(name));
    }
    return this.known.get(name);
  }

  /** Whether a call makes anything at all: with a `count` of 0 it does not. */
  isMade({ body }: ModuleCall): boolean {
    return repetitionOf(body, this.names.scope) !== undefined;
  }

  private call(name: string): Module | undefined {
    const calls = this.calls.filter((one) => one.name === name);
    const [call] = calls;
    const referred = call?.folder === undefined ? undefined : this.nest.referred.get(call.folder);
    if (!call || calls.length > 1 || !referred || referred.partial || this.depth >= deepest) return undefined;
    if (referred.documents.some(({ problems }) => problems.length > 0) || ++this.nest.made > most) return undefined;
    const repetition = repetitionOf(call.body, this.names.scope);
    if (!repetition) return undefined;
    const { fields } = lowerMap(call.body, repetition.scope);
    return new Module(
      referred.documents,
      this.nest,
      new Map([...fields].map(([argument, { value }]) => [argument, value])),
      both(this.likelihood, repetition.likelihood),
      `${this.names.prefix}module.${name}.`,
      this.depth + 1,
      handedRegions(call.body, this.regions),
    );
  }
}
