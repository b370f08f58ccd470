import type { Kind } from '../model/kind';
import { textOf } from '../model/value';
import { attributeRule, equals, exampleOf, isOn, keyInput, ownKeyRule } from './define';

const replicaPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html';

const globalTable: Kind = {
  id: 'dynamodb-global-table',
  title: 'DynamoDB global table',
  cloudformation: ['AWS::DynamoDB::GlobalTable'],
  terraform: [],
  attributes: {
    name: { cloudformation: 'TableName', type: 'text' },
    region: { cloudformation: 'Replicas[*].Region', type: 'text' },
    key: {
      cloudformation: 'Replicas[*].SSESpecification.KMSMasterKeyId',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          when: (table) => isOn(table, 'kmsEncryption'),
          source: replicaPage,
        },
        { is: 'none', key: 'aws-owned', source: replicaPage },
      ],
    },
    pointInTimeRecovery: {
      cloudformation: 'Replicas[*].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      type: 'boolean',
      about: 'backup',
      defaults: [{ is: { value: false }, source: replicaPage }],
    },
    kmsEncryption: {
      cloudformation: 'SSESpecification.SSEEnabled',
      type: 'boolean',
      defaults: [{ is: { value: false }, source: replicaPage }],
    },
  },
};

/** Every replica takes a key of its own Region, and all of them need one at once. */
const globalTableKey = ownKeyRule({
  id: 'dynamodb-global-table-kms-key',
  kind: globalTable,
  fix: 'none',
  key: keyInput('TableKeyArn', 'for the replica'),
  example: exampleOf(globalTable, 'Table', { name: 'orders', region: 'eu-west-1' }),
});

/** All replicas hold the same items, so one that can be restored is enough. Which to write for is told by its place. */
const pointInTimeRecovery = attributeRule({
  id: 'dynamodb-global-table-point-in-time-recovery',
  recommendation: 'managed-security',
  severity: 'information',
  fix: 'sometimes',
  kind: globalTable,
  when: (table) =>
    !table
      .facts('pointInTimeRecovery')
      .some(({ value, likelihood, parameter }) => likelihood === 'certain' && !parameter && textOf(value) === 'true'),
  requires: { pointInTimeRecovery: equals(true) },
  safety: 'review',
  caution: 'is paid for by the size of the replica',
  example: exampleOf(globalTable, 'Table', { name: 'orders', region: 'eu-west-1', pointInTimeRecovery: false }),
});

export const rules = [pointInTimeRecovery, globalTableKey];
export const kinds = [globalTable];
