import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const groupPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticache-replicationgroup.html';

export const words: Readonly<Record<string, Words>> = {
  'elasticache-encryption-at-rest': {
    title: 'The replication group {name} writes its data and backups to disk unencrypted.',
    why: 'Syncing, swapping and backing up put cached data, often sessions and tokens, on disks and into S3. Encryption is chosen when a group is made; serverless caches always have it.',
    advice:
      'Encrypt the group before the first deployment. A live one is moved by restoring a backup into a new, encrypted group.',
    sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html', groupPage],
    sameAs: {
      checkov: ['CKV_AWS_29'],
      trivy: ['AWS-0045'],
      cdkNag: ['AwsSolutions-AEC3'],
      guard: ['ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST'],
      cfnNag: ['F25'],
    },
  },
  'elasticache-encryption-in-transit': {
    title: 'The replication group {name} talks to its clients and replicas in clear text.',
    why: 'Anybody on the way can read and change what is cached. Passwords, too, are only to be had with TLS.',
    advice:
      'Switch TLS on. For a live group of Redis 7 or Valkey, first with the mode preferred, then, once all clients use TLS, with required.',
    sources: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
      groupPage,
    ],
    sameAs: {
      checkov: ['CKV_AWS_30', 'CKV_AWS_31'],
      trivy: ['AWS-0051'],
      cdkNag: ['AwsSolutions-AEC3'],
      guard: ['ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT'],
      cfnNag: ['F33'],
    },
  },
  'elasticache-kms-key': ownKeyWords({
    what: 'replication group {name}',
    otherwise: 'Where no key is named, ElastiCache encrypts with one of its own.',
    advice:
      'Name a symmetric KMS key of your own before the first deployment: a group keeps the key that it was made with.',
    sources: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticache-replicationgroup.html',
    ],
    sameAs: { checkov: ['CKV_AWS_191'] },
  }),
  'elasticache-token': {
    title: 'The replication group {name} does not ask its clients who they are.',
    why: 'Whoever reaches it in the network can read and change everything that is cached.',
    advice: 'Ask for a token, or give the group users of its own, whose rights can differ.',
    sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html', groupPage],
    sameAs: { checkov: ['CKV_AWS_31'], cdkNag: ['AwsSolutions-AEC6'] },
  },
};
