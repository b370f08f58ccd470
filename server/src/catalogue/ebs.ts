import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, isGiven, keyRow } from './define';

const encryptionByDefault = 'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html';

export const volume: Kind = {
  id: 'ebs-volume',
  title: 'EBS volume',
  cloudformation: ['AWS::EC2::Volume'],
  terraform: ['aws_ebs_volume'],
  // CloudFormation gives no ARN of a volume; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
  attributes: {
    zone: { cloudformation: 'AvailabilityZone', terraform: 'availability_zone', type: 'text' },
    size: { cloudformation: 'Size', terraform: 'size', type: 'number' },
    source: { cloudformation: ['SnapshotId', 'SourceVolumeId'], terraform: 'snapshot_id', type: 'text' },
    encrypted: {
      cloudformation: 'Encrypted',
      terraform: 'encrypted',
      type: 'boolean',
      about: 'at-rest',
      defaults: [
        { is: 'inherited', when: (resource) => isGiven(resource, 'source'), source: encryptionByDefault },
        { is: 'account', source: encryptionByDefault },
      ],
      // A volume is encrypted when it is made; CloudFormation does not change it later, Terraform makes it anew.
      onUpdate: 'unknown',
    },
    key: keyRow(
      { is: 'inherited', when: (resource) => isGiven(resource, 'source'), source: encryptionByDefault },
      { is: 'account', source: encryptionByDefault },
    ),
  },
};

const encrypted = attributeRule({
  id: 'ebs-volume-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: volume,
  requires: { encrypted: equals(true) },
  safety: 'review',
  caution: 'a volume that exists has to be made anew from a snapshot',
  example: exampleOf(volume, 'Volume', { zone: 'eu-west-1a', size: 100, encrypted: false }),
});

export const rules = [encrypted];
export const kinds = [volume];
