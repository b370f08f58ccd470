import type { Default, Kind } from '../model/kind';
import { exampleOf, keyInput, ownKeyRule } from './define';

const serviceKey: Default = {
  is: 'none',
  key: 'service',
  source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html',
};

export const memoryDbCluster: Kind = {
  id: 'memorydb-cluster',
  title: 'MemoryDB cluster',
  cloudformation: ['AWS::MemoryDB::Cluster'],
  terraform: ['aws_memorydb_cluster'],
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'name', type: 'text' },
    key: { cloudformation: 'KmsKeyId', terraform: 'kms_key_arn', type: 'text', about: 'key', defaults: [serviceKey] },
    inTransit: {
      cloudformation: 'TLSEnabled',
      terraform: 'tls_enabled',
      type: 'boolean',
      about: 'in-transit',
      // Only clusters that let everybody in can do without, and those have to say so.
      defaults: [
        {
          is: { value: true },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster',
        },
        {
          is: 'unknown',
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-memorydb-cluster.html',
        },
      ],
    },
  },
};

const memoryDbSnapshot: Kind = {
  id: 'memorydb-snapshot',
  title: 'MemoryDB snapshot',
  cloudformation: [],
  terraform: ['aws_memorydb_snapshot'],
  attributes: {
    of: { terraform: 'cluster_name', type: 'text' },
    name: { terraform: 'name', type: 'text' },
    key: { terraform: 'kms_key_arn', type: 'text', about: 'key', defaults: [serviceKey] },
  },
};

const clusterKey = ownKeyRule({
  id: 'memorydb-cluster-kms-key',
  kind: memoryDbCluster,
  key: keyInput('SessionsKeyArn', 'for the cluster'),
  caution: 'the key and requests to it cost',
  example: exampleOf(memoryDbCluster, 'Sessions', { name: 'sessions' }),
});

const snapshotKey = ownKeyRule({
  id: 'memorydb-snapshot-kms-key',
  kind: memoryDbSnapshot,
  key: keyInput('SnapshotKeyArn', 'for the snapshot'),
  caution: 'whoever restores it needs rights to the key, which costs',
  example: exampleOf(memoryDbSnapshot, 'Copy', { of: 'sessions', name: 'sessions-2026' }),
});

export const rules = [clusterKey, snapshotKey];
export const kinds = [memoryDbCluster, memoryDbSnapshot];
