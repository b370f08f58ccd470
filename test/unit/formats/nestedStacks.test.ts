import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mentions } from '../../../server/src/model/value';
import { assertFileFindings, checkFile, fixedFile } from '../../support/files';

const databases = `Parameters:
  Encrypted:
    Type: String
  Backups:
    Type: Number
    Default: 7
Conditions:
  Public: !Equals [!Ref Encrypted, 'false']
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      StorageEncrypted: !Ref Encrypted
      BackupRetentionPeriod: !Ref Backups
      PubliclyAccessible: !If [Public, true, false]
Outputs:
  Name:
    Value: !Ref Database
`;

const stack = (parameters: string) => `Parameters:
  Protect:
    Type: String
    Default: 'true'
Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./databases.yaml
      Parameters:
${parameters.replace(/^/gm, '        ')}
`;

const rules = ['rds-storage-encrypted', 'rds-backup-retention', 'rds-public-access'];

async function assertStack(parameters: string): Promise<void> {
  await assertFileFindings(
    { '/w/main.yaml': stack(parameters), '/w/databases.yaml': databases },
    '/w/main.yaml',
    rules,
  );
}

describe('what a template passes to one that it nests', () => {
  test('is right, and nothing is found', async () => {
    await assertStack("Encrypted: 'true'");
  });

  test('is found where it is passed, and nowhere else', async () => {
    await assertStack("Encrypted: '⟦rds-storage-encrypted|false⟧'\nBackups: ⟦rds-backup-retention|0⟧");
  });

  test('is followed through the parameters of the outer template', async () => {
    await assertStack('Encrypted: !Ref Protect');
    const outer = stack('Encrypted: !Ref Protect').replace(
      "Default: 'true'",
      "Default: '⟦rds-storage-encrypted|false⟧'",
    );
    await assertFileFindings({ '/w/main.yaml': outer, '/w/databases.yaml': databases }, '/w/main.yaml', rules);
  });

  test('is unknown, and nothing is found', async () => {
    await assertStack('Encrypted: !ImportValue encrypted');
  });

  test('is mended where it is passed', async () => {
    const texts = { '/w/main.yaml': stack("Encrypted: 'false' # for now"), '/w/databases.yaml': databases };
    const fixed = await fixedFile(texts, '/w/main.yaml', 'rds-storage-encrypted');
    assert.equal(fixed, stack("Encrypted: 'true' # for now"));
  });
});

describe('a nested template', () => {
  test('is read for each stack of it, with what that is given', async () => {
    const twice = `Resources:
  One:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: databases.yaml
      Parameters: {Encrypted: true}
  Two:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: databases.yaml
      Parameters: {Encrypted: ⟦rds-storage-encrypted|false⟧}
`;
    await assertFileFindings({ '/w/main.yaml': twice, '/w/databases.yaml': databases }, '/w/main.yaml', rules);
  });

  test('that nests itself comes to an end', async () => {
    const endless = stack("Encrypted: 'true'").replace('databases.yaml', 'main.yaml');
    const { model } = await checkFile({ '/w/main.yaml': endless }, '/w/main.yaml');
    assert.ok(model.resources.length < 20);
  });

  test('may hold what protects a resource of the outer one', async () => {
    const main = `Resources:
  Logs:
    Type: AWS::S3::Bucket
  Guard:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./policy.yaml
      Parameters:
        Bucket: !Ref Logs
`;
    const policy = `Parameters:
  Bucket:
    Type: String
Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: [!Sub 'arn:aws:s3:::\${Bucket}', !Sub 'arn:aws:s3:::\${Bucket}/*']
            Condition: {Bool: {aws:SecureTransport: false}}
`;
    const tls = ['s3-bucket-tls-only'];
    await assertFileFindings({ '/w/main.yaml': main, '/w/policy.yaml': policy }, '/w/main.yaml', tls);
    const without = policy.replace('BucketPolicy', 'AccessPoint');
    const marked = main.replace('  Logs:', '  ⟦s3-bucket-tls-only|Logs⟧:');
    await assertFileFindings({ '/w/main.yaml': marked, '/w/policy.yaml': without }, '/w/main.yaml', tls);
  });

  test('may hold what a resource of the outer one protects, by an output', async () => {
    const main = `Resources:
  Storage:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./bucket.yaml
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !GetAtt Storage.Outputs.Name
      PolicyDocument: {Statement: []}
`;
    const bucket = `Resources:
  Logs:
    Type: AWS::S3::Bucket
Outputs:
  Name:
    Value: !Ref Logs
`;
    const { model } = await checkFile({ '/w/main.yaml': main, '/w/bucket.yaml': bucket }, '/w/main.yaml');
    const policy = model.resources.find(({ address }) => address === 'Policy');
    assert.deepEqual(policy && mentions(policy.properties), ['Storage.Logs']);
  });
});
