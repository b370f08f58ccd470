import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverIn } from '../support/hovers';

const statement = (more: string) =>
  `{ "Effect": "Allow", "Resource": "arn:aws:s3:::orders/*", "Action": "s3:ListBucket"${more} }`;
const policy = (more: string) => `{ "Version": "2012-10-17", "Statement": [${statement(more)}] }`;
const action = (name: string) => policy('').replace('s3:ListBucket', name);

const template = (name: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: [s3:PutObject, ${name}]
            Resource: !Sub arn:\${AWS::Partition}:s3:::orders/*
`;
const inSub = (name: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Sub |
        { "Statement": [{ "Effect": "Allow", "Action": "${name}", "Resource": "arn:\${AWS::Partition}:s3:::a/*" }] }
`;
const inString = (name: string) =>
  `{ "resource": { "aws_iam_policy": { "access": { "policy": ${JSON.stringify(action(name))} } } } }`;
const inDataSource = (name: string) => `{
  "data": { "aws_iam_policy_document": { "access": { "statement": [{ "actions": ["${name}"], "resources": ["arn:aws:s3:::a/*"] }] } } },
  "resource": { "aws_iam_policy": { "access": { "policy": "\${data.aws_iam_policy_document.access.json}" } } }
}`;

for (const [where, path, marked] of [
  ['in a template', 'template.yaml', template('s3:GetOb│ject')],
  ['in a text of Fn::Sub', 'template.yaml', inSub('s3:GetOb│ject')],
  ['in a bare policy', 'policy.json', action('s3:GetOb│ject')],
  ['in a string of Terraform', 'main.tf.json', inString('s3:GetOb│ject')],
  ['in a data source', 'main.tf.json', inDataSource('s3:GetOb│ject')],
] as const) {
  test(`the hover on an action tells its level, its resources and its keys, ${where}`, async () => {
    const { words, about } = (await hoverIn(path, marked)) ?? assert.fail('there is no hover');
    assert.equal(about, 's3:GetObject');
    assert.match(words, /^\*\*`s3:GetObject`\*\*: get object \(Amazon S3, access level read\)$/m);
    assert.match(words, /^- object: `arn:\$\{Partition\}:s3:::\$\{BucketName\}\/\$\{ObjectName\}`/m);
    assert.match(words, /^Condition keys beside the global ones: .*`s3:/m);
  });
}

test('the hover on a pattern counts the actions that it stands for', async () => {
  const { words } = (await hoverIn('policy.json', action('sqs:De│*'))) ?? assert.fail('there is no hover');
  assert.match(words, /^\*\*`sqs:De\*`\*\*: 2 actions of Amazon SQS \(2 write\)$/m);
  assert.match(words, /^`sqs:DeleteMessage`, `sqs:DeleteQueue`$/m);
  const all = (await hoverIn('policy.json', action('s3:│*'))) ?? assert.fail('there is no hover');
  assert.match(all.words, /`s3:\w+` and \d+ more$/m);
});

test('an action that does not exist has no meaning', async () => {
  assert.doesNotMatch((await hoverIn('policy.json', action('s3:GetOb│jekt')))?.words ?? '', /access level/);
});

const condition = (text: string) => policy(`, "Condition": ${text}`);

test('the hover on a condition key tells what it is, who carries it and what compares it', async () => {
  const own = await hoverIn('policy.json', condition('{ "StringLike": { "s3:pre│fix": "a/*" } }'));
  assert.match(own?.words ?? '', /\*\*`s3:prefix`\*\*: prefix\. It is a text; \d+ actions? of Amazon S3 may carry it/);
  assert.match(own?.words ?? '', /Operators: `StringEquals`, `StringNotEquals`/);
  const global = await hoverIn('policy.json', condition('{ "Bool": { "aws:Secure│Transport": "true" } }'));
  assert.match(
    global?.words ?? '',
    /: whether the request was sent over TLS\. It is `true` or `false`; requests to every service may carry it/,
  );
});

test('the hover on an operator tells when it holds', async () => {
  const negated = await hoverIn('policy.json', condition('{ "StringNot│Like": { "s3:prefix": "a/*" } }'));
  assert.match(
    negated?.words ?? '',
    /`StringNotLike`\*\*: does not hold where the value fits the pattern that stands here: `\*` is any/,
  );
  assert.match(negated?.words ?? '', /also holds where the request lacks the key/);
  const several = await hoverIn('policy.json', condition('{ "ForAnyValue:String│Equals": { "aws:TagKeys": "a" } }'));
  assert.match(several?.words ?? '', /One of the request's values has to pass\. It does not hold where/);
});

for (const [operator, key, meaning] of [
  ['Bool', 'aws:SecureTransport', 'holds where the value is the one that stands here, `true` or `false`.'],
  ['NumericLessThanEquals', 's3:max-keys', 'holds where the value is at most the number that stands here.'],
  ['DateGreaterThan', 'aws:CurrentTime', 'holds where the value is after the date that stands here.'],
  ['StringEquals', 's3:prefix', 'holds where the value is exactly the text that stands here, capitals included'],
  ['Null', 's3:prefix', 'with `true` it holds where the request lacks the key'],
] as const) {
  test(`the hover on ${operator} says in one sentence what it compares`, async () => {
    const marked = condition(`{ "${operator.slice(0, 2)}│${operator.slice(2)}": { "${key}": "1" } }`);
    const { words } = (await hoverIn('policy.json', marked)) ?? assert.fail('there is no hover');
    assert.ok(words.includes(`**\`${operator}\`**: ${meaning}`), words);
  });
}

test('the hover on a global key with a variable part tells what it tells of a request', async () => {
  const marked = condition('{ "StringEquals": { "aws:Principal│Tag/team": "a" } }');
  const { words } = (await hoverIn('policy.json', marked)) ?? assert.fail('there is no hover');
  assert.match(words, /`aws:PrincipalTag\/team`\*\*: the tag with this name on the principal that makes the request\./);
});

const trusting = (service: string) => `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole }
`;

test('the hover on a service principal tells whose it is', async () => {
  const { words } = (await hoverIn('template.yaml', trusting('lambda.am│azonaws.com'))) ?? assert.fail();
  assert.match(words, /`lambda\.amazonaws\.com`\*\*: AWS Lambda/);
  assert.match(words, /`aws:SourceAccount`/);
});

for (const [path, marked] of [
  [
    'template.yaml',
    'Resources:\n  Messages:\n    Type: AWS::EC2::VPCEndpoint\n    Properties:\n      VpcId: vpc-1\n      ServiceName: !Sub com.amazonaws.${AWS::Region}.sms-│voice\n',
  ],
  [
    'main.tf.json',
    '{ "resource": { "aws_vpc_endpoint": { "m": { "vpc_id": "vpc-1", "service_name": "com.amazonaws.eu-west-1.sms-│voice" } } } }',
  ],
] as const) {
  test(`the hover on the service of an endpoint tells what passes through it, in ${path}`, async () => {
    const { words } = (await hoverIn(path, marked)) ?? assert.fail('there is no hover');
    assert.match(words, /sms-voice`\*\*: interface endpoint for AWS End User Messaging SMS/);
    assert.match(words, /Actions that pass through it: `sms-voice:\*`/);
  });
}

test('a finding comes first, and the meaning of the word after it', async () => {
  const { words } = (await hoverIn('template.yaml', trusting('scheduler.am│azonaws.com'))) ?? assert.fail();
  const parts = words.split('\n\n---\n\n');
  assert.equal(parts.length, 2, words);
  assert.match(parts[0] ?? '', /^\*\*`policy-confused-deputy`\*\*/);
  assert.match(parts[1] ?? '', /^\*\*`scheduler\.amazonaws\.com`\*\*/);
});
