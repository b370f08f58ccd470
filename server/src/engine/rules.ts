import { kinds, rules, settled } from '../catalogue';
import type { Kind } from '../model/kind';
import type { Resource } from '../model/resource';
import type { AttributeRule, PolicyRule, ResourceRule, Rule, TextRule } from '../model/rule';

export { kinds, rules, settled };

const byId = new Map(rules.map((rule) => [rule.id, rule]));
const kindByType = new Map<string, Kind>();
for (const kind of kinds) for (const type of typesOf(kind)) kindByType.set(type, kind);

/** The rule of an id. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

/** The ids of all rules. */
export const ruleIds: readonly string[] = [...byId.keys()];

/** All types of a kind, in every format. */
export function typesOf({ cloudformation, serverless = [], terraform }: Kind): string[] {
  return [...cloudformation, ...serverless, ...terraform];
}

/** The kind of a resource, if the catalogue has one. */
export function kindOf(resource: Resource): Kind | undefined {
  return kindByType.get(resource.type);
}

/** The kinds of resources that a rule is about; none for what it says of policies and texts, wherever they stand. */
export function kindsOf(rule: Rule): readonly Kind[] {
  switch (rule.subject) {
    case 'attribute':
      return [rule.kind];
    case 'resource':
      return rule.kinds;
    default:
      return [];
  }
}

const rulesByKind = new Map<Kind, (AttributeRule | ResourceRule)[]>();
for (const rule of rules) {
  for (const kind of kindsOf(rule))
    rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), rule as AttributeRule | ResourceRule]);
}

/** The rules on resources of a kind. */
export function rulesOf(kind: Kind): readonly (AttributeRule | ResourceRule)[] {
  return rulesByKind.get(kind) ?? [];
}

/** The rules on policies. */
export const policyRules: readonly PolicyRule[] = rules.filter((rule): rule is PolicyRule => rule.subject === 'policy');

/** The rules on free text. */
export const textRules: readonly TextRule[] = rules.filter((rule): rule is TextRule => rule.subject === 'text');
