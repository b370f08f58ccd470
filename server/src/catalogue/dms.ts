import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, publicAccessRow } from './define';

const instancePage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-replicationinstance.html';
const instanceDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance';

export const replicationInstance: Kind = {
  id: 'dms-replication-instance',
  title: 'DMS replication instance',
  cloudformation: ['AWS::DMS::ReplicationInstance'],
  terraform: ['aws_dms_replication_instance'],
  attributes: {
    name: { cloudformation: 'ReplicationInstanceIdentifier', terraform: 'replication_instance_id', type: 'text' },
    // The provider sends its own default, so the formats differ.
    publicAccess: publicAccessRow(
      { is: { value: true }, dialect: 'cloudformation', source: instancePage },
      { is: { value: false }, dialect: 'terraform', source: instanceDocumentation },
    ),
  },
};

const publicAccess = attributeRule({
  id: 'dms-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: replicationInstance,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'databases outside the VPC need another way to it',
  example: exampleOf(replicationInstance, 'Migration', { name: 'orders', publicAccess: true }),
});

export const rules = [publicAccess];
export const kinds = [replicationInstance];
