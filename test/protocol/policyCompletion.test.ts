import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CompletionItemKind } from 'vscode-languageserver/node';
import { parseDocument } from '../../server/src/syntax/parse';
import { accepted, completeIn, cursor, inEditor, isShown } from '../support/completions';
import { fullCapabilities } from '../support/protocolClient';

const inTemplate = (statement: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
${statement.replace(/^(?=.)/gm, '            ')}
  Orders:
    Type: AWS::SQS::Queue
`;
const inJson = (statement: string) =>
  `{ "Resources": { "Access": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": {
  "Statement": [{ "Effect": "Allow", ${statement} }]
} } } } }`;
const inPolicy = (statement: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",\n${statement}\n}] }`;
const inString = (statement: string) =>
  `{ "resource": { "aws_iam_policy": { "access": { "policy": ${JSON.stringify(inPolicy(statement)).replace('\\\\│', cursor)} } } } }`;
const inSub = (statement: string) => `Resources:
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument: !Sub |
        { "Statement": [{ "Effect": "Allow",
          ${statement},
          "Resource": "\${Orders.Arn}" }] }
`;
const inDataSource = (statement: string) =>
  `{ "data": { "aws_iam_policy_document": { "access": { "statement": [{ ${statement} }] } } } }`;
const inEndpoint = (service: string) => `Resources:
  Messages:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue vpc
      ServiceName: ${service}
`;

