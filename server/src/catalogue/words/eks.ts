import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'eks-secrets-kms-key': {
    ...ownKeyWords({
      what: 'secrets of the cluster {name}',
      otherwise:
        'From Kubernetes 1.28 on EKS encrypts all that the Kubernetes API stores, without a key of yours with one that AWS owns; before, secrets had no envelope of their own.',
      advice: 'Name a symmetric KMS key of the same Region for secrets.',
      sources: [
        'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
        'https://docs.aws.amazon.com/eks/latest/eksctl/kms-encryption.html',
      ],
      sameAs: { checkov: ['CKV_AWS_58'], trivy: ['AWS-0039'], guard: ['EKS_CLUSTER_ENCRYPTION_RULE'] },
    }),
    title: 'No key of yours encrypts the secrets of the cluster {name}.',
  },
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
