import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

export const cluster: Kind = {
  id: 'dax-cluster',
  title: 'DAX cluster',
  cloudformation: ['AWS::DAX::Cluster'],
  terraform: ['aws_dax_cluster'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'cluster_name', type: 'text' },
    atRest: {
      cloudformation: 'SSESpecification.SSEEnabled',
      terraform: 'server_side_encryption.enabled',
      type: 'boolean',
      about: 'at-rest',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster',
      ),
    },
  },
};

const encrypted = attributeRule({
  id: 'dax-encryption-at-rest',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: cluster,
  requires: { atRest: equals(true) },
  safety: 'review',
  example: exampleOf(cluster, 'Cache', { name: 'orders', atRest: false }),
});

export const rules = [encrypted];
export const kinds = [cluster];
