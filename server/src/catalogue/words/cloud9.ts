import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'cloud9-no-ingress': {
    title: 'The environment {name} is connected to over SSH, through an open port.',
    why: 'Its instance needs a public address and a port that answers. Through Systems Manager nothing has to come in.',
    advice: 'Connect through Systems Manager.',
    sources: [
      'https://docs.aws.amazon.com/cloud9/latest/user-guide/ec2-ssm.html',
      'https://docs.aws.amazon.com/cloud9/latest/APIReference/API_CreateEnvironmentEC2.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-C91'] },
  },
};
