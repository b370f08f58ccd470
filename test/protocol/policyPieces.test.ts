import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursor, inEditor } from '../support/completions';
import { hoverIn } from '../support/hovers';
import { colouredWords } from '../support/semanticTokens';

const path = 'template.json';

const join = (separator: string, ...pieces: unknown[]) => ({ 'Fn::Join': [separator, pieces] });
const ref = (name: string) => ({ Ref: name });

/** A template as the CDK writes it, with one statement and other sections. */
function template(statement: object, more: object = {}): string {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  const properties = { PolicyName: 'Policy', PolicyDocument: document };
  const resources = { Policy: { Type: 'AWS::IAM::RolePolicy', Properties: properties } };
  return JSON.stringify({ ...more, Resources: resources }, null, 1);
}

/** The coloured words of a template. */
function wordsOf(text: string, file = path): Promise<string[]> {
  return inEditor((editor) => {
    editor.open(file, text);
    return colouredWords(editor, file);
  });
}

test('the pieces of a joined text are coloured as what they are in the whole', async () => {
  const resource = join('', 'arn:', ref('AWS::Partition'), ':s3:::reports-', ref('AWS::AccountId'), '/*');
  const principal = { AWS: join('', 'arn:', ref('AWS::Partition'), ':iam::111122223333:root') };
  const text = template({ Action: join(':', 's3', 'Get*'), Resource: resource, Principal: principal });
  assert.deepEqual(await wordsOf(text), [
    'namespace :',
    'namespace s3',
    'method Get',
    'policyWildcard *',
    'variable arn:',
    'variable :s3:::reports-',
    'variable /',
    'policyWildcard *',
    'variable arn:',
    'variable :iam::111122223333:root',
  ]);
});

test('a joined text may be made of joined, chosen and split ones, and of what a parameter holds', async () => {
  const inner = join('', 'reports', '/*');
  const split = { 'Fn::Select': [1, { 'Fn::Split': ['|', 'Put|Get'] }] };
  const text = template(
    {
      Action: join('', 's3:', split, 'Object'),
      Resource: [join('', 'arn:aws:s3:::', inner), { 'Fn::Join': ['/', ref('Names')] }],
    },
    { Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'arn:aws:s3:::logs, *' } } },
  );
  assert.deepEqual(await wordsOf(text), [
    'variable arn:aws:s3:::logs',
    'policyWildcard *',
    'namespace s3:',
    'method Get',
    'method Object',
    'variable arn:aws:s3:::',
    'variable reports',
    'variable /',
    'policyWildcard *',
    'variable /',
  ]);
});

test('what a map gives a substituted text is coloured where it stands', async () => {
  const map = { Bucket: 'reports-*', Part: ref('AWS::Partition') };
  const text = template({ Action: '*', Resource: { 'Fn::Sub': ['arn:${Part}:s3:::${Bucket}/a?', map] } });
  assert.deepEqual(await wordsOf(text), [
    'policyWildcard *',
    'variable arn:',
    'variable :s3:::',
    'variable /a',
    'policyWildcard ?',
    'variable reports-',
    'policyWildcard *',
  ]);
});

test('the pieces of a joined text are coloured in the short form, in block style and through escapes', async () => {
  const text = `Resources:
  Policy:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: !Join [":", [s3, "\\u0050ut*"]]
            Resource: !Join
              - ''
              - - 'arn:'
                - !Ref AWS::Partition
                - :s3:::reports/*
`;
  assert.deepEqual(await wordsOf(text, 'template.yaml'), [
    'namespace :',
    'namespace s3',
    'method \\u0050ut',
    'policyWildcard *',
    'variable arn:',
    'variable :s3:::reports/',
    'policyWildcard *',
  ]);
});

test('a hover on a piece of a joined action tells of the whole action', async () => {
  const statement = { Action: join(':', 's3', `GetOb${cursor}ject`), Resource: 'arn:aws:s3:::reports/*' };
  const hover = (await hoverIn(path, template(statement))) ?? assert.fail('there is no hover');
  assert.equal(hover.about, 'GetObject');
  assert.match(hover.words, /^\*\*`s3:GetObject`\*\*: get object/m);
});

test('a hover on a piece of the joined name of an endpoint service tells of the service', async () => {
  const name = join('', 'com.amazonaws.', ref('AWS::Region'), `.sms${cursor}-voice`);
  const endpoint = { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: 'vpc-1', ServiceName: name } };
  const hover = await hoverIn(path, JSON.stringify({ Resources: { Endpoint: endpoint } }, null, 1));
  assert.match(hover?.words ?? '', /sms-voice/);
});

test('a hover on a piece that is not known yet tells nothing of the action', async () => {
  const statement = { Action: join('', 's3:', ref(`AWS::${cursor}StackName`)), Resource: 'arn:aws:s3:::reports/*' };
  assert.equal(await hoverIn(path, template(statement)), undefined);
});
