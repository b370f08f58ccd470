import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

const cluster: Kind = {
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
    endpoint: {
      cloudformation: { path: 'ClusterEndpointEncryptionType', words: { on: 'TLS', off: ['NONE'] } },
      terraform: { path: 'cluster_endpoint_encryption_type', words: { on: 'TLS', off: ['NONE'] } },
      type: 'boolean',
      about: 'in-transit',
      defaults: [
        {
          is: { value: false },
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dax-cluster.html',
        },
      ],
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

/** The clients have to know the way to speak TLS with a cluster before it takes nothing else. */
const inTransit = attributeRule({
  id: 'dax-encryption-in-transit',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: cluster,
  requires: { endpoint: equals(true) },
  safety: 'review',
  caution: 'clients need the address that begins with daxs',
  example: exampleOf(cluster, 'Cache', { name: 'orders', atRest: true, endpoint: false }),
});

export const rules = [encrypted, inTransit];
export const kinds = [cluster];
