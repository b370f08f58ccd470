import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inEditor } from '../support/completions';
import {
  accept,
  completionsIn,
  conditionSnippets,
  jsonStatement,
  key,
  policyStart,
  statement,
} from '../support/snippetCompletions';

const conditions: readonly [where: string, path: string, text: string][] = [
  ['in a statement', 'template.yaml', `${policyStart}${statement}\n            │\n`],
  [
    'between lines that end in CRLF',
    'template.yaml',
    `${policyStart}${statement}\n            │\n${key.replace('Old', 'Next')}`.replaceAll('\n', '\r\n'),
  ],
  ['behind a condition', 'template.yaml', `${policyStart}${statement}\n            Condition: │\n`],
  ['below a condition', 'template.yaml', `${policyStart}${statement}\n            Condition:\n              dp-│\n`],
  ['in a statement of a bare policy', 'policy.json', `{ "Statement": [ { ${jsonStatement} │ } ] }`],
  ['in the only statement of a bare policy', 'policy.json', `{ "Statement": { │${jsonStatement} } }`],
  ['in a condition of a bare policy', 'policy.json', `{ "Statement": [ { ${jsonStatement}, "Condition": {│} } ] }`],
];

/** A role with a data source for its policy, of which the end of a statement is to be written. */
const trusted = (rest: string) =>
  JSON.stringify({
    resource: { aws_iam_role: { sender: { assume_role_policy: '${data.aws_iam_policy_document.trust.json}' } } },
  }).replace(
    /}$/,
    `, "data": { "aws_iam_policy_document": { "trust": { "statement": [
  {
    "effect": "Allow", "principals": { "type": "AWS", "identifiers": ["arn:aws:iam::111122223333:root"] },
    "actions": ["sts:AssumeRole"]${rest}
  }
] } } } }`,
  );
const blocks: readonly [where: string, rest: string][] = [
  ['in a statement', '\n    │'],
  ['behind a condition', ', "condition": │'],
  ['in a condition', ', "condition": {│}'],
  ['in a list of conditions', ', "condition": [│]'],
  [
    'behind another condition',
    ', "condition": [{ "test": "Bool", "variable": "aws:SecureTransport", "values": ["true"] } │]',
  ],
];

describe('In the data source that writes a policy, conditions are offered', () => {
  for (const [where, rest] of blocks) {
    test(where, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, 'main.tf.json', trusted(rest)));
      assert.deepEqual(items.map(({ label }) => label).sort(), conditionSnippets);
      for (const prefix of conditionSnippets) {
        const { data } = JSON.parse(await accept('main.tf.json', trusted(rest), prefix));
        const [{ condition }] = data.aws_iam_policy_document.trust.statement;
        assert.deepEqual(Object.keys([condition].flat().at(-1)), ['test', 'variable', 'values']);
      }
    });
  }

  test('as a whole only', async () => {
    for (const rest of [
      ', "condition": { "test": "Bool" │ }',
      ', "condition": {}, │',
      ', "condition": { "values": [│] }',
    ]) {
      const { items } = await inEditor((editor) => completionsIn(editor, 'main.tf.json', trusted(rest)));
      assert.deepEqual(
        items.map(({ label }) => label),
        [],
        rest,
      );
    }
  });
});

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
