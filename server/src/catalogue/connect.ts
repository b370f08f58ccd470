import type { Kind } from '../model/kind';
import { equals, exampleOf, keyInput, ownKeyRule } from './define';

const storageConfig: Kind = {
  id: 'connect-storage',
  title: 'storage of a Connect instance',
  cloudformation: ['AWS::Connect::InstanceStorageConfig'],
  terraform: ['aws_connect_instance_storage_config'],
  attributes: {
    of: { cloudformation: 'InstanceArn', terraform: 'instance_id', type: 'text' },
    holds: { cloudformation: 'ResourceType', terraform: 'resource_type', type: 'text' },
    storage: { cloudformation: 'StorageType', terraform: 'storage_config.storage_type', type: 'text' },
    bucket: { cloudformation: 'S3Config.BucketName', terraform: 'storage_config.s3_config.bucket_name', type: 'text' },
    prefix: {
      cloudformation: 'S3Config.BucketPrefix',
      terraform: 'storage_config.s3_config.bucket_prefix',
      type: 'text',
    },
    key: {
      cloudformation: 'S3Config.EncryptionConfig.KeyId',
      terraform: 'storage_config.s3_config.encryption_config.key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'service',
          source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
        },
      ],
    },
    keyType: {
      cloudformation: 'S3Config.EncryptionConfig.EncryptionType',
      terraform: 'storage_config.s3_config.encryption_config.encryption_type',
      type: 'text',
    },
    // A video stream has to be given one.
    videoKey: {
      cloudformation: 'KinesisVideoStreamConfig.EncryptionConfig.KeyId',
      terraform: 'storage_config.kinesis_video_stream_config.encryption_config.key_id',
      type: 'text',
    },
  },
};

const calls = { of: 'arn:aws:connect:eu-west-1:111122223333:instance/calls', holds: 'CALL_RECORDINGS', storage: 'S3' };

const storageKey = ownKeyRule({
  id: 'connect-storage-kms-key',
  kind: storageConfig,
  when: (view) => view.is('storage', (text) => text === 'S3'),
  key: keyInput('RecordingsKeyArn', 'for what the instance stores in the bucket'),
  beside: { keyType: equals('KMS') },
  caution: 'who listens to or reads it needs rights to the key; requests to KMS cost',
  example: exampleOf(storageConfig, 'Recordings', { ...calls, bucket: 'orders-recordings', prefix: 'calls' }),
});

const videoKey = ownKeyRule({
  id: 'connect-video-kms-key',
  kind: storageConfig,
  when: (view) => view.is('storage', (text) => text === 'KINESIS_VIDEO_STREAM'),
  attribute: 'videoKey',
  key: keyInput('MediaKeyArn', 'for the streams with the voices of customers'),
  caution: 'who listens needs rights to the key; requests to KMS cost',
  example: exampleOf(storageConfig, 'Media', {
    ...calls,
    holds: 'MEDIA_STREAMS',
    storage: 'KINESIS_VIDEO_STREAM',
    videoKey: 'alias/aws/kinesisvideo',
  }),
});

export const rules = [storageKey, videoKey];
export const kinds = [storageConfig];
