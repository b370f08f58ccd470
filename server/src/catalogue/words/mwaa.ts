import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'mwaa-public-access': {
    title: 'The web server of the environment {name} can be reached over the internet.',
    why: 'Whoever can sign in sees workflows, logs and connections, and can start runs. With a private web server a stolen credential is not enough: one has to be in the VPC as well.',
    advice: 'Write PRIVATE_ONLY, and reach the web server through the VPC.',
    sources: [
      'https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-mwaa-environment.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_66'] },
  },
};
