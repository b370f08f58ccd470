import type { Attribute, Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  equals,
  exampleOf,
  identifiedByArn,
  isOn,
  keyInput,
  ownKeyRule,
  setAttribute,
  valueRule,
} from './define';

const encryptionPage = 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html';
const publicAccessPath = 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type';
const publicAccessArgument = 'broker_node_group_info.connectivity_info.public_access.type';
const words = { on: 'SERVICE_PROVIDED_EIPS', off: ['DISABLED'] };

const inTransitPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-msk-cluster-encryptionintransit.html';

/** The row of a place that broker logs can go to. */
function brokerLogRow(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation: `LoggingInfo.BrokerLogs.${cloudformation}`,
    terraform: `logging_info.broker_logs.${terraform}`,
    type: 'boolean',
    about: 'logging',
    defaults: [
      { is: { value: false }, source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html' },
    ],
  };
}

const cluster: Kind = {
  id: 'msk-cluster',
  title: 'MSK cluster',
  cloudformation: ['AWS::MSK::Cluster'],
  terraform: ['aws_msk_cluster'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'cluster_name', type: 'text' },
    key: {
      cloudformation: 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
      terraform: 'encryption_info.encryption_at_rest_kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-managed', source: encryptionPage }],
    },
    publicAccess: {
      cloudformation: { path: publicAccessPath, words },
      terraform: { path: publicAccessArgument, words },
      type: 'boolean',
      about: 'public',
      // A cluster can only be opened once it is there.
      defaults: [
        { is: { value: false }, source: 'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html' },
      ],
    },
    clientTraffic: {
      cloudformation: 'EncryptionInfo.EncryptionInTransit.ClientBroker',
      terraform: 'encryption_info.encryption_in_transit.client_broker',
      type: 'text',
      about: 'in-transit',
      defaults: [{ is: { value: 'TLS' }, source: inTransitPage }],
    },
    brokerTraffic: {
      cloudformation: 'EncryptionInfo.EncryptionInTransit.InCluster',
      terraform: 'encryption_info.encryption_in_transit.in_cluster',
      type: 'boolean',
      about: 'in-transit',
      defaults: [{ is: { value: true }, source: inTransitPage }],
    },
    logsToGroup: brokerLogRow('CloudWatchLogs.Enabled', 'cloudwatch_logs.enabled'),
    logsToStream: brokerLogRow('Firehose.Enabled', 'firehose.enabled'),
    logsToBucket: brokerLogRow('S3.Enabled', 's3.enabled'),
    logGroup: {
      cloudformation: 'LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup',
      terraform: 'logging_info.broker_logs.cloudwatch_logs.log_group',
      type: 'text',
    },
  },
};

const publicAccess = attributeRule({
  id: 'msk-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: cluster,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(cluster, 'Stream', { name: 'orders', publicAccess: true }),
});

/** MSK encrypts data at rest in any case. */
const ownKey = ownKeyRule({
  id: 'msk-kms-key',
  kind: cluster,
  key: keyInput('BrokerVolumesKeyArn', 'for the data of the cluster'),
  caution: 'the key and requests to it cost',
  example: exampleOf(cluster, 'Stream', { name: 'orders', publicAccess: false }),
});

/** Clients that speak plain text have to be moved first. Between brokers it is chosen when a cluster is made. */
const inTransit = attributeRule({
  id: 'msk-encryption-in-transit',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: cluster,
  requires: { clientTraffic: equals('TLS'), brokerTraffic: equals(true) },
  safety: 'review',
  caution: 'clients that do not speak TLS are refused',
  example: exampleOf(cluster, 'Stream', { name: 'orders', clientTraffic: 'TLS_PLAINTEXT' }),
});

const brokerLogs = valueRule({
  id: 'msk-broker-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'always',
  kind: cluster,
  attribute: 'logsToGroup',
  isWrong: (text) => text === 'false',
  when: (view) => and(not(isOn(view, 'logsToStream')), not(isOn(view, 'logsToBucket'))),
  remedies: (view) => [
    {
      title: 'Send broker logs to CloudWatch Logs (storing logs costs)',
      safety: 'input',
      changes: [
        setAttribute(view, 'logsToGroup', true),
        setAttribute(view, 'logGroup', new WrittenInput('BrokerLogGroup', 'The name of the log group for broker logs')),
      ],
    },
  ],
  example: exampleOf(cluster, 'Stream', { name: 'orders' }),
});

export const rules = [inTransit, brokerLogs, publicAccess, ownKey];
export const kinds = [cluster];
