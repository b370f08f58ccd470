import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { accepted, completeIn, cursor, inEditor } from '../support/completions';
import { fullCapabilities } from '../support/protocolClient';
import {
  accept,
  completionsIn,
  jsonKey,
  jsonStatement,
  key,
  policyStart,
  statement,
} from '../support/snippetCompletions';
import { testEverywhere } from './documents';

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
  ['in another data source', 'main.tf.json', '{ "data": { "aws_ami": { "old": { "statement": { │ } } } } }'],
  ['in the body of a data source', 'main.tf.json', '{ "data": { "aws_iam_policy_document": { "old": { │ } } } }'],
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

test('a completion parses a text once, for snippets and words alike', async (context) => {
  const parsers = [
    ['template.yaml', `${policyStart}${statement}\n            │\n`, require('yaml'), 'parseAllDocuments'],
    ['policy.json', `{ "Statement": [ { ${jsonStatement}, │ } ] }`, require('jsonc-parser'), 'parseTree'],
  ] as const;
  await inEditor(async (editor) => {
    for (const [path, marked, parser, method] of parsers) {
      await completeIn(editor, path, marked);
      await editor.diagnostics(path);
      const { mock } = context.mock.method(parser, method);
      const position = TextDocument.create('', '', 0, marked).positionAt(marked.indexOf(cursor));
      const labels = (await editor.completions(path, position)).map(({ label }) => label);
      assert.ok(labels.includes('dp-mfa') && labels.includes('Condition'), String(labels));
      assert.equal(mock.callCount(), 1, path);
    }
  });
});

test('inside of a resource, a completion reads no other resource of a template', async (context) => {
  const marked = `${policyStart}${statement}\n            │\n${`\n${key}`.repeat(3)}`;
  await inEditor(async (editor) => {
    await completeIn(editor, 'template.yaml', marked);
    await editor.diagnostics('template.yaml');
    const { mock } = context.mock.method(require('yaml'), 'parseAllDocuments');
    await editor.completions('template.yaml', { line: 10, character: 12 });
    assert.deepEqual(
      mock.calls.map((call: { arguments: unknown[] }) => String(call.arguments[0]).includes('AWS::KMS::Key')),
      [false],
    );
  });
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
