import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, publicAccessRow } from './define';

export const graphCluster: Kind = {
  id: 'neptune-cluster',
  title: 'Neptune cluster',
  cloudformation: ['AWS::Neptune::DBCluster'],
  terraform: ['aws_neptune_cluster'],
  attributes: {
    name: { cloudformation: 'DBClusterIdentifier', terraform: 'cluster_identifier', type: 'text' },
    iamLogin: {
      cloudformation: 'IamAuthEnabled',
      terraform: 'iam_database_authentication_enabled',
      type: 'boolean',
      defaults: [
        {
          is: { value: false },
          source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html',
        },
      ],
    },
  },
};

export const graphInstance: Kind = {
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

/** Neptune knows no passwords: without IAM it knows nobody at all. */
const iamLogin = attributeRule({
  id: 'neptune-iam-login',
  recommendation: 'sign-requests',
  severity: 'warning',
  kind: graphCluster,
  requires: { iamLogin: equals(true) },
  safety: 'review',
  caution: 'requests that are not signed are refused',
  example: exampleOf(graphCluster, 'Graph', { name: 'orders', iamLogin: false }),
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

export const rules = [iamLogin, publicAccess];
export const kinds = [graphCluster, graphInstance];
