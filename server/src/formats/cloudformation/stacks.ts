import { both, fieldOf, type Likelihood, type Value } from '../../model/value';
import { child, type SyntaxDocument, type SyntaxNode } from '../../syntax/node';
import type { Unit } from '../format';
import { nestedTemplates } from './nested';
import { isTemplate } from './template';
import { makeScope, scopeOf, type TemplateScope } from './templateScope';
import { lowerValue } from './values';

/** A template with what it is given: one of the unit's own, or one that another nests, as often as it is nested. */
export interface Stack {
  readonly document: SyntaxDocument;
  readonly root: SyntaxNode;
  readonly scope: TemplateScope;
  readonly likelihood: Likelihood;
  /** The stack of a template that this one nests, by the logical id of the resource; `undefined` where it is not read. */
  nested(name: string): Stack | undefined;
}

type Referred = NonNullable<Unit['referred']>;

/** Stacks nested more deeply than this are not followed, and neither are more of them in one unit. */
const deepest = 5;
const most = 100;

/** The stack of a template of the unit, with all that it nests within reach. */
export function stackOf(document: SyntaxDocument, referred: Referred): Stack | undefined {
  const root = document.roots.find(isTemplate);
  if (!root) return undefined;
  const paths = nestedTemplates(document);
  const nests = [...paths.values()].some((path) => referred.has(path));
  if (nests) return new NestingStack(document, root, { referred, made: 0 }, 0);
  return { document, root, scope: scopeOf(root), likelihood: 'certain', nested: () => undefined };
}

/** What all stacks of one template share. */
interface Nest {
  readonly referred: Referred;
  made: number;
}

class NestingStack implements Stack {
  readonly scope: TemplateScope;
  private readonly paths: ReadonlyMap<string, string>;
  private readonly known = new Map<string, Stack | undefined>();

  constructor(
    readonly document: SyntaxDocument,
    readonly root: SyntaxNode,
    private readonly nest: Nest,
    private readonly depth: number,
    prefix = '',
    given: ReadonlyMap<string, Value> = new Map(),
    readonly likelihood: Likelihood = 'certain',
  ) {
    this.paths = nestedTemplates(document);
    this.scope = makeScope(root, { prefix, given, output: (stack, name) => this.nested(stack)?.output(name) });
  }

  nested(name: string): NestingStack | undefined {
    // A stack that is given what itself puts out gets no further than this: it is known, as nothing, while it is made.
    if (!this.known.has(name)) {
      this.known.set(name, undefined);
      this.known.set(name, this.make(name));
    }
    return this.known.get(name) as NestingStack | undefined;
  }

  private output(name: string): Value | undefined {
    const value = child(child(child(this.root, 'Outputs'), name), 'Value');
    return value && lowerValue(value, this.scope);
  }

  private make(name: string): NestingStack | undefined {
    const path = this.paths.get(name);
    const [document] = (path !== undefined && this.nest.referred.get(path)?.documents) || [];
    const root = document?.roots.find(isTemplate);
    const entry = this.scope.unrolled.entries.find((one) => one.name === name);
    if (!document || !root || !entry || this.depth >= deepest || ++this.nest.made > most) return undefined;
    const written = child(child(entry.pair.value, 'Properties'), 'Parameters');
    const given = written && lowerValue(written, this.scope);
    const names = given?.kind === 'map' ? [...given.fields.keys()] : [];
    return new NestingStack(
      document,
      root,
      this.nest,
      this.depth + 1,
      `${this.scope.prefix}${name}.`,
      new Map(names.map((one) => [one, fieldOf(given, one) as Value])),
      both(this.likelihood, entry.likelihood),
    );
  }
}
