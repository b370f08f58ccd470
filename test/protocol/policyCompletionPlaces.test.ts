import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CompletionItemKind } from 'vscode-languageserver/node';
import { parseDocument } from '../../server/src/syntax/parse';
import { accepted, completeIn, cursor, inEditor } from '../support/completions';
import { inDataSource, inJson, inPolicy, inString, inSub, inTemplate } from '../support/policyTexts';
import { fullCapabilities } from '../support/protocolClient';

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
