import type { Origin } from '../../model/origin';
import type { Field, MapValue, Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { parseTemplate } from '../../syntax/hcl/templates';
import {
  originOf,
  type Pair,
  type ScalarNode,
  type Span,
  type SyntaxDocument,
  type SyntaxNode,
} from '../../syntax/node';
import { withDynamicBlocks } from './dynamicBlocks';
import type { Budget } from './expressions/budget';
import { evaluateString } from './expressions/evaluator';
import { unknown } from './expressions/results';
import { commentKey } from './structure';

/** What names of a module stand for. */
export interface Names {
  /** An input variable, used at a node. */
  variable(name: string, use: SyntaxNode): Value | undefined;
  local(name: string): Value | undefined;
  /** An attribute of a data source, by its `type.name` and the key of its instance, where the documents tell it. */
  data(address: string, key: string | undefined, attribute: string): Value | undefined;
  /** The outputs of a called module, where its configuration is at hand. */
  outputs(call: string): Value | undefined;
  /** A file that the documents read, where it is at hand. */
  file(path: string): SyntaxDocument | undefined;
  /** Whether a resource of this address stands in the module. */
  has(address: string): boolean;
  /** What the addresses of the module's resources start with: the calls that lead to it. */
  readonly prefix: string;
  /** What evaluating may cost. */
  readonly budget: Budget;
}

/** What the values of a document may refer to. */
export interface Scope {
  /** The module around; without one strings are values already, and have no holes. */
  readonly module?: Names;
  /** What `each`, `count`, the iterators of dynamic blocks and the names of a `for` stand for here. */
  readonly bound: ReadonlyMap<string, Value>;
  /** Conditions that are known here, by their source: those that the block around only stands under. */
  readonly assumed: ReadonlyMap<string, boolean>;
}

/** The scope of documents without expressions: plans, and policies on their own. */
export const plainScope: Scope = { bound: new Map(), assumed: new Map() };

/** The scope of a template in a file, which knows what it is given and nothing else. */
export function templateScope(given: ReadonlyMap<string, Field>, { budget }: Names): Scope {
  const nothing = () => undefined;
  return {
    ...plainScope,
    module: {
      variable: nothing,
      local: nothing,
      data: nothing,
      outputs: nothing,
      file: nothing,
      has: () => false,
      prefix: '',
      budget,
    },
    bound: new Map([...given].map(([name, { value }]) => [name, value])),
  };
}

/** What a node of a configuration says. */
export function lowerValue(node: SyntaxNode, scope: Scope): Value {
  const origin = originOf(node);
  switch (node.kind) {
    case 'scalar':
      return lowerScalar(node, scope);
    case 'list':
      return nested(origin, scope, () => ({
        kind: 'list',
        items: node.items.map((item) => lowerValue(item, scope)),
        open: false,
        origin,
      }));
    case 'map':
      return nested(origin, scope, () => lowerMap(node, scope));
    default:
      return unknown('an alias', origin);
  }
}

function nested(origin: Origin, scope: Scope, lower: () => Value): Value {
  if (!scope.module) return lower();
  return scope.module.budget.within(lower) ?? unknown('a value that is too large', origin);
}

/** What a map of a configuration says, with the blocks that its `dynamic` blocks write. */
export function lowerMap(node: SyntaxNode, scope: Scope): MapValue {
  const fields = new Map<string, Field>();
  let open = node.kind !== 'map' || node.open;
  let dynamic: Pair | undefined;
  for (const pair of node.kind === 'map' ? node.pairs : []) {
    const { key, value } = pair;
    const name = nameOf(key, scope);
    if (name === commentKey) continue;
    if (name === undefined) open = true;
    else if (name === 'dynamic' && scope.module) dynamic = pair;
    else if (fields.has(name)) fields.set(name, { key: originOf(key), value: unknown('written twice', originOf(key)) });
    else fields.set(name, { key: originOf(key), value: lowerValue(value, scope) });
  }
  if (dynamic) withDynamicBlocks(dynamic, fields, scope);
  return { kind: 'map', fields, open, origin: originOf(node) };
}

/** A key of a map, which may be a template as well; `undefined` where it is not known. */
function nameOf(key: ScalarNode, scope: Scope): string | undefined {
  if (!scope.module || !mayHaveHoles.test(key.text)) return key.text;
  const name = evaluateString(key, scope);
  return name.kind === 'literal' ? name.text : undefined;
}

const mayHaveHoles = /[$%]\{/;

function lowerScalar(node: ScalarNode, scope: Scope): Value {
  const origin = originOf(node);
  if (node.style === 'plain' && node.text === '') return unknown('nothing is written here yet', origin);
  if (node.style === 'expression') return unknown('an expression in a values file', origin);
  if (node.isNull) return { kind: 'notWritten', origin };
  const text = contentOf(node);
  if (!scope.module || node.style === 'plain' || !mayHaveHoles.test(text)) return { kind: 'literal', text, origin };
  const value = evaluateString(node, scope);
  // A name stands for the very value that it was given, which keeps the scope that it was written in.
  if (!scopes.has(value)) scopes.set(value, scope);
  return value;
}

const scopes = new WeakMap<Value, Scope>();

/** The scope in which the holes of a text are filled in. One without holes needs none. */
export function scopeOfText(text: Value): Scope {
  return scopes.get(text) ?? plainScope;
}

/**
 * The holes of a template, as stretches of its text; `undefined` where they cannot be told apart (`%{` directives, a
 * hole that does not end). `$${` is the literal text `${`.
 */
export function templateHoles(text: string): Span[] | undefined {
  if (!mayHaveHoles.test(text)) return [];
  const parts = parseTemplate(text)?.parts;
  if (!parts || parts.some((part) => part.kind === 'if' || part.kind === 'loop')) return undefined;
  return parts.filter((part) => part.kind === 'hole');
}
