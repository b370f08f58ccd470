import type { Words } from '../../model/rule';

const bestPractices = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';

export const words: Readonly<Record<string, Words>> = {
  'iam-user-without-group': {
    title: 'The user {name} belongs to no group here.',
    why: 'What one user may do is given to that user alone, and has to be looked for user by user.',
    advice: 'Give rights to groups and put users into them; better still, let people come through IAM Identity Center.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-user-group-membership-check.html',
      bestPractices,
    ],
    sameAs: {
      checkov: ['CKV2_AWS_21'],
      cdkNag: [
        'HIPAA.Security-IAMUserGroupMembership',
        'NIST.800.53.R4-IAMUserGroupMembership',
        'NIST.800.53.R5-IAMUserGroupMembership',
        'PCI.DSS.321-IAMUserGroupMembership',
      ],
      guard: ['IAM_USER_MISSING_GROUP_RULE'],
      cfnNag: ['F2000'],
    },
  },
  'iam-group-without-users': {
    title: 'The group {name} has no users here.',
    why: 'Rights that nobody needs wait for whoever is put into the group.',
    advice: 'Say who belongs to the group, or remove it.',
    sources: ['https://docs.aws.amazon.com/config/latest/developerguide/iam-group-has-users-check.html', bestPractices],
    sameAs: {
      checkov: ['CKV2_AWS_14'],
      cdkNag: ['HIPAA.Security-IAMGroupHasUsers', 'NIST.800.53.R4-IAMGroupHasUsers', 'PCI.DSS.321-IAMGroupHasUsers'],
    },
  },
  'iam-no-inline-policies': {
    title: 'A policy of {name|the identity} is written inside of it.',
    why: 'An inline policy has no versions to go back to, goes with its identity, and is easily overlooked by those who list what is allowed.',
    advice: 'Write it as a managed policy, unless it must never apply to anybody else.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-no-inline-policy-check.html',
    ],
    sameAs: {
      cdkNag: [
        'HIPAA.Security-IAMNoInlinePolicy',
        'NIST.800.53.R4-IAMNoInlinePolicy',
        'NIST.800.53.R5-IAMNoInlinePolicy',
        'PCI.DSS.321-IAMNoInlinePolicy',
      ],
      guard: ['IAM_NO_INLINE_POLICY_CHECK'],
    },
  },
  'iam-group-without-mfa': {
    title: 'No policy here asks the users of the group {name} for a second factor.',
    why: 'Whoever learns a password or an access key of one of them can do all that the group may.',
    advice:
      'Deny the group everything but setting up a device where `aws:MultiFactorAuthPresent` is not true, or let people come through an identity provider that asks for it.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
      bestPractices,
    ],
    sameAs: { trivy: ['AWS-0123'] },
  },
};
