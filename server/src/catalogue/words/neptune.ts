import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'neptune-iam-login': {
    title: 'The cluster {name} answers whoever reaches it, without asking who that is.',
    why: 'Neptune has no users and passwords of its own. Without IAM authentication the network alone keeps people from the data, and nobody can be given less than all of it.',
    advice: 'Switch IAM authentication on. Clients sign their requests and need rights by policy: prepare them first.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html',
      'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-connecting.html',
    ],
    sameAs: { checkov: ['CKV_AWS_359'], cdkNag: ['AwsSolutions-N5'] },
  },
  'neptune-public-access': {
    title: 'The instance {name} is given a public endpoint.',
    why: 'Whatever its security group lets through reaches the graph from the internet.',
    advice: 'Write false, and reach the cluster from inside the VPC.',
    sources: [
      'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-neptune-dbinstance.html',
    ],
    sameAs: { checkov: ['CKV_AWS_102'] },
  },
};
