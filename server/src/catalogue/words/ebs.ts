import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'ebs-volume-encrypted': {
    title: 'The volume {name} is asked to keep its data and snapshots unencrypted.',
    why: 'Whoever gets at the volume or at a snapshot can read the data. Where nothing is written, a setting of the account decides, and a snapshot that is encrypted makes an encrypted volume.',
    advice:
      'Write true, and switch encryption by default on for the account, which reaches the volumes of instances as well. The data of a live volume moves by way of an encrypted copy of its snapshot.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ec2-ebs-volume.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_3', 'CKV2_AWS_2'],
      trivy: ['AWS-0026'],
      cdkNag: ['AwsSolutions-EC26'],
      guard: ['ENCRYPTED_VOLUMES'],
      cfnNag: ['F1'],
    },
  },
  'ebs-volume-kms-key': {
    title: 'The volume {name} names no key of its own.',
    why: 'The account’s default key for EBS encrypts it then: one that AWS manages until somebody chooses another. With a key of yours you decide who may decrypt, see each use of it in CloudTrail, and can withdraw the right.',
    advice: 'Name a KMS key, or choose one of yours as the default key of the account in this Region.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-volume.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_189'],
      trivy: ['AWS-0027'],
      guard: ['EBS_VOLUME_ENCRYPTION_KEY_RULE'],
      cfnNag: ['W37'],
    },
  },
  'ebs-snapshot-copy-kms-key': {
    title: 'The copy {name} of a snapshot names no key of its own.',
    why: 'A copy does not keep the key of its source. The account’s default key for EBS encrypts it: one that AWS manages until somebody chooses another.',
    advice: 'Name a KMS key of the Region that the copy lies in.',
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html',
    ],
    sameAs: { checkov: ['CKV_AWS_183'] },
  },
  'ebs-encryption-by-default': {
    title: 'New volumes of the account are not encrypted unless each says so.',
    why: 'Encryption by default reaches all that is new in a Region: volumes of instances, of other services, and copies of snapshots, also where nobody thinks of it.',
    advice: 'Switch it on in every Region that you use. Volumes that exist stay as they are.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_106'] },
  },
};
