import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

describe('A rotation of a secret', () => {
  const about = /^secret-rotation$/;
  const secret = `Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      KmsKeyId: alias/orders
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties:
      SecretId: !Ref Secret
      TargetId: orders
      TargetType: AWS::RDS::DBInstance
`;
  const schedule = (of: string) => `  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: ${of}
`;

  test('is missed where nothing names the secret', () => {
    assertFindings('template.yaml', secret.replace('Secret:', '⟦secret-rotation|Secret⟧:'), about);
    assertFindings('template.yaml', secret.replace('Secret:', '⟦secret-rotation|Secret⟧:') + schedule('other'), about);
  });

  test('may name the secret, or what attaches it to its database', () => {
    assertFindings('template.yaml', secret + schedule('!Ref Secret'), about);
    assertFindings('template.yaml', secret + schedule('!Ref Attachment'), about);
  });

  test('may be of a secret that only the deployment knows', () => {
    assertFindings('template.yaml', secret + schedule('!ImportValue Secret'), about);
  });
});

describe('A backup plan', () => {
  const about = /^backup-plan-leaves-out$/;
  const tables = (left: string) => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
  ${left}:
    Type: AWS::DynamoDB::Table
`;
  const selection = (resources: string, more = '') => `  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: nightly
      BackupSelection:
        SelectionName: tables
        IamRoleArn: arn:aws:iam::111122223333:role/backup
        Resources: ${resources}
${more}`;

  test('leaves out what its lists do not name, and takes it in', () => {
    const marked = tables('⟦backup-plan-leaves-out|Invoices⟧') + selection('[!GetAtt Orders.Arn]');
    const text = assertFindings('template.yaml', marked, about);
    const after = fixed('template.yaml', text, 'backup-plan-leaves-out');
    assert.match(after, /Resources: \[!GetAtt Orders\.Arn, !GetAtt Invoices\.Arn\]/);
  });

  test('may take in anything by patterns, tags, or what only the deployment knows', () => {
    const tags = '        ListOfTags: [{ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: nightly}]\n';
    assertFindings('template.yaml', tables('Invoices') + selection("['arn:aws:dynamodb:*:*:table/*']"), about);
    assertFindings('template.yaml', tables('Invoices') + selection('[!GetAtt Orders.Arn]', tags), about);
    assertFindings('template.yaml', tables('Invoices') + selection('[!GetAtt Orders.Arn, !ImportValue More]'), about);
  });

  test('is no matter of a document without one', () => {
    assertFindings('template.yaml', tables('Invoices'), about);
  });
});

describe('A global table', () => {
  test('is safe once one of its replicas can be restored', () => {
    const about = /^dynamodb-global-table-point-in-time-recovery$/;
    const table = (isOn: boolean, name: string) => `Resources:
  ${name}:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas:
        - Region: eu-west-1
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: ${isOn} }
        - Region: eu-central-1
`;
    assertFindings('template.yaml', table(true, 'Orders'), about);
    const neither = table(false, '⟦dynamodb-global-table-point-in-time-recovery|Orders⟧');
    const mark = '⟦dynamodb-global-table-point-in-time-recovery|false⟧';
    assertFindings('template.yaml', neither.replace('Enabled: false', `Enabled: ${mark}`), about);
  });
});

describe('File systems of FSx', () => {
  const about = /^fsx-/;
  const lustre = (deployment: string) => `{"resource": {"aws_fsx_lustre_file_system": {"scratch": {
    "subnet_ids": ["subnet-0123456789abcdef0"], "deployment_type": ${deployment}}}}}`;

  test('for Lustre take neither a key nor backups unless they last', () => {
    assertFindings('main.tf.json', lustre('"SCRATCH_2"'), about);
    const lasting = lustre('"PERSISTENT_2"').replace('"scratch"', '"⟦fsx-kms-key|scratch⟧"');
    assertFindings('main.tf.json', lasting, about);
  });

  test('keep backups by themselves, but for Lustre in templates', () => {
    const system = (sort: string, name: string, settings: string) => `Resources:
  ${name}:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: ${sort}
      KmsKeyId: alias/files
      ${settings}
`;
    const persistent = 'LustreConfiguration: {DeploymentType: PERSISTENT_2}';
    assertFindings('template.yaml', system('WINDOWS', 'Files', 'StorageCapacity: 300'), about);
    assertFindings('template.yaml', system('LUSTRE', '⟦fsx-backup-retention|Files⟧', persistent), about);
    const none = 'OpenZFSConfiguration: {AutomaticBackupRetentionDays: ⟦fsx-backup-retention|0⟧}';
    assertFindings('template.yaml', system('OPENZFS', 'Files', none), about);
  });
});

describe('A stream of Firehose', () => {
  const stream = (properties: string) => `Resources:
  Delivery:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties: ${properties}
`;

  test('is encrypted with a key that AWS owns by a safe fix, where it is put into', () => {
    const after = fixed('template.yaml', stream('{DeliveryStreamType: DirectPut}'), 'firehose-encryption');
    assert.match(after, /DeliveryStreamEncryptionConfigurationInput: \{ ?KeyType: AWS_OWNED_CMK ?\}/);
  });

  test('that reads from another one stores nothing', () => {
    const source = 'KinesisStreamSourceConfiguration: {KinesisStreamARN: !ImportValue Stream}';
    assertFindings('template.yaml', stream(`{DeliveryStreamType: KinesisStreamAsSource, ${source}}`), /^firehose-/);
    assertFindings('template.yaml', stream(`{${source}}`), /^firehose-/);
  });
});

describe('A parameter of Systems Manager', () => {
  const about = /^ssm-parameter-secure-string$/;
  const parameter = (name: string, type: string, value: string) => `{"resource": {"aws_ssm_parameter": {"it": {
    "name": "${name}", "type": ${type}, "value": "${value}"}}}}`;

  test('is a secret by the last word of its name', () => {
    const type = '"⟦ssm-parameter-secure-string|String⟧"';
    for (const name of ['/orders/database/password', 'ordersApiKey', '/orders/client-secret']) {
      assertFindings('main.tf.json', parameter(name, type, '${var.secret}'), about);
    }
    for (const name of ['/orders/password-policy', '/orders/secret-arn', '/orders/compass']) {
      assertFindings('main.tf.json', parameter(name, '"String"', 'something'), about);
    }
  });

  test('is no secret where it names one or is a switch', () => {
    for (const value of ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders', 'true', '42']) {
      assertFindings('main.tf.json', parameter('/orders/rotate-secret', '"String"', value), about);
    }
    const template = (value: string) => `Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
  Pointer:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /orders/secret
      Type: String
      Value: ${value}
`;
    for (const value of ['!Ref Secret', '!GetAtt Secret.Id']) assertFindings('template.yaml', template(value), about);
  });
});

describe('A key of one’s own', () => {
  test('is asked of what is encrypted: what is not has that to mend first', () => {
    const about = /^(efs|elasticache|docdb)-kms-key$/;
    const all = (isEncrypted: boolean, files: string, group: string, cluster: string) => `Resources:
  ${files}:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: ${isEncrypted}
  ${group}:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
      AtRestEncryptionEnabled: ${isEncrypted}
  ${cluster}:
    Type: AWS::DocDB::DBCluster
    Properties:
      StorageEncrypted: ${isEncrypted}
`;
    const marked = ['⟦efs-kms-key|Files⟧', '⟦elasticache-kms-key|Sessions⟧', '⟦docdb-kms-key|Documents⟧'] as const;
    assertFindings('template.yaml', all(true, ...marked), about);
    const plain = ['Files', 'Sessions', 'Documents'] as const;
    assertFindings('template.yaml', all(false, ...plain), about);
    assert.match(fixed('template.yaml', all(true, ...plain), 'efs-kms-key'), /KmsKeyId: !Ref FileSystemKeyArn/);
  });

  test('is not asked where nobody knows of encryption, nor where it is accepted that there is none', () => {
    const about = /^(rds-cluster|neptune|opensearch|redshift)-kms-key$/;
    const databases = (encryption: string, cluster: string, graph: string, search: string, warehouse: string) => `
Parameters:
  Encryption: {Type: String}
# data-protection: ignore rds-cluster-storage-encrypted -- a sandbox without data
# data-protection: ignore neptune-storage-encrypted -- a sandbox without data
# data-protection: ignore opensearch-encryption-at-rest -- a sandbox without data
# data-protection: ignore redshift-encrypted -- a sandbox without data
Resources:
  ${cluster}:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: postgres, StorageEncrypted: ${encryption}}
  ${graph}:
    Type: AWS::Neptune::DBCluster
    Properties: {StorageEncrypted: ${encryption}}
  ${search}:
    Type: AWS::OpenSearchService::Domain
    Properties: {EncryptionAtRestOptions: {Enabled: ${encryption}}}
  ${warehouse}:
    Type: AWS::Redshift::Cluster
    Properties: {Encrypted: ${encryption}}
