import type { Change } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View } from '../model/view';
import { exampleOf, keyInput, ownKeyRule, setAttribute, usualIdentifiers, valueRule } from './define';

export const stream: Kind = {
  id: 'kinesis-stream',
  title: 'Kinesis data stream',
  cloudformation: ['AWS::Kinesis::Stream'],
  terraform: ['aws_kinesis_stream'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    shards: { cloudformation: 'ShardCount', terraform: 'shard_count', type: 'number' },
    encryption: {
      cloudformation: 'StreamEncryption.EncryptionType',
      terraform: 'encryption_type',
      type: 'text',
      about: 'at-rest',
      defaults: [
        {
          is: { value: 'NONE' },
          dialect: 'cloudformation',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-kinesis-stream-streamencryption.html',
        },
        {
          is: { value: 'NONE' },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream',
        },
      ],
    },
    key: { cloudformation: 'StreamEncryption.KeyId', terraform: 'kms_key_id', type: 'text', about: 'key' },
  },
};

/** What encrypts a stream: a key has to be named beside the type, be it the service's own. */
export function encrypting(view: View): Change[] {
  const key = setAttribute(view, 'key', 'alias/aws/kinesis');
  return [setAttribute(view, 'encryption', 'KMS'), ...(view.isWritten('key') === false ? [key] : [])];
}

const streamEncryption = valueRule({
  id: 'kinesis-stream-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  fix: 'always',
  kind: stream,
  attribute: 'encryption',
  isWrong: (text) => text === 'NONE',
  remedies: (view) => [
    {
      title:
        'Encrypt the stream with a KMS key (requests to KMS cost; readers in other accounts need a key of your own)',
      safety: 'review',
      changes: encrypting(view),
    },
  ],
  example: exampleOf(stream, 'Stream', { name: 'orders', shards: 1 }),
});

const ownKey = ownKeyRule({
  id: 'kinesis-stream-kms-key',
  kind: stream,
  when: (view) => view.is('encryption', (type) => type === 'KMS'),
  key: keyInput('StreamKeyArn', 'for the stream'),
  caution: 'producers and consumers need rights to the key, which costs',
  example: exampleOf(stream, 'Stream', { name: 'orders', shards: 1, encryption: 'KMS', key: 'alias/aws/kinesis' }),
});

export const rules = [streamEncryption, ownKey];
export const kinds = [stream];
