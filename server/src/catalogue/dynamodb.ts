import type { Kind } from '../model/kind';
import type { View } from '../model/view';
import { attributeRule, defaultsTo, equals, exampleOf, isOn, keyInput, ownKeyRule, usualIdentifiers } from './define';
import { namesResource } from './policies/refusal';
import { type TlsSubject, tlsOnlyRule } from './policies/tlsOnly';

const encryptionPage = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html';

export const table: Kind = {
  id: 'dynamodb-table',
  title: 'DynamoDB table',
  cloudformation: ['AWS::DynamoDB::Table'],
  serverless: ['AWS::Serverless::SimpleTable'],
  terraform: ['aws_dynamodb_table'],
  identifiers: usualIdentifiers,
  withoutPolicy: {
    access: 'none',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-auth-iam-id-based-policies-DDB.html',
  },
  attributes: {
    policy: { cloudformation: 'ResourcePolicy.PolicyDocument', type: 'policy' },
    name: { cloudformation: 'TableName', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'SSESpecification.KMSMasterKeyId',
      terraform: 'server_side_encryption.kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          when: (resource) => isOn(resource, 'kmsEncryption'),
          source: encryptionPage,
        },
        { is: 'none', key: 'aws-owned', source: encryptionPage },
      ],
    },
    // Switches from a key that AWS owns to one in KMS: tables are encrypted either way.
    kmsEncryption: {
      cloudformation: 'SSESpecification.SSEEnabled',
      terraform: 'server_side_encryption.enabled',
      type: 'boolean',
      defaults: [{ is: { value: false }, source: encryptionPage }],
    },
    pointInTimeRecovery: {
      cloudformation: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      terraform: 'point_in_time_recovery.enabled',
      type: 'boolean',
      about: 'backup',
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

const tableKey = ownKeyRule({
  id: 'dynamodb-table-kms-key',
  kind: table,
  key: keyInput('TableKeyArn', 'for the table'),
  beside: { kmsEncryption: equals(true) },
  caution: 'who reads the table needs rights to the key; requests to KMS cost',
  example: exampleOf(table, 'Table', { name: 'orders', pointInTimeRecovery: true }),
});

/** In Terraform tables and streams have their policies beside them. */
const resourcePolicy: Kind = {
  id: 'dynamodb-resource-policy',
  title: 'DynamoDB resource policy',
  cloudformation: [],
  terraform: ['aws_dynamodb_resource_policy'],
  attributes: {
    of: { terraform: 'resource_arn', type: 'text' },
    policy: { terraform: 'policy', type: 'policy' },
  },
};

/** A template cannot name a table inside that table, so its policies name everything, which is the table alone. */
export const tableTls: TlsSubject = {
  kind: table,
  policyKinds: [resourcePolicy],
  action: 'dynamodb:*',
  resources: () => '*',
  resourcesIn: () => '*',
  isEverything: namesResource,
};

/**
 * Most tables have no policy, and one just for this is more than AWS advises: those that have one may say it there. The
 * policy of a stream takes no actions but those of streams.
 */
function mayRefuse(view: View): boolean {
  const isOfStream = view
    .facts('of')
    .some(({ value }) => value.kind === 'reference' && value.attribute === 'stream_arn');
  return !isOfStream && view.policies('policy').some(({ state }) => state === 'written');
}

const tlsOnly = tlsOnlyRule(tableTls, {
  id: 'dynamodb-table-tls-only',
  severity: 'information',
  fix: 'always',
  isAsked: mayRefuse,
  example: exampleOf(resourcePolicy, 'Orders', {
    of: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'dynamodb:GetItem', Resource: '*' }],
    },
  }),
});

export const rules = [pointInTimeRecovery, tableKey, tlsOnly];
export const kinds = [table, resourcePolicy];
