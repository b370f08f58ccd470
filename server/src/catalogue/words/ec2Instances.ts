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
  'ec2-instance-volumes-encrypted': {
    title: 'The instance {name} asks for volumes that are not encrypted.',
    why: 'Whoever gets at a volume or at a snapshot of it can read the data. Where nothing is written, the account or the snapshot of the image decides.',
    advice:
      'Write true, and switch encryption by default on for the account, which reaches what no document speaks of.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
    ],
    sameAs: { checkov: ['CKV_AWS_8'], trivy: ['AWS-0131'], cdkNag: ['AwsSolutions-EC26'] },
  },
  'launch-template-volumes-encrypted': {
    title: 'Instances from the launch template {name} get volumes that are not encrypted.',
    why: 'Whoever gets at a volume or at a snapshot of it can read the data. Where nothing is written, the account or the snapshot of the image decides.',
    advice:
      'Write true, and switch encryption by default on for the account, which reaches what no document speaks of.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-EC26'] },
  },
};
