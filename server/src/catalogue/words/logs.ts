import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'log-group-kms-key': {
    title: 'The log group {name} is encrypted with a key that you cannot govern.',
    why: 'CloudWatch Logs encrypts all log data with a key of its own. With a key of yours you decide who may decrypt the logs, see each use in CloudTrail, and can withdraw the right.',
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
  },
};
