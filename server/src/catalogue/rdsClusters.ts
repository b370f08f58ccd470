import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import type { View } from '../model/view';
import { storageEncryptedRow } from './databaseRows';
import { atLeast, attributeRule, equals, exampleOf, fixedWith, isGiven, isOn, keyInput, ownKeyRule } from './define';
import { dbCluster, dbInstance, wellKept } from './rds';

const wellKeptCluster = {
  engine: 'aurora-mysql',
  storageEncrypted: true,
  key: 'arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  backupRetention: 7,
  backtrackWindow: 86_400,
  iamLogin: true,
  deletionProtection: true,
};
const { key: _, ...withoutKey } = wellKeptCluster;

const isOriginal = (cluster: View) => not(isGiven(cluster, 'source'));

/** A cluster that is made from another keeps the key of its source. */
const clusterKey = ownKeyRule({
  id: 'rds-cluster-kms-key',
  kind: dbCluster,
  when: (cluster) => and(isOriginal(cluster), isOn(cluster, 'storageEncrypted')),
  key: keyInput('ClusterKeyArn', 'for the cluster'),
  caution: 'the key and requests to it cost',
  example: exampleOf(dbCluster, 'Cluster', withoutKey),
});

/** Clusters always keep a day, which is soon over. */
const backupRetention = attributeRule({
  id: 'rds-cluster-backup-retention',
  recommendation: 'managed-security',
  severity: 'information',
  kind: dbCluster,
  requires: { backupRetention: fixedWith(atLeast(7), 7) },
  safety: 'review',
  caution: 'backup storage may cost',
  example: exampleOf(dbCluster, 'Cluster', { ...wellKeptCluster, backupRetention: 1 }),
});

/** Only Aurora MySQL can do it; a cluster that was made without it cannot, nor can one that takes part in replication. */
const backtrack = attributeRule({
  id: 'rds-cluster-backtrack',
  recommendation: 'managed-security',
  severity: 'hint',
  kind: dbCluster,
  when: (cluster) =>
    and(
      isOriginal(cluster),
      cluster.is('engine', (engine) => engine === 'aurora-mysql'),
    ),
  requires: { backtrackWindow: fixedWith(atLeast(1), 86_400) },
  safety: 'review',
  caution: 'only for clusters that are made with it; its change records cost',
  example: exampleOf(dbCluster, 'Cluster', { ...wellKeptCluster, backtrackWindow: 0 }),
});

const insightsKey = ownKeyRule({
  id: 'rds-insights-kms-key',
  kind: dbInstance,
  attribute: 'insightsKey',
  when: (instance) => isOn(instance, 'insights'),
  key: keyInput('InsightsKeyArn', 'for the data of Performance Insights'),
  caution: 'the key and requests to it cost',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, insights: true }),
});

const globalCluster: Kind = {
  id: 'rds-global-cluster',
  title: 'Aurora global database',
  cloudformation: ['AWS::RDS::GlobalCluster'],
  terraform: ['aws_rds_global_cluster'],
  attributes: {
    name: { cloudformation: 'GlobalClusterIdentifier', terraform: 'global_cluster_identifier', type: 'text' },
    source: { cloudformation: 'SourceDBClusterIdentifier', terraform: 'source_db_cluster_identifier', type: 'text' },
    storageEncrypted: storageEncryptedRow(
      // The page does not say what holds, and Aurora encrypts new clusters by itself.
      {
        is: 'unknown',
        source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-globalcluster.html',
      },
    ),
  },
};

const globalEncrypted = attributeRule({
  id: 'rds-global-cluster-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: globalCluster,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(globalCluster, 'Everywhere', { name: 'orders', storageEncrypted: false }),
});

export const rules = [clusterKey, backupRetention, backtrack, insightsKey, globalEncrypted];
export const kinds = [globalCluster];
