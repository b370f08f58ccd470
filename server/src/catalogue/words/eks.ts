import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'eks-private-endpoint': {
    title: 'The API server of the cluster {name} answers the whole internet.',
    why: 'Who may do what is still decided by IAM and RBAC, but anybody can try, with a stolen credential or a flaw of the server. New clusters are that way unless something else is written.',
    advice:
      'Use the private endpoint only, and reach it from the VPC; or name the addresses that the public endpoint answers.',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
    sameAs: {
      checkov: ['CKV_AWS_38', 'CKV_AWS_39'],
      trivy: ['AWS-0040', 'AWS-0041'],
      cdkNag: ['AwsSolutions-EKS1'],
      guard: ['EKS_ENDPOINT_NO_PUBLIC_ACCESS'],
    },
  },
  'eks-node-ssh': {
    title: 'The nodes of the group {name} can be logged in to from anywhere.',
    why: 'Where a key is named for SSH and no security group, EKS opens port 22 of the nodes to the internet; from then on a lost key is enough.',
    advice: 'Name the security groups that may connect; or leave the key out, and log in through Session Manager.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-eks-nodegroup-remoteaccess.html',
    ],
    sameAs: { checkov: ['CKV_AWS_100'] },
  },
};
