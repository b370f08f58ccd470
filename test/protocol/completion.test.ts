import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver/node';
import { parseDocument } from '../../server/src/syntax/parse';
import { checkText, shown } from '../support/checking';
import { accepted, completeIn, cursor, inEditor } from '../support/completions';
import { type FakeEditor, fullCapabilities } from '../support/protocolClient';
import { testEverywhere } from './documents';

const resourceSnippets = ['dp-bucket', 'dp-bucket-policy', 'dp-endpoint-sts', 'dp-key', 'dp-role-trust'];
const queueSnippets = ['dp-queue-policy'];
const anyPolicySnippets = ['dp-bucket-policy', 'dp-endpoint-policy', 'dp-endpoint-policy-kms', 'dp-role-trust'];
const conditionSnippets = ['dp-mfa', 'dp-source-account'];

const key = `  Old:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
`;
const jsonKey = '"Old": { "Type": "AWS::KMS::Key", "Properties": { "EnableKeyRotation": true } }';
const policyStart = `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:`;
const statement = `
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'`;
const jsonStatement = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"';

/** Opens a text with a cursor in it and asks which snippets fit there. */
async function completionsIn(editor: FakeEditor, path: string, marked: string) {
  const { document, items } = await completeIn(editor, path, marked);
  return { document, items: items.filter(({ kind }) => kind === CompletionItemKind.Snippet) };
}

test('the snippets are loaded on the first completion, not when the server starts', async () => {
  const isLoaded = () => Object.keys(require.cache).some((path) => path.endsWith('snippets.json'));
  await inEditor(async (editor) => {
    editor.open('template.yaml', `Resources:\n${key}`);
    await editor.diagnostics('template.yaml');
    assert.ok(!isLoaded());
    await completionsIn(editor, 'other.yaml', 'Resources:\n  │\n');
    assert.ok(isLoaded());
  });
});

/** Accepts a snippet and holds what it makes of the document against what a person would have written. */
async function accept(path: string, marked: string, prefix: string): Promise<string> {
  const { document, items } = await inEditor((editor) => completionsIn(editor, path, marked));
  const text = accepted(
    document,
    items.find(({ label }) => label === prefix),
  );
  const parsed = parseDocument(path, text);
  assert.ok(!('skipped' in parsed));
  assert.deepEqual(parsed.problems, [], text);
  assert.deepEqual(checkText(path, text).findings.map(shown), [], text);
  return text;
}

const resources: readonly [where: string, path: string, text: string][] = [
  ['below the last resource', 'template.yaml', `Resources:\n${key}  │\n`],
  ['between resources', 'template.yaml', `Resources:\n  │\n${key}`],
  ['behind a half-typed word', 'template.yaml', `Resources:\n${key}  dp-buck│\n`],
  ['in a template that is just begun', 'template.yaml', 'Resources:\n  dp│\n'],
  ['before another section', 'template.yaml', `Resources:\n${key}  │\nOutputs: {}\n`],
  ['between lines that end in CRLF', 'template.yaml', `Resources:\n${key}  dp-│\n`.replaceAll('\n', '\r\n')],
  ['in JSON, in an empty map', 'template.json', '{\n  "Resources": {│}\n}\n'],
  ['in JSON, without the comma before', 'template.json', `{\n  "Resources": {\n    ${jsonKey}\n    │\n  }\n}\n`],
  ['in JSON, before another', 'template.json', `{\n  "Resources": {\n    dp-│\n    ${jsonKey}\n  }\n}\n`],
  ['in JSON, on one line', 'template.json', `{ "Resources": { ${jsonKey} │} }\n`],
  ['in JSON, behind a comma', 'template.template', `{\n  "Resources": {\n    ${jsonKey},\n    │\n  }\n}\n`],
  ['in Terraform', 'main.tf.json', '{\n  "resource": {\n    │\n  }\n}\n'],
  [
    'in Terraform, beside other types',
    'main.tf.json',
    '{\n  "resource": {\n    "aws_sns_topic": { "t": { "kms_master_key_id": "alias/aws/sns", "policy": "${var.policy}" } }\n    │\n  }\n}\n',
  ],
];

