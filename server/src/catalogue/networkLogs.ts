import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import { not, or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  identifiedByArn,
  inSatellite,
  objectionTo,
  present,
  resourceRule,
  setAttribute,
  usualIdentifiers,
  valueRule,
} from './define';
import { vpc } from './ec2';
import { firewall } from './networkFirewall';

/** A rule that wants a resource beside another, which a fix could not write in one line. */
function wantsBeside(
  kind: Kind,
  attribute: string,
  rule: Pick<ResourceRule, 'id' | 'recommendation' | 'severity' | 'example'>,
  when: (view: View) => Truth = () => true,
): ResourceRule {
  return resourceRule({
    ...rule,
    fix: 'none',
    kinds: [kind],
    check(view) {
      if (when(view) !== true) return [];
      const absent = view.facts(attribute).filter(({ value, written }) => value.kind === 'notWritten' && !written);
      return absent.map((fact) => objectionTo(view, fact, []));
    },
    isMet: (view) => or(not(when(view)), view.isWritten(attribute)),
  });
}

/** Flow logs need a role or a bucket policy beside them. */
const flowLogs = wantsBeside(vpc, 'flowLogs', {
  id: 'vpc-flow-logs',
  recommendation: 'log-activity',
  severity: 'information',
  example: exampleOf(vpc, 'Network', { range: '10.0.0.0/16' }),
});

/** There are several sorts of logs of a firewall, and each goes where somebody has to say. */
const firewallLogs = wantsBeside(firewall, 'logs', {
  id: 'network-firewall-logs',
  recommendation: 'log-activity',
  severity: 'information',
  example: exampleOf(firewall, 'Firewall', { name: 'edge', deletionProtection: true }),
});

const webAcl: Kind = {
  id: 'waf-web-acl',
  title: 'web ACL',
  cloudformation: ['AWS::WAFv2::WebACL'],
  terraform: ['aws_wafv2_web_acl'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    logs: {
      cloudformation: inSatellite('AWS::WAFv2::LoggingConfiguration', 'LogDestinationConfigs', 'ResourceArn', 'arn'),
      terraform: inSatellite(
        'aws_wafv2_web_acl_logging_configuration',
        'log_destination_configs',
        'resource_arn',
        'arn',
      ),
      type: 'block',
      about: 'logging',
    },
  },
};

const webAclLogs = attributeRule({
  id: 'waf-web-acl-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: webAcl,
  requires: {
    logs: fixedWith(present, [
      new WrittenInput(
        'WebAclLogArn',
        'The ARN of the log group, bucket or delivery stream that takes the logs; its name begins with aws-waf-logs-',
        '^arn:[^:]+:(logs|s3|firehose):.*aws-waf-logs-.+$',
      ),
    ]),
  },
  safety: 'input',
  caution: 'storing logs costs; requests in them may hold personal data',
  example: exampleOf(webAcl, 'Filter', { name: 'web' }),
});

const hostedZone: Kind = {
  id: 'route53-hosted-zone',
  title: 'hosted zone',
  cloudformation: ['AWS::Route53::HostedZone'],
  terraform: ['aws_route53_zone'],
  // CloudFormation gives no ARN of a zone; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'zone_id', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    networks: { cloudformation: 'VPCs', terraform: 'vpc[*]', type: 'block' },
    queryLog: {
      cloudformation: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn',
      terraform: inSatellite('aws_route53_query_log', 'cloudwatch_log_group_arn', 'zone_id'),
      type: 'text',
      about: 'logging',
    },
    signing: {
      cloudformation: inSatellite('AWS::Route53::DNSSEC', 'HostedZoneId', 'HostedZoneId'),
      terraform: inSatellite('aws_route53_hosted_zone_dnssec', 'hosted_zone_id', 'hosted_zone_id'),
      type: 'text',
    },
  },
};

