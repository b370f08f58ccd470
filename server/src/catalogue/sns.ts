import type { Kind } from '../model/kind';
import { type Written, WrittenAccount, WrittenReference } from '../model/written';
import {
  attributeRule,
  exampleOf,
  fixedWith,
  identifiedByArn,
  inSatellite,
  isGiven,
  keyInput,
  ownKeyRule,
  present,
} from './define';
import { namesResource } from './policies/refusal';
import { type TlsSubject, tlsOnlyRule } from './policies/tlsOnly';

export const topic: Kind = {
  id: 'sns-topic',
  title: 'SNS topic',
  cloudformation: ['AWS::SNS::Topic'],
  terraform: ['aws_sns_topic'],
  identifiers: identifiedByArn,
  withoutPolicy: {
    access: 'statements',
    statements: (resource) => [ownerStatement(new WrittenReference(resource, 'arn'), new WrittenAccount())],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
  },
  attributes: {
    name: { cloudformation: 'TopicName', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'KmsMasterKeyId',
      terraform: 'kms_master_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html' }],
    },
    policy: {
      cloudformation: [
        inSatellite('AWS::SNS::TopicPolicy', 'PolicyDocument', 'Topics[*]', 'arn'),
        inSatellite('AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'TopicArn', 'arn'),
      ],
      terraform: [inSatellite('aws_sns_topic_policy', 'policy', 'arn', 'arn'), 'policy'],
      type: 'policy',
      about: 'in-transit',
    },
  },
};

export const topicPolicy: Kind = {
  id: 'sns-topic-policy',
  title: 'SNS topic policy',
  cloudformation: ['AWS::SNS::TopicPolicy'],
  terraform: ['aws_sns_topic_policy'],
  attributes: {
    of: { cloudformation: 'Topics[*]', terraform: 'arn', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', terraform: 'policy', type: 'policy' },
  },
};

const topicInlinePolicy: Kind = {
  id: 'sns-topic-inline-policy',
  title: 'SNS topic policy',
  cloudformation: ['AWS::SNS::TopicInlinePolicy'],
  terraform: [],
  attributes: {
    of: { cloudformation: 'TopicArn', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', type: 'policy' },
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

/** With the key of SNS itself a topic takes no messages of other AWS services. */
const ownKey = ownKeyRule({
  id: 'sns-topic-kms-key',
  kind: topic,
  when: (one) => isGiven(one, 'key'),
  key: keyInput('TopicKeyArn', 'for the topic'),
  caution: 'publishers, AWS services among them, need rights to the key, which costs',
  example: exampleOf(topic, 'Topic', { name: 'orders', key: 'alias/aws/sns' }),
});

/** What SNS lets the owner's account do by itself; a policy of one's own takes its place. */
export function ownerStatement(topic: Written, account: Written): Written {
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
    Resource: topic,
    Condition: { StringEquals: { 'AWS:SourceOwner': account } },
  };
}

/** Topic policies may not name actions that no topic has, so publishing alone is denied. */
export const topicTls: TlsSubject = {
  kind: topic,
  policyKinds: [topicPolicy, topicInlinePolicy],
  action: 'SNS:Publish',
  resources: (resource) => new WrittenReference(resource, 'arn'),
  resourcesIn: () => '*',
  isEverything: namesResource,
};

const topicTlsOnly = tlsOnlyRule(topicTls, {
  id: 'sns-topic-tls-only',
  severity: 'warning',
  fix: 'always',
  example: exampleOf(topic, 'Topic', { name: 'orders', key: 'alias/aws/sns' }),
});

export const rules = [topicEncryption, ownKey, topicTlsOnly];
export const kinds = [topic, topicPolicy, topicInlinePolicy, subscription];
