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
  'dax-encryption-in-transit': {
    title: 'The DAX cluster {name} talks to its clients in clear text.',
    why: 'What is read from and written to the table can be read on the way inside the network. It is chosen when a cluster is made.',
    advice: 'Choose TLS before the first deployment. A live cluster is moved to a new one.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/dax-tls-endpoint-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_239'] },
  },
};
