import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, present, usualIdentifiers } from './define';

const trailPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html';
const optionalDelivery = 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trails.html';

export const trail: Kind = {
  id: 'cloudtrail-trail',
  title: 'CloudTrail trail',
  cloudformation: ['AWS::CloudTrail::Trail'],
  terraform: ['aws_cloudtrail'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'TrailName', terraform: 'name', type: 'text' },
    bucket: { cloudformation: 'S3BucketName', terraform: 's3_bucket_name', type: 'text' },
    isLogging: { cloudformation: 'IsLogging', terraform: 'enable_logging', type: 'boolean' },
    logGroup: {
      cloudformation: 'CloudWatchLogsLogGroupArn',
      terraform: 'cloud_watch_logs_group_arn',
      type: 'text',
      defaults: [
        { is: 'none', dialect: 'cloudformation', source: trailPage },
        { is: 'none', dialect: 'terraform', source: optionalDelivery },
      ],
    },
    logRole: {
      cloudformation: 'CloudWatchLogsRoleArn',
      terraform: 'cloud_watch_logs_role_arn',
      type: 'text',
      defaults: [
        { is: 'none', dialect: 'cloudformation', source: trailPage },
        { is: 'none', dialect: 'terraform', source: optionalDelivery },
      ],
    },
  },
};

/** The log group and the role that may write to it make sense only together. */
const cloudWatchLogs = attributeRule({
  id: 'cloudtrail-cloudwatch-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: trail,
  requires: {
    logGroup: fixedWith(
      present,
      new WrittenInput(
        'TrailLogGroupArn',
        'The ARN of the log group for the trail, ending in :*',
        '^arn:[^:]+:logs:[^:]+:[0-9]{12}:log-group:.+:\\*$',
      ),
    ),
    logRole: fixedWith(
      present,
      new WrittenInput(
        'TrailLogRoleArn',
        'The ARN of a role that lets CloudTrail write to the log group',
        '^arn:[^:]+:iam::[0-9]{12}:role/.+$',
      ),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs',
  example: exampleOf(trail, 'Trail', { name: 'activity', bucket: 'activity-logs', isLogging: true }),
});

export const rules = [cloudWatchLogs];
export const kinds = [trail];
