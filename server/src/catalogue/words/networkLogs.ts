import type { Words } from '../../model/rule';

const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide';

export const words: Readonly<Record<string, Words>> = {
  'vpc-flow-logs': {
    title: 'Nothing records the traffic of the VPC {name}.',
    why: 'After an incident nobody can tell who talked to whom, and data that leaves goes unseen.',
    advice:
      'Add a flow log for the VPC, to CloudWatch Logs, a bucket or Firehose; rejected traffic alone tells much already.',
    sources: [
      `${controls}/ec2-controls.html`,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-flowlog.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_11'],
      trivy: ['AWS-0178'],
      cdkNag: [
        'AwsSolutions-VPC7',
        'HIPAA.Security-VPCFlowLogsEnabled',
        'NIST.800.53.R4-VPCFlowLogsEnabled',
        'NIST.800.53.R5-VPCFlowLogsEnabled',
        'PCI.DSS.321-VPCFlowLogsEnabled',
      ],
    },
  },
  'network-firewall-logs': {
    title: 'The firewall {name} keeps no logs.',
    why: 'Nobody sees what it let through and what it stopped.',
    advice: 'Add a logging configuration with alerts and flows.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-networkfirewall-loggingconfiguration.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_63'] },
  },
  'waf-web-acl-logs': {
    title: 'The web ACL {name} does not log requests.',
    why: 'Nobody sees which requests it stopped, and which attacks it should have.',
    advice: 'Send its logs to a log group, a bucket or Firehose, and leave out fields with personal data.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-wafv2-loggingconfiguration.html',
      `${controls}/waf-controls.html`,
    ],
    sameAs: {
      checkov: ['CKV2_AWS_31'],
      cdkNag: [
        'HIPAA.Security-WAFv2LoggingEnabled',
        'NIST.800.53.R4-WAFv2LoggingEnabled',
        'NIST.800.53.R5-WAFv2LoggingEnabled',
        'PCI.DSS.321-WAFv2LoggingEnabled',
      ],
    },
  },
  'route53-query-logs': {
    title: 'Nothing records which names of the zone {name} are asked for.',
    why: 'Unusual queries are a sign of data that leaves by DNS and of domains that are prepared for an attack.',
    advice: 'Log DNS queries of public zones.',
    sources: [
      `${controls}/route53-controls.html`,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-route53-hostedzone.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_39'] },
  },
  'route53-dnssec': {
    title: 'Answers of the zone {name} are not signed.',
    why: 'Resolvers cannot tell forged answers from real ones, so that people can be sent to a server of somebody else.',
    advice:
      'Sign the zone, and only then add its key to the zone above. Watch both: a mistake takes the domain off the net.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html'],
    sameAs: { checkov: ['CKV2_AWS_38'] },
  },
  'global-accelerator-flow-logs': {
    title: 'Nothing records the traffic of the accelerator {name}.',
    why: 'After an incident nobody can tell who came in and from where.',
    advice: 'Keep flow logs in a bucket.',
    sources: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html'],
    sameAs: { checkov: ['CKV_AWS_75'] },
  },
  'guardduty-enabled': {
    title: 'The detector {name} is switched off.',
    why: 'GuardDuty looks for stolen credentials, malware and data that leaves; a detector that is off looks at nothing.',
    advice: 'Switch it on in every Region that is in use.',
    sources: [
      `${controls}/guardduty-controls.html`,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-guardduty-detector.html',
    ],
    sameAs: { checkov: ['CKV_AWS_238', 'CKV2_AWS_3'] },
  },
};
