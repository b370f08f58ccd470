import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';

/** A template with one resource. */
function template(type: string, properties: object, parameters = {}): string {
  return JSON.stringify(
    { Parameters: parameters, Resources: { One: { Type: type, Properties: properties } } },
    null,
    2,
  );
}

/** A Terraform configuration with one resource. */
function configuration(type: string, attributes: object): string {
  return JSON.stringify({ resource: { [type]: { one: attributes } } }, null, 2);
}

function findings(rule: string, path: string, text: string) {
  return checkText(path, text).findings.filter((finding) => finding.rule === rule);
}

function inTemplate(rule: string, ...of: Parameters<typeof template>): number {
  return findings(rule, 'template.json', template(...of)).length;
}

function inTerraform(rule: string, ...of: Parameters<typeof configuration>): number {
  return findings(rule, 'main.tf.json', configuration(...of)).length;
}

/** The properties of the resource after the fix. */
function mended(rule: string, type: string, properties: object) {
  return JSON.parse(fixed('template.json', template(type, properties), rule)).Resources.One.Properties;
}

/** The attributes of the resource after the fix. */
function mendedTerraform(rule: string, type: string, attributes: object) {
  return JSON.parse(fixed('main.tf.json', configuration(type, attributes), rule)).resource[type].one;
}

describe('A key of one’s own', () => {
  const group = (key?: unknown) => inTemplate('log-group-kms-key', 'AWS::Logs::LogGroup', { KmsKeyId: key });

  test('is none that AWS manages, by its alias or the ARN of that', () => {
    assert.equal(group(), 1);
    for (const key of ['alias/aws/logs', 'arn:aws:kms:eu-west-1:111122223333:alias/aws/logs', '']) {
      assert.equal(group(key), 1, key);
    }
    for (const key of ['alias/logs', 'arn:aws:kms:eu-west-1:111122223333:alias/awslogs', { Ref: 'LogKey' }]) {
      assert.equal(group(key), 0, JSON.stringify(key));
    }
  });

  test('may come from a parameter, whose default counts', () => {
    const type = 'AWS::Logs::LogGroup';
    const key = { KmsKeyId: { Ref: 'Key' } };
    assert.equal(inTemplate('log-group-kms-key', type, key, { Key: { Type: 'String' } }), 0);
    const managed = { Key: { Type: 'String', Default: 'alias/aws/logs' } };
    assert.equal(inTemplate('log-group-kms-key', type, key, managed), 1);
  });

  test('takes the place of one that AWS manages', () => {
    const { KmsKeyId } = mended('log-group-kms-key', 'AWS::Logs::LogGroup', { KmsKeyId: 'alias/aws/logs' });
    assert.deepEqual(KmsKeyId, { Ref: 'LogGroupKeyArn' });
  });

  test('comes with what makes it count', () => {
    const repository = (encryption: object) =>
      mended('ecr-repository-kms-key', 'AWS::ECR::Repository', { EncryptionConfiguration: encryption })
        .EncryptionConfiguration;
    const KmsKey = { Ref: 'RepositoryKeyArn' };
    assert.deepEqual(repository({ EncryptionType: 'AES256' }), { EncryptionType: 'KMS', KmsKey });
    assert.deepEqual(repository({ EncryptionType: 'KMS_DSSE' }), { EncryptionType: 'KMS_DSSE', KmsKey });
    const table = mended('dynamodb-table-kms-key', 'AWS::DynamoDB::Table', { TableName: 'orders' });
    assert.deepEqual(table.SSESpecification, { SSEEnabled: true, KMSMasterKeyId: { Ref: 'TableKeyArn' } });
  });

  test('comes in Terraform with a block that Terraform takes', () => {
    const keyspaces = mendedTerraform('keyspaces-table-kms-key', 'aws_keyspaces_table', { table_name: 'orders' });
    assert.deepEqual(keyspaces.encryption_specification, {
      type: 'CUSTOMER_MANAGED_KMS_KEY',
      kms_key_identifier: '${var.table_key_arn}',
    });
  });
});

describe('Keys of volumes', () => {
  const rule = 'ebs-volume-kms-key';
  const volume = (properties: object) => inTemplate(rule, 'AWS::EC2::Volume', properties);

  test('are asked for where a new volume says that it is encrypted', () => {
    assert.equal(volume({ Encrypted: true }), 1);
    for (const properties of [{}, { Encrypted: false }]) assert.equal(volume(properties), 0);
    assert.equal(volume({ Encrypted: true, KmsKeyId: 'alias/data' }), 0);
    assert.equal(volume({ Encrypted: true, SnapshotId: 'snap-0123456789abcdef0' }), 0);
  });
});

