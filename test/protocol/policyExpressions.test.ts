import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseDocument } from '../../server/src/syntax/parse';
import { accepted, completeIn, inEditor, isShown } from '../support/completions';
import { hoverIn } from '../support/hovers';

/** A module with a policy that an expression makes, in a string of JSON. */
function inExpression(expression: string, type = 'aws_iam_policy', attribute = 'policy'): string {
  const written = JSON.stringify(`\${${expression}}`);
  return `{ "resource": { "${type}": { "access": { "${attribute}": ${written} } } } }`;
}

const encoded = (statement: string) =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", ${statement} }] })`;

/** The expression after a completion is accepted. */
async function completed(marked: string, label: string, trigger?: string): Promise<string> {
  return inEditor(async (editor) => {
    const { document, items } = await completeIn(editor, 'main.tf.json', marked, trigger);
    const item = items.find((one) => one.label === label);
    assert.ok(item, `${label} is not among ${items.map((one) => one.label).slice(0, 20)}`);
    assert.ok(isShown(document, item, marked), `${label} is not shown`);
    const text = accepted(document, item);
    const parsed = parseDocument('main.tf.json', text);
    assert.ok(!('skipped' in parsed) && parsed.problems.length === 0, text);
    const { resource } = JSON.parse(text);
    const [[, { access }]] = Object.entries(resource) as [[string, { access: Record<string, string> }]];
    return Object.values(access)[0] as string;
  });
}

const written: readonly [what: string, statement: string, label: string, after: string][] = [
  ['an action', 'Action = "s3:GetO│"', 's3:GetObject', 'Action = "s3:GetObject"'],
  ['an action in a list', 'Action = ["s3:PutObject", "s3:GetO│"]', 's3:GetObject', '["s3:PutObject", "s3:GetObject"]'],
  [
    'an item before others',
    'Action = ["s3:GetO│", "s3:PutObject"]',
    's3:GetObject',
    '["s3:GetObject", "s3:PutObject"]',
  ],
  [
    'an item without its comma',
    'Action = ["s3:GetO│" "s3:PutObject"]',
    's3:GetObject',
    '["s3:GetObject" "s3:PutObject"]',
  ],
  ['an item that is not in quotes', 'Action = [│]', 'acm:', 'Action = ["acm:"]'],
  ['an action that has no quote behind it', 'Action = ["s3:GetO│]', 's3:GetObject', 'Action = ["s3:GetObject"]'],
  ['a service', 'Action = "sq│"', 'sqs:', 'Action = "sqs:"'],
  ['an element', 'Acti│', 'Action', 'Action = '],
  ['an element in quotes', '"Acti│"', 'Action', '"Action" = '],
  ['an element that has its sign', 'Acti│ = "s3:GetObject"', 'Action', 'Action = "s3:GetObject"'],
  ['an effect behind a colon', '"NotAction": "s3:*", Effect: "De│"', 'Deny', 'Effect: "Deny"'],
  [
    'an operator',
    'Action = "s3:GetObject", Condition = { StringE│ }',
    'StringEquals',
    'Condition = { StringEquals =  }',
  ],
  [
    'a condition key',
    'Action = "s3:ListBucket", Condition = { StringLike = { "s3:pre│" } }',
    's3:prefix',
    'StringLike = { "s3:prefix" =  }',
  ],
  [
    'a condition key without quotes',
    'Action = "s3:ListBucket", Condition = { StringLike = { │ } }',
    's3:prefix',
    'StringLike = { "s3:prefix" =  }',
  ],
  [
    'the value of a condition',
    'Action = "s3:GetObject", Condition = { Bool = { "aws:SecureTransport" = "tr│" } }',
    'true',
    '"aws:SecureTransport" = "true"',
  ],
];

describe('In a policy that an expression makes, a completion writes', () => {
  for (const [what, statement, label, after] of written) {
    test(what, async () => {
      const expression = await completed(inExpression(encoded(statement)), label);
      assert.ok(expression.includes(after), expression);
    });
  }

  test('a principal, in the policy of a resource', async () => {
    const statement = encoded('Principal = { Service = "sche│" }, Action = "sts:AssumeRole"');
    const expression = await completed(
      inExpression(statement, 'aws_iam_role', 'assume_role_policy'),
      'scheduler.amazonaws.com',
    );
    assert.ok(expression.includes('Service = "scheduler.amazonaws.com"'), expression);
  });

  test('what a quote asks for, over several lines and beside other expressions', async () => {
    const statement =
      'var.open ? null : jsonencode({\n  Statement = [{\n    Effect = "Allow" # all\n    Resource = "${aws_s3_bucket.a.arn}/*"\n    Action = ["s3:PutObject", "│"]\n  }]\n})';
    const expression = await completed(inExpression(statement), 'acm:', '"');
    assert.ok(expression.includes('["s3:PutObject", "acm:"]'), expression);
  });
});

test('outside of what is made of an expression nothing of a policy is offered', async () => {
  const places = [
    inExpression('join("s3:GetO│", jsonencode({ Statement = [{ Effect = "Allow" }] }))'),
    inExpression('jsonencode({ Statement = [{ Effect = "Allow" }] }) == "s3:GetO│"'),
    inExpression(encoded('Action = "s3:GetO│"'), 'aws_iam_policy', 'description'),
    inExpression(encoded('Action = "s3:GetO│"'), 'aws_instance', 'user_data'),
    inExpression(encoded('Sid = "read s3:GetO│"')),
  ];
  for (const marked of places) {
    await inEditor(async (editor) => {
      const { items } = await completeIn(editor, 'main.tf.json', marked);
      assert.deepEqual(
        items.map(({ label }) => label),
        [],
        marked,
      );
    });
  }
});

test('a hover tells what an action, a key and an operator mean there', async () => {
  const words: readonly [statement: string, about: string, says: RegExp][] = [
    ['Action = ["s3:GetOb│ject"], Resource = "*"', 's3:GetObject', /access level read/],
    [
      'Action = "s3:ListBucket", Resource = "*", Condition = { StringLike = { "s3:pre│fix" = "a/*" } }',
      's3:prefix',
      /prefix/,
    ],
    [
      'Action = "s3:ListBucket", Resource = "*", Condition = { String│Like = { "s3:prefix" = "a/*" } }',
      'StringLike',
      /StringLike/,
    ],
  ];
  for (const [statement, about, says] of words) {
    const hover = await hoverIn('main.tf.json', inExpression(encoded(statement)));
    assert.ok(hover, about);
    assert.ok(hover.about.includes(about), hover.about);
    assert.match(hover.words, says);
  }
});
