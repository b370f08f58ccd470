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
  'transfer-server-ftp': {
    title: 'The server {name} accepts files over FTP.',
    why: 'FTP sends files and passwords in clear text.',
    advice: 'Offer SFTP or FTPS, and let clients move.',
    sources: [
      'https://docs.aws.amazon.com/transfer/latest/userguide/tf-server-endpoint.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/transfer-family-server-no-ftp.html',
    ],
    sameAs: { checkov: ['CKV_AWS_357'] },
  },
  'transfer-server-security-policy': {
    title: 'The server {name} accepts outdated algorithms.',
    why: 'The policies of 2018 and 2020 still take signatures with SHA-1. CloudFormation and Terraform attach the one of 2018 where none is named.',
    advice: 'Name the latest policy; AWS strongly recommends it.',
    sources: ['https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html'],
    sameAs: { checkov: ['CKV_AWS_380'] },
  },
};
