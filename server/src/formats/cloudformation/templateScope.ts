import type { Value } from '../../model/value';
import { child, type SyntaxNode } from '../../syntax/node';
import { Conditions, type Definition } from './conditions';
import { type Unrolling, unroll } from './loops';
import { givenParameter, type TemplateParameter } from './parameters';
import { rulesOf } from './rules';
import { generatedNames } from './sam/generated';
import type { Scope } from './scope';
import { entriesOf } from './template';

/** What the values of a template may refer to, and the resources themselves with their loops unrolled. */
export interface TemplateScope extends Scope {
  readonly unrolled: Unrolling;
}

/** What a template has from outside: from the one that nests it, and from those that it nests. */
export interface Surroundings extends Pick<Scope, 'prefix' | 'output'> {
  readonly given: ReadonlyMap<string, Value>;
}

const alone: Surroundings = { prefix: '', output: () => undefined, given: new Map() };

const scopes = new WeakMap<SyntaxNode, TemplateScope>();

/** What the values of a template may refer to; made once for a template that stands alone. */
export function scopeOf(root: SyntaxNode): TemplateScope {
  const known = scopes.get(root) ?? makeScope(root, alone);
  scopes.set(root, known);
  return known;
}

/** What the values of a template may refer to that nests others, or is nested itself. */
export function makeScope(root: SyntaxNode, { prefix, output, given }: Surroundings): TemplateScope {
  const definitions = new Map<string, Definition>();
  const conditions = new Conditions(definitions, rulesOf(root));
  const parameters = new Map<string, TemplateParameter>();
  for (const entry of entriesOf(root, 'Parameters')) {
    parameters.set(entry.name, givenParameter(entry, given.get(entry.name)));
  }
  const nothing = { conditions: new Map(), parameters: new Map(), defaults: new Map() };
  const blank: Scope = {
    conditions,
    parameters,
    resources: new Set(),
    prefix,
    output,
    mappings: child(root, 'Mappings'),
    assumed: nothing,
    variables: new Map(),
  };
  for (const { name, pair, scope } of unroll(pairsOf(root, 'Conditions'), blank).entries) {
    definitions.set(name, { node: pair.value, variables: scope.variables });
  }
  const assumed = conditions.asserting(blank);
  const unrolled = unroll(pairsOf(root, 'Resources'), { ...blank, assumed });
  const { entries } = unrolled;
  const resources = new Set([...entries.map((entry) => entry.name), ...generatedNames(root, entries)]);
  return { ...blank, assumed, resources, unrolled };
}

function pairsOf(root: SyntaxNode, section: string) {
  const map = child(root, section);
  return map?.kind === 'map' ? map.pairs : [];
}
