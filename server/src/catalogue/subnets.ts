import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

export const subnet: Kind = {
  id: 'subnet',
  title: 'subnet',
  cloudformation: ['AWS::EC2::Subnet'],
  terraform: ['aws_subnet'],
  // CloudFormation gives no ARN of a subnet; nothing refers to one by it.
  identifiers: { ...usualIdentifiers, cloudformation: { id: '', arn: '' } },
  attributes: {
    vpc: { cloudformation: 'VpcId', terraform: 'vpc_id', type: 'text' },
    zone: { cloudformation: 'AvailabilityZone', terraform: 'availability_zone', type: 'text' },
    publicAddresses: {
      cloudformation: 'MapPublicIpOnLaunch',
      terraform: 'map_public_ip_on_launch',
      type: 'boolean',
      about: 'public',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet',
      ),
    },
  },
};

const publicAddresses = attributeRule({
  id: 'subnet-public-addresses',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: subnet,
  requires: { publicAddresses: equals(false) },
  safety: 'review',
  caution: 'new instances need another way to the internet, and callers another way to them',
  example: exampleOf(subnet, 'Subnet', { vpc: 'vpc-0123456789abcdef0', publicAddresses: true }),
});

export const rules = [publicAddresses];
export const kinds = [subnet];
