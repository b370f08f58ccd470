import type { Attribute, Kind } from '../model/kind';
import { and, not, or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import {
  backupRetentionRow,
  deletionProtectionRow,
  logExportsRow,
  masterPasswordRow,
  storageEncryptedRow,
} from './databaseRows';
import {
  atLeast,
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  inheritsFromSource,
  isGiven,
  keyRow,
  publicAccessRow,
} from './define';

const instancePage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html';
const instanceDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance';
const clusterPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbcluster.html';
const keyPage = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html';
const iamLoginPage = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Enabling.html';
const auroraEncryption = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html';

/** Whether a database is one of Aurora, told by its engine. */
export function isAurora(resource: View): Truth {
  return resource.is('engine', (engine) => /^aurora(-mysql|-postgresql)?$/i.test(engine));
}

/** The row of the switch that lets people and programs sign in with IAM; off until somebody asks for it. */
const iamLogin: Attribute = {
  cloudformation: 'EnableIAMDatabaseAuthentication',
  terraform: 'iam_database_authentication_enabled',
  type: 'boolean',
  defaults: [{ is: { value: false }, source: iamLoginPage }],
};

export const dbInstance: Kind = {
  id: 'rds-instance',
  title: 'RDS database instance',
  cloudformation: ['AWS::RDS::DBInstance'],
  terraform: ['aws_db_instance'],
  identifiers: { cloudformation: { id: '', arn: 'DBInstanceArn' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'DBInstanceIdentifier', terraform: 'identifier', type: 'text' },
    engine: { cloudformation: 'Engine', terraform: 'engine', type: 'text' },
    cluster: { cloudformation: 'DBClusterIdentifier', type: 'text' },
    replicaOf: { cloudformation: 'SourceDBInstanceIdentifier', terraform: 'replicate_source_db', type: 'text' },
    source: {
      cloudformation: [
        'DBSnapshotIdentifier',
        'SourceDBInstanceIdentifier',
        'SourceDbiResourceId',
        'SourceDBInstanceAutomatedBackupsArn',
        'SourceDBClusterIdentifier',
        'DBClusterSnapshotIdentifier',
      ],
      terraform: ['snapshot_identifier', 'replicate_source_db', 'restore_to_point_in_time[*]'],
      type: 'text',
    },
    storageEncrypted: storageEncryptedRow(
      inheritsFromSource(instancePage),
      { is: { value: false }, dialect: 'cloudformation', source: instancePage },
      { is: { value: false }, dialect: 'terraform', source: instanceDocumentation },
    ),
    key: keyRow(inheritsFromSource(instancePage), { is: 'none', key: 'aws-managed', source: keyPage }),
    backupRetention: backupRetentionRow(
      { is: { value: 1 }, dialect: 'cloudformation', source: instancePage },
      { ...inheritsFromSource(instanceDocumentation), dialect: 'terraform' },
      { is: { value: 0 }, dialect: 'terraform', source: instanceDocumentation },
    ),
    publicAccess: publicAccessRow(
      // The network of the database decides.
      { is: 'unknown', dialect: 'cloudformation', source: instancePage },
      { is: { value: false }, dialect: 'terraform', source: instanceDocumentation },
    ),
    iamLogin,
    deletionProtection: deletionProtectionRow(...defaultsTo(false, instancePage, instanceDocumentation)),
    masterPassword: {
      cloudformation: 'MasterUserPassword',
      terraform: ['password', 'password_wo'],
      type: 'text',
    },
    logExports: logExportsRow,
    insights: {
      cloudformation: 'EnablePerformanceInsights',
      terraform: 'performance_insights_enabled',
      type: 'boolean',
    },
    insightsKey: {
      cloudformation: 'PerformanceInsightsKMSKeyId',
      terraform: 'performance_insights_kms_key_id',
      type: 'text',
      defaults: [{ is: 'none', source: instancePage }],
    },
    certificateAuthority: { cloudformation: 'CACertificateIdentifier', terraform: 'ca_cert_identifier', type: 'text' },
  },
};

export const dbCluster: Kind = {
  id: 'rds-cluster',
  title: 'RDS database cluster',
  cloudformation: ['AWS::RDS::DBCluster'],
  terraform: ['aws_rds_cluster'],
  identifiers: { cloudformation: { id: '', arn: 'DBClusterArn' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'DBClusterIdentifier', terraform: 'cluster_identifier', type: 'text' },
    engine: { cloudformation: 'Engine', terraform: 'engine', type: 'text' },
    source: {
      cloudformation: [
        'SnapshotIdentifier',
        'SourceDBClusterIdentifier',
        'SourceDbClusterResourceId',
        'ReplicationSourceIdentifier',
        'GlobalClusterIdentifier',
      ],
      terraform: [
        'snapshot_identifier',
        'replication_source_identifier',
        'restore_to_point_in_time[*]',
        'global_cluster_identifier',
      ],
      type: 'text',
    },
    storageEncrypted: storageEncryptedRow(
      // The provider sends nothing that is not written, so the service's own defaults hold in both formats.
      inheritsFromSource(clusterPage),
      { is: { value: true }, when: isAurora, since: '2026-02-18', source: auroraEncryption },
      { is: { value: false }, when: isMultiAz, source: clusterPage },
      { is: 'unknown', source: clusterPage },
    ),
    key: keyRow(
      inheritsFromSource(clusterPage),
      {
        is: 'none',
        key: 'aws-owned',
        when: (resource) => and(isAurora(resource), not(resource.isWritten('storageEncrypted'))),
        since: '2026-02-18',
        source: auroraEncryption,
      },
      { is: 'none', key: 'aws-managed', source: clusterPage },
    ),
    // The provider sends nothing that is not written here either.
    backupRetention: backupRetentionRow({ is: { value: 1 }, source: clusterPage }),
    backtrackWindow: {
      cloudformation: 'BacktrackWindow',
      terraform: 'backtrack_window',
      type: 'number',
      defaults: [{ is: { value: 0 }, source: clusterPage }],
    },
    iamLogin,
    deletionProtection: deletionProtectionRow({ is: { value: false }, source: clusterPage }),
    masterPassword: masterPasswordRow,
    logExports: logExportsRow,
  },
};

/** A Multi-AZ cluster of RDS proper: what Aurora does by itself does not reach it. */
function isMultiAz(resource: View): Truth {
  return resource.is('engine', (engine) => /^(mysql|postgres)$/i.test(engine));
}

/** What a member of a cluster has is settled by its cluster. */
export function standsAlone(instance: View): Truth {
  return not(or(isGiven(instance, 'cluster'), isAurora(instance)));
}

/** What examples have that are about something else. */
export const wellKept = { engine: 'postgres', storageEncrypted: true, backupRetention: 7, deletionProtection: true };

const storageEncrypted = attributeRule({
  id: 'rds-storage-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: dbInstance,
  when: standsAlone,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, storageEncrypted: false }),
});

