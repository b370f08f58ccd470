import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import type { Value } from '../model/value';
import { exampleOf, objectionTo, resourceRule } from './define';
import { sharedPolicy, user, userPolicyAttachment } from './iam';
import { group, role, rolePolicyAttachment } from './iamRoles';

/** The kinds that say which managed policies identities have. */
const bearers: readonly Kind[] = [role, group, user, rolePolicyAttachment, userPolicyAttachment, sharedPolicy];

/** A rule on managed policies of AWS by their names. */
function managedPolicyRule(
  parts: Pick<ResourceRule, 'id' | 'severity'> & { readonly isWrong: (name: string) => boolean; readonly name: string },
): ResourceRule {
  const { id, severity, isWrong, name } = parts;
  return resourceRule({
    id,
    recommendation: 'least-privilege',
    severity,
    fix: 'none',
    kinds: bearers,
    check: (resource) =>
      resource.facts('managedPolicy').flatMap((fact) => {
        const found = nameOf(fact.value);
        return found && isWrong(found) ? [{ ...objectionTo(resource, fact, []), details: { policy: found } }] : [];
      }),
    example: exampleOf(role, 'Deployer', {
      trust: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      managedPolicy: `arn:aws:iam::aws:policy/${name}`,
    }),
  });
}

/** The name of a managed policy of AWS, be the partition of its ARN a hole; none for policies of one's own. */
function nameOf(value: Value): string | undefined {
  const end = value.kind === 'literal' ? value.text : value.kind === 'template' ? value.parts.at(-1) : undefined;
  return typeof end === 'string' ? /:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/.exec(end)?.[1] : undefined;
}

const administrator = managedPolicyRule({
  id: 'iam-administrator-access',
  severity: 'warning',
  name: 'AdministratorAccess',
  isWrong: (name) => name === 'AdministratorAccess',
});

const broad = managedPolicyRule({
  id: 'iam-broad-managed-policy',
  severity: 'information',
  name: 'PowerUserAccess',
  isWrong: (name) => name === 'PowerUserAccess' || /FullAccess$/.test(name),
});

export const rules = [administrator, broad];
export const kinds = [];
