import { rules, settled } from '../../server/src/catalogue';
import { words } from '../../server/src/catalogue/words';
import { typesHoldingPolicies } from '../../server/src/data/policyLocations';
import { kindsOf } from '../../server/src/engine/rules';
import type { Kind } from '../../server/src/model/kind';
import type { Dialect } from '../../server/src/model/resource';
import type { Rule, SameAs } from '../../server/src/model/rule';
import { allPairs, type Pair } from './pairs';

/** The formats that resources are written in. */
export const dialects = ['cloudformation', 'terraform'] as const satisfies readonly Dialect[];

/** A pair with what the catalogue has for it. */
export interface Coverage {
  readonly pair: Pair;
  /** The formats in which the pair's type exists. */
  readonly existsIn: readonly Dialect[];
  /** Those in which a rule of ours makes the check, or in which it needs none. */
  readonly coveredIn: readonly Dialect[];
  /** The rules that make the check. */
  readonly rules: readonly string[];
}

/** How far the catalogue covers each pair of the table. */
export function coverage(pairs: readonly Pair[] = allPairs()): Coverage[] {
  const own = ownIds(pairs);
  return pairs.map((pair) => {
    const existsIn = dialects.filter((dialect) => pair.types[dialect].length > 0);
    const ids = own.get(pair) ?? [];
    const settlers = settled.filter(({ sameAs }) => shares(sameAs, ids));
    const makers = rules.filter((rule) => existsIn.some((dialect) => covers(rule, pair, ids, dialect)));
    const coveredIn = existsIn.filter(
      (dialect) =>
        settlers.some((one) => (one.dialect ?? dialect) === dialect) ||
        makers.some((rule) => covers(rule, pair, ids, dialect)),
    );
    return { pair, existsIn, coveredIn, rules: makers.map(({ id }) => id) };
  });
}

/** Whether a rule makes the check of a pair in a format. */
function covers(rule: Rule, pair: Pair, ids: readonly string[], dialect: Dialect): boolean {
  if (pair.rules.includes(rule.id)) return rule.subject === 'text' || typesOf(rule, dialect).size > 0;
  const types = typesOf(rule, dialect);
  return shares(words[rule.id]?.sameAs ?? {}, ids) && pair.types[dialect].some((type) => types.has(type));
}

/** The resource types that a rule speaks of in a format: those of its kinds, and the satellites these are read from. */
export function typesOf(rule: Rule, dialect: Dialect): Set<string> {
  if (rule.subject === 'policy') return new Set(typesHoldingPolicies(rule.uses));
  if (rule.subject === 'attribute') {
    const isReadable = rule.requires.some(({ attribute }) => rule.kind.attributes[attribute]?.[dialect]);
    return new Set(isReadable ? typesOfKind(rule.kind, dialect) : []);
  }
  return new Set(kindsOf(rule).flatMap((kind) => typesOfKind(kind, dialect)));
}

function typesOfKind(kind: Kind, dialect: Dialect): string[] {
  const satellites = Object.values(kind.attributes).flatMap((attribute) =>
    [attribute[dialect] ?? []]
      .flat()
      .flatMap((locator) => (typeof locator === 'object' && locator.satellite ? [locator.satellite.type] : [])),
  );
  const types = dialect === 'cloudformation' ? [...kind.cloudformation, ...(kind.serverless ?? [])] : kind.terraform;
  return [...types, ...satellites];
}

/**
 * The ids that tell a pair from the others of its types. Some checks of other tools look at several things at once:
 * that a rule has such an id does not say which of them it looks at.
 */
export function ownIds(pairs: readonly Pair[]): Map<Pair, string[]> {
  const holders = new Map<string, Pair[]>();
  for (const pair of pairs) for (const id of pair.ids) holders.set(id, [...(holders.get(id) ?? []), pair]);
  const isOwn = (pair: Pair) => (id: string) =>
    (holders.get(id) ?? []).every((other) => other === pair || !haveTypeInCommon(pair, other));
  return new Map(pairs.map((pair) => [pair, pair.ids.filter(isOwn(pair))]));
}

function haveTypeInCommon(one: Pair, other: Pair): boolean {
  return dialects.some((dialect) => one.types[dialect].some((type) => other.types[dialect].includes(type)));
}

function shares(sameAs: SameAs, ids: readonly string[]): boolean {
  return Object.values(sameAs).some((list: readonly string[]) => list.some((id) => ids.includes(id)));
}
