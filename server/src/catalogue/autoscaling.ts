import type { Kind } from '../model/kind';
import { encryptedVolumes, machineVolumes } from './blockDevices';
import { attributeRule, equals, exampleOf } from './define';
import { metadataRows } from './metadataOptions';

export const launchConfiguration: Kind = {
  id: 'launch-configuration',
  title: 'launch configuration',
  cloudformation: ['AWS::AutoScaling::LaunchConfiguration'],
  terraform: ['aws_launch_configuration'],
  attributes: {
    image: { cloudformation: 'ImageId', terraform: 'image_id', type: 'text' },
    publicAddresses: {
      cloudformation: 'AssociatePublicIpAddress',
      terraform: 'associate_public_ip_address',
      type: 'boolean',
      about: 'public',
      // What is not said is left to the subnet.
      defaults: [{ is: 'unknown', source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html' }],
    },
    ...machineVolumes('BlockDeviceMappings'),
    ...metadataRows('MetadataOptions'),
  },
};

const publicAddresses = attributeRule({
  id: 'launch-configuration-public-addresses',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: launchConfiguration,
  requires: { publicAddresses: equals(false) },
  safety: 'review',
  caution: 'new instances need another way to the internet, and callers another way to them',
  example: exampleOf(launchConfiguration, 'Launch', { image: 'ami-0123456789abcdef0', publicAddresses: true }),
});

const volumesEncrypted = encryptedVolumes(
  'launch-configuration-volumes-encrypted',
  launchConfiguration,
  'Launch',
  'instances that run keep the volumes that they have',
  { image: 'ami-0123456789abcdef0' },
);

export const rules = [publicAddresses, volumesEncrypted];
export const kinds = [launchConfiguration];
