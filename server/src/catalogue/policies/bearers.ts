import type { Policy } from '../../model/policy';
import type { Resource } from '../../model/resource';
import { fieldOf, mentions, type Value } from '../../model/value';
import type { World } from '../../model/view';

/** Whether a resource is a role. */
export function isRole({ type }: Resource): boolean {
  return type === 'AWS::IAM::Role' || type === 'aws_iam_role';
}

/** The resources whose identity a policy is for: its holder, or the roles that name it or that it names. */
export function bearersOf({ holder }: Policy, world: World): readonly Resource[] {
  const mentioned = (resource: Resource, ...keys: readonly string[]) =>
    keys.flatMap((key) => mentionsIn(fieldOf(resource.properties, key)));
  const ties = [holder, ...world.resources.filter((one) => mentioned(one, 'policy_arn').includes(holder.address))];
  const tied = ties.flatMap((tie) => mentioned(tie, 'Roles', 'RoleName', 'role', 'roles'));
  return [
    holder,
    ...world.resources
      .filter(isRole)
      .filter(
        (role) =>
          tied.includes(role.address) ||
          mentioned(role, 'ManagedPolicyArns', 'managed_policy_arns').includes(holder.address),
      ),
  ];
}

/** The addresses of the resources that a value names, where it is written. */
export function mentionsIn(value: Value | undefined): readonly string[] {
  return value ? mentions(value) : [];
}
