import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LSPErrorCodes, type Range, type SemanticTokens, type SemanticTokensLegend } from 'vscode-languageserver/node';
import { check } from '../../server/src/engine/check';
import { FakeEditor, fullCapabilities } from '../support/protocolClient';
import { decodeTokens, describeTokens } from '../support/semanticTokens';
import { encryptedDatabase, testEverywhere, withEditor } from './documents';

const statement = {
  Effect: 'Deny',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: ['s3:Get*', 's3:PutObject'],
  Resource: 'arn:aws:s3:::reports/*',
  Condition: {
    StringNotLike: { 'aws:PrincipalTag/team': ['data-*'] },
    Bool: { 'aws:SecureTransport': 'false' },
  },
};
const policy = { Version: '2012-10-17', Statement: [statement] };

/** The words of `policy`, in their order. */
const wordsOfPolicy = [
  'variable arn:aws:iam::111122223333:root',
  'namespace s3:',
  'method Get',
  'policyWildcard *',
  'namespace s3:',
  'method PutObject',
  'variable arn:aws:s3:::reports/',
  'policyWildcard *',
  'function StringNotLike',
  'namespace aws:',
  'property PrincipalTag/team',
  'policyWildcard *',
  'function Bool',
  'namespace aws:',
  'property SecureTransport',
];

const template = (resource: unknown) => JSON.stringify({ Resources: { Policy: resource } }, null, 2);
const inBucketPolicy = (document: unknown) =>
  template({ Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'reports', PolicyDocument: document } });

/** The same policy in each place that it may stand. */
const documents: Readonly<Record<string, { path: string; text: string }>> = {
  'an IAM policy on its own': { path: 'policy.json', text: JSON.stringify(policy, null, 2) },
  'a CloudFormation template in JSON': { path: 'template.json', text: inBucketPolicy(policy) },
  'a string in a CloudFormation template': { path: 'template.json', text: inBucketPolicy(JSON.stringify(policy)) },
  'a CloudFormation template in YAML': {
    path: 'template.yaml',
    text: `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: reports
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: { AWS: arn:aws:iam::111122223333:root }
            Action:
              - s3:Get*
              - "s3:PutObject"
            Resource: 'arn:aws:s3:::reports/*'
            Condition:
              StringNotLike: { 'aws:PrincipalTag/team': data-* }
              Bool: { aws:SecureTransport: "false" }
`,
  },
  'a block string in a CloudFormation template': {
    path: 'template.yaml',
    text: `Resources:
  Policy:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: reports
      PolicyDocument: |
${JSON.stringify(policy, null, 2).replace(/^/gm, '        ')}
`,
  },
  'a string in Terraform JSON': {
    path: 'main.tf.json',
    text: JSON.stringify({
      resource: { aws_s3_bucket_policy: { reports: { bucket: 'reports', policy: JSON.stringify(policy) } } },
    }),
  },
  'a resource that no rule is about': {
    path: 'template.json',
    text: template({ Type: 'Custom::Thing', Properties: { Anything: [{ Nested: policy }] } }),
  },
};

for (const [name, { path, text }] of Object.entries(documents)) {
  testEverywhere(`the words of a policy are coloured in ${name}`, {}, async (editor) => {
    editor.open(path, text, path.endsWith('yaml') ? 'yaml' : 'json');
    assert.deepEqual(await words(editor, path), wordsOfPolicy);
  });
}

test('what is filled in later keeps its colour, in short and long functions and in Terraform', async () => {
  await inEditor(async (editor) => {
    editor.open(
      'template.yaml',
      `Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyDocument:
            Statement:
              - Effect: Allow
                NotAction: !Sub '\${AWS::Region}:List?'
                NotResource:
                  - !Sub \${Bucket.Arn}/*
                  - Fn::Sub: arn:\${AWS::Partition}:s3:::logs-\${!aws:username}/*
                  - !GetAtt Bucket.Arn
        - PolicyDocument: !Sub '{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "\${Bucket.Arn}/a"}]}'
`,
    );
    assert.deepEqual(await words(editor, 'template.yaml'), [
      'namespace :',
      'method List',
      'policyWildcard ?',
      'variable /',
      'policyWildcard *',
      'variable arn:',
      'variable :s3:::logs-',
      'variable /',
      'policyWildcard *',
      'policyWildcard *',
      'variable /a',
    ]);
    editor.open('joined.yaml', inBucketPolicyYaml('Action: { "Fn::Join": ["", ["s3:", "Get*"]] }'));
    assert.deepEqual(await words(editor, 'joined.yaml'), []);
    const terraform = {
      policy: JSON.stringify({ Statement: { Effect: 'Allow', Resource: '${aws_s3_bucket.b.arn}/*' } }),
    };
    editor.open('main.tf.json', JSON.stringify({ resource: { aws_s3_bucket_policy: { p: terraform } } }), 'json');
    assert.deepEqual(await words(editor, 'main.tf.json'), ['variable /', 'policyWildcard *']);
  });
});

