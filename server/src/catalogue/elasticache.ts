import type { Default, Kind } from '../model/kind';
import type { View } from '../model/view';
import { attributeRule, defaultsTo, equals, exampleOf, isGiven, keyRow } from './define';

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

export const rules = [atRest, inTransit];
export const kinds = [replicationGroup];
