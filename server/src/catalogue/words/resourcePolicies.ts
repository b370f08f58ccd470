import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'policy-public-access': {
    title: '{name|The policy} lets people in who have nothing to do with this account.',
    why: 'No condition keeps outsiders out: anybody on the internet, or at least in any account of AWS, may do what the statement allows.',
    advice:
      'Name the principals that are meant, or hold the statement to your organization, account, VPC endpoint or the resource that sends the requests. What the public should read is better served by CloudFront.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    sameAs: {
      checkov: [
        'CKV_AWS_32',
        'CKV_AWS_33',
        'CKV_AWS_70',
        'CKV_AWS_167',
        'CKV_AWS_168',
        'CKV_AWS_169',
        'CKV_AWS_283',
        'CKV_AWS_387',
      ],
      trivy: ['AWS-0032'],
      cdkNag: ['AwsSolutions-ECR1', 'AwsSolutions-EVB1', 'AwsSolutions-OS3', 'AwsSolutions-S5'],
      guard: [
        'KMS_NO_WILDCARD_PRINCIPAL',
        'S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL',
        'SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL',
        'SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL',
      ],
      cfnNag: ['F16', 'F18', 'F21', 'F76'],
    },
  },
  'resource-policy-service-wildcard': {
    title: '{name|The policy} allows all actions of the service, {what|by a wildcard}.',
    why: 'It takes in what deletes the resource and what changes this very policy, and every action that the service will get.',
    advice: 'Name the actions that are used.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_72'],
      trivy: ['AWS-0097'],
      guard: ['S3_BUCKET_POLICY_NO_WILDCARD_ACTION', 'SQS_QUEUEPOLICY_NO_WILDCARD_ACTION'],
      cfnNag: ['F15', 'F20'],
    },
  },
  'resource-policy-locks-out': {
    title: '{name|The policy} denies everything to everyone, its owner included.',
    why: 'No role of the account can use the resource or change the policy any more: only the root user can take it back, if anybody can.',
    advice: 'Deny under a condition, or except some with `aws:PrincipalArn`.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
    sameAs: { checkov: ['CKV_AWS_93'] },
  },
  'sns-topic-other-account': {
    title: '{name|The policy} lets the account {account|of somebody else} use the topic.',
    why: 'What is published there leaves your account, or what comes from there looks like your own. A number does not tell whose account it is.',
    advice:
      "Make sure that the account is yours or a partner's, name the role that is meant, and add accounts that you trust to the setting `trustedAccounts`.",
    sources: [
      'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    ],
    sameAs: { checkov: ['CKV_AWS_385'] },
  },
};