describe('Volumes that machines start with', () => {
  const devices = (...encrypted: (boolean | undefined)[]) =>
    encrypted.map((Encrypted, index) => ({ DeviceName: `/dev/sd${'fgh'[index]}`, Ebs: { Encrypted } }));

  test('are found wherever one says that it is not encrypted', () => {
    const mappings = [...devices(false, true, undefined), { DeviceName: '/dev/sdi', VirtualName: 'ephemeral0' }];
    const places: readonly [string, string, object][] = [
      ['ec2-instance-volumes-encrypted', 'AWS::EC2::Instance', { BlockDeviceMappings: mappings }],
      [
        'launch-configuration-volumes-encrypted',
        'AWS::AutoScaling::LaunchConfiguration',
        { BlockDeviceMappings: mappings },
      ],
      [
        'launch-template-volumes-encrypted',
        'AWS::EC2::LaunchTemplate',
        { LaunchTemplateData: { BlockDeviceMappings: mappings } },
      ],
    ];
    for (const [rule, type, properties] of places) assert.equal(inTemplate(rule, type, properties), 1, rule);
  });

  test('are left to the account where nothing is said', () => {
    for (const mappings of [undefined, [], devices(undefined)]) {
      const properties = { BlockDeviceMappings: mappings };
      assert.equal(inTemplate('ec2-instance-volumes-encrypted', 'AWS::EC2::Instance', properties), 0);
    }
    assert.equal(inTerraform('ec2-instance-volumes-encrypted', 'aws_instance', { ami: 'ami-1' }), 0);
  });

  test('are in Terraform the one to boot from and the others', () => {
    const attributes = {
      root_block_device: { encrypted: false },
      ebs_block_device: [{ device_name: '/dev/sdf', encrypted: false }, { device_name: '/dev/sdg' }],
    };
    assert.equal(inTerraform('ec2-instance-volumes-encrypted', 'aws_instance', attributes), 2);
    assert.equal(inTerraform('launch-configuration-volumes-encrypted', 'aws_launch_configuration', attributes), 2);
    const template = { block_device_mappings: [{ ebs: { encrypted: 'false' } }, { ebs: { encrypted: true } }] };
    assert.equal(inTerraform('launch-template-volumes-encrypted', 'aws_launch_template', template), 1);
  });
});

describe('Rules on keys say nothing', () => {
  test('of brokers that take none', () => {
    const broker = (EngineType: string) => inTemplate('mq-kms-key', 'AWS::AmazonMQ::Broker', { EngineType });
    assert.equal(broker('ACTIVEMQ'), 1);
    assert.equal(broker('RabbitMQ'), 0);
  });

  test('of builds that hand their artifacts to a pipeline', () => {
    const build = (Type: string) =>
      inTemplate('codebuild-artifacts-encrypted', 'AWS::CodeBuild::Project', {
        Artifacts: { Type, EncryptionDisabled: true },
      });
    assert.equal(build('S3'), 1);
    assert.equal(build('CODEPIPELINE'), 0);
  });

  test('of pipelines over several Regions, each of which needs a key of its own', () => {
    const rule = 'codepipeline-kms-key';
    const stores = [{ Region: 'eu-west-1', ArtifactStore: { Type: 'S3', Location: 'artifacts' } }];
    assert.equal(inTemplate(rule, 'AWS::CodePipeline::Pipeline', { ArtifactStores: stores }), 0);
    assert.equal(inTemplate(rule, 'AWS::CodePipeline::Pipeline', { ArtifactStore: { Type: 'S3' } }), 1);
    const store = { location: 'artifacts', type: 'S3' };
    assert.equal(inTerraform(rule, 'aws_codepipeline', { artifact_store: [store] }), 1);
    const regional = [
      { ...store, region: 'eu-west-1' },
      { ...store, region: 'eu-central-1' },
    ];
    assert.equal(inTerraform(rule, 'aws_codepipeline', { artifact_store: regional }), 0);
  });

  test('of clusters that do not speak of sessions', () => {
    const cluster = (Configuration?: object) => inTemplate('ecs-exec-kms-key', 'AWS::ECS::Cluster', { Configuration });
    assert.equal(cluster(), 0);
    assert.equal(cluster({ ManagedStorageConfiguration: { KmsKeyId: 'alias/storage' } }), 0);
    assert.equal(cluster({ ExecuteCommandConfiguration: { Logging: 'DEFAULT' } }), 1);
  });

  test('of clusters that are restored with the key of their snapshot', () => {
    const rule = 'docdb-kms-key';
    const properties = { StorageEncrypted: true, SnapshotIdentifier: 'orders-2026' };
    assert.equal(inTemplate(rule, 'AWS::DocDB::DBCluster', properties), 0);
    assert.equal(inTemplate(rule, 'AWS::DocDB::DBCluster', { StorageEncrypted: true }), 1);
  });

  test('of copies that say nothing of encryption', () => {
    const policy = (...rules: object[]) => ({
      PolicyDetails: { Schedules: [{ Name: 'daily', CrossRegionCopyRules: rules }] },
    });
    const type = 'AWS::DLM::LifecyclePolicy';
    assert.equal(inTemplate('dlm-copies-kms-key', type, policy()), 0);
    assert.equal(inTemplate('dlm-copies-kms-key', type, policy({})), 0);
    assert.equal(inTemplate('dlm-copies-kms-key', type, policy({ Encrypted: true })), 1);
    assert.equal(inTemplate('dlm-copies-encrypted', type, policy({ Encrypted: true }, { Encrypted: false })), 1);
  });
});

describe('dynamodb-global-table-kms-key', () => {
  test('is told once a table, and leaves the keys of its Regions to the user', () => {
    const text = template('AWS::DynamoDB::GlobalTable', {
      Replicas: [{ Region: 'eu-west-1' }, { Region: 'eu-central-1' }],
    });
    const checked = checkText('template.json', text);
    const own = checked.findings.filter(({ rule }) => rule === 'dynamodb-global-table-kms-key');
    assert.equal(own.length, 1);
    assert.deepEqual(
      own.flatMap((finding) => fixesFor(checked, finding)),
      [],
    );
  });
});