test('a policy that Terraform puts together is coloured where its words are written', async () => {
  await inEditor(async (editor) => {
    const configuration = {
      locals: { actions: ['s3:Get*'] },
      data: {
        aws_iam_policy_document: {
          reading: {
            statement: {
              effect: 'Deny',
              actions: '${local.actions}',
              resources: ['arn:aws:s3:::reports/*', '${join("/", ["arn:aws:s3:::logs", "*"])}'],
              condition: { test: 'StringLike', variable: 'aws:SourceVpc', values: ['vpc-*'] },
            },
          },
        },
      },
      resource: {
        aws_s3_bucket_policy: {
          reading: { bucket: 'reports', policy: '${data.aws_iam_policy_document.reading.json}' },
          writing: {
            bucket: 'reports',
            policy: '${jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:Put*", Resource = "*" }] })}',
          },
        },
      },
    };
    editor.open('main.tf.json', JSON.stringify(configuration, null, 2), 'json');
    assert.deepEqual(await words(editor, 'main.tf.json'), [
      'namespace s3:',
      'method Get',
      'policyWildcard *',
      'variable arn:aws:s3:::reports/',
      'policyWildcard *',
      'function StringLike',
      'namespace aws:',
      'property SourceVpc',
      'policyWildcard *',
      'namespace s3:',
      'method Put',
      'policyWildcard *',
      'policyWildcard *',
    ]);
  });
});

test('a star is a wildcard only where IAM takes one', async () => {
  await inEditor(async (editor) => {
    const allowed = (more: object) => JSON.stringify({ Statement: { Effect: 'Allow', ...more } });
    const cases: [object, string[]][] = [
      [{ Principal: '*' }, ['policyWildcard *']],
      [{ Principal: { AWS: ['*'], Service: 'sns.amazonaws.com' } }, ['policyWildcard *']],
      [{ Action: '*', Resource: '*' }, ['policyWildcard *', 'policyWildcard *']],
      [
        { Condition: { StringEquals: { 's3:prefix': '*' } } },
        ['function StringEquals', 'namespace s3:', 'property prefix'],
      ],
      [
        { Condition: { 'ForAnyValue:StringLike': { 'sts:x': ['a?', '${*}'] } } },
        ['function ForAnyValue:StringLike', 'namespace sts:', 'property x', 'policyWildcard ?'],
      ],
      [
        { Condition: { ArnEqualsIfExists: { 'aws:SourceArn': 'arn:aws:sns:*:1:t' } } },
        [
          'function ArnEqualsIfExists',
          'namespace aws:',
          'property SourceArn',
          'variable arn:aws:sns:',
          'policyWildcard *',
          'variable :1:t',
        ],
      ],
    ];
    for (const [i, [more, expected]] of cases.entries()) {
      editor.open(`${i}.json`, allowed(more), 'json');
      assert.deepEqual(await words(editor, `${i}.json`), expected);
    }
  });
});

test('other documents have no tokens, so that others may colour them', async () => {
  await inEditor(async (editor) => {
    editor.open('compose.yaml', 'services:\n  web:\n    image: "s3:GetObject"\n');
    assert.equal(await tokens(editor, 'compose.yaml'), null);
    editor.open('excluded.json', JSON.stringify(policy), 'json');
    editor.changeSettings({ exclude: ['excluded.json'] });
    await editor.until('the exclusion', () =>
      editor.log.some((line) => line.includes('excluded')) ? true : undefined,
    );
    assert.equal(await tokens(editor, 'excluded.json'), null);
  });
});

test('nothing outside of policies is coloured', async () => {
  await inEditor(async (editor) => {
    editor.open('template.yaml', encryptedDatabase);
    assert.deepEqual(await words(editor, 'template.yaml'), []);
    const rule = { Action: { Block: {} }, Statement: { ManagedRuleGroupStatement: { Name: 'arn:aws:x' } } };
    editor.open('waf.json', template({ Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [rule] } }), 'json');
    assert.deepEqual(await words(editor, 'waf.json'), []);
  });
});

test('a token does not span the lines of a text that folds them, and a byte order mark shifts the first line', async () => {
  await inEditor(async (editor) => {
    editor.open('marked.json', `\uFEFF${JSON.stringify(policy)}`, 'json');
    assert.deepEqual(await words(editor, 'marked.json'), wordsOfPolicy);
    const folded = inBucketPolicyYaml('Resource: "arn:aws:s3:::\\\n              reports/*"');
    editor.open('folded.yaml', folded);
    assert.deepEqual(await words(editor, 'folded.yaml'), [
      'variable arn:aws:s3:::\\',
      'variable reports/',
      'policyWildcard *',
    ]);
    const crlf = (documents['a CloudFormation template in YAML'] as { text: string }).text.replaceAll('\n', '\r\n');
    editor.open('crlf.yaml', crlf);
    assert.deepEqual(await words(editor, 'crlf.yaml'), wordsOfPolicy);
  });
});

