import type { Words } from '../../model/rule';

const rulesPage = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';

export const words: Readonly<Record<string, Words>> = {
  'security-group-open-ssh': {
    title: 'The security group {name} lets the whole internet in by SSH.',
    why: 'Port 22 of every public address is tried all day long: one weak password, leaked key or flaw of the server is enough.',
    advice: 'Admit the addresses that have to log in, or close the port and use Session Manager, which needs none.',
    sources: [rulesPage, 'https://docs.aws.amazon.com/config/latest/developerguide/restricted-ssh.html'],
    sameAs: {
      checkov: ['CKV_AWS_24'],
      trivy: ['AWS-0107'],
      cdkNag: [
        'HIPAA.Security-EC2RestrictedSSH',
        'NIST.800.53.R4-EC2RestrictedSSH',
        'NIST.800.53.R5-EC2RestrictedSSH',
        'PCI.DSS.321-EC2RestrictedSSH',
      ],
      guard: ['INCOMING_SSH_DISABLED'],
    },
  },
  'security-group-open-rdp': {
    title: 'The security group {name} lets the whole internet in by remote desktop.',
    why: 'Port 3389 of every public address is tried all day long: one weak password or flaw of the server is enough.',
    advice: 'Admit the addresses that have to log in, or close the port and use Session Manager, which needs none.',
    sources: [rulesPage],
    sameAs: {
      checkov: ['CKV_AWS_25'],
      trivy: ['AWS-0107'],
      cdkNag: [
        'HIPAA.Security-EC2RestrictedCommonPorts',
        'NIST.800.53.R4-EC2RestrictedCommonPorts',
        'NIST.800.53.R5-EC2RestrictedCommonPorts',
        'PCI.DSS.321-EC2RestrictedCommonPorts',
      ],
      guard: ['RESTRICTED_INCOMING_TRAFFIC'],
    },
  },
};
