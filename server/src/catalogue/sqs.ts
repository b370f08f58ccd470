import type { Kind } from '../model/kind';
import { not } from '../model/truth';
import { WrittenReference } from '../model/written';
import { attributeRule, equals, exampleOf, inSatellite, isGiven, resourceRule, usualIdentifiers } from './define';
import { namesResource } from './policies/statements';
import { acceptsPlainHttp, type TlsSubject } from './policies/tlsOnly';

export const queue: Kind = {
  id: 'sqs-queue',
  title: 'SQS queue',
  cloudformation: ['AWS::SQS::Queue'],
  terraform: ['aws_sqs_queue'],
  identifiers: usualIdentifiers,
  withoutPolicy: {
    access: 'none',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-add-permissions.html',
  },
  attributes: {
    name: { cloudformation: 'QueueName', terraform: 'name', type: 'text' },
    key: { cloudformation: 'KmsMasterKeyId', terraform: 'kms_master_key_id', type: 'text' },
    managedEncryption: {
      cloudformation: 'SqsManagedSseEnabled',
      terraform: 'sqs_managed_sse_enabled',
      type: 'boolean',
      // The provider sends nothing that is not written, so the service's own default holds in both formats.
      defaults: [
        {
          is: { value: true },
          since: '2022-08-17',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html',
        },
      ],
    },
    policy: {
      cloudformation: [
        inSatellite('AWS::SQS::QueuePolicy', 'PolicyDocument', 'Queues[*]'),
        inSatellite('AWS::SQS::QueueInlinePolicy', 'PolicyDocument', 'Queue'),
      ],
      terraform: [inSatellite('aws_sqs_queue_policy', 'policy', 'queue_url'), 'policy'],
      type: 'policy',
    },
  },
};

/** A key of one's own takes precedence over what SQS manages. */
const queueEncryption = attributeRule({
  id: 'sqs-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: queue,
  when: (resource) => not(isGiven(resource, 'key')),
  requires: { managedEncryption: equals(true) },
  example: exampleOf(queue, 'Queue', { name: 'orders', managedEncryption: false }),
});

const tlsSubject: TlsSubject = {
  action: 'sqs:*',
  isShareable: true,
  resources: (resource) => new WrittenReference(resource, 'arn'),
  isEverything: namesResource,
};

/** Encrypted queues, and all are by default, refuse plain HTTP by themselves: there the policy only says so too. */
const queueTlsOnly = resourceRule({
  id: 'sqs-queue-tls-only',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  fix: 'always',
  kinds: [queue],
  check(resource, world) {
    const isUnencrypted = resource.is('managedEncryption', (text) => text === 'false') === true;
    const severity = isUnencrypted ? 'warning' : 'information';
    return acceptsPlainHttp(resource, tlsSubject, world).map((objection) => ({ ...objection, severity }));
  },
  example: exampleOf(queue, 'Queue', { name: 'orders' }),
});

export const rules = [queueEncryption, queueTlsOnly];
export const kinds = [queue];
