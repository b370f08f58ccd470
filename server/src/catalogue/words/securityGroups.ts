import type { Words } from '../../model/rule';

const rulesPage = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';
const groupsPage = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html';
const controlsPage = 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html';
const commonPortsPage = 'https://docs.aws.amazon.com/config/latest/developerguide/restricted-common-ports.html';

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
  'security-group-open-ports': {
    title: 'The security group {name} lets the whole internet in by {what|ports of high risk}.',
    why: 'Databases, file shares, mail servers and consoles listen there, and scanners know it: AWS counts these ports as those of the highest risk. Data is one weak password or one flaw away.',
    advice: 'Admit the addresses or the security group of those who need the port.',
    sources: [controlsPage, commonPortsPage, rulesPage],
    sameAs: {
      checkov: ['CKV_AWS_277'],
      cdkNag: [
        'AwsSolutions-EC23',
        'HIPAA.Security-EC2RestrictedCommonPorts',
        'NIST.800.53.R4-EC2RestrictedCommonPorts',
        'NIST.800.53.R5-EC2RestrictedCommonPorts',
        'PCI.DSS.321-EC2RestrictedCommonPorts',
      ],
      guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE', 'RESTRICTED_INCOMING_TRAFFIC'],
    },
  },
  'security-group-open-other-ports': {
    title: 'The security group {name} lets the whole internet in by {what|other ports than those of the web}.',
    why: 'What everybody may reach should be meant for everybody. AWS expects that of the ports 80 and 443 only, unless somebody has decided otherwise.',
    advice:
      'Admit the addresses or the security group of those who need the ports, or ignore this where they are for all.',
    sources: [
      controlsPage,
      'https://docs.aws.amazon.com/config/latest/developerguide/vpc-sg-open-only-to-authorized-ports.html',
    ],
    sameAs: {
      cdkNag: ['AwsSolutions-EC23'],
      guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE'],
    },
  },
  'security-group-open-http': {
    title: 'The security group {name} lets the whole internet in by plain HTTP.',
    why: 'Port 80 is right for a server that sends its callers on to HTTPS. What it answers otherwise can be read and changed on the way.',
    advice: 'See that whatever listens there does nothing but redirect, or close the port.',
    sources: [rulesPage, controlsPage],
    sameAs: { checkov: ['CKV_AWS_260'], guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE'] },
  },
  'security-group-all-traffic': {
    title: 'The security group {name} lets its callers in by every port.',
    why: 'Whoever takes over one of them reaches everything that listens behind the group, also what nobody thought of.',
    advice: 'Name the protocol and the ports that are needed.',
    sources: [groupsPage, rulesPage],
    sameAs: { guard: ['SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE'] },
  },
  'security-group-open-egress': {
    title: 'The security group {name} lets everything out, to the whole internet.',
    why: 'Code that was taken over can load more code and send data anywhere.',
    advice:
      'Name what the code behind the group has to reach: other groups, prefix lists of AWS services, port 443. Leaving the rules out does not help in CloudFormation: AWS then adds one that lets everything out.',
    sources: [
      groupsPage,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
    ],
    sameAs: { checkov: ['CKV_AWS_382'], trivy: ['AWS-0104'], guard: ['SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE'] },
  },
  'default-security-group-open': {
    title: '{group|A default security group} lets traffic through.',
    why: 'Whatever names no security group gets the default one of its VPC. As AWS makes it, all that is in it may talk to each other and to the internet.',
    advice:
      'Take its rules away and give each resource a group of its own: in Terraform with an aws_default_security_group without rules, in the CDK with restrictDefaultSecurityGroup, elsewhere once by hand.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html', controlsPage],
    sameAs: {
      checkov: ['CKV2_AWS_12'],
      trivy: ['AWS-0173'],
      cdkNag: [
        'HIPAA.Security-VPCDefaultSecurityGroupClosed',
        'NIST.800.53.R4-VPCDefaultSecurityGroupClosed',
        'NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
        'PCI.DSS.321-VPCDefaultSecurityGroupClosed',
      ],
    },
  },
};
