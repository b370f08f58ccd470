import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, identifiedByArn } from './define';

const publicAccessPath = 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type';
const publicAccessArgument = 'broker_node_group_info.connectivity_info.public_access.type';
const words = { on: 'SERVICE_PROVIDED_EIPS', off: ['DISABLED'] };

export const cluster: Kind = {
  id: 'msk-cluster',
  title: 'MSK cluster',
  cloudformation: ['AWS::MSK::Cluster'],
  terraform: ['aws_msk_cluster'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'cluster_name', type: 'text' },
    publicAccess: {
      cloudformation: { path: publicAccessPath, words },
      terraform: { path: publicAccessArgument, words },
      type: 'boolean',
      about: 'public',
      // A cluster can only be opened once it is there.
      defaults: [
        { is: { value: false }, source: 'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html' },
      ],
    },
  },
};

const publicAccess = attributeRule({
  id: 'msk-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: cluster,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'clients outside the VPC lose access',
  example: exampleOf(cluster, 'Stream', { name: 'orders', publicAccess: true }),
});

export const rules = [publicAccess];
export const kinds = [cluster];
