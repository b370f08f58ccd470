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

test('an encoded policy is read where it stands in the expression, and not written to', () => {
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
  const text = assertFindings('main.tf.json', marked, about);
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
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

test('an open endpoint policy is found in a data source, under the star that opens it', () => {
  const statement = `{"actions": ["*"], "resources": ["*"], "principals": [{"type": "AWS", "identifiers": ["⟦vpc-endpoint-policy-open|*⟧"]}]}`;
  const text = `{
  "resource": {"aws_vpc_endpoint": {"e": {"vpc_id": "vpc-1", "service_name": "com.amazonaws.eu-west-1.sqs", "vpc_endpoint_type": "Interface", "private_dns_enabled": true, "policy": "${use}"}}},
  ${documents({ d: `{"statement": ${statement}}` })}
}
`;
  const unmarked = assertFindings('main.tf.json', text, about);
  const checked = checkText('main.tf.json', unmarked);
  const finding = checked.findings.find((one) => one.rule === 'vpc-endpoint-policy-open');
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
});
