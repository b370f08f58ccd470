import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const sources = [
  'https://docs.aws.amazon.com/connect/latest/adminguide/key-management.html',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-connect-instancestorageconfig-encryptionconfig.html',
];

export const words: Readonly<Record<string, Words>> = {
  'connect-storage-kms-key': {
    title: 'The storage {name} of recordings, transcripts or reports names no KMS key of yours.',
    why: 'Connect then leaves it to the bucket, which encrypts with a key of S3 unless it has another. With a key of yours you decide who may decrypt, see each use of it in CloudTrail, and can withdraw the right.',
    advice: 'Name the full ARN of a symmetric KMS key of your own.',
    sources,
    sameAs: { checkov: ['CKV_AWS_270'] },
  },
  'connect-video-kms-key': ownKeyWords({
    what: 'media stream {name} of calls',
    otherwise: 'The voices of customers are encrypted with the key that AWS manages.',
    advice: 'Name the full ARN of a symmetric KMS key of your own.',
    sources,
    sameAs: { checkov: ['CKV_AWS_269'] },
  }),
};
