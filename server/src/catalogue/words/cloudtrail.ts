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
  'cloudtrail-logging': {
    title: 'The trail {name} is stopped.',
    why: 'It records nothing and delivers nothing. What is done meanwhile cannot be looked up in it later.',
    advice: 'Start it. A trail need not be stopped to be changed.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html',
    ],
    sameAs: { checkov: ['CKV_AWS_251'], guard: ['CLOUD_TRAIL_ENABLED'] },
  },
  'cloudtrail-multi-region': {
    title: 'The trail {name} does not record all Regions and global services.',
    why: 'Who has credentials acts where nobody looks. A trail of one Region misses all others, and IAM and STS are among the global services.',
    advice: 'Record all Regions, and the events of global services with them.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail-by-using-the-aws-cli-create-trail.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_67'],
      trivy: ['AWS-0014'],
      guard: ['MULTI_REGION_CLOUD_TRAIL_ENABLED'],
    },
  },
  'cloudtrail-s3-data-events': {
    title: 'The trail {name} does not record what is done with objects in S3.',
    why: 'Trails leave data events out unless they are asked for. Without them nobody can tell who read, replaced or deleted an object.',
    advice:
      'Add a selector for AWS::S3::Object: for all buckets, or for those that hold what matters. Data events are many, and each costs; the bucket of the trail itself is better left out.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
      'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html',
    ],
    sameAs: { trivy: ['AWS-0171', 'AWS-0172'], guard: ['CLOUDTRAIL_S3_DATAEVENTS_ENABLED'] },
  },
  'cloudtrail-event-data-store-kms-key': {
    title: 'The events in {name|the event data store} are encrypted with a key that you cannot govern.',
    why: 'Whoever may query the store reads its events. With a key of yours, reading takes a second right, and each use of it is itself on record.',
    advice:
      'Name a KMS key whose policy lets CloudTrail and those who query use it. Choose it with care: it stays for the life of the store.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html',
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/event-data-store-cmk-encryption-enabled.html',
    ],
    sameAs: { checkov: ['CKV_AWS_294'] },
  },
  'cloudtrail-event-data-store-termination-protection': {
    title: 'The event data store {name} may be deleted at once.',
    why: 'Protection is on unless it is switched off. Without it one call, or a stack that is taken down, takes the record of years with it.',
    advice: 'Leave termination protection on, and switch it off when the store really is to go.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-eds-termination-protection.html',
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html',
    ],
    sameAs: {},
  },
  'cloudtrail-bucket-public': {
    title: 'The trail {name} writes to {bucket|a bucket} that is open to everybody.',
    why: 'The log says who did what, from where and with which rights: it shows an attacker the weak points of the account.',
    advice:
      'Close the bucket: a private access list, a policy for CloudTrail alone, and all four switches against public access.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
    ],
    sameAs: { trivy: ['AWS-0161'] },
  },
};
