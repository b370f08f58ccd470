import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'log-group-kms-key': ownKeyWords({
    what: 'log group {name}',
    otherwise: 'CloudWatch Logs encrypts all log data with a key of its own.',
    advice: 'Name a KMS key whose policy lets CloudWatch Logs use it. It applies to what is logged from then on.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_158'],
      trivy: ['AWS-0017'],
      cdkNag: [
        'HIPAA.Security-CloudWatchLogGroupEncrypted',
        'NIST.800.53.R4-CloudWatchLogGroupEncrypted',
        'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
        'PCI.DSS.321-CloudWatchLogGroupEncrypted',
      ],
      guard: ['CLOUDWATCH_LOG_GROUP_ENCRYPTED'],
      cfnNag: ['W84'],
    },
  }),
  'log-group-retention': {
    title: 'The log group {name} keeps its logs forever.',
    why: 'Logs hold more about people than their authors think, and what is kept longer than needed can be stolen longer. A time that is set also says how long a trace of an incident will be there.',
    advice: 'Set the days that your rules ask for; for logs of security that is often a year.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_66', 'CKV_AWS_338'],
      cdkNag: [
        'HIPAA.Security-CloudWatchLogGroupRetentionPeriod',
        'NIST.800.53.R4-CloudWatchLogGroupRetentionPeriod',
        'NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod',
        'PCI.DSS.321-CloudWatchLogGroupRetentionPeriod',
        'Serverless-CloudWatchLogGroupRetentionPeriod',
      ],
      guard: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
      cfnNag: ['W86'],
    },
  },
};
