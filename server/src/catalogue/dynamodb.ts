import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

export const table: Kind = {
  id: 'dynamodb-table',
  title: 'DynamoDB table',
  cloudformation: ['AWS::DynamoDB::Table'],
  terraform: ['aws_dynamodb_table'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'TableName', terraform: 'name', type: 'text' },
    pointInTimeRecovery: {
      cloudformation: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      terraform: 'point_in_time_recovery.enabled',
      type: 'boolean',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table',
      ),
    },
  },
};

const pointInTimeRecovery = attributeRule({
  id: 'dynamodb-point-in-time-recovery',
  recommendation: 'managed-security',
  severity: 'information',
  kind: table,
  requires: { pointInTimeRecovery: equals(true) },
  safety: 'review',
  caution: 'is paid for by the size of the table',
  example: exampleOf(table, 'Table', { name: 'orders', pointInTimeRecovery: false }),
});

export const rules = [pointInTimeRecovery];
export const kinds = [table];
