import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'iam-no-user-policies': {
    title: 'The permissions in {name|the resource} are tied to a user of their own.',
    why: 'Nobody sees at a glance who may do what, and permissions stay with people when their work changes. Users carry credentials that do not expire.',
    advice:
      'Give people roles through IAM Identity Center, and workloads roles of their own. Where there have to be users, tie policies to groups.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_40'],
      trivy: ['AWS-0143'],
      cdkNag: [
        'HIPAA.Security-IAMUserNoPolicies',
        'NIST.800.53.R4-IAMUserNoPolicies',
        'NIST.800.53.R5-IAMUserNoPolicies',
        'PCI.DSS.321-IAMUserNoPolicies',
      ],
      guard: ['IAM_NO_INLINE_POLICY_CHECK', 'IAM_NO_POLICY_ON_USER', 'IAM_USER_NO_POLICIES_CHECK'],
      cfnNag: ['F10', 'F11', 'F12'],
    },
  },
};
