import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'appflow-connector-profile-kms-key': ownKeyWords({
    what: 'connector profile {name}',
    otherwise: 'AppFlow keeps the credentials of the connection, and encrypts them with a key that it manages.',
    advice: 'Name the ARN of a KMS key of your own where the connection is sensitive.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-appflow-connectorprofile.html',
    ],
    sameAs: { checkov: ['CKV_AWS_264'] },
  }),
  'appflow-flow-kms-key': ownKeyWords({
    what: 'flow {name}',
    otherwise: 'AppFlow encrypts what it transfers with a key that it manages.',
    advice: 'Name the ARN of a KMS key of your own where the data is sensitive.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-appflow-flow.html'],
    sameAs: { checkov: ['CKV_AWS_263'] },
  }),
  'backup-vault-kms-key': ownKeyWords({
    what: 'vault {name}',
    otherwise: 'AWS Backup makes a key for the vault, which you cannot share with another account.',
    advice:
      'Name the ARN of a KMS key of your own; an alias is not taken. It reaches the backups of services that AWS Backup manages in full: others keep the key of their source.',
    sources: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-backupvault.html',
    ],
    sameAs: { checkov: ['CKV_AWS_166'] },
  }),
  'codeartifact-domain-kms-key': ownKeyWords({
    what: 'domain {name}',
    otherwise: 'One key encrypts the packages of all repositories of a domain, by default one that AWS manages.',
    advice: 'Name a KMS key of your own when the domain is made: it cannot be changed afterwards.',
    sources: [
      'https://docs.aws.amazon.com/codeartifact/latest/ug/security-encryption.html',
      'https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html',
    ],
    sameAs: { checkov: ['CKV_AWS_221'] },
  }),
  'ecr-repository-kms-key': ownKeyWords({
    what: 'repository {name}',
    otherwise: 'ECR stores images in S3, which encrypts them with a key of its own.',
    advice:
      'Name the type KMS and a key of your own when the repository is made: a repository that exists is replaced, and its images are lost.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_EncryptionConfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_136'], trivy: ['AWS-0033'] },
  }),
  'keyspaces-table-kms-key': ownKeyWords({
    what: 'table {name}',
    otherwise: 'Keyspaces encrypts every table, by default with a key that it owns.',
    advice: 'Name the type CUSTOMER_MANAGED_KMS_KEY and the ARN of a key that Keyspaces may use.',
    sources: [
      'https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html',
      'https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_EncryptionSpecification.html',
    ],
    sameAs: { checkov: ['CKV_AWS_265'] },
  }),
  'kendra-index-kms-key': ownKeyWords({
    what: 'index {name}',
    otherwise: 'Kendra encrypts every index, without a key of yours with one that AWS owns.',
    advice: 'Name a symmetric KMS key whose policy lets Kendra use it. An index that exists has to be made anew.',
    sources: [
      'https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-kendra-index-serversideencryptionconfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_262'], guard: ['KENDRA_INDEX_ENCRYPTION_KMS_KEY_ID_RULE'], cfnNag: ['W80'] },
  }),
  'timestream-database-kms-key': ownKeyWords({
    what: 'database {name}',
    otherwise: 'Timestream encrypts every database, without a key of yours with one that it manages in the account.',
    advice: 'Name a KMS key.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-timestream-database.html'],
    sameAs: { checkov: ['CKV_AWS_160'], cdkNag: ['AwsSolutions-TS3'] },
  }),
  'kinesis-video-stream-kms-key': ownKeyWords({
    what: 'video stream {name}',
    otherwise:
      'Kinesis Video Streams encrypts what it stores, without a key of yours with `aws/kinesisvideo`, which it manages in the account.',
    advice: 'Name a KMS key that producers and consumers may use.',
    sources: [
      'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html',
      'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html',
    ],
    sameAs: { checkov: ['CKV_AWS_177'] },
  }),
  'scheduler-schedule-kms-key': ownKeyWords({
    what: 'payload of the schedule {name}',
    otherwise: 'EventBridge Scheduler encrypts all data, without a key of yours with one that AWS owns.',
    advice:
      'Name a symmetric KMS key where the payload is sensitive; the role of the schedule has to be able to use it.',
    sources: ['https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html'],
    sameAs: { checkov: ['CKV_AWS_297'] },
  }),
};
