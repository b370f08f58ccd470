import type { Words } from '../../model/rule';

const sources = [
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
];

export const words: Readonly<Record<string, Words>> = {
  'iam-administrator-access': {
    title: '{name|The identity} has the permissions of an administrator.',
    why: 'Whoever gets hold of the identity, or of code that runs with it, has the account.',
    advice: 'Attach policies that allow what is needed. IAM Access Analyzer makes one of what an identity has used.',
    sources,
    sameAs: {
      checkov: ['CKV_AWS_274', 'CKV_AWS_275'],
      guard: ['IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE'],
      cfnNag: ['W43'],
    },
  },
  'iam-broad-managed-policy': {
    title:
      '{name|The identity} has more permissions than a single task needs: {policy|a managed policy for everything}.',
    why: 'Policies that AWS manages are made for every use there may be, on all resources, and grow with the services.',
    advice: 'Start from the policy, and allow in one of your own what is used, on the resources it is used for.',
    sources,
    sameAs: {
      checkov: ['CKV2_AWS_56'],
      cdkNag: ['AwsSolutions-IAM4'],
      guard: ['IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE'],
      cfnNag: ['W44'],
    },
  },
};
