import type { Default, Kind } from '../model/kind';
import { and, not, or } from '../model/truth';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  isGiven,
  isOn,
  keyInput,
  keyRow,
  ownKeyRule,
  present,
} from './define';

const groupPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticache-replicationgroup.html';
const groupDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group';
const atRestPage = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html';
const inTransitPage = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html';

const isValkey = (group: View) => group.is('engine', (engine) => engine === 'valkey');

/** A group that joins a global one takes over what that has. */
const inheritsFromGlobal: Default = {
  is: 'inherited',
  when: (group) => isGiven(group, 'globalGroup'),
  source: groupDocumentation,
};

export const replicationGroup: Kind = {
  id: 'elasticache-replication-group',
  title: 'ElastiCache replication group',
  cloudformation: ['AWS::ElastiCache::ReplicationGroup'],
  terraform: ['aws_elasticache_replication_group'],
  // CloudFormation gives no ARN of a group; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'ReplicationGroupId', terraform: 'replication_group_id', type: 'text' },
    engine: {
      cloudformation: 'Engine',
      terraform: 'engine',
      type: 'text',
      defaults: [{ is: { value: 'redis' }, dialect: 'terraform', source: groupDocumentation }],
    },
    globalGroup: {
      cloudformation: 'GlobalReplicationGroupId',
      terraform: 'global_replication_group_id',
      type: 'text',
    },
    atRest: {
      cloudformation: 'AtRestEncryptionEnabled',
      terraform: { path: 'at_rest_encryption_enabled', words: { on: 'true', off: ['false'] } },
      type: 'boolean',
      about: 'at-rest',
      defaults: [
        inheritsFromGlobal,
        { is: 'unknown', dialect: 'cloudformation', when: isValkey, source: atRestPage },
        { is: { value: true }, dialect: 'terraform', when: isValkey, source: groupDocumentation },
        ...defaultsTo(false, groupPage, groupDocumentation),
      ],
    },
    backupRetention: {
      cloudformation: 'SnapshotRetentionLimit',
      terraform: 'snapshot_retention_limit',
      type: 'number',
      about: 'backup',
      // The provider sends nothing that is not written, so the service's own default holds in both formats.
      defaults: [{ is: { value: 0 }, source: groupPage }],
    },
    key: keyRow(inheritsFromGlobal, { is: 'none', key: 'service', source: atRestPage }),
    inTransit: {
      cloudformation: 'TransitEncryptionEnabled',
      terraform: 'transit_encryption_enabled',
      type: 'boolean',
      about: 'in-transit',
      defaults: [
        inheritsFromGlobal,
        // Valkey has to be told either way.
        { is: 'unknown', when: isValkey, source: groupPage },
        ...defaultsTo(false, groupPage, inTransitPage),
      ],
    },
    token: { cloudformation: 'AuthToken', terraform: 'auth_token', type: 'text' },
    userGroups: { cloudformation: 'UserGroupIds', terraform: 'user_group_ids', type: 'block' },
  },
};

const atRest = attributeRule({
  id: 'elasticache-encryption-at-rest',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: replicationGroup,
  requires: { atRest: equals(true) },
  safety: 'review',
  example: exampleOf(replicationGroup, 'Sessions', {
    name: 'sessions',
    key: 'alias/sessions',
    engine: 'redis',
    atRest: false,
    inTransit: true,
  }),
});

const inTransit = attributeRule({
  id: 'elasticache-encryption-in-transit',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: replicationGroup,
  requires: { inTransit: equals(true) },
  safety: 'review',
  caution: 'clients have to speak TLS; a group that exists has to prefer it first, and one before Redis 7 is replaced',
  example: exampleOf(replicationGroup, 'Sessions', {
    name: 'sessions',
    engine: 'redis',
    atRest: true,
    inTransit: false,
  }),
});

const ownKey = ownKeyRule({
  id: 'elasticache-kms-key',
  kind: replicationGroup,
  when: (group) => and(not(isGiven(group, 'globalGroup')), isOn(group, 'atRest')),
  key: keyInput('GroupKeyArn', 'for the replication group'),
  caution: 'the key and requests to it cost',
  example: exampleOf(replicationGroup, 'Sessions', {
    name: 'sessions',
    engine: 'redis',
    atRest: true,
    inTransit: true,
  }),
});

/** Without TLS there is no token to be had; users of its own say who a client is better than one token for all. */
const token = attributeRule({
  id: 'elasticache-token',
  recommendation: 'protect-credentials',
  severity: 'information',
  fix: 'sometimes',
  kind: replicationGroup,
  when: (group) => not(or(group.isWritten('userGroups'), isGiven(group, 'globalGroup'))),
  requires: {
    token: fixedWith(present, (group) =>
      isOn(group, 'inTransit') === true
        ? new WrittenInput(
            'CacheToken',
            'The token that clients of the replication group have to give',
            undefined,
            true,
          )
        : undefined,
    ),
  },
  safety: 'input',
  caution: 'clients that do not give it are refused',
  example: exampleOf(replicationGroup, 'Sessions', {
    name: 'sessions',
    engine: 'redis',
    atRest: true,
    inTransit: true,
  }),
});

export const rules = [token, atRest, ownKey, inTransit];
export const kinds = [replicationGroup];
