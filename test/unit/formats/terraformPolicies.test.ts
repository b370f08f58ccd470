import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText, proveFix, shown } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^(?:s3-bucket-tls-only|vpc-endpoint-policy-open)$/;

/** A bucket whose policy is an expression, and the rest of a module. */
function module(policy: string, rest = ''): string {
  return `{
  "resource": {
    "aws_s3_bucket": {"b": {"bucket": "logs"}},
    "aws_s3_bucket_policy": {"p": {"bucket": "\${aws_s3_bucket.b.id}", "policy": "${policy}"}}
  }${rest && `,\n  ${rest}`}
}
`;
}

/** Data sources that write policies. */
function documents(sources: Readonly<Record<string, string>>): string {
  const blocks = Object.entries(sources).map(([name, body]) => `"${name}": ${body}`);
  return `"data": {"aws_iam_policy_document": {${blocks.join(', ')}}}`;
}

const everything = '"resources": ["${aws_s3_bucket.b.arn}", "${aws_s3_bucket.b.arn}/*"]';
const anyone = '"principals": {"type": "*", "identifiers": ["*"]}';
const plainHttp = '"condition": [{"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]}]';
const denial = `{"sid": "Tls", "effect": "Deny", ${anyone}, "actions": ["s3:*"], ${everything}, ${plainHttp}}`;
const reading = `{"sid": "Read", "actions": ["s3:GetObject"], ${everything}, "principals": [{"type": "AWS", "identifiers": ["123456789012"]}]}`;
const use = '${data.aws_iam_policy_document.d.json}';

test('a policy that a data source writes is held against the rules', () => {
  assertFindings('main.tf.json', module(use, documents({ d: `{"statement": [${denial}, ${reading}]}` })), about);
  assertFindings('main.tf.json', module(use, documents({ d: `[{"statement": ${denial}}]` })), about);
  assertFindings(
    'main.tf.json',
    module(use, documents({ d: `{"⟦s3-bucket-tls-only|statement⟧": [${reading}]}` })),
    about,
  );
  const allowed = denial.replace('"Deny"', '"Allow"');
  assertFindings(
    'main.tf.json',
    module(use, documents({ d: `{"⟦s3-bucket-tls-only|statement⟧": [${allowed}]}` })),
    about,
  );
});

test('a policy document that depends on what is not known is not judged', () => {
  const dynamic = '"dynamic": {"statement": {"for_each": "${var.x}", "content": {}}}, "statement": []';
  const rest = (body: string) => `${documents({ d: body })}, "variable": {"x": {}}`;
  assertFindings('main.tf.json', module(use, rest(`{${dynamic}}`)), about);
  assertFindings('main.tf.json', module(use, rest(`{"statement": "\${var.x}"}`)), about);
  assertFindings('main.tf.json', module(use, rest(`{"source_policy_documents": ["\${var.x}"]}`)), about);
  assertFindings('main.tf.json', module('${data.aws_iam_policy_document.gone.json}'), about);
  assertFindings('main.tf.json', module('${file(\\"policy.json\\")}'), about);
});

test('source and overriding documents are merged by the ids of their statements', () => {
  const sourced = {
    s: `{"statement": ${denial}}`,
    d: `{"source_policy_documents": ["\${data.aws_iam_policy_document.s.json}"], "statement": ${reading}}`,
  };
  assertFindings('main.tf.json', module(use, documents(sourced)), about);
  const replaced = denial.replace('"Deny"', '"Allow"');
  const overridden = (own: string, by: string) => ({
    o: `{"statement": ${by}}`,
    d: `{"⟦s3-bucket-tls-only|statement⟧": ${own}, "override_policy_documents": ["\${data.aws_iam_policy_document.o.json}"]}`,
  });
  assertFindings('main.tf.json', module(use, documents(overridden(denial, replaced))), about);
  const { o = '', d = '' } = overridden(replaced, denial);
  assertFindings('main.tf.json', module(use, documents({ o, d: d.replace(/⟦[\w-]+\|(\w+)⟧/, '$1') })), about);
  const inText = JSON.stringify(
    `{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}`,
  );
  assertFindings('main.tf.json', module(use, documents({ d: `{"source_json": ${inText}}` })), about);
});