/** What is offered at a cursor, which of it is accepted, and what the line with the cursor becomes. */
const written: readonly [where: string, path: string, marked: string, label: string, line: string][] = [
  ['an action', 'template.yaml', inTemplate('Action: s3:GetO│'), 's3:GetObject', 'Action: s3:GetObject'],
  ['an action behind its service', 'template.yaml', inTemplate('Action: s3:│'), 's3:GetObject', 'Action: s3:GetObject'],
  [
    'an action in the middle of a name',
    'template.yaml',
    inTemplate('Action: s3:Get│Acl'),
    's3:GetObject',
    'Action: s3:GetObject',
  ],
  ['a service', 'template.yaml', inTemplate('Action: sq│'), 'sqs:', 'Action: sqs:'],
  ['an empty item', 'template.yaml', inTemplate('Action:\n  - s3:PutObject\n  - │'), 'acm:', '- acm:'],
  ['an item', 'template.yaml', inTemplate('Action:\n  - s3:GetO│\n  - s3:PutObject'), 's3:GetObject', '- s3:GetObject'],
  ['an item on a line of its own', 'template.yaml', inTemplate('Action:\n  s3:GetO│'), 's3:GetObject', 's3:GetObject'],
  [
    'an unterminated item',
    'template.yaml',
    inTemplate('Action:\n  - "s3:GetO│\n  - s3:PutObject'),
    's3:GetObject',
    '- "s3:GetObject"',
  ],
  [
    'an item in single quotes',
    'template.yaml',
    inTemplate("Action:\n  - 's3:GetO│'"),
    's3:GetObject',
    "- 's3:GetObject'",
  ],
  [
    'an item in brackets',
    'template.yaml',
    inTemplate('Action: [s3:PutObject, s3:GetO│]'),
    's3:GetObject',
    'Action: [s3:PutObject, s3:GetObject]',
  ],
  ['what YAML would take for an alias', 'template.yaml', inTemplate('Principal:\n  AWS: │'), '*', "AWS: '*'"],
  [
    'an action of JSON',
    'template.json',
    inJson('"Action": "s3:GetO│"'),
    's3:GetObject',
    '"Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" }]',
  ],
  [
    'an unterminated action of JSON',
    'policy.json',
    inPolicy('"Action": "s3:GetO│'),
    's3:GetObject',
    '"Action": "s3:GetObject"',
  ],
  [
    'an unterminated item of JSON',
    'policy.json',
    inPolicy('"Action": ["s3:GetO│], "Resource": "*"'),
    's3:GetObject',
    '"Action": ["s3:GetObject"], "Resource": "*"',
  ],
  [
    'an empty item of JSON',
    'policy.json',
    inPolicy('"Action": ["s3:GetObject", │]'),
    'acm:',
    '"Action": ["s3:GetObject", "acm:"]',
  ],
  ['a missing value of JSON', 'policy.json', inPolicy('"Action": │'), 'acm:', '"Action": "acm:"'],
  ['the key of an element', 'policy.json', inPolicy('"Act│": "s3:GetObject"'), 'Action', '"Action": "s3:GetObject"'],
  ['a key without a colon', 'policy.json', inPolicy('"Act│"'), 'Action', '"Action": '],
  ['a key in YAML', 'template.yaml', inTemplate('Action: s3:GetObject\nCond│'), 'Condition', 'Condition:'],
  [
    'an effect',
    'policy.json',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "│" }] }',
    'Deny',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny" }] }',
  ],
  [
    'an operator',
    'template.yaml',
    inTemplate('Condition:\n  StringE│:\n    aws:PrincipalOrgID: o-1'),
    'StringEquals',
    'StringEquals:',
  ],
  [
    'a condition key',
    'template.yaml',
    inTemplate('Action: s3:ListBucket\nCondition:\n  StringLike:\n    s3:pre│: x'),
    's3:prefix',
    's3:prefix: x',
  ],
  [
    'a condition key with a variable part',
    'policy.json',
    inPolicy('"Condition": { "StringEquals": { "aws:Requ│" } }'),
    'aws:RequestTag/${TagKey}',
    '"Condition": { "StringEquals": { "aws:RequestTag/TagKey":  } }',
  ],
  [
    'the value of a condition',
    'template.yaml',
    inTemplate('Condition:\n  Bool:\n    aws:SecureTransport: │'),
    'false',
    "aws:SecureTransport: 'false'",
  ],
  [
    'a service principal',
    'template.yaml',
    inTemplate('Principal:\n  Service: lam│'),
    'lambda.amazonaws.com',
    'Service: lambda.amazonaws.com',
  ],
  [
    'the account',
    'template.yaml',
    inTemplate('Principal:\n  AWS: │'),
    'arn:${AWS::Partition}:iam::${AWS::AccountId}:root',
    'AWS: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root',
  ],
  [
    'the account in JSON',
    'template.json',
    inJson('"Principal": { "AWS": "│" }'),
    'arn:${AWS::Partition}:iam::${AWS::AccountId}:root',
    '"Statement": [{ "Effect": "Allow", "Principal": { "AWS": { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" } } }]',
  ],
  [
    'an account in a bare policy',
    'policy.json',
    inPolicy('"Principal": { "AWS": "│" }'),
    'arn:aws:iam::111122223333:root',
    '"Principal": { "AWS": "arn:aws:iam::111122223333:root" }',
  ],
  [
    'an action in a string of Terraform',
    'main.tf.json',
    inString('"Action": "s3:GetO│"'),
    's3:GetObject',
    inString('"Action": "s3:GetObject"'),
  ],
  [
    'an unterminated action in a string of Terraform',
    'main.tf.json',
    inString('"Action": "s3:GetO│'),
    's3:GetObject',
    inString('"Action": "s3:GetObject"'),
  ],
  [
    'an empty item in a string of Terraform',
    'main.tf.json',
    inString('"Action": [│]'),
    'acm:',
    inString('"Action": ["acm:"]'),
  ],
  [
    'an action in a text of Fn::Sub',
    'template.yaml',
    inSub('"Action": "sqs:Send│"'),
    'sqs:SendMessage',
    '"Action": "sqs:SendMessage",',
  ],
  [
    'an unterminated action in a text of Fn::Sub',
    'template.yaml',
    inSub('"Action": ["sqs:Send│]'),
    'sqs:SendMessage',
    '"Action": ["sqs:SendMessage"],',
  ],
  [
    'an action of a data source',
    'main.tf.json',
    inDataSource('"actions": ["s3:GetO│"]'),
    's3:GetObject',
    inDataSource('"actions": ["s3:GetObject"]'),
  ],
  [
    'the test of a data source',
    'main.tf.json',
    inDataSource('"condition": { "test": "Bo│", "variable": "aws:SecureTransport" }'),
    'Bool',
    inDataSource('"condition": { "test": "Bool", "variable": "aws:SecureTransport" }'),
  ],
  [
    'the variable of a data source',
    'main.tf.json',
    inDataSource('"actions": ["s3:ListBucket"], "condition": { "test": "StringLike", "variable": "s3:pre│" }'),
    's3:prefix',
    inDataSource('"actions": ["s3:ListBucket"], "condition": { "test": "StringLike", "variable": "s3:prefix" }'),
  ],
  [
    'a principal of a data source',
    'main.tf.json',
    inDataSource('"principals": { "type": "Service", "identifiers": ["sns│"] }'),
    'sns.amazonaws.com',
    inDataSource('"principals": { "type": "Service", "identifiers": ["sns.amazonaws.com"] }'),
  ],
  [
    'an endpoint service',
    'template.yaml',
    inEndpoint('sms│'),
    'com.amazonaws.${AWS::Region}.sms-voice',
    'ServiceName: !Sub com.amazonaws.${AWS::Region}.sms-voice',
  ],
  [
    'an endpoint service by its short name, in quotes',
    'template.yaml',
    inEndpoint('"sqs│"'),
    'com.amazonaws.${AWS::Region}.sqs',
    'ServiceName: !Sub com.amazonaws.${AWS::Region}.sqs',
  ],
  [
    'an endpoint service in a text of Fn::Sub',
    'template.yaml',
    inEndpoint('!Sub com.amazonaws.${AWS::Region}.sq│'),
    'com.amazonaws.${AWS::Region}.sqs',
    'ServiceName: !Sub com.amazonaws.${AWS::Region}.sqs',
  ],
  [
    'an endpoint service in the Region that is typed',
    'template.yaml',
    inEndpoint('com.amazonaws.eu-west-1.sq│'),
    'com.amazonaws.eu-west-1.sqs',
    'ServiceName: com.amazonaws.eu-west-1.sqs',
  ],
  [
    'an endpoint service in Terraform',
    'main.tf.json',
    '{ "resource": { "aws_vpc_endpoint": { "a": { "service_name": "kms│" },\n"b": { "service_name": "com.amazonaws.${var.region}.s3" } } } }',
    'com.amazonaws.${var.region}.kms',
    '{ "resource": { "aws_vpc_endpoint": { "a": { "service_name": "com.amazonaws.${var.region}.kms" },',
  ],
];

