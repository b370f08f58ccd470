import type { Kind } from '../model/kind';
import { not } from '../model/truth';
import { WrittenReference } from '../model/written';
import {
  attributeRule,
  equals,
  exampleOf,
  inSatellite,
  isGiven,
  keyInput,
  ownKeyRule,
  usualIdentifiers,
} from './define';
import { namesResource } from './policies/refusal';
import { type TlsSubject, tlsOnlyRule } from './policies/tlsOnly';

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
    key: {
      cloudformation: 'KmsMasterKeyId',
      terraform: 'kms_master_key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'service',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html',
        },
      ],
    },
    managedEncryption: {
      cloudformation: 'SqsManagedSseEnabled',
      terraform: 'sqs_managed_sse_enabled',
      type: 'boolean',
      about: 'at-rest',
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
      about: 'in-transit',
    },
  },
};

const queuePolicy: Kind = {
  id: 'sqs-queue-policy',
  title: 'SQS queue policy',
  cloudformation: ['AWS::SQS::QueuePolicy'],
  terraform: ['aws_sqs_queue_policy'],
  attributes: {
    of: { cloudformation: 'Queues[*]', terraform: 'queue_url', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', terraform: 'policy', type: 'policy' },
  },
};

const queueInlinePolicy: Kind = {
  id: 'sqs-queue-inline-policy',
  title: 'SQS queue policy',
  cloudformation: ['AWS::SQS::QueueInlinePolicy'],
  terraform: [],
  attributes: {
    of: { cloudformation: 'Queue', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', type: 'policy' },
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

/** SSE-SQS will do for most queues. With the key of SQS in the account a queue takes no messages of AWS services. */
const ownKey = ownKeyRule({
  id: 'sqs-kms-key',
  kind: queue,
  when: (one) => isGiven(one, 'key'),
  key: keyInput('QueueKeyArn', 'for the queue'),
  caution: 'senders and receivers, AWS services among them, need rights to the key, which costs',
  example: exampleOf(queue, 'Queue', { name: 'orders', key: 'alias/aws/sqs' }),
});

/** What it takes to close a queue to plain HTTP. */
export const queueTls: TlsSubject = {
  kind: queue,
  policyKinds: [queuePolicy, queueInlinePolicy],
  action: 'sqs:*',
  resources: (resource) => new WrittenReference(resource, 'arn'),
  resourcesIn: () => '*',
  isEverything: namesResource,
};

/** Encrypted queues, and all are by default, refuse plain HTTP by themselves: there the policy only says so too. */
const queueTlsOnly = tlsOnlyRule(queueTls, {
  id: 'sqs-queue-tls-only',
  severity: 'information',
  severityOf: (view) => (view.is('managedEncryption', (text) => text === 'false') === true ? 'warning' : undefined),
  fix: 'always',
  example: exampleOf(queue, 'Queue', { name: 'orders' }),
});

export const rules = [queueEncryption, ownKey, queueTlsOnly];
export const kinds = [queue, queuePolicy, queueInlinePolicy];
