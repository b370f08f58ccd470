import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'msk-public-access': {
    title: 'The brokers of the cluster {name} have public addresses.',
    why: 'Whoever has credentials of a client, or finds a way around them, reaches the topics from anywhere.',
    advice:
      'Switch public access off, and let clients come through the VPC, or from other VPCs over private connectivity.',
    sources: [
      'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-msk-cluster-publicaccess.html',
    ],
    sameAs: { checkov: ['CKV_AWS_291'] },
  },
};