describe('Resources are offered', () => {
  for (const [where, path, marked] of resources) {
    test(where, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, path, marked));
      const labels = items.map(({ label }) => label);
      for (const prefix of resourceSnippets) assert.ok(labels.includes(prefix), `${prefix} is not among ${labels}`);
      for (const prefix of conditionSnippets) assert.ok(!labels.includes(prefix), prefix);
      for (const prefix of resourceSnippets) await accept(path, marked, prefix);
    });
  }

  test('with a name that is free', async () => {
    const text = await accept('template.yaml', `Resources:\n${key.replace('Old', 'OrdersKey')}  │\n`, 'dp-key');
    assert.match(text, /^ {2}OrdersKey2:$/m);
  });

  test('with a name that is free for what stands beside the resource, too', async () => {
    const once = await accept('template.yaml', 'Resources:\n  │\n', 'dp-bucket');
    const twice = await accept('template.yaml', `${once}  │\n`, 'dp-bucket');
    const names = [...twice.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
    assert.deepEqual(names, ['OrdersBucket', 'OrdersBucketBucketPolicy', 'OrdersBucket2', 'OrdersBucket2BucketPolicy']);
  });

  test('of the one type, inside of that type in Terraform', async () => {
    const marked = '{ "resource": { "aws_kms_key": { "orders_key": { "enable_key_rotation": true } │} } }\n';
    const text = await accept('main.tf.json', marked, 'dp-key');
    assert.deepEqual(Object.keys(JSON.parse(text).resource.aws_kms_key), ['orders_key', 'orders_key2']);
  });

  test('only of types that Terraform does not have yet, since a map has a key once', async () => {
    const marked = '{ "resource": { "aws_kms_key": { "old": { "enable_key_rotation": true } }, │ } }\n';
    const { items } = await inEditor((editor) => completionsIn(editor, 'main.tf.json', marked));
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('dp-table') && !labels.includes('dp-key'), String(labels));
  });
});

const queuePolicyStart = `Resources:
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!ImportValue orders]
      PolicyDocument:`;
const jsonQueuePolicyStart =
  '{ "Resources": { "Access": { "Type": "AWS::SQS::QueuePolicy", "Properties": { "Queues": [{ "Fn::ImportValue": "orders" }], "PolicyDocument": ';
const queueStatement = `
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" }
            Action: sqs:SendMessage
            Resource: '*'`;
const jsonQueueStatement = `"Principal": { "AWS": { "Ref": "AWS::AccountId" } }, ${jsonStatement.replace('s3:GetObject', 'sqs:SendMessage')}`;
const bareStatement = jsonStatement.replace('"Allow"', '"Allow", "Principal": { "AWS": "111122223333" }');

const policies: readonly [where: string, path: string, text: string][] = [
  ['behind the key of a policy', 'template.yaml', `${queuePolicyStart} │\n`],
  ['below the key of a policy', 'template.yaml', `${queuePolicyStart}\n        │\n`],
  ['behind the dash of a statement', 'template.yaml', `${queuePolicyStart}${queueStatement}\n          - │\n`],
  [
    'in a list of statements that is empty',
    'template.yaml',
    `${queuePolicyStart}\n        Statement:\n          dp-│\n`,
  ],
  ['as the value of a policy in JSON', 'template.json', `${jsonQueuePolicyStart}│ } } } }`],
  [
    'among the statements of a policy in JSON',
    'template.json',
    `${jsonQueuePolicyStart}{ "Statement": [ { ${jsonQueueStatement} } │ ] } } } } }`,
  ],
];

describe('Policies and statements are offered', () => {
  for (const [where, path, marked] of policies) {
    test(`${where}, if they suit it`, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, path, marked));
      assert.deepEqual(
        items.map(({ label }) => label),
        queueSnippets,
      );
      for (const prefix of queueSnippets) await accept(path, marked, prefix);
    });
  }

  for (const [where, marked] of [
    ['among the statements of a bare policy', `{\n  "Statement": [\n    { ${bareStatement} },\n    │\n  ]\n}\n`],
    ['in a bare policy that is just begun', '{ "Version": "2012-10-17", "Statement": [│] }'],
  ] as const) {
    test(`${where}, whatever it is for`, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, 'policy.json', marked));
      const labels = items.map(({ label }) => label);
      for (const prefix of anyPolicySnippets) assert.ok(labels.includes(prefix), `${prefix} is not among ${labels}`);
      for (const prefix of ['dp-endpoint-policy', 'dp-role-trust']) await accept('policy.json', marked, prefix);
    });
  }

  test('in the policies of a list, and not in those of identities', async () => {
    const inlinePolicy = `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: │1
      Policies:
        - PolicyName: work
          PolicyDocument: │2
`;
    const labelsAt = async (mark: string, other: string) => {
      const marked = inlinePolicy.replace(mark, cursor).replace(other, '{}');
      const { items } = await inEditor((editor) => completionsIn(editor, 'template.yaml', marked));
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await labelsAt('│1', '│2'), ['dp-role-trust']);
    assert.deepEqual(await labelsAt('│2', '│1'), []);
  });
});