const clusterStorageEncrypted = attributeRule({
  id: 'rds-cluster-storage-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: dbCluster,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(dbCluster, 'Cluster', { engine: 'postgres', storageEncrypted: false }),
});

/** Seven days is what the console writes; replicas have backups only where somebody asks for them. */
const backupRetention = attributeRule({
  id: 'rds-backup-retention',
  recommendation: 'managed-security',
  severity: 'information',
  kind: dbInstance,
  when: (instance) => and(standsAlone(instance), not(isGiven(instance, 'replicaOf'))),
  requires: { backupRetention: fixedWith(atLeast(1), 7) },
  safety: 'review',
  caution: 'a short outage when backups were off; backup storage may cost',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, backupRetention: 0 }),
});

const publicAccess = attributeRule({
  id: 'rds-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: dbInstance,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, publicAccess: true }),
});

/** The members of a cluster are protected through the cluster. */
const deletionProtection = attributeRule({
  id: 'rds-deletion-protection',
  recommendation: 'managed-security',
  severity: 'information',
  kind: dbInstance,
  when: standsAlone,
  requires: { deletionProtection: equals(true) },
  safety: 'review',
  caution: 'has to be switched off again before the database or its stack can be deleted',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, deletionProtection: false }),
});

export const rules = [storageEncrypted, clusterStorageEncrypted, backupRetention, publicAccess, deletionProtection];
export const kinds = [dbInstance, dbCluster];
