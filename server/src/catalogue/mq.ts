import type { Kind } from '../model/kind';
import type { Truth } from '../model/truth';
import type { View } from '../model/view';
import {
  attributeRule,
  equals,
  exampleOf,
  isOn,
  keyInput,
  ownKeyRule,
  publicAccessRow,
  usualIdentifiers,
} from './define';

const brokerPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-amazonmq-broker.html';

const encryptionPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-amazonmq-broker-encryptionoptions.html';
const logsPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-amazonmq-broker-loglist.html';

export const broker: Kind = {
  id: 'mq-broker',
  title: 'Amazon MQ broker',
  cloudformation: ['AWS::AmazonMQ::Broker'],
  terraform: ['aws_mq_broker'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'BrokerName', terraform: 'broker_name', type: 'text' },
    engine: { cloudformation: 'EngineType', terraform: 'engine_type', type: 'text' },
    awsOwnedKey: {
      cloudformation: 'EncryptionOptions.UseAwsOwnedKey',
      terraform: 'encryption_options.use_aws_owned_key',
      type: 'boolean',
      defaults: [{ is: { value: true }, source: encryptionPage }],
    },
    key: {
      cloudformation: 'EncryptionOptions.KmsKeyId',
      terraform: 'encryption_options.kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-owned',
          when: (view) => isOn(view, 'awsOwnedKey'),
          source: encryptionPage,
        },
        { is: 'none', key: 'aws-managed', source: encryptionPage },
      ],
    },
    publicAccess: publicAccessRow({ is: { value: false }, source: brokerPage }),
    password: { cloudformation: 'Users[*].Password', terraform: 'user[*].password', type: 'text' },
    generalLog: {
      cloudformation: 'Logs.General',
      terraform: 'logs.general',
      type: 'boolean',
      about: 'logging',
      defaults: [{ is: { value: false }, source: logsPage }],
    },
    auditLog: {
      cloudformation: 'Logs.Audit',
      terraform: { path: 'logs.audit', words: { on: 'true', off: ['false'] } },
      type: 'boolean',
      about: 'logging',
      defaults: [{ is: { value: false }, source: logsPage }],
    },
  },
};

/** Whether a broker is one of ActiveMQ: RabbitMQ takes no key and has no audit log. */
function isActiveMq(one: View): Truth {
  return one.is('engine', (engine) => /^activemq$/i.test(engine));
}

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

const ownKey = ownKeyRule({
  id: 'mq-kms-key',
  kind: broker,
  when: isActiveMq,
  key: keyInput('BrokerKeyArn', 'for the broker'),
  beside: { awsOwnedKey: equals(false) },
  caution: 'requests to KMS cost',
  example: exampleOf(broker, 'Broker', { name: 'orders', engine: 'ActiveMQ', publicAccess: false }),
});

const generalLog = attributeRule({
  id: 'mq-general-log',
  recommendation: 'log-activity',
  severity: 'information',
  kind: broker,
  requires: { generalLog: equals(true) },
  safety: 'review',
  caution: 'storing logs costs; the account has to let Amazon MQ write them',
  example: exampleOf(broker, 'Broker', { name: 'orders', engine: 'RabbitMQ', publicAccess: false }),
});

const auditLog = attributeRule({
  id: 'mq-audit-log',
  recommendation: 'log-activity',
  severity: 'information',
  kind: broker,
  when: isActiveMq,
  requires: { auditLog: equals(true) },
  safety: 'review',
  caution: 'storing logs costs; the account has to let Amazon MQ write them',
  example: exampleOf(broker, 'Broker', { name: 'orders', engine: 'ActiveMQ', publicAccess: false }),
});

export const rules = [generalLog, auditLog, publicAccess, ownKey];
export const kinds = [broker];
