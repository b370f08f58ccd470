import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText, proveFix, shown } from '../../support/checking';
import { assertFileFindings } from '../../support/files';
import { assertFindings } from '../../support/marked';

const path = 'main.tf.json';
const misspelt = '{"actions": ["⟦policy-unknown-action|s3:GetObjekt⟧"], "resources": ["arn:aws:s3:::orders/*"]}';
const anyone = '"principals": [{"type": "*", "identifiers": ["⟦vpc-endpoint-policy-open|*⟧"]}]';
const open = `{"actions": ["sqs:*"], "resources": ["*"], ${anyone}}`;
const use = '${data.aws_iam_policy_document.d.json}';
const withoutMarks = (text: string) => text.replace(/⟦[\w -]+\|([^⟧]*)⟧/g, '$1');

/** A module of data sources, by name, and of other sections. */
function module(sources: Readonly<Record<string, string>>, sections = ''): string {
  const blocks = Object.entries(sources).map(([name, body]) => `"${name}": ${body}`);
  return `{
  "provider": {"aws": {}},
  "data": {"aws_iam_policy_document": {${blocks.join(', ')}}}${sections && `,\n  ${sections}`}
}
`;
}

/** One data source with a statement, and what the module does with it. */
const document = (statement: string, sections = '') => module({ d: `{"statement": [${statement}]}` }, sections);

describe('A policy of a data source is judged on its own', () => {
  for (const [where, sections] of [
    ['that nothing uses', ''],
    ['that is put out', `"output": {"policy": {"value": "${use}"}}`],
    ['that is an argument of a module that is not read', `"module": {"m": {"source": "a/b/aws", "policy": "${use}"}}`],
    ['that only a local holds', `"locals": {"policies": {"reading": "${use}"}}`],
    ['whose address alone a resource has', `"resource": {"aws_eip": {"e": {"depends_on": ["${use.slice(2, -6)}"]}}}`],
  ] as const) {
    test(where, () => {
      assertFindings(path, document(`${misspelt}, ${open}`, sections));
    });
  }

  test('for what its statements show it to be for', () => {
    const all = (more = '') => `{"actions": ["⟦iam-full-access|*⟧"], "resources": ["*"]${more}}`;
    assertFindings(path, document(all()), /^iam-full-access$/);
    const guard = '{"effect": "Deny", "actions": ["s3:DeleteBucket"], "resources": ["*"]}';
    assertFindings(path, document(withoutMarks(`${all()}, ${guard}`)), /^iam-full-access$/);
    const service = '⟦policy-confused-deputy|cloudtrail.amazonaws.com⟧';
    const writing = `{"actions": ["s3:PutObject"], "resources": ["arn:aws:s3:::logs/*"], "principals": [{"type": "Service", "identifiers": ["${service}"]}]}`;
    assertFindings(path, document(writing), /^policy-confused-deputy$/);
  });

  test('as part of the one that takes it in', () => {
    const taking = (how: string) =>
      module({
        d: `{"statement": [${misspelt}]}`,
        all: `{"${how}": ["${use}"], "statement": [{"sid": "Denied", "effect": "Deny", "actions": ["s3:DeleteBucket"], "resources": ["*"]}]}`,
      });
    for (const how of ['source_policy_documents', 'override_policy_documents']) {
      const text = assertFindings(path, taking(how), /^policy-/);
      assert.deepEqual(
        checkText(path, text).findings.map(({ resource }) => resource?.address),
        ['data.aws_iam_policy_document.all'],
      );
    }
  });

  test('with as much weight as its count has', () => {
    const counted = (count: string) =>
      module(
        { d: `{"count": ${count}, "statement": [${misspelt}]}` },
        '"variable": {"on": {"type": "bool", "default": false}}',
      );
    assertFindings(path, withoutMarks(counted('0')));
    const [finding] = checkText(path, withoutMarks(counted('"${var.on ? 1 : 0}"'))).findings;
    assert.equal(finding?.severity, 'information');
  });

  test('but not by what nobody can know', () => {
    const unknown = '{"actions": ["${var.action}"], "resources": ["${var.arn}"]}';
    assertFindings(path, document(unknown, '"variable": {"action": {}, "arn": {}}'));
    const filledIn =
      '{"actions": ["s3:GetObject"], "resources": ["_S3_BUCKET_ARN_/*", "⟦policy-malformed-arn|my-bucket⟧"]}';
    assertFindings(path, document(filledIn), /^policy-/);
  });
});

