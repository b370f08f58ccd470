import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Hover, MarkupContent } from 'vscode-languageserver/node';
import type { FakeEditor } from '../support/protocolClient';
import { databaseRange, openDatabase, withEditor } from './documents';

/** The hover at the end of the first place where a text stands in a document. */
async function hoverAfter(editor: FakeEditor, path: string, text: string, mark: string): Promise<Hover | null> {
  editor.open(path, text);
  await editor.diagnostics(path);
  const before = text.slice(0, text.indexOf(mark) + mark.length).split('\n');
  return editor.hover(path, { line: before.length - 1, character: (before.at(-1) ?? '').length });
}

/** The markdown of that hover. */
async function wordsAfter(editor: FakeEditor, path: string, text: string, mark: string): Promise<string> {
  const hover = await hoverAfter(editor, path, text, mark);
  assert.ok(hover && MarkupContent.is(hover.contents), `there is no hover after ${mark}`);
  return hover.contents.value;
}

const template = `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageEncrypted: true
      BackupRetentionPeriod: !ImportValue retention
`;

/** A database in each format, with the text that its name ends with and what it is told to be. */
const documents = [
  { path: 'template.yaml', text: template, mark: 'Orders', encrypted: '`StorageEncrypted` is true' },
  {
    path: 'template.json',
    text: '{ "Resources": { "Orders": { "Type": "AWS::RDS::DBInstance", "Properties": { "StorageEncrypted": true } } } }',
    mark: 'Orders',
    encrypted: '`StorageEncrypted` is true',
  },
  {
    path: 'main.tf.json',
    text: '{ "resource": { "aws_db_instance": { "Orders": { "storage_encrypted": true } } } }',
    mark: 'Orders',
    encrypted: '`storage_encrypted` is true',
  },
  {
    path: 'plan.json',
    text: JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_db_instance.Orders',
              mode: 'managed',
              type: 'aws_db_instance',
              name: 'Orders',
              values: { storage_encrypted: true },
            },
          ],
        },
      },
    }),
    mark: 'aws_db_instance.Orders',
    encrypted: '`storage_encrypted` is true',
  },
];

for (const { path, text, mark, encrypted } of documents) {
  test(`in ${path} the name of a resource tells how its document protects it`, () =>
    withEditor('in process', {}, async (editor) => {
      const words = await wordsAfter(editor, path, text, mark);
      assert.match(words, /^\*\*RDS database instance\*\* `Orders`\n/);
      assert.ok(words.includes(`✓ **Encrypted at rest**: yes: ${encrypted}, with an AWS managed key`), words);
      assert.match(words, /\*\*Backed up\*\*: /);
    }));
}

test('the type of a resource tells the same as its name, and its other lines nothing', () =>
  withEditor('in process', {}, async (editor) => {
    const byName = await wordsAfter(editor, 'template.yaml', template, 'Orders');
    assert.match(byName, /\? \*\*Backed up\*\*: unknown: `BackupRetentionPeriod`/);
    assert.ok(
      byName.startsWith((await wordsAfter(editor, 'template.yaml', template, 'AWS::RDS')).split('\n---')[0] ?? '?'),
    );
    assert.equal(await hoverAfter(editor, 'template.yaml', template, 'Engine'), null);
  }));

test('in Terraform the type tells of its only resource, and of several nothing', () =>
  withEditor('in process', {}, async (editor) => {
    for (const { path, text } of documents.filter(({ text }) => text.includes('aws_db_instance'))) {
      const atType = text.includes('"type"') ? '"type":"aws_db' : '"aws_db';
      assert.match(await wordsAfter(editor, path, text, atType), /^\*\*RDS database instance\*\* `Orders`\n/);
    }
    const two = '{ "resource": { "aws_db_instance": { "Orders": {}, "Returns": {} } } }';
    assert.equal(await hoverAfter(editor, 'two.tf.json', two, '"aws_db'), null);
  }));

