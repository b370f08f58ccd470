import type { Words } from '../../model/rule';

const why =
  'Each service that listens on it can be tried by the internet, and only a security group stands before it. A load balancer or Session Manager needs no such address.';
const advice = 'Write false, put it in a private subnet, and let a load balancer face the internet.';

export const words: Readonly<Record<string, Words>> = {
  'ec2-instance-public-address': {
    title: 'The instance {name} gets a public address.',
    why,
    advice,
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/ec2-instance-no-public-ip.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_88'],
      cdkNag: [
        'HIPAA.Security-EC2InstanceNoPublicIp',
        'NIST.800.53.R4-EC2InstanceNoPublicIp',
        'NIST.800.53.R5-EC2InstanceNoPublicIp',
        'PCI.DSS.321-EC2InstanceNoPublicIp',
      ],
      guard: ['EC2_INSTANCE_NO_PUBLIC_IP'],
    },
  },
  'launch-template-public-address': {
    title: 'Each instance of the launch template {name} gets a public address.',
    why,
    advice,
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/ec2-launch-template-public-ip-disabled.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
    ],
    sameAs: { checkov: ['CKV_AWS_88'] },
  },
  'ec2-instance-role': {
    title: 'The instance {name} has no role.',
    why: 'What runs on it and calls AWS then needs keys that last, which have to be put there, kept secret and replaced. A role gives temporary credentials, and lets Session Manager take the place of SSH.',
    advice: 'Attach an instance profile with a role that may do what the instance does, unless it never calls AWS.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/ec2-instance-profile-attached.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_41'],
      cdkNag: [
        'HIPAA.Security-EC2InstanceProfileAttached',
        'NIST.800.53.R5-EC2InstanceProfileAttached',
        'PCI.DSS.321-EC2InstanceProfileAttached',
      ],
      guard: ['EC2_INSTANCE_PROFILE_ATTACHED'],
    },
  },
};
