import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { backupRetentionRow, deletionProtectionRow, storageEncryptedRow } from './databaseRows';
import {
  atLeast,
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  inheritsFromSource,
  isGiven,
  isOn,
  keyInput,
  ownKeyRule,
  publicAccessRow,
} from './define';

const clusterPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-neptune-dbcluster.html';
const createPage = 'https://docs.aws.amazon.com/neptune/latest/userguide/api-clusters.html';
const controlsPage = 'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html';
const clusterDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster';

export const graphCluster: Kind = {
  id: 'neptune-cluster',
  title: 'Neptune cluster',
  cloudformation: ['AWS::Neptune::DBCluster'],
  terraform: ['aws_neptune_cluster'],
  attributes: {
    name: { cloudformation: 'DBClusterIdentifier', terraform: 'cluster_identifier', type: 'text' },
    source: {
      cloudformation: ['SnapshotIdentifier', 'SourceDBClusterIdentifier'],
      terraform: ['snapshot_identifier', 'replication_source_identifier', 'global_cluster_identifier'],
      type: 'text',
    },
    storageEncrypted: storageEncryptedRow(
      inheritsFromSource(clusterPage),
      ...defaultsTo(false, controlsPage, clusterDocumentation),
    ),
    key: {
      cloudformation: 'KmsKeyId',
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [inheritsFromSource(clusterPage), { is: 'none', key: 'aws-managed', source: clusterPage }],
    },
    backupRetention: backupRetentionRow(
      { is: { value: 1 }, dialect: 'cloudformation', source: createPage },
      { is: { value: 1 }, dialect: 'terraform', source: clusterDocumentation },
    ),
    deletionProtection: deletionProtectionRow(...defaultsTo(false, createPage, clusterDocumentation)),
    iamLogin: {
      cloudformation: 'IamAuthEnabled',
      terraform: 'iam_database_authentication_enabled',
      type: 'boolean',
      defaults: [{ is: { value: false }, source: controlsPage }],
    },
    logExports: {
      cloudformation: 'EnableCloudwatchLogsExports',
      terraform: 'enable_cloudwatch_logs_exports',
      type: 'block',
      about: 'logging',
    },
  },
};

const graphInstance: Kind = {
  id: 'neptune-instance',
  title: 'Neptune instance',
  cloudformation: ['AWS::Neptune::DBInstance'],
  terraform: ['aws_neptune_cluster_instance'],
  attributes: {
    name: { cloudformation: 'DBInstanceIdentifier', terraform: 'identifier', type: 'text' },
    publicAccess: publicAccessRow({
      is: { value: false },
      source: 'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html',
    }),
  },
};

const wellKept = {
  name: 'orders',
  storageEncrypted: true,
  backupRetention: 7,
  iamLogin: true,
  deletionProtection: true,
};

/** Neptune knows no passwords: without IAM it knows nobody at all. */
const iamLogin = attributeRule({
  id: 'neptune-iam-login',
  recommendation: 'sign-requests',
  severity: 'warning',
  kind: graphCluster,
  requires: { iamLogin: equals(true) },
  safety: 'review',
  caution: 'requests that are not signed are refused',
  example: exampleOf(graphCluster, 'Graph', { ...wellKept, iamLogin: false }),
});

const storageEncrypted = attributeRule({
  id: 'neptune-storage-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: graphCluster,
  requires: { storageEncrypted: equals(true) },
  safety: 'review',
  example: exampleOf(graphCluster, 'Graph', { ...wellKept, storageEncrypted: false }),
});

const ownKey = ownKeyRule({
  id: 'neptune-kms-key',
  kind: graphCluster,
  when: (cluster) => and(not(isGiven(cluster, 'source')), isOn(cluster, 'storageEncrypted')),
  key: keyInput('GraphKeyArn', 'for the cluster'),
  caution: 'the key and requests to it cost',
  example: exampleOf(graphCluster, 'Graph', wellKept),
});

/** Clusters always keep a day, which is soon over. */
const backupRetention = attributeRule({
  id: 'neptune-backup-retention',
  recommendation: 'managed-security',
  severity: 'information',
  kind: graphCluster,
  requires: { backupRetention: fixedWith(atLeast(7), 7) },
  safety: 'review',
  caution: 'backup storage may cost',
  example: exampleOf(graphCluster, 'Graph', { ...wellKept, backupRetention: 1 }),
});

const publicAccess = attributeRule({
  id: 'neptune-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: graphInstance,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(graphInstance, 'Writer', { name: 'orders', publicAccess: true }),
});

export const rules = [iamLogin, storageEncrypted, ownKey, backupRetention, publicAccess];
export const kinds = [graphCluster, graphInstance];
