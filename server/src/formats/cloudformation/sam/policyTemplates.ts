import { samPolicyTemplate } from '../../../data/samPolicyTemplates';
import type { Resource } from '../../../model/resource';
import { cases, type MapValue, type Value } from '../../../model/value';
import { listOf, presetPolicy, statementOf, unknownStatement } from './presetPolicies';

/** The policies that a role has by the policy templates among `Policies`: each stands where its name is written. */
export function policiesByTemplate(role: Resource, policies: Value | undefined): Resource[] {
  const entries = (policies ? cases(policies) : []).flatMap((one) =>
    one.value.kind === 'list' ? one.value.items.flatMap((item) => cases(item, one.likelihood)) : [one],
  );
  return entries.flatMap(({ value, likelihood }, i) => {
    if (value.kind !== 'map' || value.fields.has('Statement')) return [];
    const statements = statementsOf(value);
    return [
      presetPolicy(role, {
        type: 'AWS::IAM::RolePolicy',
        name: `${role.name}Policy${i}`,
        nameOrigin: role.nameOrigin,
        likelihood,
        bearer: ['RoleName', { kind: 'reference', to: role.address, origin: statements.origin }],
        statements,
      }),
    ];
  });
}

/** What a policy template allows; only SAM knows that of one that is not in the table. */
function statementsOf({ fields, open, origin }: MapValue): Value {
  const [entry, ...others] = fields;
  const template = entry && others.length === 0 && !open ? samPolicyTemplate(entry[0]) : undefined;
  if (!entry || !template) return listOf([unknownStatement(origin)], origin);
  const [, { key, value }] = entry;
  return listOf(
    template.map((statement) => statementOf(statement, value, key)),
    key,
  );
}
