import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, publicAccessRow, usualIdentifiers } from './define';

const brokerPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-amazonmq-broker.html';

export const broker: Kind = {
  id: 'mq-broker',
  title: 'Amazon MQ broker',
  cloudformation: ['AWS::AmazonMQ::Broker'],
  terraform: ['aws_mq_broker'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'BrokerName', terraform: 'broker_name', type: 'text' },
    engine: { cloudformation: 'EngineType', terraform: 'engine_type', type: 'text' },
    publicAccess: publicAccessRow({ is: { value: false }, source: brokerPage }),
  },
};

const publicAccess = attributeRule({
  id: 'mq-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: broker,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(broker, 'Broker', { name: 'orders', engine: 'RabbitMQ', publicAccess: true }),
});

export const rules = [publicAccess];
export const kinds = [broker];
