import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'subnet-public-addresses': {
    title: 'Whatever is launched in the subnet {name} gets a public address.',
    why: 'One forgotten instance with an open port is enough: it can be reached from the internet without anybody having asked for that. Public addresses are paid for, too.',
    advice:
      'Give public addresses to those that need one: a load balancer, a NAT gateway, an instance with an address of its own.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
    sameAs: {
      checkov: ['CKV_AWS_130'],
      trivy: ['AWS-0164'],
      cdkNag: [
        'HIPAA.Security-VPCSubnetAutoAssignPublicIpDisabled',
        'NIST.800.53.R5-VPCSubnetAutoAssignPublicIpDisabled',
        'PCI.DSS.321-VPCSubnetAutoAssignPublicIpDisabled',
      ],
      guard: ['SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED'],
      cfnNag: ['W33'],
    },
  },
};