test('a default comes with its date and the page that says so', () =>
  withEditor('in process', {}, async (editor) => {
    const words = await wordsAfter(editor, 'a.yaml', 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n', 'Data');
    assert.match(words, /by default since 2023-01-05, with a key that the service keeps · \[AWS\]\(https:/);
    assert.match(words, /✓ \*\*Public\*\*: no by default since 2023-04 · \[/);
  }));

test('of what holds data each question is answered or said to be unknown, and of the rest none is made up', () =>
  withEditor('in process', {}, async (editor) => {
    const volume = 'Resources:\n  Data:\n    Type: AWS::EC2::Volume\n    Properties: { Encrypted: true }\n';
    const words = await wordsAfter(editor, 'a.yaml', volume, 'Data');
    const unknown = ['Encrypted in transit', 'Logged', 'Public', 'Backed up'].map((one) => `**${one}**`).join(', ');
    assert.ok(words.includes(`? ${unknown}: unknown: the document does not tell`), words);
    const key = 'Resources:\n  Key:\n    Type: AWS::KMS::Key\n';
    assert.doesNotMatch(await wordsAfter(editor, 'b.yaml', key, 'Key'), /\*\*(Encrypted|Logged|Backed)/);
  }));

test('the name of a resource that has findings explains each of them once, and says what they share once', () =>
  withEditor('in process', {}, async (editor) => {
    const text = 'Resources:\n  Wide:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: postgres }\n';
    const words = await wordsAfter(editor, 'a.yaml', text, 'Wide');
    const told = (await editor.diagnostics('a.yaml')).map(({ code }) => String(code));
    assert.ok(told.length > 1);
    for (const rule of told) assert.equal(words.split(`**\`${rule}\`**: `).length, 2, `${rule} in\n${words}`);
    const recommended = words.match(/AWS recommends: .*/g) ?? [];
    assert.equal(new Set(recommended).size, recommended.length, words);
  }));

test('a squiggle tells the ids of the same check elsewhere, each check of several packs once', () =>
  withEditor('in process', {}, async (editor) => {
    editor.open('template.yaml', openDatabase);
    await editor.diagnostics('template.yaml');
    const hover = await editor.hover('template.yaml', databaseRange.start);
    assert.ok(hover && MarkupContent.is(hover.contents));
    const [last = ''] = hover.contents.value.split('\n').slice(-1);
    assert.match(last, /^The same check elsewhere: Checkov `CKV_AWS_16`; Trivy `AWS-0080`; cdk-nag /);
    assert.equal(last.match(/RDSStorageEncrypted/g)?.length, 1, last);
    assert.match(
      hover.contents.value,
      /Quick fix: Set StorageEncrypted to true\. The update \*\*replaces the resource\*\*/,
    );
  }));

test('a resource of End User Messaging tells what its pages say, without a squiggle', () =>
  withEditor('in process', {}, async (editor) => {
    const text = 'Resources:\n  Number:\n    Type: AWS::SMSVOICE::OptOutList\n';
    const words = await wordsAfter(editor, 'sms.yaml', text, 'Number');
    assert.match(words, /^\*\*SMS opt-out list\*\* `Number`\n/);
    assert.match(words, /keys that AWS owns and rotates; a key of your own cannot be used · \[AWS\]\(https:/);
  }));

test('a resource that the catalogue does not know has no hover', () =>
  withEditor('in process', {}, async (editor) => {
    const text = 'Resources:\n  Wait:\n    Type: AWS::CloudFormation::WaitConditionHandle\n';
    assert.equal(await hoverAfter(editor, 'wait.yaml', text, 'Wait:'), null);
  }));

test('what SAM makes of a resource, and of a part of one, is told at its name', () =>
  withEditor('in process', {}, async (editor) => {
    const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: flow.asl.json }
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig: { AuthType: AWS_IAM }
`;
    assert.match(await wordsAfter(editor, 'template.yaml', text, '  Flow'), /^\*\*State machine\*\* `Flow`/);
    assert.match(await wordsAfter(editor, 'again.yaml', text, 'FunctionUrlConfig'), /^\*\*Lambda function URL\*\*/);
    assert.match(await wordsAfter(editor, 'more.yaml', text, '  Hello'), /^\*\*Lambda function\*\*/);
  }));
