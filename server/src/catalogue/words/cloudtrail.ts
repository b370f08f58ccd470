import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'cloudtrail-cloudwatch-logs': {
    title: 'The trail {name} does not deliver its events to CloudWatch Logs.',
    why: 'It only leaves files in S3. Nobody can search them, or be alarmed by them, while something is happening.',
    advice:
      'Give the trail a log group and a role that may write to it, both together. In Terraform the ARN of the group ends in :*.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cw_role_policy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_10'],
      trivy: ['AWS-0162'],
      cdkNag: [
        'HIPAA.Security-CloudTrailCloudWatchLogsEnabled',
        'NIST.800.53.R4-CloudTrailCloudWatchLogsEnabled',
        'NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled',
        'PCI.DSS.321-CloudTrailCloudWatchLogsEnabled',
      ],
      guard: ['CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED'],
    },
  },
  'cloudtrail-kms-key': {
    title: 'The log files of the trail {name} are encrypted with a key that you cannot govern.',
    why: 'S3 encrypts them with a key of its own: whoever may read the bucket may read the log. With a key of yours, reading takes a second right, and each use of it is itself on record.',
    advice: 'Name a KMS key whose policy lets CloudTrail encrypt and the readers of the log decrypt.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_35'],
      trivy: ['AWS-0015'],
      cdkNag: [
        'HIPAA.Security-CloudTrailEncryptionEnabled',
        'NIST.800.53.R4-CloudTrailEncryptionEnabled',
        'NIST.800.53.R5-CloudTrailEncryptionEnabled',
        'PCI.DSS.321-CloudTrailEncryptionEnabled',
      ],
      guard: ['CLOUD_TRAIL_ENCRYPTION_ENABLED'],
    },
  },
  'cloudtrail-log-validation': {
    title: 'Nobody can tell whether a log file of the trail {name} was changed or deleted.',
    why: 'Who covers tracks edits the log. With validation, CloudTrail signs a digest of the files each hour, and a gap or a change shows.',
    advice: 'Switch log file validation on before it is needed: what was delivered without it cannot be checked later.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-enabling.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_36'],
      trivy: ['AWS-0016'],
      cdkNag: [
        'HIPAA.Security-CloudTrailLogFileValidationEnabled',
        'NIST.800.53.R4-CloudTrailLogFileValidationEnabled',
        'NIST.800.53.R5-CloudTrailLogFileValidationEnabled',
        'PCI.DSS.321-CloudTrailLogFileValidationEnabled',
      ],
      guard: ['CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED'],
    },
  },
};
