import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'policy-allow-not-action': {
    title: '{name|The policy} allows all actions except some.',
    why: 'Everything that is not in the list is allowed: other services, and every action that will come. `NotAction` does not deny what it names, either.',
    advice: 'Allow the actions that are needed. To keep some from being done, deny those.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
    sameAs: {
      guard: [
        'IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION',
        'IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY',
        'S3_BUCKET_POLICY_NO_ALLOW_PLUS_NOT_ACTION',
        'SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOT_ACTION',
        'SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOT_ACTION',
      ],
      cfnNag: ['W14', 'W15', 'W16', 'W17', 'W18', 'W19', 'W20'],
    },
  },
  'policy-allow-not-resource': {
    title: '{name|The policy} allows something on all resources except some.',
    why: 'Everything that is not in the list is allowed: the resources of other projects, and every one that will come. `NotResource` does not deny what it names, either.',
    advice: 'Name the resources that are meant. To keep some out, deny those.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html'],
    sameAs: { guard: ['IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE'], cfnNag: ['W21', 'W22', 'W23'] },
  },
  'policy-allow-not-principal': {
    title: '{name|The policy} allows everyone except some.',
    why: 'Everyone who is not in the list is allowed, in every account, and those who have not signed in.',
    advice: 'Name the principals that are meant. To keep some out, deny those.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
    sameAs: {
      guard: [
        'IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL',
        'S3_BUCKETPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL',
        'SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL',
        'SQS_QUEUEPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL',
      ],
      cfnNag: ['F6', 'F7', 'F8', 'F9'],
    },
  },
};