describe('What is accepted takes the place of the word and nothing else:', () => {
  for (const [where, path, marked, label, line] of written) {
    test(where, async () => {
      const { document, items } = await inEditor((editor) => completeIn(editor, path, marked));
      const item = items.find((one) => one.label === label);
      assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
      assert.ok(isShown(document, item, marked), `${item.filterText} is not shown`);
      const text = accepted(document, item);
      const number = marked.slice(0, marked.indexOf(cursor)).split('\n').length - 1;
      const [before, after] = [marked.split('\n'), text.split('\n')];
      assert.equal(after[number]?.trim(), line.trim());
      before.splice(number, 1);
      after.splice(number, 1);
      assert.deepEqual(after, before);
    });
  }
});

/** Labels that are offered at a cursor, and others that are not. */
const offered: readonly [where: string, path: string, marked: string, labels: string[], others: string[]][] = [
  [
    'the actions of one service',
    'template.yaml',
    inTemplate('Action: sqs:│'),
    ['sqs:SendMessage', 'sqs:*'],
    ['sns:Publish'],
  ],
  ['the actions of the service of a resource policy', 'template.yaml', inSub('"Action": "│"'), ['sqs:SendMessage'], []],
  [
    "keys of the statement's actions and global ones",
    'policy.json',
    inPolicy('"Action": "s3:ListBucket", "Condition": { "StringEquals": { "│" } }'),
    ['s3:prefix', 'aws:PrincipalOrgID'],
    ['s3:x-amz-acl', 'sqs:Foo', 'ec2:Region'],
  ],
  [
    'keys that are not there yet',
    'policy.json',
    inPolicy('"Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1", "│" } }'),
    ['aws:PrincipalAccount'],
    ['aws:PrincipalOrgID'],
  ],
  [
    'operators for the type of the key',
    'template.yaml',
    inTemplate('Condition:\n  Nu│:\n    aws:SourceIp: 10.0.0.0/8'),
    ['IpAddress', 'NotIpAddressIfExists', 'Null'],
    ['StringEquals', 'NumericEquals'],
  ],
  ['elements that are not there yet', 'policy.json', inPolicy('"│"'), ['Action', 'Principal'], ['Effect']],
  [
    'no principal in the policy of an identity',
    'template.yaml',
    inTemplate('│'),
    ['Action'],
    ['Effect', 'Principal', 'NotPrincipal'],
  ],
  [
    'what a policy has',
    'policy.json',
    '{ "Version": "2012-10-17", "Statement": [], "│" }',
    ['Id'],
    ['Statement', 'Effect'],
  ],
  [
    'the sorts of principals',
    'policy.json',
    inPolicy('"Principal": { "│" }'),
    ['AWS', 'Service', 'Federated'],
    ['Effect'],
  ],
  [
    'blocks in the words of the data source',
    'main.tf.json',
    inDataSource('"effect": "Allow", "│"'),
    ['actions', 'principals'],
    ['Action', 'effect'],
  ],
];

