import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { cloudFormation } from '../../../server/src/formats/cloudformation';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { unitOf } from '../../../tools/examples';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^ebs-volume-encrypted$/;

/** Volumes made by a loop over a collection. */
function volumes(collection: string, encrypted: string, name = 'Volume${Name}'): string {
  const body = `    - ${name}:\n        Type: AWS::EC2::Volume\n        Properties:\n          Encrypted: ${encrypted}\n`;
  return `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Volumes:\n    - Name\n    - ${collection}\n${body}`;
}

/** The addresses of a template's resources, and whether there can be no others. */
function made(text: string): { resources: string[]; complete: boolean } {
  const { resources, complete } = cloudFormation.lower(unitOf('t.yaml', text));
  return { resources: resources.map((resource) => resource.address), complete };
}

test('a loop makes a resource of each item', () => {
  assert.deepEqual(made(volumes('[A, B]', 'true')), { resources: ['VolumeA', 'VolumeB'], complete: true });
  assert.deepEqual(made(volumes('[a-1]', 'true', 'Volume&{Name}')), { resources: ['Volumea1'], complete: true });
  const inner =
    '    - Fn::ForEach::Inner:\n        - Size\n        - [1, 2]\n        - V${Name}${Size}: {Type: AWS::EC2::Volume}\n';
  const nested = `Resources:\n  Fn::ForEach::Outer:\n    - Name\n    - [A, B]\n${inner}`;
  assert.deepEqual(made(nested), { resources: ['VA1', 'VA2', 'VB1', 'VB2'], complete: true });
});

test('a template whose loops go over what is not known is not complete', () => {
  const parameter = (more: string) => `Parameters:\n  Names: {Type: CommaDelimitedList${more}}\n`;
  assert.deepEqual(made(volumes('!Ref Names', 'true') + parameter('')), { resources: [], complete: false });
  const byDefault = volumes('!Ref Names', 'true') + parameter(', Default: "A, B"');
  assert.deepEqual(made(byDefault), { resources: ['VolumeA', 'VolumeB'], complete: false });
  assert.deepEqual(made(volumes('!GetAZs ""', 'true')), { resources: [], complete: false });
  assert.deepEqual(made(volumes('', 'true')), { resources: [], complete: false });
});

test('loops that would make more than anybody deploys are not followed', () => {
  const many = `[${Array.from({ length: 1100 }, (_, i) => i).join(', ')}]`;
  assert.deepEqual(made(volumes(many, 'true')), { resources: [], complete: false });
  const loops = (depth: number): string =>
    depth === 0
      ? 'V: {Type: AWS::EC2::Volume}'
      : `Fn::ForEach::L${depth}: [X${depth}, [${many.slice(1, 200)}], {${loops(depth - 1)}}]`;
  assert.deepEqual(made(`Resources: {${loops(5)}}\n`), { resources: [], complete: false });
});

test('what is wrong in the body of a loop is found once, and mended there', () => {
  const text = assertFindings('t.yaml', volumes('[A, B]', '⟦ebs-volume-encrypted|false⟧'), about);
  const checked = checkText('t.yaml', text);
  const finding = checked.findings.find((one) => about.test(one.rule));
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.ok(fix);
  assert.equal(applyEdits(text, fix.edits), text.replace('false', 'true'));
});

test('what is missing in the body of a loop is found on its key, and mended there', () => {
  const body =
    '    - ⟦rds-storage-encrypted|Db${Name}⟧:\n        Type: AWS::RDS::DBInstance\n        Properties:\n          Engine: mysql\n';
  const marked = `Resources:\n  Fn::ForEach::Dbs:\n    - Name\n    - [A, B]\n${body}`;
  const text = assertFindings('t.yaml', marked, /^rds-storage-encrypted$/);
  const checked = checkText('t.yaml', text);
  const finding = checked.findings.find((one) => one.rule === 'rds-storage-encrypted');
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.ok(fix);
  assert.equal(applyEdits(text, fix.edits), `${text}          StorageEncrypted: true\n`);
});

test('a fix that would name a resource of a loop, or stand beside it once, is not offered', () => {
  const body = '    - Bucket${Name}:\n        Type: AWS::S3::Bucket\n';
  const checked = checkText('t.yaml', `Resources:\n  Fn::ForEach::Buckets:\n    - Name\n    - [A, B]\n${body}`);
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
});

test('an identifier stands for its item wherever it is', () => {
  const item = '!Ref ⟦ebs-volume-encrypted|Name⟧';
  assertFindings('t.yaml', volumes('[true, false]', item), about);
  assertFindings('t.yaml', volumes('[true]', '!Ref Name'), about);
  assertFindings('t.yaml', volumes('[true]', '!Sub "${Name}"'), about);
  assertFindings(
    't.yaml',
    volumes('[A]', '!FindInMap [M, !Ref Name, Encrypted]') +
      'Mappings:\n  M:\n    A: {Encrypted: true}\n    B: {Encrypted: false}\n',
    about,
  );
});

test('a parameter that the body of a loop uses is told to be used there once', () => {
  const parameter = 'Parameters:\n  P: {Type: String, Default: ⟦ebs-volume-encrypted|false⟧}\n';
  const text = assertFindings('t.yaml', volumes('[A, B]', '!Ref P') + parameter, about);
  assert.equal(checkText('t.yaml', text).findings.find((one) => about.test(one.rule))?.related?.length, 1);
});

test('what the body of a loop accepts is accepted for all it makes', () => {
  const ignore = 'Metadata: {DataProtection: {Ignore: [{Rule: ebs-volume-encrypted, Reason: scratch space}]}}';
  assertFindings('t.yaml', volumes('[A, B]', `false\n        ${ignore}`), about);
});

test('resources of loops refer to each other by their computed names', () => {
  const bucket =
    '    - Bucket${Name}:\n        Type: AWS::S3::Bucket\n      Policy${Name}:\n        Type: AWS::S3::BucketPolicy\n        Properties:\n          Bucket: REFERENCE\n          PolicyDocument:\n            Statement:\n              - {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: {Bool: {aws:SecureTransport: false}}}\n';
  const text = `Resources:\n  Fn::ForEach::Buckets:\n    - Name\n    - [A, B]\n${bucket}`;
  for (const reference of [
    '!Ref Bucket${Name}',
    '{Ref: !Sub "Bucket${Name}"}',
    '!Select [5, !Split [":", {Fn::GetAtt: [!Sub "Bucket${Name}", Arn]}]]',
  ]) {
    assertFindings('t.yaml', text.replace('REFERENCE', reference), /^s3-bucket-tls-only$/);
  }
});

test('loops make conditions and properties, too', () => {
  const conditions =
    'Parameters:\n  P: {Type: String}\nConditions:\n  Fn::ForEach::Cs:\n    - C\n    - [A, B]\n    - Is${C}: !Equals [!Ref P, !Ref C]\n';
  const volume = (encrypted: string) =>
    `Resources:\n  V:\n    Type: AWS::EC2::Volume\n    Condition: IsA\n    Properties:\n      ${encrypted}\n`;
  assertFindings('t.yaml', conditions + volume('Encrypted: !If [IsB, false, true]'), about);
  const property = (items: string, value: string) => volume(`Fn::ForEach::Ps: [K, ${items}, {"\${K}": ${value}}]`);
  assertFindings('t.yaml', property('[Encrypted]', '⟦ebs-volume-encrypted|false⟧'), about);
  assertFindings('t.yaml', property('[Encrypted]', 'true'), about);
  assertFindings('t.yaml', property('!GetAZs ""', 'false'), about);
});
