import type { Resource } from '../../model/resource';
import { trail } from '../cloudtrail';
import { table } from '../dynamodb';
import { kmsKey } from '../kms';
import { denial } from '../policies/tlsOnly';
import { dbInstance } from '../rds';
import { bucket, publicAccessSwitches } from '../s3';
import { bucketTls } from '../s3Tls';
import { exampleAccount, exampleRegion, policyOf, type Snippet } from './snippet';

const logBucket = 'access-logs';
const exampleKey = `arn:aws:kms:${exampleRegion}:${exampleAccount}:key/01234567-89ab-cdef-0123-456789abcdef`;

const encryptedBucket: Snippet = {
  name: 'bucket',
  title: 'Encrypted bucket',
  description: 'With versions, access logs and a TLS-only policy, and closed to the public.',
  blanks: [logBucket],
  resources: () => [
    {
      kind: bucket,
      name: 'OrdersBucket',
      attributes: {
        encryption: 'aws:kms',
        bucketKey: true,
        versioning: true,
        ...Object.fromEntries(publicAccessSwitches.map((name) => [name, true])),
        logTarget: logBucket,
        logPrefix: 'orders/',
        policy: (resource: Resource) => policyOf(denial(bucketTls, bucketTls.resources(resource))),
      },
    },
  ],
};

const databaseEngine = 'postgres';
const databaseClass = 'db.t4g.medium';
const databaseLog = 'postgresql';

const encryptedDatabase: Snippet = {
  name: 'database',
  title: 'Encrypted database',
  description:
    'Not public, with backups, exported logs and protection from deletion. RDS keeps the password in Secrets Manager.',
  blanks: [databaseEngine, databaseClass, 'orders_admin', databaseLog],
  resources: () => [
    {
      kind: dbInstance,
      name: 'OrdersDatabase',
      properties: {
        cloudformation: {
          Engine: databaseEngine,
          DBInstanceClass: databaseClass,
          AllocatedStorage: '20',
          MasterUsername: 'orders_admin',
          ManageMasterUserPassword: true,
        },
        terraform: {
          engine: databaseEngine,
          instance_class: databaseClass,
          allocated_storage: 20,
          username: 'orders_admin',
          manage_master_user_password: true,
        },
      },
      attributes: {
        storageEncrypted: true,
        publicAccess: false,
        backupRetention: 7,
        deletionProtection: true,
        iamLogin: true,
        logExports: [databaseLog],
      },
    },
  ],
};

const tableKey = 'orderId';

const encryptedTable: Snippet = {
  name: 'table',
  title: 'Encrypted table',
  description: 'A DynamoDB table under a KMS key of yours, with point-in-time recovery.',
  blanks: [tableKey, exampleKey],
  resources: () => [
    {
      kind: table,
      name: 'OrdersTable',
      properties: {
        cloudformation: {
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: tableKey, AttributeType: 'S' }],
          KeySchema: [{ AttributeName: tableKey, KeyType: 'HASH' }],
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        },
        terraform: {
          name: 'orders_table',
          billing_mode: 'PAY_PER_REQUEST',
          attribute: [{ name: tableKey, type: 'S' }],
          hash_key: tableKey,
          server_side_encryption: { enabled: true },
        },
      },
      attributes: { key: exampleKey, pointInTimeRecovery: true },
    },
  ],
};

const keyUse = 'Encrypts orders';

const rotatedKey: Snippet = {
  name: 'key',
  title: 'KMS key with rotation',
  description: 'KMS replaces the material of the key from time to time; what was encrypted stays readable.',
  blanks: [keyUse],
  resources: () => [
    {
      kind: kmsKey,
      name: 'OrdersKey',
      properties: { cloudformation: { Description: keyUse }, terraform: { description: keyUse } },
      attributes: { rotation: true },
    },
  ],
};

const trailBucket = 'activity-logs';
const trailLogs = `arn:aws:logs:${exampleRegion}:${exampleAccount}:log-group:activity:*`;
const trailRole = `arn:aws:iam::${exampleAccount}:role/activity`;

const activityTrail: Snippet = {
  name: 'trail',
  title: 'CloudTrail trail',
  description:
    'Of all Regions and of objects in S3, validated, under a key of your own, and delivered to CloudWatch Logs.',
  blanks: [trailBucket, exampleKey, trailLogs, trailRole],
  resources: () => [
    {
      kind: trail,
      name: 'ActivityTrail',
      properties: {
        cloudformation: {
          IsMultiRegionTrail: true,
          IncludeGlobalServiceEvents: true,
          EventSelectors: [
            {
              ReadWriteType: 'All',
              IncludeManagementEvents: true,
              DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
            },
          ],
        },
        terraform: {
          name: 'activity_trail',
          is_multi_region_trail: true,
          include_global_service_events: true,
          event_selector: [
            {
              read_write_type: 'All',
              include_management_events: true,
              data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
            },
          ],
        },
      },
      attributes: {
        isLogging: true,
        bucket: trailBucket,
        key: exampleKey,
        validation: true,
        logGroup: trailLogs,
        logRole: trailRole,
      },
    },
  ],
};

export const resources = [activityTrail, encryptedBucket, encryptedDatabase, encryptedTable, rotatedKey];