test('a part of a document has the tokens of its lines', async () => {
  await inEditor(async (editor) => {
    const { text } = documents['a CloudFormation template in YAML'] as { text: string };
    editor.open('template.yaml', text);
    const line = text.split('\n').findIndex((one) => one.includes('s3:Get*'));
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    assert.deepEqual((await words(editor, 'template.yaml', range)).slice(0, 3), [
      'namespace s3:',
      'method Get',
      'policyWildcard *',
    ]);
    assert.equal((await words(editor, 'template.yaml', range)).length, 5);
  });
});

test('a policy that is being typed, or broken anywhere, has tokens in its text only', async () => {
  await inEditor(async (editor) => {
    for (const { path } of Object.values(documents)) {
      const languageId = path.endsWith('yaml') ? 'yaml' : 'json';
      editor.open(path, '', languageId);
    }
    const edit = fc.record({
      document: fc.constantFrom(...Object.values(documents)),
      from: fc.nat(1000),
      length: fc.nat(40),
      typed: fc.constantFrom('', '"', '\\', '\\u00', '{', '}', '*', '${', '\n', "'", '\uD83D\uDE00', ': ', '# '),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ document: { path, text }, from, length, typed }) => {
        const at = from % text.length;
        editor.change(path, text.slice(0, at) + typed + text.slice(at + length));
        await words(editor, path);
      }),
      { numRuns: 150 },
    );
    assert.deepEqual(
      editor.log.filter((line) => line.includes('semanticTokens')),
      [],
    );
  });
});

test('tokens come before the rest of a statement is typed', async () => {
  await inEditor(async (editor) => {
    editor.open('template.yaml', inBucketPolicyYaml('Action: s3:Get*'));
    assert.deepEqual(await words(editor, 'template.yaml'), ['namespace s3:', 'method Get', 'policyWildcard *']);
    editor.change('template.yaml', inBucketPolicyYaml('Action: "s3:'));
    assert.deepEqual(await words(editor, 'template.yaml'), ['namespace s3:']);
  });
});

test('a request that newer text overtakes is answered by that, and asked again gets the tokens of the new text', async () => {
  let slowly = false;
  const slow: typeof check = function* (...args) {
    while (slowly) yield;
    return yield* check(...args);
  };
  const editor = await FakeEditor.start('in process', { check: slow });
  try {
    editor.open('template.yaml', inBucketPolicyYaml('Action: s3:Get*'));
    await editor.diagnostics('template.yaml');
    slowly = true;
    editor.change('template.yaml', inBucketPolicyYaml('Action: s3:Put*'));
    const overtaken = tokens(editor, 'template.yaml').catch((error: { code: number }) => error.code);
    editor.change('template.yaml', inBucketPolicyYaml('Action: s3:List*'));
    slowly = false;
    assert.equal(await overtaken, LSPErrorCodes.ContentModified);
    assert.deepEqual(await words(editor, 'template.yaml'), ['namespace s3:', 'method List', 'policyWildcard *']);
  } finally {
    await editor.stop();
  }
});

test('the editor asks again when something else than the text changes its tokens, and not otherwise', async () => {
  const { workspace } = fullCapabilities;
  const capabilities = {
    ...fullCapabilities,
    workspace: { ...workspace, semanticTokens: { refreshSupport: true } },
  };
  await inEditor(
    async (editor) => {
      editor.open('policy.json', JSON.stringify(policy), 'json');
      assert.deepEqual(await words(editor, 'policy.json'), wordsOfPolicy);
      await editor.publishedAfter('policy.json', () => editor.changeSettings({ organizationId: 'o-exampleorgid' }));
      editor.change('policy.json', JSON.stringify({ ...policy, Id: 'other' }));
      assert.deepEqual(await words(editor, 'policy.json'), wordsOfPolicy);
      assert.equal(editor.tokenRefreshes, 0);

      editor.changeSettings({ exclude: ['policy.json'] });
      await editor.until('a refresh', () => editor.tokenRefreshes || undefined);
      assert.equal(await tokens(editor, 'policy.json'), null);
      editor.changeSettings({});
      await editor.until('another refresh', () => (editor.tokenRefreshes > 1 ? true : undefined));
      assert.deepEqual(await words(editor, 'policy.json'), wordsOfPolicy);
    },
    { capabilities },
  );
});

function inBucketPolicyYaml(element: string): string {
  return `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: reports
      PolicyDocument:
        Statement:
          - Effect: Allow
            ${element}
`;
}

function inEditor(work: (editor: FakeEditor) => Promise<void>, options = {}): Promise<void> {
  return withEditor('in process', options, work);
}

function tokens(editor: FakeEditor, path: string, range?: Range): Promise<SemanticTokens | null> {
  const textDocument = { uri: editor.uri(path) };
  return range
    ? editor.request('textDocument/semanticTokens/range', { textDocument, range })
    : editor.request('textDocument/semanticTokens/full', { textDocument });
}

/** The tokens of a document as `type text`; none where it has no answer. */
async function words(editor: FakeEditor, path: string, range?: Range): Promise<string[]> {
  const legend = editor.initialized?.capabilities.semanticTokensProvider?.legend as SemanticTokensLegend;
  const answer = await tokens(editor, path, range);
  return answer ? describeTokens(decodeTokens(answer, legend), editor.text(path)) : [];
}
