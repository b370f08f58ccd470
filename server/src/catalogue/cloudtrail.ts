import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import { or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  keyInput,
  noneOf,
  ownKeyRule,
  present,
  resourceRule,
  usualIdentifiers,
} from './define';

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
    // CloudFormation wants it to be written.
    isLogging: {
      cloudformation: 'IsLogging',
      terraform: 'enable_logging',
      type: 'boolean',
      about: 'logging',
      defaults: [{ is: { value: true }, dialect: 'terraform', source: trailDocumentation }],
    },
    multiRegion: {
      cloudformation: 'IsMultiRegionTrail',
      terraform: 'is_multi_region_trail',
      type: 'boolean',
      defaults: defaultsTo(false, trailPage, trailDocumentation),
    },
    globalEvents: {
      cloudformation: 'IncludeGlobalServiceEvents',
      terraform: 'include_global_service_events',
      type: 'boolean',
    },
    selectors: { cloudformation: 'EventSelectors', terraform: 'event_selector', type: 'block' },
    dataType: {
      cloudformation: 'EventSelectors[*].DataResources[*].Type',
      terraform: 'event_selector[*].data_resource[*].type',
      type: 'text',
    },
    advancedSelectors: {
      cloudformation: 'AdvancedEventSelectors',
      terraform: 'advanced_event_selector',
      type: 'block',
    },
    advancedValue: {
      cloudformation: 'AdvancedEventSelectors[*].FieldSelectors[*].Equals[*]',
      terraform: 'advanced_event_selector[*].field_selector[*].equals[*]',
      type: 'text',
    },
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
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'service',
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

/** What CloudTrail calls objects in S3. */
const objectType = 'AWS::S3::Object';

const basics = { name: 'activity', bucket: 'activity-logs', isLogging: true, multiRegion: true };
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
const ownKey = ownKeyRule({
  id: 'cloudtrail-kms-key',
  severity: 'information',
  kind: trail,
  key: keyInput('TrailKeyArn', 'for the log files of the trail'),
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

const logging = attributeRule({
  id: 'cloudtrail-logging',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: trail,
  requires: { isLogging: fixedWith(noneOf(['false']), true) },
  safety: 'review',
  caution: 'storing logs costs',
  example: exampleOf(trail, 'Trail', {
    ...basics,
    ...delivery,
    key: 'alias/trail',
    validation: true,
    isLogging: false,
  }),
});

/** CloudTrail refuses a trail for all Regions that leaves the global services out. */
const multiRegion = attributeRule({
  id: 'cloudtrail-multi-region',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: trail,
  requires: { multiRegion: equals(true), globalEvents: fixedWith(noneOf(['false']), true) },
  safety: 'review',
  caution: 'storing the events of all Regions costs',
  example: exampleOf(trail, 'Trail', {
    ...basics,
    ...delivery,
    key: 'alias/trail',
    validation: true,
    multiRegion: false,
  }),
});

/** Whether a trail records what is done with objects in S3, be it in some buckets only. */
function recordsObjects(view: View): Truth {
  const facts = ['dataType', 'advancedValue'].flatMap((row) => view.facts(row));
  return or(
    ...facts.map(({ value }): Truth => {
      if (value.kind === 'literal') return value.text === objectType;
      return value.kind === 'notWritten' ? false : undefined;
    }),
  );
}

/** A selector of all objects. The first selector of a trail ends that it records management events by itself. */
function objectSelector({ resource }: View, isFirst: boolean): Written {
  return resource.dialect === 'cloudformation'
    ? {
        ReadWriteType: 'All',
        IncludeManagementEvents: isFirst,
        DataResources: [{ Type: objectType, Values: ['arn:aws:s3'] }],
      }
    : {
        read_write_type: 'All',
        include_management_events: isFirst,
        data_resource: [{ type: objectType, values: ['arn:aws:s3'] }],
      };
}

/** Advanced selectors are left to their author: basic ones would take their place. */
function withObjects(view: View): Remedy[] {
  if (view.isWritten('advancedSelectors') !== false) return [];
  const target = { resource: view.resource, of: trail, attribute: 'selectors' };
  const isFirst = view.isWritten('selectors') === false;
  const selector = objectSelector(view, isFirst);
  return [
    {
      title: 'Record what is done with objects in S3 (each event costs)',
      safety: 'review',
      changes: [
        isFirst ? { kind: 'set', ...target, value: [selector] } : { kind: 'append', ...target, value: selector },
      ],
    },
  ];
}

const objectEvents = resourceRule({
  id: 'cloudtrail-s3-data-events',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'sometimes',
  kinds: [trail],
  check(view) {
    if (recordsObjects(view) !== false) return [];
    const { resource } = view;
    const { nameOrigin, likelihood } = resource;
    return [{ origin: nameOrigin, written: false, likelihood, resource, remedies: withObjects(view) }];
  },
  example: exampleOf(trail, 'Trail', { ...basics, ...delivery, key: 'alias/trail', validation: true }),
});

export const rules = [cloudWatchLogs, ownKey, validation, logging, multiRegion, objectEvents];
export const kinds = [trail];