const conditions: readonly [where: string, path: string, text: string][] = [
  ['in a statement', 'template.yaml', `${policyStart}${statement}\n            │\n`],
  ['behind a condition', 'template.yaml', `${policyStart}${statement}\n            Condition: │\n`],
  ['below a condition', 'template.yaml', `${policyStart}${statement}\n            Condition:\n              dp-│\n`],
  ['in a statement of a bare policy', 'policy.json', `{ "Statement": [ { ${jsonStatement} │ } ] }`],
  ['in the only statement of a bare policy', 'policy.json', `{ "Statement": { │${jsonStatement} } }`],
  ['in a condition of a bare policy', 'policy.json', `{ "Statement": [ { ${jsonStatement}, "Condition": {│} } ] }`],
];

describe('Conditions are offered', () => {
  for (const [where, path, marked] of conditions) {
    test(where, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, path, marked));
      assert.deepEqual(items.map(({ label }) => label).sort(), conditionSnippets);
      for (const prefix of conditionSnippets) await accept(path, marked, prefix);
    });
  }

  test('with operators that the condition does not have yet', async () => {
    const held = `{ "Statement": [ { ${jsonStatement}, "Condition": { "Bool": { "aws:SecureTransport": "true" }, │ } } ] }`;
    const { items } = await inEditor((editor) => completionsIn(editor, 'policy.json', held));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['dp-source-account'],
    );
  });
});

const nowhere: readonly [where: string, path: string, text: string][] = [
  ['in a comment', 'template.yaml', `Resources:\n${key}  # dp-│\n`],
  ['in a text', 'template.yaml', `Resources:\n${key}    Description: "dp-│"\n`],
  ['in a text of several lines', 'template.yaml', `Description: |\n  Resources:\n    dp-│\nResources:\n${key}`],
  ['as the value of a property', 'template.yaml', `Resources:\n${key}      KeySpec: dp-│\n`],
  ['among properties', 'template.yaml', `Resources:\n${key}      dp-│\n`],
  ['among the attributes of a resource', 'template.yaml', `Resources:\n${key}    dp-│\n`],
  ['in another section', 'template.yaml', `Parameters:\n  dp-│\nResources:\n${key}`],
  ['above what is deeper', 'template.yaml', `Resources:\n  │\n    Type: AWS::KMS::Key\n`],
  ['before a comment', 'template.yaml', `Resources:\n${key}  │ # the bucket\n`],
  ['before something on the line', 'template.yaml', `Resources:\n│${key}`],
  ['in what is no policy', 'template.yaml', `${policyStart.replace('PolicyDocument', 'Description')} │\n`],
  ['in a document of others', 'compose.yaml', 'services:\n  dp-│\n'],
  ['in a JSON document of others', 'package.json', '{ "dependencies": { │ } }'],
  ['in a comment of JSON', 'template.json', `{ "Resources": { ${jsonKey} /* dp-│ */ } }`],
  ['in a text of JSON', 'template.json', `{ "Resources": { ${jsonKey} }, "Description": "dp-│" }`],
  ['in a key of JSON', 'template.json', `{ "Resources": { ${jsonKey}, "dp-│" } }`],
  ['in the body of a block', 'main.tf.json', '{ "resource": { "aws_kms_key": { "old": { │ } } } }'],
  [
    'in a template that the CDK made',
    'template.json',
    '{ "Resources": { "Old": { "Type": "AWS::KMS::Key", "Metadata": { "aws:cdk:path": "Stack/Old" } }, │ } }',
  ],
];

test('nothing is offered where it does not fit', async () => {
  for (const [where, path, marked] of nowhere) {
    const { items } = await inEditor((editor) => completionsIn(editor, path, marked));
    assert.deepEqual(
      items.map(({ label }) => label),
      [],
      where,
    );
  }
});

