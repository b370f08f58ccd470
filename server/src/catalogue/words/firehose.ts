import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const encryptionPage =
  'https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamEncryptionConfigurationInput.html';
const streamPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kinesisfirehose-deliverystream.html';

export const words: Readonly<Record<string, Words>> = {
  'firehose-encryption': {
    title: 'The stream {name} stores its records unencrypted.',
    why: 'Until records are delivered they lie in Firehose. Encryption there has to be asked for, and a key that AWS owns costs nothing.',
    advice: 'Switch server-side encryption on, with a key that AWS owns or one of yours.',
    sources: [encryptionPage, streamPage],
    sameAs: {
      checkov: ['CKV_AWS_240'],
      cdkNag: ['AwsSolutions-KDF1'],
      guard: ['KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE'],
      cfnNag: ['W88'],
    },
  },
  'firehose-kms-key': {
    ...ownKeyWords({
      what: 'stream {name}',
      otherwise: 'Firehose encrypts, where it is told to, with a key that AWS owns.',
      advice: 'Name a symmetric KMS key together with the type CUSTOMER_MANAGED_CMK.',
      sources: [encryptionPage],
      sameAs: { checkov: ['CKV_AWS_241'] },
    }),
    title: 'No key of yours encrypts the stream {name}.',
  },
};
