import type { Kind } from '../model/kind';
import type { AttributeRule, Example } from '../model/rule';
import { and, not, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { atLeast, attributeRule, exampleOf, isGiven } from './define';
import { replicationGroup } from './elasticache';

const clusterPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticache-cachecluster.html';

const cacheCluster: Kind = {
  id: 'elasticache-cluster',
  title: 'ElastiCache cluster',
  cloudformation: ['AWS::ElastiCache::CacheCluster'],
  terraform: ['aws_elasticache_cluster'],
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'cluster_id', type: 'text' },
    engine: { cloudformation: 'Engine', terraform: 'engine', type: 'text' },
    group: { terraform: 'replication_group_id', type: 'text' },
    backupRetention: {
      cloudformation: 'SnapshotRetentionLimit',
      terraform: 'snapshot_retention_limit',
      type: 'number',
      about: 'backup',
      // The provider sends nothing that is not written, so the service's own default holds in both formats.
      defaults: [{ is: { value: 0 }, source: clusterPage }],
    },
  },
};

/** Memcached keeps nothing that could be backed up. */
function canBackUp(cluster: View): Truth {
  return and(
    cluster.is('engine', (engine) => /^(redis|valkey)$/i.test(engine)),
    not(isGiven(cluster, 'group')),
  );
}

function backedUp(id: string, kind: Kind, example: Example, when?: AttributeRule['when']): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'managed-security',
    severity: 'information',
    kind,
    ...(when && { when }),
    requires: { backupRetention: atLeast(1) },
    safety: 'review',
    caution: 'backups take their toll on a node, and storing them may cost',
    example,
  });
}

export const rules = [
  backedUp(
    'elasticache-cluster-backup-retention',
    cacheCluster,
    exampleOf(cacheCluster, 'Sessions', { name: 'sessions', engine: 'redis', backupRetention: 0 }),
    canBackUp,
  ),
  backedUp(
    'elasticache-group-backup-retention',
    replicationGroup,
    exampleOf(replicationGroup, 'Sessions', {
      name: 'sessions',
      engine: 'redis',
      atRest: true,
      inTransit: true,
      backupRetention: 0,
    }),
  ),
];
export const kinds = [cacheCluster];
