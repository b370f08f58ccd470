import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'kinesis-stream-encryption': {
    title: 'The stream {name} stores its records unencrypted.',
    why: 'A stream keeps what is written to it for a day up to a year, readable where it is stored.',
    advice:
      'Encrypt the stream with the key of Kinesis or one of your own. Records that were written before stay as they are.',
    sources: [
      'https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html',
      'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-kinesis-stream-streamencryption.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_43'],
      trivy: ['AWS-0064'],
      cdkNag: ['AwsSolutions-KDS1'],
      guard: ['KINESIS_STREAM_ENCRYPTION_RULE'],
      cfnNag: ['W49'],
    },
  },
  'kinesis-stream-kms-key': {
    ...ownKeyWords({
      what: 'stream {name}',
      otherwise:
        'The key of Kinesis itself is managed by AWS in the account, and readers in other accounts cannot be let in.',
      advice: 'Name a KMS key that producers and consumers may use.',
      sources: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
      sameAs: { checkov: ['CKV_AWS_185'] },
    }),
    title: 'No key of yours encrypts the stream {name}.',
  },
};
