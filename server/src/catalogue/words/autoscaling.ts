import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'launch-configuration-public-addresses': {
    title: 'Each instance of the launch configuration {name} gets a public address.',
    why: 'Instances of a group usually stand behind a load balancer; an address of their own lets the internet past it.',
    advice:
      'Write false, and let a load balancer face the internet. Launch templates have taken the place of launch configurations.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-autoscaling-launchconfiguration.html',
      'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_389'],
      trivy: ['AWS-0009'],
      cdkNag: [
        'HIPAA.Security-AutoScalingLaunchConfigPublicIpDisabled',
        'NIST.800.53.R5-AutoScalingLaunchConfigPublicIpDisabled',
        'PCI.DSS.321-AutoScalingLaunchConfigPublicIpDisabled',
      ],
      guard: ['AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED'],
    },
  },
  'launch-configuration-volumes-encrypted': {
    title: 'Instances from the launch configuration {name} get volumes that are not encrypted.',
    why: 'Whoever gets at a volume or at a snapshot of it can read the data. Where nothing is written, the account or the snapshot of the image decides.',
    advice:
      'Write true, and switch encryption by default on for the account, which reaches what no document speaks of.',
    sources: [
      'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
      'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
    ],
    sameAs: { checkov: ['CKV_AWS_8'], trivy: ['AWS-0008'], cdkNag: ['AwsSolutions-EC26'] },
  },
};
