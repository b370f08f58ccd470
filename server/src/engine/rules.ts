import { kinds, rules, settled } from '../catalogue';
import type { Kind } from '../model/kind';
import type { Resource } from '../model/resource';
import type { AttributeRule, ResourceRule, Rule, TextRule } from '../model/rule';

export { kinds, rules, settled };

const byId = new Map(rules.map((rule) => [rule.id, rule]));
const kindByType = new Map<string, Kind>();
for (const kind of kinds) for (const type of [...kind.cloudformation, ...kind.terraform]) kindByType.set(type, kind);

/** The rule of an id. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

/** The kind of a resource, if the catalogue has one. */
export function kindOf(resource: Resource): Kind | undefined {
  return kindByType.get(resource.type);
}

const rulesByKind = new Map<Kind, (AttributeRule | ResourceRule)[]>();
for (const rule of rules) {
  const subjects = rule.subject === 'attribute' ? [rule.kind] : rule.subject === 'resource' ? rule.kinds : [];
  for (const kind of subjects)
    rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), rule as AttributeRule | ResourceRule]);
}

/** The rules on resources of a kind. */
export function rulesOf(kind: Kind): readonly (AttributeRule | ResourceRule)[] {
  return rulesByKind.get(kind) ?? [];
}

/** The rules on free text. */
export const textRules: readonly TextRule[] = rules.filter((rule): rule is TextRule => rule.subject === 'text');
