import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { backupRetentionRow, logExportsRow, masterPasswordRow, storageEncryptedRow } from './databaseRows';
import {
  atLeast,
  attributeRule,
  equals,
  exampleOf,
  fixedWith,
  inheritsFromSource,
  isGiven,
  isOn,
  keyInput,
  keyRow,
  ownKeyRule,
} from './define';

const clusterPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-docdb-dbcluster.html';
const encryptionPage = 'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html';
const controlPage = 'https://docs.aws.amazon.com/controltower/latest/controlreference/documentdb-rules.html';
const clusterDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster';
const globalDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_global_cluster';

export const cluster: Kind = {
  id: 'docdb-cluster',
  title: 'DocumentDB cluster',
  cloudformation: ['AWS::DocDB::DBCluster'],
  terraform: ['aws_docdb_cluster'],
  // CloudFormation gives no ARN of a cluster; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'DBClusterIdentifier', terraform: 'cluster_identifier', type: 'text' },
    source: {
      cloudformation: ['SnapshotIdentifier', 'SourceDBClusterIdentifier', 'GlobalClusterIdentifier'],
      terraform: ['snapshot_identifier', 'restore_to_point_in_time[*]', 'global_cluster_identifier'],
      type: 'text',
    },
    storageEncrypted: storageEncryptedRow(
      inheritsFromSource(clusterPage),
      { is: { value: false }, dialect: 'cloudformation', source: controlPage },
      { is: { value: false }, dialect: 'terraform', source: clusterDocumentation },
    ),
    backupRetention: backupRetentionRow(
      { is: { value: 1 }, dialect: 'cloudformation', source: clusterPage },
      { is: { value: 1 }, dialect: 'terraform', source: clusterDocumentation },
    ),
    key: keyRow(inheritsFromSource(clusterPage), {
      is: 'none',
      key: 'aws-managed',
      when: (view) => isOn(view, 'storageEncrypted'),
      source: encryptionPage,
    }),
    masterPassword: masterPasswordRow,
    logExports: logExportsRow,
  },
};

const storageEncrypted = attributeRule({
  id: 'docdb-storage-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: cluster,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(cluster, 'Cluster', { name: 'orders', key: 'alias/orders', storageEncrypted: false }),
});

const storageKey = ownKeyRule({
  id: 'docdb-kms-key',
  kind: cluster,
  when: (view) => and(not(isGiven(view, 'source')), isOn(view, 'storageEncrypted')),
  key: keyInput('ClusterKeyArn', 'for the cluster'),
  caution: 'requests to KMS cost',
  example: exampleOf(cluster, 'Cluster', { name: 'orders', storageEncrypted: true }),
});

/** Clusters always keep a day, which is soon over. */
const backupRetention = attributeRule({
  id: 'docdb-backup-retention',
  recommendation: 'managed-security',
  severity: 'information',
  kind: cluster,
  requires: { backupRetention: fixedWith(atLeast(7), 7) },
  safety: 'review',
  caution: 'backup storage may cost',
  example: exampleOf(cluster, 'Cluster', { name: 'orders', storageEncrypted: true, backupRetention: 1 }),
});

const globalCluster: Kind = {
  id: 'docdb-global-cluster',
  title: 'DocumentDB global cluster',
  cloudformation: ['AWS::DocDB::GlobalCluster'],
  terraform: ['aws_docdb_global_cluster'],
  attributes: {
    name: { cloudformation: 'GlobalClusterIdentifier', terraform: 'global_cluster_identifier', type: 'text' },
    source: {
      cloudformation: 'SourceDBClusterIdentifier',
      terraform: 'source_db_cluster_identifier',
      type: 'text',
    },
    storageEncrypted: storageEncryptedRow(
      inheritsFromSource(globalDocumentation),
      // CloudFormation's page does not say what holds there.
      { is: 'unknown', dialect: 'cloudformation', source: clusterPage },
      { is: { value: false }, dialect: 'terraform', source: globalDocumentation },
    ),
  },
};

const globalEncrypted = attributeRule({
  id: 'docdb-global-storage-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: globalCluster,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(globalCluster, 'World', { name: 'orders', storageEncrypted: false }),
});

export const rules = [storageEncrypted, storageKey, backupRetention, globalEncrypted];
export const kinds = [cluster, globalCluster];
