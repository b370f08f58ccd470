import type { Kind } from '../model/kind';
import type { Value } from '../model/value';
import { exampleOf, inSatellite, objectionTo, resourceRule } from './define';

const permissionSet: Kind = {
  id: 'sso-permission-set',
  title: 'IAM Identity Center permission set',
  cloudformation: ['AWS::SSO::PermissionSet'],
  terraform: ['aws_ssoadmin_permission_set'],
  identifiers: {
    cloudformation: { id: '', arn: 'PermissionSetArn' },
    terraform: { id: 'id', arn: 'arn' },
  },
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    instance: { cloudformation: 'InstanceArn', terraform: 'instance_arn', type: 'text' },
    managedPolicy: {
      cloudformation: 'ManagedPolicies[*]',
      terraform: inSatellite(
        'aws_ssoadmin_managed_policy_attachment',
        'managed_policy_arn',
        'permission_set_arn',
        'arn',
      ),
      type: 'text',
    },
  },
};

const administratorAccess = ':iam::aws:policy/AdministratorAccess';

/** Whether a value is the ARN of the policy, be the partition a hole in it. */
function isAdministrator(value: Value): boolean {
  if (value.kind === 'literal') return value.text.endsWith(administratorAccess);
  const end = value.kind === 'template' ? value.parts[value.parts.length - 1] : undefined;
  return typeof end === 'string' && end.endsWith(administratorAccess);
}

const noAdministrator = resourceRule({
  id: 'sso-no-administrator-access',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'none',
  kinds: [permissionSet],
  check: (resource) =>
    resource
      .facts('managedPolicy')
      .filter(({ value }) => isAdministrator(value))
      .map((fact) => objectionTo(resource, fact, [])),
  example: exampleOf(permissionSet, 'Administrators', {
    name: 'Administrators',
    instance: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    managedPolicy: 'arn:aws:iam::aws:policy/AdministratorAccess',
  }),
});

export const rules = [noAdministrator];
export const kinds = [permissionSet];
