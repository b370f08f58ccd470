import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'network-acl-open': {
    title: 'A network ACL lets the whole internet through to {ports|ports of high risk}.',
    why: 'The list is the second wall around a subnet: it holds when somebody opens a security group too far. With these ports open to everybody it does not hold for logging in by SSH or RDP and for FTP.',
    advice:
      'Admit the addresses that have to log in, or name the ports that are served, and those from 1024 on for answers.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_229', 'CKV_AWS_230', 'CKV_AWS_231', 'CKV_AWS_232', 'CKV_AWS_352'],
      trivy: ['AWS-0102', 'AWS-0105'],
    },
  },
};