describe('A policy of a data source that a resource uses is judged there only', () => {
  const policy = (value: string) => `"resource": {"aws_iam_policy": {"p": {"policy": "${value}"}}}`;
  const holders = (text: string) =>
    checkText(path, text).findings.map(({ rule, resource }) => `${rule} of ${resource?.address}`);

  test('be it named, in a local, chosen or passed through a function', () => {
    for (const [value, more] of [
      [use, ''],
      ['${local.p}', `, "locals": {"p": "${use}"}`],
      ['${local.p.reading}', `, "locals": {"p": {"reading": "${use}"}}`],
      [`\${var.on ? ${use.slice(2, -1)} : null}`, ', "variable": {"on": {"default": true}}'],
      [`\${jsonencode(jsondecode(${use.slice(2, -1)}))}`, ''],
    ]) {
      const text = assertFindings(path, document(misspelt, `${policy(value as string)}${more}`));
      assert.deepEqual(holders(text), ['policy-unknown-action of aws_iam_policy.p']);
    }
  });

  test('also where it is put out as well, or another that is used takes it in', () => {
    const output = `${policy(use)}, "output": {"policy": {"value": "${use}"}}`;
    assert.deepEqual(holders(assertFindings(path, document(misspelt, output))), [
      'policy-unknown-action of aws_iam_policy.p',
    ]);
    const sources = {
      s: `{"statement": [${misspelt}]}`,
      d: `{"source_policy_documents": ["${use.replace('.d.', '.s.')}"]}`,
    };
    assert.deepEqual(holders(assertFindings(path, module(sources, policy(use)))), [
      'policy-unknown-action of aws_iam_policy.p',
    ]);
  });

  test('is not judged as one of its own where what becomes of it is not known', () => {
    const filledIn = `\${replace(${use.slice(2, -1)}, var.word, \\"s3:GetObject\\")}`;
    assertFindings(path, withoutMarks(document(misspelt, `${policy(filledIn)}, "variable": {"word": {}}`)));
  });

  test('also in a module that is called and read', async () => {
    const called = '{"variable": {"policy": {}}, "resource": {"aws_iam_policy": {"p": {"policy": "${var.policy}"}}}}';
    const main = document(withoutMarks(open), `"module": {"m": {"source": "./m", "policy": "${use}"}}`);
    const texts = { '/w/main.tf.json': main, '/w/m/main.tf.json': called };
    await assertFileFindings(texts, '/w/main.tf.json', ['vpc-endpoint-policy-open']);
  });
});

test('the fixes of a policy on its own are written as blocks of its data source', () => {
  const text = withoutMarks(document(`${misspelt}, ${open}`, `"output": {"policy": {"value": "${use}"}}`));
  const checked = checkText(path, text);
  const after = checked.findings.flatMap((finding) => {
    const fixes = fixesFor(checked, finding);
    assert.ok(fixes.length > 0, `there is no fix for ${shown(finding)}`);
    return fixes.map((fix) => [fix.title, proveFix(checked, finding, fix)] as const);
  });
  const textAfter = (title: string) => after.find(([one]) => one.startsWith(title))?.[1] ?? assert.fail(title);
  assert.match(textAfter('Write s3:GetObject'), /"actions": \["s3:GetObject"\]/);
  assert.match(textAfter('Allow only this account'), /"condition": \[\s*\{\s*"test": "StringEquals",\s*"variable"/);
});
