import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, keyRow, publicAccessRow } from './define';

const newDefaultsPage =
  'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/';

export const cluster: Kind = {
  id: 'redshift-cluster',
  title: 'Redshift cluster',
  cloudformation: ['AWS::Redshift::Cluster'],
  terraform: ['aws_redshift_cluster'],
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

export const rules = [encrypted, publicAccess, vpcRouting];
export const kinds = [cluster];