/** Private zones have no such log; the resolver of the VPC has one. */
const queryLogs = attributeRule({
  id: 'route53-query-logs',
  recommendation: 'log-activity',
  severity: 'hint',
  kind: hostedZone,
  when: (zone) => not(zone.isWritten('networks')),
  requires: {
    queryLog: fixedWith(
      present,
      new WrittenInput('QueryLogGroupArn', 'The ARN of the log group for DNS queries', '^arn:[^:]+:logs:.+$'),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs; the log group has to stand in us-east-1 and let Route 53 write',
  example: exampleOf(hostedZone, 'Zone', { name: 'example.com' }),
});

/** Signing takes a key, a signing key and a record in the zone above: done halfway it takes the domain off the net. */
const signing = wantsBeside(
  hostedZone,
  'signing',
  {
    id: 'route53-dnssec',
    recommendation: 'managed-security',
    severity: 'hint',
    example: exampleOf(hostedZone, 'Zone', { name: 'example.com' }),
  },
  (zone) => not(zone.isWritten('networks')),
);

const accelerator: Kind = {
  id: 'global-accelerator',
  title: 'accelerator',
  cloudformation: ['AWS::GlobalAccelerator::Accelerator'],
  terraform: ['aws_globalaccelerator_accelerator'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    flowLogs: {
      cloudformation: 'FlowLogsEnabled',
      terraform: 'attributes.flow_logs_enabled',
      type: 'boolean',
      about: 'logging',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-globalaccelerator-accelerator.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_accelerator',
      ),
    },
    logBucket: { cloudformation: 'FlowLogsS3Bucket', terraform: 'attributes.flow_logs_s3_bucket', type: 'text' },
    logPrefix: { cloudformation: 'FlowLogsS3Prefix', terraform: 'attributes.flow_logs_s3_prefix', type: 'text' },
  },
};

const acceleratorLogs = valueRule({
  id: 'global-accelerator-flow-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'always',
  kind: accelerator,
  attribute: 'flowLogs',
  isWrong: (text) => text === 'false',
  remedies: (view) => {
    const bucket = new WrittenInput('FlowLogBucket', 'The name of the bucket for flow logs');
    const isNamed = view.isWritten('logBucket') !== false;
    return [
      {
        title: 'Keep flow logs in a bucket (storing them costs)',
        safety: isNamed ? 'review' : 'input',
        changes: [
          setAttribute(view, 'flowLogs', true),
          ...(isNamed ? [] : [setAttribute(view, 'logBucket', bucket)]),
          // Global Accelerator wants both.
          ...(view.isWritten('logPrefix') === false ? [setAttribute(view, 'logPrefix', 'flow-logs')] : []),
        ],
      },
    ];
  },
  example: exampleOf(accelerator, 'Entry', { name: 'entry', flowLogs: false }),
});

const detector: Kind = {
  id: 'guardduty-detector',
  title: 'GuardDuty detector',
  cloudformation: ['AWS::GuardDuty::Detector'],
  terraform: ['aws_guardduty_detector'],
  identifiers: identifiedByArn,
  attributes: {
    enabled: {
      cloudformation: 'Enable',
      terraform: 'enable',
      type: 'boolean',
      defaults: [
        {
          is: { value: true },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/guardduty_detector',
        },
        {
          is: 'unknown',
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-guardduty-detector.html',
        },
      ],
    },
    frequency: {
      cloudformation: 'FindingPublishingFrequency',
      terraform: 'finding_publishing_frequency',
      type: 'text',
    },
  },
};

const detectorOn = attributeRule({
  id: 'guardduty-enabled',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: detector,
  requires: { enabled: equals(true) },
  safety: 'review',
  caution: 'GuardDuty costs by what it looks at',
  example: exampleOf(detector, 'Detector', { frequency: 'ONE_HOUR', enabled: false }),
});

export const rules = [flowLogs, firewallLogs, webAclLogs, queryLogs, signing, acceleratorLogs, detectorOn];
export const kinds = [webAcl, hostedZone, accelerator, detector];
