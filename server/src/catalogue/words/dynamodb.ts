import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'dynamodb-point-in-time-recovery': {
    title: 'The table {name} cannot be restored to an earlier moment.',
    why: 'After a faulty deployment, a mistaken delete or an attack there is nothing to go back to, unless somebody made a backup in time.',
    advice:
      'Switch point-in-time recovery on: the table can then be restored, as a new one, to any second of up to 35 days.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_28'],
      trivy: ['AWS-0024'],
      cdkNag: [
        'AwsSolutions-DDB3',
        'HIPAA.Security-DynamoDBPITREnabled',
        'NIST.800.53.R4-DynamoDBPITREnabled',
        'NIST.800.53.R5-DynamoDBPITREnabled',
      ],
      guard: ['DYNAMODB_PITR_ENABLED'],
      cfnNag: ['W78'],
    },
  },
  'dynamodb-table-tls-only': {
    title: 'The policy of the table {name} does not refuse plain HTTP.',
    why: 'The endpoints of DynamoDB take HTTP as well as HTTPS. Clients of AWS use HTTPS unless told otherwise; where others may ask for items, the policy can make sure of it.',
    advice: 'Deny all requests where aws:SecureTransport is false, beside what the policy allows.',
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/ddb.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-auth-iam-id-based-policies-DDB.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html',
    ],
    sameAs: {},
  },
  'dynamodb-table-kms-key': ownKeyWords({
    what: 'table {name}',
    otherwise: 'DynamoDB encrypts every table: with a key that AWS owns, or one that AWS manages.',
    advice: 'Switch KMS encryption on and name a key of your own. It can be changed at any time.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_119'],
      trivy: ['AWS-0025'],
      guard: ['DYNAMODB_TABLE_ENCRYPTED_KMS'],
      cfnNag: ['W74'],
    },
  }),
};
