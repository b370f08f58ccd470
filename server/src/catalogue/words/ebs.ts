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
      checkov: ['CKV_AWS_3'],
      trivy: ['AWS-0026'],
      cdkNag: ['AwsSolutions-EC26'],
      guard: ['ENCRYPTED_VOLUMES'],
      cfnNag: ['F1'],
    },
  },
};
