import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'ami-public': {
    title: 'Every AWS account may launch the image that {name|the permission} is for.',
    why: "Whoever launches it reads its disks: keys, passwords, source code and data that were left in it are anybody's then.",
    advice: 'Share the image with the accounts, the organization or the organizational unit that need it.',
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
    ],
    sameAs: { checkov: ['CKV_AWS_205'] },
  },
  'ami-volumes-encrypted': {
    title: 'The image {name} gives instances volumes that are not encrypted.',
    why: 'Every instance that starts from the image gets such a volume, whatever its own template says of others.',
    advice: 'Write true. A volume that comes from a snapshot is encrypted as the snapshot is.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
    ],
    sameAs: { checkov: ['CKV_AWS_204'] },
  },
  'ami-copy-encrypted': {
    title: 'The copy {name} of an image leaves unencrypted snapshots unencrypted.',
    why: 'Whoever gets at the snapshots can read what the image holds. Those that are encrypted stay so; of the others only a copy that asks for it is.',
    advice: 'Write true.',
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_235'] },
  },
  'ami-copy-kms-key': {
    title: 'The copy {name} of an image names no key of its own.',
    why: 'A copy does not keep the key of its source. The account’s default key for EBS encrypts it: one that AWS manages until somebody chooses another.',
    advice: 'Name a KMS key of the Region that the copy lies in.',
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html',
    ],
    sameAs: { checkov: ['CKV_AWS_236'] },
  },
};
