import type { Attribute, KeyHolder, Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { exampleOf, fixedWith, keyInput, oneOf, ownKeyRule } from './define';

/** A service that encrypts what it stores in any case, and takes a key of one's own for it. */
interface KeyedService {
  readonly id: string;
  readonly title: string;
  readonly cloudformation: string;
  readonly terraform: string;
  /** The properties for the name, in CloudFormation and in Terraform. */
  readonly name: readonly [string, string];
  /** The properties for the key. */
  readonly key: readonly [string, string];
  /** Whose key encrypts otherwise, and the page that says so. */
  readonly holder: KeyHolder;
  readonly since?: string;
  readonly source: string;
  /** The properties that have to say beside the key that there is one, and with which word or words. */
  readonly type?: readonly [string, string, ...words: string[]];
  /** The name of the key that the fix asks for, and what the key is for. */
  readonly input: readonly [string, string];
  readonly caution: string;
}

const services: readonly KeyedService[] = [
  {
    id: 'appflow-connector-profile',
    title: 'AppFlow connector profile',
    cloudformation: 'AWS::AppFlow::ConnectorProfile',
    terraform: 'aws_appflow_connector_profile',
    name: ['ConnectorProfileName', 'name'],
    key: ['KMSArn', 'kms_arn'],
    holder: 'service',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-appflow-connectorprofile.html',
    input: ['ConnectorKeyArn', 'for the credentials of the connection'],
    caution: 'requests to KMS cost',
  },
  {
    id: 'appflow-flow',
    title: 'AppFlow flow',
    cloudformation: 'AWS::AppFlow::Flow',
    terraform: 'aws_appflow_flow',
    name: ['FlowName', 'name'],
    key: ['KMSArn', 'kms_arn'],
    holder: 'service',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-appflow-flow.html',
    input: ['FlowKeyArn', 'for the flow'],
    caution: 'requests to KMS cost',
  },
  {
    id: 'backup-vault',
    title: 'Backup vault',
    cloudformation: 'AWS::Backup::BackupVault',
    terraform: 'aws_backup_vault',
    name: ['BackupVaultName', 'name'],
    key: ['EncryptionKeyArn', 'kms_key_arn'],
    holder: 'aws-managed',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-backupvault.html',
    input: ['VaultKeyArn', 'for the backups in the vault'],
    caution: 'requests to KMS cost',
  },
  {
    id: 'codeartifact-domain',
    title: 'CodeArtifact domain',
    cloudformation: 'AWS::CodeArtifact::Domain',
    terraform: 'aws_codeartifact_domain',
    name: ['DomainName', 'domain'],
    key: ['EncryptionKey', 'encryption_key'],
    holder: 'aws-managed',
    source: 'https://docs.aws.amazon.com/codeartifact/latest/ug/security-encryption.html',
    input: ['DomainKeyArn', 'for the packages of the domain'],
    caution: 'requests to KMS cost',
  },
  {
    id: 'ecr-repository',
    title: 'ECR repository',
    cloudformation: 'AWS::ECR::Repository',
    terraform: 'aws_ecr_repository',
    name: ['RepositoryName', 'name'],
    key: ['EncryptionConfiguration.KmsKey', 'encryption_configuration.kms_key'],
    holder: 'service',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_EncryptionConfiguration.html',
    type: ['EncryptionConfiguration.EncryptionType', 'encryption_configuration.encryption_type', 'KMS', 'KMS_DSSE'],
    input: ['RepositoryKeyArn', 'for the images of the repository'],
    caution: 'images have to be pushed anew; requests to KMS cost',
  },
  {
    id: 'keyspaces-table',
    title: 'Keyspaces table',
    cloudformation: 'AWS::Cassandra::Table',
    terraform: 'aws_keyspaces_table',
    name: ['TableName', 'table_name'],
    key: ['EncryptionSpecification.KmsKeyIdentifier', 'encryption_specification.kms_key_identifier'],
    holder: 'aws-owned',
    source: 'https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_EncryptionSpecification.html',
    type: ['EncryptionSpecification.EncryptionType', 'encryption_specification.type', 'CUSTOMER_MANAGED_KMS_KEY'],
    input: ['TableKeyArn', 'for the table'],
    caution: 'requests to KMS cost',
  },
  {
    id: 'kendra-index',
    title: 'Kendra index',
    cloudformation: 'AWS::Kendra::Index',
    terraform: 'aws_kendra_index',
    name: ['Name', 'name'],
    key: ['ServerSideEncryptionConfiguration.KmsKeyId', 'server_side_encryption_configuration.kms_key_id'],
    holder: 'aws-owned',
    source: 'https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html',
    input: ['IndexKeyArn', 'for the index'],
    caution: 'Kendra needs rights to the key; the key and requests to it cost',
  },
  {
    id: 'timestream-database',
    title: 'Timestream database',
    cloudformation: 'AWS::Timestream::Database',
    terraform: 'aws_timestreamwrite_database',
    name: ['DatabaseName', 'database_name'],
    key: ['KmsKeyId', 'kms_key_id'],
    holder: 'aws-managed',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-timestream-database.html',
    input: ['MeasurementsKeyArn', 'for the database'],
    caution: 'the key and requests to it cost',
  },
  {
    id: 'kinesis-video-stream',
    title: 'Kinesis video stream',
    cloudformation: 'AWS::KinesisVideo::Stream',
    terraform: 'aws_kinesis_video_stream',
    name: ['Name', 'name'],
    key: ['KmsKeyId', 'kms_key_id'],
    holder: 'aws-managed',
    source: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html',
    input: ['VideoKeyArn', 'for the video stream'],
    caution: 'producers and consumers need rights to the key, which costs',
  },
  {
    id: 'scheduler-schedule',
    title: 'EventBridge schedule',
    cloudformation: 'AWS::Scheduler::Schedule',
    terraform: 'aws_scheduler_schedule',
    name: ['Name', 'name'],
    key: ['KmsKeyArn', 'kms_key_arn'],
    holder: 'aws-owned',
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html',
    input: ['ScheduleKeyArn', 'for the payload of the schedule'],
    caution: 'the role of the schedule needs rights to the key, which costs',
  },
];

function kindOf({ id, title, cloudformation, terraform, name, key, type, ...service }: KeyedService): Kind {
  const { holder, since, source } = service;
  const text = ([inTemplate, inTerraform]: readonly [string, string, ...string[]]): Attribute => ({
    cloudformation: inTemplate,
    terraform: inTerraform,
    type: 'text',
  });
  return {
    id,
    title,
    cloudformation: [cloudformation],
    terraform: [terraform],
    attributes: {
      name: text(name),
      key: { ...text(key), about: 'key', defaults: [{ is: 'none', key: holder, source, ...(since && { since }) }] },
      ...(type && { keyType: text(type) }),
    },
  };
}

function ruleOf({ id, type, input, caution }: KeyedService, kind: Kind): AttributeRule {
  const [, , ...words] = type ?? ['', ''];
  return ownKeyRule({
    id: `${id}-kms-key`,
    kind,
    ...(type && { beside: { keyType: fixedWith(oneOf(words), words[0] as string) } }),
    key: keyInput(...input),
    caution,
    example: exampleOf(kind, 'Example', { name: 'orders' }),
  });
}

export const kinds = services.map(kindOf);
export const rules = services.map((service, index) => ruleOf(service, kinds[index] as Kind));
