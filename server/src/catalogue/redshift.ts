import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, keyRow } from './define';

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
          source:
            'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/',
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

/** Redshift refuses to make a cluster without encryption; one from before the change can still be kept that way. */
const encrypted = attributeRule({
  id: 'redshift-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: cluster,
  requires: { encrypted: equals(true) },
  safety: 'review',
  caution: 'a cluster that is unencrypted today is moved to a new one behind the scenes',
  example: exampleOf(cluster, 'Warehouse', { name: 'orders', encrypted: false }),
});

export const rules = [encrypted];
export const kinds = [cluster];
