import type { Kind } from '../model/kind';
import { and, not, or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import {
  attributeRule,
  equals,
  exampleOf,
  fixedWith,
  isGiven,
  isOn,
  keyInput,
  ownKeyRule,
  present,
  usualIdentifiers,
} from './define';

const encryptionPage =
  'https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamEncryptionConfigurationInput.html';
const streamPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kinesisfirehose-deliverystream.html';
const streamDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_firehose_delivery_stream';

export const deliveryStream: Kind = {
  id: 'firehose-stream',
  title: 'Firehose stream',
  cloudformation: ['AWS::KinesisFirehose::DeliveryStream'],
  terraform: ['aws_kinesis_firehose_delivery_stream'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'DeliveryStreamName', terraform: 'name', type: 'text' },
    type: { cloudformation: 'DeliveryStreamType', type: 'text' },
    destination: { terraform: 'destination', type: 'text' },
    source: {
      cloudformation: ['KinesisStreamSourceConfiguration', 'MSKSourceConfiguration', 'DatabaseSourceConfiguration'],
      terraform: ['kinesis_source_configuration', 'msk_source_configuration'],
      type: 'block',
    },
    // CloudFormation takes the block for the switch, Terraform has one in it.
    encryption: {
      cloudformation: 'DeliveryStreamEncryptionConfigurationInput',
      type: 'block',
      about: 'at-rest',
      defaults: [{ is: 'none', source: streamPage }],
    },
    encrypted: {
      terraform: 'server_side_encryption.enabled',
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: { value: false }, source: streamDocumentation }],
    },
    keyType: {
      cloudformation: 'DeliveryStreamEncryptionConfigurationInput.KeyType',
      terraform: 'server_side_encryption.key_type',
      type: 'text',
      defaults: [{ is: { value: 'AWS_OWNED_CMK' }, source: encryptionPage }],
    },
    key: {
      cloudformation: 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
      terraform: 'server_side_encryption.key_arn',
      type: 'text',
      about: 'key',
    },
    redshiftPassword: {
      cloudformation: 'RedshiftDestinationConfiguration.Password',
      terraform: 'redshift_configuration.password',
      type: 'text',
    },
    splunkToken: {
      cloudformation: 'SplunkDestinationConfiguration.HECToken',
      terraform: 'splunk_configuration.hec_token',
      type: 'text',
    },
    endpointKey: {
      cloudformation: 'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
      terraform: 'http_endpoint_configuration.access_key',
      type: 'text',
    },
  },
};

/** What comes from a stream is stored, and encrypted, there; Firehose stores only what is put into it. */
function isPutInto(stream: View): Truth {
  return and(
    not(isGiven(stream, 'source')),
    or(
      not(stream.isWritten('type')),
      stream.is('type', (type) => type === 'DirectPut'),
    ),
  );
}

const encryption = attributeRule({
  id: 'firehose-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: deliveryStream,
  when: isPutInto,
  requires: { encryption: fixedWith(present, { KeyType: 'AWS_OWNED_CMK' }), encrypted: equals(true) },
  example: exampleOf(deliveryStream, 'Delivery', { name: 'orders', type: 'DirectPut', destination: 'extended_s3' }),
});

/** A key has to be named together with its type; where encryption is written, it is switched on. */
const ownKey = ownKeyRule({
  id: 'firehose-kms-key',
  kind: deliveryStream,
  when: (stream) => and(isPutInto(stream), or(stream.isWritten('encryption'), isOn(stream, 'encrypted'))),
  key: keyInput('DeliveryKeyArn', 'for the Firehose stream'),
  beside: { keyType: equals('CUSTOMER_MANAGED_CMK') },
  caution: 'Firehose is granted the use of the key, which costs',
  example: exampleOf(deliveryStream, 'Delivery', {
    name: 'orders',
    type: 'DirectPut',
    destination: 'extended_s3',
    encrypted: true,
    keyType: 'AWS_OWNED_CMK',
  }),
});

export const rules = [encryption, ownKey];
export const kinds = [deliveryStream];
