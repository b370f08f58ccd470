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
};
