import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents, inBucketPolicyYaml, policy, template, wordsOfPolicy } from '../support/colouredPolicies';
import { inEditor } from '../support/completions';
import { colouredWords, requestTokens } from '../support/semanticTokens';
import { encryptedDatabase, testEverywhere } from './documents';

for (const [name, { path, text }] of Object.entries(documents)) {
  testEverywhere(`the words of a policy are coloured in ${name}`, {}, async (editor) => {
    editor.open(path, text, path.endsWith('yaml') ? 'yaml' : 'json');
    assert.deepEqual(await colouredWords(editor, path), wordsOfPolicy);
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
    assert.deepEqual(await colouredWords(editor, 'template.yaml'), [
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
    assert.deepEqual(await colouredWords(editor, 'joined.yaml'), ['namespace s3:', 'method Get', 'policyWildcard *']);
    const terraform = {
      policy: JSON.stringify({ Statement: { Effect: 'Allow', Resource: '${aws_s3_bucket.b.arn}/*' } }),
    };
    editor.open('main.tf.json', JSON.stringify({ resource: { aws_s3_bucket_policy: { p: terraform } } }), 'json');
    assert.deepEqual(await colouredWords(editor, 'main.tf.json'), ['variable /', 'policyWildcard *']);
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
    assert.deepEqual(await colouredWords(editor, 'main.tf.json'), [
      'namespace s3:',
      'method Get',
      'policyWildcard *',
      'variable arn:aws:s3:::reports/',
      'policyWildcard *',
      'variable /',
      'variable arn:aws:s3:::logs',
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
      assert.deepEqual(await colouredWords(editor, `${i}.json`), expected);
    }
  });
});

test('other documents have no tokens, so that others may colour them', async () => {
  await inEditor(async (editor) => {
    editor.open('compose.yaml', 'services:\n  web:\n    image: "s3:GetObject"\n');
    assert.equal(await requestTokens(editor, 'compose.yaml'), null);
    editor.open('excluded.json', JSON.stringify(policy), 'json');
    editor.changeSettings({ exclude: ['excluded.json'] });
    await editor.until('the exclusion', () =>
      editor.log.some((line) => line.includes('excluded')) ? true : undefined,
    );
    assert.equal(await requestTokens(editor, 'excluded.json'), null);
  });
});

test('nothing outside of policies is coloured', async () => {
  await inEditor(async (editor) => {
    editor.open('template.yaml', encryptedDatabase);
    assert.deepEqual(await colouredWords(editor, 'template.yaml'), []);
    const rule = { Action: { Block: {} }, Statement: { ManagedRuleGroupStatement: { Name: 'arn:aws:x' } } };
    editor.open('waf.json', template({ Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [rule] } }), 'json');
    assert.deepEqual(await colouredWords(editor, 'waf.json'), []);
  });
});
