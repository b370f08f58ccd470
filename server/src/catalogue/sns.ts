import type { Kind } from '../model/kind';
import { type Written, WrittenAccount, WrittenReference } from '../model/written';
import { attributeRule, exampleOf, fixedWith, identifiedByArn, inSatellite, present, resourceRule } from './define';
import { namesResource } from './policies/statements';
import { acceptsPlainHttp, type TlsSubject } from './policies/tlsOnly';

export const topic: Kind = {
  id: 'sns-topic',
  title: 'SNS topic',
  cloudformation: ['AWS::SNS::Topic'],
  terraform: ['aws_sns_topic'],
  identifiers: identifiedByArn,
  withoutPolicy: {
    access: 'statements',
    statements: (resource) => [ownerStatement(resource)],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
  },
  attributes: {
    name: { cloudformation: 'TopicName', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'KmsMasterKeyId',
      terraform: 'kms_master_key_id',
      type: 'text',
      defaults: [{ is: 'none', source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html' }],
    },
    policy: {
      cloudformation: [
        inSatellite('AWS::SNS::TopicPolicy', 'PolicyDocument', 'Topics[*]', 'arn'),
        inSatellite('AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'TopicArn', 'arn'),
      ],
      terraform: [inSatellite('aws_sns_topic_policy', 'policy', 'arn', 'arn'), 'policy'],
      type: 'policy',
    },
  },
};

export const subscription: Kind = {
  id: 'sns-subscription',
  title: 'SNS subscription',
  cloudformation: ['AWS::SNS::Subscription'],
  terraform: ['aws_sns_topic_subscription'],
  identifiers: identifiedByArn,
  attributes: {
    topic: { cloudformation: 'TopicArn', terraform: 'topic_arn', type: 'text' },
    protocol: { cloudformation: 'Protocol', terraform: 'protocol', type: 'text' },
    endpoint: { cloudformation: 'Endpoint', terraform: 'endpoint', type: 'text' },
  },
};

const topicEncryption = attributeRule({
  id: 'sns-topic-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: topic,
  requires: { key: fixedWith(present, 'alias/aws/sns') },
  safety: 'review',
  caution: 'requests to KMS cost; AWS services that publish need a key of your own',
  example: exampleOf(topic, 'Topic', { name: 'orders' }),
});

/** What SNS lets the owner's account do by itself; a policy of one's own takes its place. */
function ownerStatement(resource: WrittenReference['resource']): Written {
  return {
    Sid: '__default_statement_ID',
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: [
      'SNS:GetTopicAttributes',
      'SNS:SetTopicAttributes',
      'SNS:AddPermission',
      'SNS:RemovePermission',
      'SNS:DeleteTopic',
      'SNS:Subscribe',
      'SNS:ListSubscriptionsByTopic',
      'SNS:Publish',
    ],
    Resource: new WrittenReference(resource, 'arn'),
    Condition: { StringEquals: { 'AWS:SourceOwner': new WrittenAccount() } },
  };
}

/** Topic policies may not name actions that no topic has, so publishing alone is denied. */
const tlsSubject: TlsSubject = {
  action: 'SNS:Publish',
  isShareable: true,
  resources: (resource) => new WrittenReference(resource, 'arn'),
  isEverything: namesResource,
};

const topicTlsOnly = resourceRule({
  id: 'sns-topic-tls-only',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  fix: 'always',
  kinds: [topic],
  check: (resource, world) => acceptsPlainHttp(resource, tlsSubject, world),
  example: exampleOf(topic, 'Topic', { name: 'orders', key: 'alias/aws/sns' }),
});

export const rules = [topicEncryption, topicTlsOnly];
export const kinds = [topic, subscription];
