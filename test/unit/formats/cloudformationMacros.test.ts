import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { cloudFormation } from '../../../server/src/formats/cloudformation';
import { unitOf } from '../../../tools/examples';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}';
const custom = 'Fn::Transform: {Name: Mine}';
const about = /^rds-(?:storage-encrypted|public-access)$/;

function database(properties: string, more = ''): string {
  return `Resources:\n  ${more}\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      ${properties}\n`;
}

test('what is included may be anything that is missing beside it, and nothing that is written there', () => {
  assertFindings('t.yaml', database(`PubliclyAccessible: ⟦rds-public-access|true⟧\n      ${include}`), about);
  assertFindings('t.yaml', database(include), about);
});

test('a macro may write everything beside it, and nothing elsewhere', () => {
  assertFindings('t.yaml', database(`PubliclyAccessible: true\n      ${custom}`), about);
  const tags = `Tags:\n        ${custom}\n      PubliclyAccessible: ⟦rds-public-access|true⟧\n      StorageEncrypted: true`;
  assertFindings('t.yaml', database(tags), about);
});

test('what is included among resources makes other resources unknown, a macro there makes all of them so', () => {
  const complete = (more: string) => {
    const { complete, resources } = cloudFormation.lower(unitOf('t.yaml', database('Engine: mysql', more)));
    return [complete, ...resources.map((resource) => resource.incomplete)];
  };
  assert.deepEqual(complete(''), [true, false]);
  assert.deepEqual(complete(include), [false, false]);
  assert.deepEqual(complete(custom), [false, true]);
});

test('a macro over the whole template makes everything that is missing unknown', () => {
  const found = database('Engine: mysql').replace('Db:', '⟦rds-storage-encrypted|Db⟧:');
  assertFindings('t.yaml', `Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}\n${found}`, about);
  assertFindings('t.yaml', `Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]\n${found}`, about);
  assertFindings('t.yaml', `Transform: [AWS::LanguageExtensions, Mine]\n${database('Engine: mysql')}`, about);
});

test('a policy that is made into text is read, and mended where it is written', () => {
  const statement = (effect: string, more: string) =>
    `            - Effect: ${effect}\n              Principal: "*"\n              Action: s3:*\n              Resource: "*"\n${more}`;
  const policy = (key: string, statements: string) =>
    `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n  Policy:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !Ref Bucket\n      PolicyDocument:\n        Fn::ToJsonString:\n          ${key}:\n${statements}`;
  const secure = '              Condition: {Bool: {aws:SecureTransport: false}}\n';
  assertFindings('t.yaml', policy('Statement', statement('Deny', secure)), /^s3-bucket-tls-only$/);
  const marked = policy('⟦s3-bucket-tls-only|Statement⟧', statement('Allow', ''));
  const checked = checkText('t.yaml', assertFindings('t.yaml', marked, /^s3-bucket-tls-only$/));
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.ok(finding && fix);
  proveFix(checked, finding, fix);
});

test('attributes beside the properties disturb nothing', () => {
  const text = database('StorageEncrypted: true\n      PubliclyAccessible: false').replace(
    '    Properties',
    '    DeletionPolicy: Retain\n    UpdateReplacePolicy: !Ref AWS::NoValue\n    DependsOn: Other\n    Properties',
  );
  assertFindings('t.yaml', text, about);
});

test('an item of a list that a condition takes away is missing nothing', () => {
  const text = (item: string) =>
    `Conditions:\n  C: !Equals [!Ref AWS::Region, a]\nResources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - ${item}\n`;
  const rule = /^s3-bucket-kms-key$/;
  const encryption = '{ServerSideEncryptionByDefault: {SSEAlgorithm: ALGORITHM}}';
  const right = encryption.replace('ALGORITHM', 'aws:kms, KMSMasterKeyID: alias/mine');
  const wrong = encryption.replace('ALGORITHM', '⟦s3-bucket-kms-key|AES256⟧');
  assertFindings('t.yaml', text(`!If [C, ${right}, !Ref AWS::NoValue]`), rule);
  assertFindings('t.yaml', text(`!If [C, ${wrong}, !Ref AWS::NoValue]`), rule);
  assertFindings('t.yaml', text('!Ref AWS::NoValue').replace('  Bucket:', '  ⟦s3-bucket-kms-key|Bucket⟧:'), rule);
});
