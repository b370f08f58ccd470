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
};
