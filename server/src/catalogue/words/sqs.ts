import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'sqs-encryption': {
    title: 'The queue {name} has its encryption switched off.',
    why: 'New queues are encrypted free of charge; this one gives it up, and its messages lie readable where they are stored.',
    advice: 'Write true, or leave the line out. Requests then have to be signed and to use HTTPS.',
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_27'],
      trivy: ['AWS-0096'],
      cdkNag: ['AwsSolutions-SQS2'],
      guard: ['SQS_QUEUE_KMS_MASTER_KEY_ID_RULE'],
      cfnNag: ['W48'],
    },
  },
  'sqs-queue-tls-only': {
    title: 'The policy of the queue {name} does not refuse plain HTTP.',
    why: 'An encrypted queue, and new queues are, takes only HTTPS by itself. The policy makes sure of it whatever becomes of the encryption.',
    advice: 'Deny all requests to the queue where aws:SecureTransport is false.',
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-least-privilege-policy.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
      'https://docs.aws.amazon.com/general/latest/gr/sqs-service.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-SQS4'] },
  },
  'sqs-kms-key': ownKeyWords({
    what: 'queue {name}',
    otherwise:
      'The policy of the key that AWS manages for SQS cannot be changed: it keeps other AWS services from sending.',
    advice: 'Name a KMS key whose policy lets in whoever sends and receives.',
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queue.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_73'], trivy: ['AWS-0135'] },
  }),
};
