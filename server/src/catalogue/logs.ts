import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, keyInput, keyRow, ownKeyRule, usualIdentifiers } from './define';

const logGroup: Kind = {
  id: 'log-group',
  title: 'log group',
  cloudformation: ['AWS::Logs::LogGroup'],
  terraform: ['aws_cloudwatch_log_group'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'LogGroupName', terraform: 'name', type: 'text' },
    key: keyRow({
      is: 'none',
      key: 'service',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    }),
    retention: {
      cloudformation: 'RetentionInDays',
      terraform: 'retention_in_days',
      type: 'number',
      // Terraform's provider writes a zero for ever.
      defaults: [
        {
          is: 'none',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
        },
      ],
    },
  },
};

/** Log groups are always encrypted; the question is who holds the key. */
const ownKey = ownKeyRule({
  id: 'log-group-kms-key',
  severity: 'information',
  kind: logGroup,
  key: keyInput('LogGroupKeyArn', 'for the log group'),
  caution: 'the policy of the key has to let CloudWatch Logs use it; requests to KMS cost',
  example: exampleOf(logGroup, 'Logs', { name: '/orders/service' }),
});

/** How long is long enough is for the author to say; a year is what most rules ask of logs for security. */
const retention = attributeRule({
  id: 'log-group-retention',
  recommendation: 'log-activity',
  severity: 'hint',
  kind: logGroup,
  requires: { retention: fixedWith({ kind: 'present', butNot: /^0$/ }, 365) },
  safety: 'review',
  caution: 'what is older is deleted',
  example: exampleOf(logGroup, 'Logs', {
    name: '/orders/service',
    key: 'arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  }),
});

export const rules = [retention, ownKey];
export const kinds = [logGroup];
