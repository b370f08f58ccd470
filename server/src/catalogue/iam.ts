import type { Kind } from '../model/kind';
import { exampleOf, objectionTo, resourceRule, usualIdentifiers } from './define';

export const user: Kind = {
  id: 'iam-user',
  title: 'IAM user',
  cloudformation: ['AWS::IAM::User'],
  terraform: ['aws_iam_user'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'UserName', terraform: 'name', type: 'text' },
    group: { cloudformation: 'Groups[*]', type: 'text' },
    inlinePolicy: { cloudformation: 'Policies[*].PolicyName', type: 'text' },
    managedPolicy: { cloudformation: 'ManagedPolicyArns[*]', type: 'text' },
    // In Terraform a login profile is a resource of its own, and nobody writes its password.
    loginProfile: { cloudformation: 'LoginProfile', type: 'block' },
    password: { cloudformation: 'LoginProfile.Password', type: 'text' },
    passwordReset: { cloudformation: 'LoginProfile.PasswordResetRequired', type: 'boolean' },
  },
};

/** A policy that one user alone has. */
const userPolicy: Kind = {
  id: 'iam-user-policy',
  title: 'IAM user policy',
  cloudformation: ['AWS::IAM::UserPolicy'],
  terraform: ['aws_iam_user_policy'],
  attributes: {
    attachedUser: { cloudformation: 'UserName', terraform: 'user', type: 'text' },
  },
};

/** The tie between a user and a managed policy, where that is a resource of its own. */
export const userPolicyAttachment: Kind = {
  id: 'iam-user-policy-attachment',
  title: 'IAM user policy attachment',
  cloudformation: [],
  terraform: ['aws_iam_user_policy_attachment'],
  attributes: {
    attachedUser: { terraform: 'user', type: 'text' },
    managedPolicy: { terraform: 'policy_arn', type: 'text' },
  },
};

/** A policy, or the tie of one, that names all whom it is for. */
export const sharedPolicy: Kind = {
  id: 'iam-shared-policy',
  title: 'IAM policy with its bearers',
  cloudformation: ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  terraform: ['aws_iam_policy_attachment'],
  attributes: {
    attachedUser: { cloudformation: 'Users[*]', terraform: 'users[*]', type: 'text' },
    managedPolicy: { terraform: 'policy_arn', type: 'text' },
  },
};

/** Where these kinds say that a user has a policy. */
const ties = ['inlinePolicy', 'managedPolicy', 'attachedUser'];

/** Told once for each place where policies are tied to users, at the first of them. */
const noUserPolicies = resourceRule({
  id: 'iam-no-user-policies',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'none',
  kinds: [user, userPolicy, userPolicyAttachment, sharedPolicy],
  check(resource) {
    return ties.flatMap((tie) => {
      const first = resource.facts(tie).find(({ written, value }) => written === true && value.kind !== 'unknown');
      return first ? [objectionTo(resource, first, [])] : [];
    });
  },
  example: exampleOf(userPolicy, 'Access', { attachedUser: 'alice' }),
});

export const rules = [noUserPolicies];
export const kinds = [user, userPolicy, userPolicyAttachment, sharedPolicy];
