import type { Attribute, Default, Kind, Locator } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { not } from '../model/truth';
import { type Written, WrittenInput } from '../model/written';
import { encryptedVolumes, machineVolumes, templateVolumes, volumeRow } from './blockDevices';
import { attributeRule, equals, exampleOf, fixedWith, isGiven, present } from './define';
import { metadataRows } from './metadataOptions';

/** What is not said is left to the subnet. */
const leftToSubnet: Default = {
  is: 'unknown',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
};

function publicAddressRow(cloudformation: string, terraform: string | Locator): Attribute {
  return { cloudformation, terraform, type: 'boolean', about: 'public', defaults: [leftToSubnet] };
}

export const instance: Kind = {
  id: 'ec2-instance',
  title: 'EC2 instance',
  cloudformation: ['AWS::EC2::Instance'],
  terraform: ['aws_instance'],
  attributes: {
    image: { cloudformation: 'ImageId', terraform: 'ami', type: 'text' },
    launchTemplate: { cloudformation: 'LaunchTemplate', terraform: 'launch_template', type: 'block' },
    subnets: { cloudformation: 'SubnetId', terraform: 'subnet_id', type: 'block' },
    groups: { cloudformation: 'SecurityGroupIds', terraform: 'vpc_security_group_ids', type: 'block' },
    role: { cloudformation: 'IamInstanceProfile', terraform: 'iam_instance_profile', type: 'text' },
    deletionProtection: {
      cloudformation: 'DisableApiTermination',
      terraform: 'disable_api_termination',
      type: 'boolean',
      defaults: [
        {
          is: { value: false },
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-instance.html',
        },
      ],
    },
    publicAddress: publicAddressRow('NetworkInterfaces[*].AssociatePublicIpAddress', 'associate_public_ip_address'),
    ...machineVolumes('BlockDeviceMappings'),
    ...metadataRows('MetadataOptions'),
    userData: { cloudformation: 'UserData', terraform: 'user_data', type: 'text' },
  },
};

export const launchTemplate: Kind = {
  id: 'launch-template',
  title: 'launch template',
  cloudformation: ['AWS::EC2::LaunchTemplate'],
  terraform: ['aws_launch_template'],
  attributes: {
    image: { cloudformation: 'LaunchTemplateData.ImageId', terraform: 'image_id', type: 'text' },
    publicAddress: publicAddressRow('LaunchTemplateData.NetworkInterfaces[*].AssociatePublicIpAddress', {
      path: 'network_interfaces[*].associate_public_ip_address',
      // Terraform's schema has a text here.
      words: { on: 'true', off: ['false'] },
    }),
    volumesEncrypted: volumeRow({
      cloudformation: 'LaunchTemplateData.BlockDeviceMappings[*].Ebs.Encrypted',
      terraform: templateVolumes,
    }),
    ...metadataRows('LaunchTemplateData.MetadataOptions'),
  },
};

const image = 'ami-0123456789abcdef0';

function noPublicAddress(id: string, kind: Kind, name: string, attributes: Record<string, Written>): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'private-connectivity',
    severity: 'warning',
    kind,
    requires: { publicAddress: equals(false) },
    safety: 'review',
    caution: 'new instances need another way to the internet, and callers another way to them',
    example: exampleOf(kind, name, { ...attributes, publicAddress: true }),
  });
}

const instanceAddress = noPublicAddress('ec2-instance-public-address', instance, 'Server', {
  image,
  role: 'server',
});
const templateAddress = noPublicAddress('launch-template-public-address', launchTemplate, 'Launch', { image });

/** A launch template may give the role, and is often not in the unit. */
const role = attributeRule({
  id: 'ec2-instance-role',
  recommendation: 'protect-credentials',
  severity: 'hint',
  kind: instance,
  when: (server) => not(isGiven(server, 'launchTemplate')),
  requires: {
    role: fixedWith(
      present,
      new WrittenInput(
        'InstanceProfile',
        'The name of the instance profile with the role of the instance',
        '^[A-Za-z0-9+=,.@_-]{1,128}$',
      ),
    ),
  },
  safety: 'input',
  example: exampleOf(instance, 'Server', { image }),
});

const instanceVolumes = encryptedVolumes(
  'ec2-instance-volumes-encrypted',
  instance,
  'Server',
  'an instance that exists is replaced',
  { image, role: 'server' },
);

const templateVolumesEncrypted = encryptedVolumes(
  'launch-template-volumes-encrypted',
  launchTemplate,
  'Launch',
  'instances that run keep the volumes that they have',
  { image },
);

export const rules = [instanceAddress, templateAddress, role, instanceVolumes, templateVolumesEncrypted];
export const kinds = [instance, launchTemplate];
