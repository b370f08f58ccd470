import type { Words } from '../../model/rule';

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const advice = 'Protect it: whoever means to delete it then has to say so twice.';

export const words: Readonly<Record<string, Words>> = {
  'rds-cluster-deletion-protection': {
    title: 'The cluster {name} can be deleted with a single request.',
    why: 'A mistaken change of the stack, a script or a stolen credential is enough, and its automated backups may go with it.',
    advice,
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/rds-cluster-deletion-protection-enabled.html',
      `${userGuide}/aws-resource-rds-dbcluster.html`,
    ],
    sameAs: {
      checkov: ['CKV_AWS_139'],
      trivy: ['AWS-0343'],
      cdkNag: [
        'AwsSolutions-RDS10',
        'HIPAA.Security-RDSInstanceDeletionProtectionEnabled',
        'NIST.800.53.R4-RDSInstanceDeletionProtectionEnabled',
        'NIST.800.53.R5-RDSInstanceDeletionProtectionEnabled',
      ],
    },
  },
  'neptune-deletion-protection': {
    title: 'The cluster {name} can be deleted with a single request.',
    why: 'A mistaken change of the stack, a script or a stolen credential is enough. The console protects new production clusters, requests do not.',
    advice,
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html',
      `${userGuide}/aws-resource-neptune-dbcluster.html`,
    ],
    sameAs: { checkov: ['CKV2_AWS_58'] },
  },
  'elb-deletion-protection': {
    title: 'The load balancer {name} can be deleted with a single request.',
    why: 'What stands behind it can then no longer be reached, and a new one has another address.',
    advice,
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/elb-deletion-protection-enabled.html',
      `${userGuide}/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html`,
    ],
    sameAs: {
      checkov: ['CKV_AWS_150'],
      cdkNag: [
        'HIPAA.Security-ELBDeletionProtectionEnabled',
        'NIST.800.53.R4-ELBDeletionProtectionEnabled',
        'NIST.800.53.R5-ELBDeletionProtectionEnabled',
      ],
      guard: ['ELB_DELETION_PROTECTION_ENABLED'],
    },
  },
  'network-firewall-deletion-protection': {
    title: 'The firewall {name} can be deleted with a single request.',
    why: 'Where routes lead through it, a mistaken deletion cuts the network off; where they are changed with it, traffic passes unseen.',
    advice,
    sources: [`${userGuide}/aws-resource-networkfirewall-firewall.html`],
    sameAs: { checkov: ['CKV_AWS_344'] },
  },
  'ec2-instance-deletion-protection': {
    title: 'The instance {name} is not protected from termination.',
    why: 'What lies on its own disks is gone then, and so are volumes that go with it.',
    advice: 'Protect instances that are kept. Those that come and go with their load need no protection.',
    sources: [`${userGuide}/aws-resource-ec2-instance.html`],
    sameAs: { cdkNag: ['AwsSolutions-EC29'] },
  },
};
