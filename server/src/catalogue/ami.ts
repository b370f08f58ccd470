import type { Kind } from '../model/kind';
import { encryptionByDefault, volumeRow } from './blockDevices';
import { attributeRule, equals, exampleOf, isOn, keyInput, noneOf, ownKeyRule } from './define';

const launchPermission: Kind = {
  id: 'ami-launch-permission',
  title: 'AMI launch permission',
  cloudformation: [],
  terraform: ['aws_ami_launch_permission'],
  attributes: {
    image: { terraform: 'image_id', type: 'text' },
    group: { terraform: 'group', type: 'text', about: 'public' },
  },
};

const image: Kind = {
  id: 'ami',
  title: 'AMI',
  cloudformation: [],
  terraform: ['aws_ami'],
  attributes: {
    name: { terraform: 'name', type: 'text' },
    volumesEncrypted: volumeRow({ terraform: 'ebs_block_device[*].encrypted' }),
  },
};

const imageCopy: Kind = {
  id: 'ami-copy',
  title: 'copy of an AMI',
  cloudformation: [],
  terraform: ['aws_ami_copy'],
  attributes: {
    name: { terraform: 'name', type: 'text' },
    from: { terraform: 'source_ami_id', type: 'text' },
    fromRegion: { terraform: 'source_ami_region', type: 'text' },
    // What is encrypted stays so.
    encrypted: {
      terraform: 'encrypted',
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: 'inherited', source: encryptionByDefault }],
    },
    key: {
      terraform: 'kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'account', source: encryptionByDefault }],
    },
  },
};

const imageVolumes = attributeRule({
  id: 'ami-volumes-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: image,
  requires: { volumesEncrypted: equals(true) },
  safety: 'review',
  caution: 'the image is made anew',
  example: exampleOf(image, 'Base', { name: 'base', volumesEncrypted: false }),
});

const copied = { name: 'base', from: 'ami-0123456789abcdef0', fromRegion: 'eu-west-1' };

const copyEncrypted = attributeRule({
  id: 'ami-copy-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  kind: imageCopy,
  requires: { encrypted: equals(true) },
  safety: 'review',
  caution: 'the copy is made anew',
  example: exampleOf(imageCopy, 'Base', { ...copied, key: 'alias/images', encrypted: false }),
});

/** The key of the source is not taken over: the account's own default key for EBS encrypts. */
const copyKey = ownKeyRule({
  id: 'ami-copy-kms-key',
  kind: imageCopy,
  when: (copy) => isOn(copy, 'encrypted'),
  key: keyInput('ImageKeyArn', 'for the snapshots of the image'),
  caution: 'the copy is made anew; whoever launches it needs the key',
  example: exampleOf(imageCopy, 'Base', { ...copied, encrypted: true }),
});

/** Whom an image is for instead only its owner knows. */
const shared = attributeRule({
  id: 'ami-public',
  recommendation: 'private-connectivity',
  severity: 'error',
  fix: 'none',
  kind: launchPermission,
  requires: { group: noneOf(['all']) },
  example: exampleOf(launchPermission, 'Everybody', { image: 'ami-0123456789abcdef0', group: 'all' }),
});

export const rules = [shared, imageVolumes, copyEncrypted, copyKey];
export const kinds = [launchPermission, image, imageCopy];
