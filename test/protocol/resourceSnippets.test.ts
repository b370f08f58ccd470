import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inEditor } from '../support/completions';
import { accept, completionsIn, conditionSnippets, jsonKey, key } from '../support/snippetCompletions';

const resourceSnippets = ['dp-bucket', 'dp-bucket-policy', 'dp-endpoint-sts', 'dp-key', 'dp-role-trust'];

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
    '{\n  "resource": {\n    "aws_sns_topic": { "t": { "kms_master_key_id": "alias/orders", "policy": "${var.policy}" } }\n    │\n  }\n}\n',
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
