import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { WrittenInput } from '../model/written';
import { masterPasswordRow } from './databaseRows';
import {
  atLeast,
  attributeRule,
  equals,
  exampleOf,
  fixedWith,
  inSatellite,
  isGiven,
  isOn,
  keyInput,
  keyRow,
  noneOf,
  ownKeyRule,
  present,
  publicAccessRow,
} from './define';

const newDefaultsPage =
  'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/';
const auditPage = 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html';

export const cluster: Kind = {
  id: 'redshift-cluster',
  title: 'Redshift cluster',
  cloudformation: ['AWS::Redshift::Cluster'],
  terraform: ['aws_redshift_cluster'],
  // CloudFormation gives no ARN of a cluster; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'ClusterIdentifier', terraform: 'cluster_identifier', type: 'text' },
    encrypted: {
      cloudformation: 'Encrypted',
      terraform: { path: 'encrypted', words: { on: 'true', off: ['false'] } },
      type: 'boolean',
      about: 'at-rest',
      // Terraform's provider could not ask for an unencrypted cluster while its own default was another.
      defaults: [
        {
          is: { value: true },
          since: '2025-01-10',
          source: newDefaultsPage,
        },
      ],
    },
    publicAccess: publicAccessRow(
      { is: { value: false }, dialect: 'cloudformation', since: '2025-01-10', source: newDefaultsPage },
      {
        is: { value: false },
        dialect: 'terraform',
        source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade',
      },
    ),
    snapshot: {
      cloudformation: 'SnapshotIdentifier',
      terraform: ['snapshot_identifier', 'snapshot_arn'],
      type: 'text',
    },
    backupRetention: {
      cloudformation: 'AutomatedSnapshotRetentionPeriod',
      terraform: 'automated_snapshot_retention_period',
      type: 'number',
      about: 'backup',
      defaults: [
        {
          is: { value: 1 },
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-redshift-cluster.html',
        },
        {
          is: { value: 1 },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
        },
      ],
    },
    vpcRouting: {
      cloudformation: 'EnhancedVpcRouting',
      terraform: 'enhanced_vpc_routing',
      type: 'boolean',
      defaults: [
        {
          is: { value: false },
          source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html',
        },
      ],
    },
    key: keyRow({
      is: 'none',
      key: 'aws-owned',
      source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    }),
    masterUser: { cloudformation: 'MasterUsername', terraform: 'master_username', type: 'text' },
    masterPassword: masterPasswordRow,
    // Logs go to a bucket, or to CloudWatch Logs, which needs no bucket.
    auditLogs: {
      cloudformation: ['LoggingProperties.BucketName', 'LoggingProperties.LogDestinationType'],
      terraform: [
        inSatellite('aws_redshift_logging', 'bucket_name', 'cluster_identifier'),
        inSatellite('aws_redshift_logging', 'log_destination_type', 'cluster_identifier'),
      ],
      type: 'text',
      about: 'logging',
      defaults: [{ is: 'none', source: auditPage }],
    },
  },
};

/** A cluster as it should be, for the examples of rules that object to one thing. */
const wellKept = { name: 'orders', encrypted: true, vpcRouting: true };

/** Redshift refuses to make a cluster without encryption; one from before the change can still be kept that way. */
const encrypted = attributeRule({
  id: 'redshift-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: cluster,
  requires: { encrypted: equals(true) },
  safety: 'review',
  caution: 'a cluster that is unencrypted today is moved to a new one behind the scenes',
  example: exampleOf(cluster, 'Warehouse', { ...wellKept, encrypted: false }),
});

const publicAccess = attributeRule({
  id: 'redshift-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: cluster,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(cluster, 'Warehouse', { ...wellKept, publicAccess: true }),
});

/** What the cluster loads and unloads goes through the VPC, where its routes, endpoints and logs apply. */
const vpcRouting = attributeRule({
  id: 'redshift-vpc-routing',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: cluster,
  requires: { vpcRouting: equals(true) },
  safety: 'review',
  caution: 'the VPC needs a way to the buckets and services that the cluster uses',
  example: exampleOf(cluster, 'Warehouse', { ...wellKept, vpcRouting: false }),
});

/** What is restored from a snapshot keeps its key unless told otherwise. */
const ownKey = ownKeyRule({
  id: 'redshift-kms-key',
  kind: cluster,
  when: (view) => and(not(isGiven(view, 'snapshot')), isOn(view, 'encrypted')),
  key: keyInput('WarehouseKeyArn', 'for the cluster'),
  caution: 'a cluster that exists is moved to a new one behind the scenes; the key and requests to it cost',
  example: exampleOf(cluster, 'Warehouse', wellKept),
});

const backups = attributeRule({
  id: 'redshift-backup-retention',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: cluster,
  requires: { backupRetention: fixedWith(atLeast(1), 7) },
  safety: 'review',
  caution: 'snapshot storage may cost',
  example: exampleOf(cluster, 'Warehouse', { ...wellKept, backupRetention: 0 }),
});

const auditLogs = attributeRule({
  id: 'redshift-audit-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: cluster,
  requires: {
    auditLogs: fixedWith(
      present,
      new WrittenInput('AuditLogBucket', 'The name of the bucket that takes the audit logs of the cluster'),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs; the bucket has to let Redshift write',
  example: exampleOf(cluster, 'Warehouse', wellKept),
});

/** Another name takes another cluster: nobody but the author can say when. */
const adminName = attributeRule({
  id: 'redshift-admin-name',
  recommendation: 'protect-credentials',
  severity: 'information',
  fix: 'none',
  kind: cluster,
  requires: { masterUser: noneOf(['awsuser']) },
  example: exampleOf(cluster, 'Warehouse', { ...wellKept, masterUser: 'awsuser' }),
});

export const rules = [auditLogs, adminName, encrypted, ownKey, backups, publicAccess, vpcRouting];
export const kinds = [cluster];