describe('Where it stands decides on what is offered:', () => {
  for (const [where, path, marked, labels, others] of offered) {
    test(where, async () => {
      const { items } = await inEditor((editor) => completeIn(editor, path, marked));
      const all = items.map(({ label }) => label);
      assert.deepEqual(
        labels.filter((label) => !all.includes(label)),
        [],
        all.join(', '),
      );
      assert.deepEqual(
        others.filter((label) => all.includes(label)),
        [],
      );
    });
  }
});

const nowhere: readonly [where: string, path: string, marked: string][] = [
  ['in a comment', 'template.yaml', inTemplate('Action: s3:GetObject # s3:│')],
  ['in a comment of JSON', 'policy.json', inPolicy('/* "s3:│" */ "Action": "s3:GetObject"')],
  ['in the id of a statement', 'template.yaml', inTemplate('Sid: s3:│')],
  ['in running text', 'policy.json', inPolicy('"Sid": "reads s3:│"')],
  [
    'in what is no policy',
    'template.yaml',
    inTemplate('Action: s3:GetObject').replace('SQS::Queue', 'SQS::Queue\n    Properties:\n      Action: s3:│'),
  ],
  ['in a rule of WAF', 'rule.json', '{ "Statement": { "ByteMatchStatement": { "SearchString": "s3:│" } } }'],
  ['in a document of others', 'compose.yaml', 'Statement:\n  - Action: s3:│\n'],
  [
    'behind a string that holds a policy',
    'main.tf.json',
    inString('"Action": "s3:GetObject"').replace('}" }', '}"│ }'),
  ],
  ['before a value', 'policy.json', inPolicy('"Action": │"s3:GetObject"')],
  ['in the key of a function', 'template.json', inJson('"Principal": { "AWS": { "Fn::Sub│": "x" } }')],
  ['behind a value', 'policy.json', inPolicy('"Action": "s3:GetObject"│')],
  [
    'in a template that the CDK made',
    'template.json',
    inJson('"Action": "s3:│"').replace('"Access": {', '"Access": { "Metadata": { "aws:cdk:path": "Stack/Access" },'),
  ],
];

test('nothing is offered where it does not fit', async () => {
  for (const [where, path, marked] of nowhere) {
    const { items } = await inEditor((editor) => completeIn(editor, path, marked));
    const words = items.filter(({ kind }) => kind !== CompletionItemKind.Snippet);
    assert.deepEqual(
      words.map(({ label }) => label),
      [],
      where,
    );
  }
});

