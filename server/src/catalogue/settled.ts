import type { Settled } from '../model/rule';

/** Checks of other tools that cannot fail any more: their ids are honoured, and the reason can be told. */
export const settled: readonly Settled[] = [
  {
    sameAs: {
      checkov: ['CKV_AWS_19'],
      trivy: ['AWS-0088'],
      guard: ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED'],
      cfnNag: ['W41'],
    },
    reason: 'S3 encrypts every bucket and every new object with SSE-S3 by itself, and that cannot be switched off.',
    since: '2023-01-05',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
    ],
  },
  {
    sameAs: { guard: ['DYNAMODB_TABLE_MUST_BE_ENCRYPTED'] },
    reason: 'DynamoDB encrypts the data of every table, and that cannot be switched off.',
    since: '2018-11',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
      'https://aws.amazon.com/about-aws/whats-new/2018/11/amazon-dynamodb-encrypts-all-customer-data-at-rest/',
    ],
  },
];