test('an excluded document gets no completions', async () => {
  await inEditor(
    async (editor) => {
      editor.open('template.yaml', `Resources:\n${key}  \n`);
      assert.equal((await editor.status('template.yaml')).state, 'skipped');
      assert.deepEqual(await editor.completions('template.yaml', { line: 5, character: 2 }), []);
    },
    { settings: { exclude: ['template.yaml'] } },
  );
});

test('a completion takes the indentation, the lists and the functions of the document', async () => {
  const marked = `Resources:
    Old:
        Type: AWS::KMS::Key
        Properties:
            EnableKeyRotation: true
            Tags:
            - Key: Owner
              Value:
                  Ref: AWS::StackName
    │
`;
  const text = await accept('template.yaml', marked, 'dp-bucket-policy');
  assert.equal(
    text.slice(text.indexOf('    OrdersBucketBucketPolicy')),
    `    OrdersBucketBucketPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
            Bucket:
                Ref: OrdersBucket
            PolicyDocument:
                Version: "2012-10-17"
                Statement:
                - Sid: RefusePlainHttp
                  Effect: Deny
                  Principal: "*"
                  Action: s3:*
                  Resource:
                  - Fn::GetAtt:
                    - OrdersBucket
                    - Arn
                  - Fn::Sub: \${OrdersBucket.Arn}/*
                  Condition:
                      Bool:
                          aws:SecureTransport: "false"
`,
  );
});

test('typing a dash asks for completions, and gets them behind `dp-` only', async () => {
  await inEditor(async (editor) => {
    const context = { triggerKind: 2 as const, triggerCharacter: '-' };
    editor.open('template.yaml', `${policyStart}${statement}\n          -\n`);
    assert.deepEqual(await editor.completions('template.yaml', { line: 10, character: 11 }, context), []);
    editor.open('other.yaml', `Resources:\n${key}  dp-\n`);
    assert.ok((await editor.completions('other.yaml', { line: 5, character: 5 }, context)).length > 0);
    editor.open('third.yaml', `Resources:\n${key}  dp-endpoint-\n`);
    assert.ok((await editor.completions('third.yaml', { line: 5, character: 14 }, context)).length > 0);
  });
});

test('an editor without snippets gets plain text', async () => {
  const capabilities = { ...fullCapabilities, textDocument: {} };
  const { document, items } = await inEditor((editor) => completionsIn(editor, 'template.yaml', 'Resources:\n  │\n'), {
    capabilities,
  });
  const item = items.find(({ label }) => label === 'dp-endpoint-sts');
  assert.equal(item?.insertTextFormat, InsertTextFormat.PlainText);
  assert.match(accepted(document, item), /ServiceName: !Sub com\.amazonaws\.\$\{AWS::Region\}\.sts$/m);
});

test('positions are those of an editor that counts a byte order mark', async () => {
  const marked = `\uFEFF{ "Resources": { ${jsonKey}, │ } }`;
  const { document, items } = await inEditor((editor) => completionsIn(editor, 'template.json', marked));
  const text = accepted(
    document,
    items.find(({ label }) => label === 'dp-key'),
  );
  assert.deepEqual(Object.keys(JSON.parse(text.slice(1)).Resources), ['Old', 'OrdersKey']);
});

testEverywhere('the server says that it completes, and in which form', {}, async (editor) => {
  assert.deepEqual(editor.initialized?.capabilities.completionProvider, { triggerCharacters: ['-', '"', ':'] });
  const { items } = await completionsIn(editor, 'template.yaml', 'Resources:\n  │\n');
  const item = items.find(({ label }) => label === 'dp-bucket');
  assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
  assert.equal(item?.insertTextMode, InsertTextMode.adjustIndentation);
  assert.equal(item?.detail, 'Encrypted bucket');
});

test('completion never fails, wherever a document is cut off', async () => {
  const text = `${policyStart}${statement}\n`;
  await inEditor(async (editor) => {
    for (let end = 0; end < text.length; end += 7) {
      await completionsIn(editor, 'template.yaml', `${text.slice(0, end)}│`);
      await completionsIn(editor, 'template.json', `{ "Resources": { ${jsonKey} } }`.slice(0, end) + cursor);
    }
    assert.deepEqual(
      editor.log.filter((line) => line.startsWith('textDocument/completion')),
      [],
    );
  });
});