test('an action comes with its level, its resources and a page, in words of ours', async () => {
  const { items } = await inEditor((editor) => completeIn(editor, 'policy.json', inPolicy('"Action": "sqs:Send│"')));
  const item = items.find(({ label }) => label === 'sqs:SendMessage');
  assert.equal(item?.detail, 'write');
  const { documentation } = item ?? {};
  assert.ok(typeof documentation === 'object');
  assert.match(documentation.value, /send message \(Amazon SQS, access level write\)/);
  assert.match(documentation.value, /- queue: `arn:\$\{Partition\}:sqs:/);
  assert.match(documentation.value, /https:\/\/docs\.aws\.amazon\.com\/service-authorization\//);
});

test('a list that is cut short says that there is more, and has it once more is typed', async () => {
  await inEditor(async (editor) => {
    const short = await completeIn(editor, 'short.json', inPolicy('"Action": "ec2:│"'));
    assert.ok(short.isIncomplete && short.items.length === 200);
    const long = await completeIn(editor, 'long.json', inPolicy('"Action": "ec2:Unmonitor│"'));
    assert.ok(!long.isIncomplete);
    assert.deepEqual(
      long.items.map(({ label }) => label),
      ['ec2:UnmonitorInstances', 'ec2:*'],
    );
  });
});

test('a quote and the colon behind a service ask for words of policies, other colons and dashes do not', async () => {
  await inEditor(async (editor) => {
    const labels = async (marked: string, trigger: string) =>
      (await completeIn(editor, `${trigger.charCodeAt(0)}.yaml`, marked, trigger)).items.map(({ label }) => label);
    assert.ok((await labels(inTemplate('Action: "│'), '"')).includes('acm:'));
    assert.ok((await labels(inTemplate('Action: sqs:│'), ':')).includes('sqs:SendMessage'));
    assert.deepEqual(await labels(inTemplate('Action:│'), ':'), []);
    assert.deepEqual(await labels(inTemplate('Action: sms-│'), '-'), []);
    assert.deepEqual(await labels('Resources:\n  Orders:\n    Type: "│"\n', '"'), []);
  });
});

test('an editor without snippets gets plain text', async () => {
  const capabilities = { ...fullCapabilities, textDocument: {} };
  const marked = inPolicy('"Principal": { "AWS": "│" }');
  const { document, items } = await inEditor((editor) => completeIn(editor, 'policy.json', marked), { capabilities });
  const text = accepted(
    document,
    items.find(({ label }) => label.startsWith('arn:')),
  );
  assert.ok(text.includes('"arn:aws:iam::111122223333:root"'), text);
});

test('completion never fails and never breaks a document, wherever one is cut off', async () => {
  const whole = [
    ['template.yaml', inTemplate('Action:\n  - "s3:GetObject"\nCondition: { StringLike: { "s3:prefix": [a] } }')],
    ['policy.json', inPolicy('"Action": ["s3:GetObject"], "Condition": { "Bool": { "aws:SecureTransport": "true" } }')],
    ['main.tf.json', inString('"Action": ["s3:GetObject"]')],
    ['sub.yaml', inSub('"Action": ["sqs:SendMessage"]')],
  ] as const;
  await inEditor(async (editor) => {
    for (const [path, text] of whole) {
      for (let end = 0; end <= text.length; end += 3) {
        await completeIn(editor, path, text.slice(0, end) + cursor);
        const { document, items } = await completeIn(editor, path, text.slice(0, end) + cursor + text.slice(end));
        const item = items.find(({ kind }) => kind !== undefined);
        const parsed = item && parseDocument(path, accepted(document, item));
        assert.ok(!parsed || !('skipped' in parsed));
      }
    }
    assert.deepEqual(
      editor.log.filter((line) => line.startsWith('textDocument/completion')),
      [],
    );
  });
});
