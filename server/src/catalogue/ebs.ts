import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { encryptionByDefault } from './blockDevices';
import {
  attributeRule,
  equals,
  exampleOf,
  inheritsFromSource,
  isGiven,
  isOn,
  keyInput,
  keyRow,
  ownKeyRule,
} from './define';

const copyPage = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html';

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
      defaults: [inheritsFromSource(encryptionByDefault), { is: 'account', source: encryptionByDefault }],
      // A volume is encrypted when it is made; CloudFormation does not change it later, Terraform makes it anew.
      onUpdate: 'unknown',
    },
    key: keyRow(inheritsFromSource(encryptionByDefault), { is: 'account', source: encryptionByDefault }),
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
  example: exampleOf(volume, 'Volume', { zone: 'eu-west-1a', size: 100, key: 'alias/data', encrypted: false }),
});

/** What comes from a snapshot keeps its key, and what says nothing of encryption is left to the account. */
const volumeKey = ownKeyRule({
  id: 'ebs-volume-kms-key',
  kind: volume,
  when: (view) => and(isOn(view, 'encrypted'), not(isGiven(view, 'source'))),
  key: keyInput('VolumeKeyArn', 'for the volume'),
  caution: 'a volume that exists has to be made anew from a snapshot',
  example: exampleOf(volume, 'Volume', { zone: 'eu-west-1a', size: 100, encrypted: true }),
});

const snapshotCopy: Kind = {
  id: 'ebs-snapshot-copy',
  title: 'copy of an EBS snapshot',
  cloudformation: [],
  terraform: ['aws_ebs_snapshot_copy'],
  attributes: {
    of: { terraform: 'source_snapshot_id', type: 'text' },
    fromRegion: { terraform: 'source_region', type: 'text' },
    // What is encrypted stays so.
    encrypted: {
      terraform: 'encrypted',
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: 'inherited', source: copyPage }],
    },
    key: { terraform: 'kms_key_id', type: 'text', about: 'key', defaults: [{ is: 'account', source: copyPage }] },
  },
};

/** The key of the source is not taken over: the account's own default key for EBS encrypts. */
const snapshotCopyKey = ownKeyRule({
  id: 'ebs-snapshot-copy-kms-key',
  kind: snapshotCopy,
  when: (copy) => isOn(copy, 'encrypted'),
  key: keyInput('SnapshotKeyArn', 'for the copy of the snapshot'),
  caution: 'the copy is made anew; whoever restores it needs the key',
  example: exampleOf(snapshotCopy, 'Copy', {
    of: 'snap-0123456789abcdef0',
    fromRegion: 'eu-west-1',
    encrypted: true,
  }),
});

const accountEncryption: Kind = {
  id: 'ebs-encryption-by-default',
  title: 'EBS encryption by default',
  cloudformation: [],
  terraform: ['aws_ebs_encryption_by_default'],
  attributes: {
    enabled: {
      terraform: 'enabled',
      type: 'boolean',
      about: 'at-rest',
      defaults: [
        {
          is: { value: true },
          source:
            'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default',
        },
      ],
    },
  },
};

const accountEncrypts = attributeRule({
  id: 'ebs-encryption-by-default',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: accountEncryption,
  requires: { enabled: equals(true) },
  safety: 'review',
  caution: 'new volumes and copies of snapshots in this Region are encrypted, also those that others make',
  example: exampleOf(accountEncryption, 'Account', { enabled: false }),
});

export const rules = [encrypted, volumeKey, snapshotCopyKey, accountEncrypts];
export const kinds = [volume, snapshotCopy, accountEncryption];
