import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const parts = {
  otherwise: 'With AES256, S3 encrypts it with keys that S3 holds, even where the bucket has a key of its own.',
  advice: 'Leave the choice to the bucket, or choose `aws:kms` and name a KMS key.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html'],
};

export const words: Readonly<Record<string, Words>> = {
  's3-object-kms-key': ownKeyWords({ what: 'object {name}', ...parts, sameAs: { checkov: ['CKV_AWS_186'] } }),
  's3-object-copy-kms-key': ownKeyWords({ what: 'copy {name}', ...parts, sameAs: { checkov: ['CKV_AWS_181'] } }),
  's3-object-lock-default': {
    title: 'The bucket {name} has Object Lock, but no default retention.',
    why: 'Without a default retention each writer has to say for how long an object is locked: those that do not leave it open to deletion.',
    advice:
      'Say for how long new versions of objects are locked. GOVERNANCE can be lifted by who has the right to, COMPLIANCE by nobody.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-default-lock-enabled.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_143'],
      cdkNag: ['NIST.800.53.R4-S3BucketDefaultLockEnabled'],
      guard: ['S3_BUCKET_DEFAULT_LOCK_ENABLED'],
    },
  },
  's3-lifecycle-disabled': {
    title: 'A lifecycle rule of the bucket {name} is switched off.',
    why: 'Data stays for longer than somebody meant it to, and so does what can be stolen.',
    advice: 'Switch it on, or take the rule out where objects are to stay.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_61'] },
  },
  's3-replication-disabled': {
    title: 'A replication rule of the bucket {name} is switched off.',
    why: 'New objects are not copied meanwhile, and what was written in between is not copied later by itself.',
    advice: 'Switch it on, or take the rule out where copies are not wanted any more.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-replication-enabled.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_144'],
      cdkNag: [
        'HIPAA.Security-S3BucketReplicationEnabled',
        'NIST.800.53.R4-S3BucketReplicationEnabled',
        'NIST.800.53.R5-S3BucketReplicationEnabled',
        'PCI.DSS.321-S3BucketReplicationEnabled',
      ],
      guard: ['S3_BUCKET_REPLICATION_ENABLED'],
    },
  },
};
