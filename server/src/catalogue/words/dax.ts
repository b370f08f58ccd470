import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'dax-encryption-at-rest': {
    title: 'The cluster {name} writes cached items to disk unencrypted.',
    why: 'DynamoDB encrypts every table; what DAX caches of one lies readable on the disks of its nodes. Encryption is chosen when a cluster is made.',
    advice: 'Encrypt the cluster before the first deployment. A live one is replaced, and starts with an empty cache.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dax-cluster.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_47'],
      trivy: ['AWS-0023'],
      cdkNag: ['AwsSolutions-DDB4'],
      guard: ['DAX_ENCRYPTION_ENABLED'],
      cfnNag: ['W83'],
    },
  },
};