test('a statement is added to the data source that writes the policy', () => {
  for (const statements of [`[${reading}]`, reading]) {
    const text = module(use, documents({ d: `{"statement": ${statements}}` }));
    const checked = checkText('main.tf.json', text);
    const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
    assert.ok(finding);
    const [fix] = fixesFor(checked, finding);
    assert.ok(fix);
    const { data } = JSON.parse(proveFix(checked, finding, fix));
    const [, added] = data.aws_iam_policy_document.d.statement;
    assert.deepEqual(added.principals, [{ type: '*', identifiers: ['*'] }]);
    assert.deepEqual(added.condition, [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }]);
    assert.equal(added.effect, 'Deny');
  }
});

test('a data source that serves others too is not written to', () => {
  const text = module(use, `${documents({ d: `{"statement": [${reading}]}` })}, "output": {"o": {"value": "${use}"}}`);
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
});

test('an encoded policy is read where it stands in the expression', () => {
  const encoded = (effect: string) =>
    `\${jsonencode({
      Version = \\"2012-10-17\\"
      Statement = [{
        Effect = \\"${effect}\\", Principal = \\"*\\", Action = \\"s3:*\\", Resource = [aws_s3_bucket.b.arn, \\"\${aws_s3_bucket.b.arn}/*\\"]
        Condition = { Bool = { \\"aws:SecureTransport\\" = \\"false\\" } }
      }]
    })}`.replaceAll('\n', '\\n');
  assertFindings('main.tf.json', module(encoded('Deny')), about);
  const marked = module(encoded('Allow').replace('Statement', '⟦s3-bucket-tls-only|Statement⟧'));
  assertFindings('main.tf.json', marked, about);
});

test('a policy that is encoded of a local is written to where it stands', () => {
  const rest = '"locals": {"policy": {"Version": "2012-10-17", "Statement": []}}';
  const text = module('${jsonencode(local.policy)}', rest);
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  assert.ok(finding, checked.findings.map(shown).join('\n'));
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix);
  const { locals } = JSON.parse(proveFix(checked, finding, fix));
  assert.equal(locals.policy.Statement[0].Effect, 'Deny');
});

/** A module whose endpoint has a policy that data sources write. */
function endpointModule(sources: Readonly<Record<string, string>>, policy = use): string {
  return `{
  "resource": {"aws_vpc_endpoint": {"e": {"vpc_id": "vpc-1", "service_name": "com.amazonaws.eu-west-1.sqs", "vpc_endpoint_type": "Interface", "private_dns_enabled": true, "policy": "${policy}"}}},
  ${documents(sources)}
}
`;
}

/** The edited text of the first fix for a rule's finding, which is proven; `undefined` without a fix. */
function fixedFirst(text: string, rule: string): string | undefined {
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => one.rule === rule);
  assert.ok(finding, checked.findings.map(shown).join('\n'));
  const [fix] = fixesFor(checked, finding);
  return fix && proveFix(checked, finding, fix);
}

test('an open endpoint policy is found in a data source, under the star that opens it, and closed there', () => {
  const statement = `{"actions": ["*"], "resources": ["*"], "principals": [{"type": "AWS", "identifiers": ["⟦vpc-endpoint-policy-open|*⟧"]}]}`;
  const text = assertFindings('main.tf.json', endpointModule({ d: `{"statement": ${statement}}` }), about);
  const { data } = JSON.parse(fixedFirst(text, 'vpc-endpoint-policy-open') as string);
  const account = '${data.aws_caller_identity.current.account_id}';
  assert.deepEqual(data.aws_iam_policy_document.d.statement, {
    actions: ['sqs:*'],
    resources: ['*'],
    principals: [{ type: 'AWS', identifiers: ['*'] }],
    condition: [
      { test: 'StringEquals', variable: 'aws:PrincipalAccount', values: [account] },
      { test: 'StringEquals', variable: 'aws:ResourceAccount', values: [account] },
    ],
  });
});