`;
    const asked = [
      '⟦rds-cluster-kms-key|Orders⟧',
      '⟦neptune-kms-key|Graph⟧',
      '⟦opensearch-kms-key|Search⟧',
      '⟦redshift-kms-key|Warehouse⟧',
    ] as const;
    assertFindings('template.yaml', databases('true', ...asked), about);
    const names = ['Orders', 'Graph', 'Search', 'Warehouse'] as const;
    for (const encryption of ['!Ref Encryption', 'false']) {
      assertFindings('template.yaml', databases(encryption, ...names), about);
    }
  });

  test('is none where it is the alias of a key that AWS manages', () => {
    const topic = (key: string) => `Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: ${key}
`;
    assertFindings('template.yaml', topic('⟦sns-topic-kms-key|alias/aws/sns⟧'), /^sns-topic-kms-key$/);
    assertFindings('template.yaml', topic('alias/orders'), /^sns-topic-kms-key$/);
  });

  test('is asked of a queue only where it names the key that AWS manages', () => {
    const about = /^sqs-kms-key$/;
    const queue = (property: string) => `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      ${property}
`;
    const text = assertFindings('template.yaml', queue('KmsMasterKeyId: ⟦sqs-kms-key|alias/aws/sqs⟧'), about);
    assert.match(fixed('template.yaml', text, 'sqs-kms-key'), /KmsMasterKeyId: !Ref QueueKeyArn/);
    for (const property of ['KmsMasterKeyId: alias/orders', 'SqsManagedSseEnabled: true', 'QueueName: orders']) {
      assertFindings('template.yaml', queue(property), about);
    }
  });

  test('is asked of the environment of a function where a variable is named like a secret', () => {
    const about = /^lambda-environment-kms-key$/;
    const worker = (name: string, variable: string) => `Parameters:
  Value:
    Type: String
    NoEcho: true
Resources:
  ${name}:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          ${variable}: !Ref Value
`;
    assertFindings('template.yaml', worker('⟦lambda-environment-kms-key|Worker⟧', 'STRIPE_API_KEY'), about);
    for (const variable of ['TABLE_NAME', 'SECRET_ARN', 'LOG_LEVEL']) {
      assertFindings('template.yaml', worker('Worker', variable), about);
    }
  });

  test('is not asked of a database that is restored with the key of its source', () => {
    const text = `Resources:
  Cluster:
    Type: AWS::Neptune::DBCluster
    Properties:
      SnapshotIdentifier: orders
`;
    assertFindings('template.yaml', text, /^neptune-(kms|storage)/);
  });
});
