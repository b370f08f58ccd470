import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, defaultsTo, equals, exampleOf, fixedWith, keyInput, present, usualIdentifiers } from './define';

const trailPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-trail.html';
const trailDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail';
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
    key: {
      cloudformation: 'KMSKeyId',
      terraform: 'kms_key_id',
      type: 'text',
      defaults: [
        {
          is: 'none',
          source:
            'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
        },
      ],
    },
    validation: {
      cloudformation: 'EnableLogFileValidation',
      terraform: 'enable_log_file_validation',
      type: 'boolean',
      defaults: defaultsTo(false, trailPage, trailDocumentation),
    },
  },
};

const basics = { name: 'activity', bucket: 'activity-logs', isLogging: true };
const delivery = {
  logGroup: 'arn:aws:logs:eu-west-1:111122223333:log-group:activity:*',
  logRole: 'arn:aws:iam::111122223333:role/activity',
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
  example: exampleOf(trail, 'Trail', { ...basics, key: 'alias/trail', validation: true }),
});

/** The log files are encrypted in any case; the question is who holds the key. */
const ownKey = attributeRule({
  id: 'cloudtrail-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  kind: trail,
  requires: { key: fixedWith(present, keyInput('TrailKeyArn', 'for the log files of the trail')) },
  safety: 'input',
  caution: 'the policy of the key has to let CloudTrail encrypt and readers decrypt; requests to KMS cost',
  example: exampleOf(trail, 'Trail', { ...basics, ...delivery, validation: true }),
});

const validation = attributeRule({
  id: 'cloudtrail-log-validation',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: trail,
  requires: { validation: equals(true) },
  safety: 'review',
  caution: 'adds a small digest file to the bucket each hour',
  example: exampleOf(trail, 'Trail', { ...basics, ...delivery, key: 'alias/trail', validation: false }),
});

export const rules = [cloudWatchLogs, ownKey, validation];
export const kinds = [trail];
