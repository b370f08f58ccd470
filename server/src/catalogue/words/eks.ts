import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'eks-private-endpoint': {
    title: 'The API server of the cluster {name} answers the whole internet.',
    why: 'Who may do what is still decided by IAM and RBAC, but anybody can try, with a stolen credential or a flaw of the server. New clusters are that way unless something else is written.',
    advice:
      'Use the private endpoint only, and reach it from the VPC; or name the addresses that the public endpoint answers.',
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
    sameAs: {
      checkov: ['CKV_AWS_39'],
      trivy: ['AWS-0040'],
      cdkNag: ['AwsSolutions-EKS1'],
      guard: ['EKS_ENDPOINT_NO_PUBLIC_ACCESS'],
    },
  },
};
