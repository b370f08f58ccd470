import type { Kind } from '../model/kind';
import { inSatellite, usualIdentifiers } from './define';

export const role: Kind = {
  id: 'iam-role',
  title: 'IAM role',
  cloudformation: ['AWS::IAM::Role'],
  terraform: ['aws_iam_role'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'RoleName', terraform: 'name', type: 'text' },
    trust: { cloudformation: 'AssumeRolePolicyDocument', terraform: 'assume_role_policy', type: 'policy' },
    inlinePolicy: { cloudformation: 'Policies[*].PolicyName', terraform: 'inline_policy[*].name', type: 'text' },
    managedPolicy: { cloudformation: 'ManagedPolicyArns[*]', terraform: 'managed_policy_arns[*]', type: 'text' },
  },
};

/** A policy that one role alone has. */
export const rolePolicy: Kind = {
  id: 'iam-role-policy',
  title: 'IAM role policy',
  cloudformation: ['AWS::IAM::RolePolicy'],
  terraform: ['aws_iam_role_policy'],
  attributes: {
    name: { cloudformation: 'PolicyName', terraform: 'name', type: 'text' },
    role: { cloudformation: 'RoleName', terraform: 'role', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', terraform: 'policy', type: 'policy' },
  },
};

export const group: Kind = {
  id: 'iam-group',
  title: 'IAM group',
  cloudformation: ['AWS::IAM::Group'],
  terraform: ['aws_iam_group'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'GroupName', terraform: 'name', type: 'text' },
    inlinePolicy: { cloudformation: 'Policies[*].PolicyName', type: 'text' },
    managedPolicy: {
      cloudformation: 'ManagedPolicyArns[*]',
      terraform: inSatellite('aws_iam_group_policy_attachment', 'policy_arn', 'group'),
      type: 'text',
    },
  },
};

/** The tie between a role and a managed policy, where that is a resource of its own. */
export const rolePolicyAttachment: Kind = {
  id: 'iam-role-policy-attachment',
  title: 'IAM role policy attachment',
  cloudformation: [],
  terraform: ['aws_iam_role_policy_attachment'],
  attributes: {
    role: { terraform: 'role', type: 'text' },
    managedPolicy: { terraform: 'policy_arn', type: 'text' },
  },
};

export const rules = [];
export const kinds = [role, rolePolicy, group, rolePolicyAttachment];
