import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, keyInput, keyRow, present, usualIdentifiers } from './define';

export const logGroup: Kind = {
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
  },
};

/** Log groups are always encrypted; the question is who holds the key. */
const ownKey = attributeRule({
  id: 'log-group-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  kind: logGroup,
  requires: { key: fixedWith(present, keyInput('LogGroupKeyArn', 'for the log group')) },
  safety: 'input',
  caution: 'the policy of the key has to let CloudWatch Logs use it; requests to KMS cost',
  example: exampleOf(logGroup, 'Logs', { name: '/orders/service' }),
});

export const rules = [ownKey];
export const kinds = [logGroup];