/** A queue for everyone, with more in its statement. */
function openQueue(sources: Readonly<Record<string, string>>, rest = ''): string {
  return `{
  "resource": {"aws_sqs_queue_policy": {"p": {"queue_url": "https://sqs.eu-west-1.amazonaws.com/111122223333/orders", "policy": "${use}"}}},
  ${documents(sources)}${rest}
}
`;
}

const sending = `${anyone}, "actions": ["sqs:SendMessage"], "resources": ["arn:aws:sqs:eu-west-1:111122223333:orders"]`;
const overTls = '{"test": "Bool", "variable": "aws:SecureTransport", "values": ["true"]}';

test('a condition is added to those of a statement in a data source, be they one or a list', () => {
  for (const condition of [overTls, `[${overTls}]`]) {
    const text = openQueue({ d: `{"statement": [{${sending}, "condition": ${condition}}]}` });
    const { data } = JSON.parse(fixedFirst(text, 'policy-public-access') as string);
    assert.deepEqual(data.aws_iam_policy_document.d.statement[0].condition, [
      JSON.parse(overTls),
      {
        test: 'StringEquals',
        variable: 'aws:PrincipalAccount',
        values: ['${data.aws_caller_identity.current.account_id}'],
      },
    ]);
  }
});

test('elements of a statement in a data source are mended in its own words', () => {
  const nearly = denial
    .replace('"s3:*"', '"s3:GetObject"')
    .replace(anyone, '"principals": {"type": "AWS", "identifiers": ["111122223333"]}');
  const text = module(use, documents({ d: `{"statement": [${nearly}]}` }));
  const { data } = JSON.parse(fixedFirst(text, 's3-bucket-tls-only') as string);
  const [statement, ...added] = data.aws_iam_policy_document.d.statement;
  assert.deepEqual(added, []);
  assert.deepEqual(statement.actions, ['s3:*']);
  assert.deepEqual(statement.principals, [{ type: '*', identifiers: ['*'] }]);
});

test('a condition is not added where the same key is tested: values beside others let more through', () => {
  const bound = (test: string) =>
    openQueue({
      d: `{"statement": {${sending}, "condition": {"test": "${test}", "variable": "aws:principalaccount", "values": ["000000000000"]}}}`,
    });
  const keyAdded = (test: string) => {
    const { data } = JSON.parse(fixedFirst(bound(test), 'policy-public-access') as string);
    return data.aws_iam_policy_document.d.statement.condition[1].variable;
  };
  assert.equal(keyAdded('StringLike'), 'aws:PrincipalAccount');
  assert.equal(keyAdded('StringEquals'), 'aws:PrincipalOrgID');
});

test('a statement is not written to where its data source serves another, is overridden, or makes it of many', () => {
  const plain = `{"statement": [{${sending}}]}`;
  const cases: [string, string][] = [
    [openQueue({ d: plain }, `, "output": {"o": {"value": "${use}"}}`), 'it serves an output too'],
    [
      openQueue({ s: plain, d: '{"source_policy_documents": ["${data.aws_iam_policy_document.s.json}"]}' }),
      'it stands in another document',
    ],
    [
      openQueue({
        o: `{"statement": {"sid": "Tls", "effect": "Deny", ${sending}, ${plainHttp}}}`,
        d: `{"statement": [{${sending}}], "override_policy_documents": ["\${data.aws_iam_policy_document.o.json}"]}`,
      }),
      'it is overridden',
    ],
    [
      openQueue({
        d: `{"dynamic": {"statement": {"for_each": ["orders"], "content": {${sending}}}}}`,
      }),
      'it is made of a list',
    ],
  ];
  for (const [text, why] of cases) assert.equal(fixedFirst(text, 'policy-public-access'), undefined, why);
});
