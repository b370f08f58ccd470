import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'transfer-server-public': {
    title: 'The server {name} answers the whole internet.',
    why: 'Everybody can try users and keys on it, and no security group can be put before a public endpoint. In a VPC one can, also where the endpoint faces the internet with an Elastic IP address.',
    advice: 'Use an endpoint in a VPC, and let its security group admit the addresses of your partners.',
    sources: [
      'https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html',
      'https://docs.aws.amazon.com/transfer/latest/userguide/API_EndpointDetails.html',
    ],
    sameAs: { checkov: ['CKV_AWS_164'] },
  },
};
