import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { terraform } from '../../../server/src/formats/terraform';
import type { SyntaxDocument } from '../../../server/src/syntax/node';
import { parseDocument } from '../../../server/src/syntax/parse';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { unitOf } from '../../../tools/examples';
import { checkText, checkUnit, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const recovery = /^dynamodb-point-in-time-recovery$/;
const encryption = /^sqs-encryption$/;

/** A module with one table and other sections, as a marked document. */
function table(body: string, sections = ''): string {
  return `{"resource": {"aws_dynamodb_table": {${body}}}${sections && `, ${sections}`}}\n`;
}

function likelihood(body: object, sections: object = {}): string | undefined {
  const content = { resource: { aws_sqs_queue: { q: body } }, ...sections };
  return terraform.lower(unitOf('main.tf.json', JSON.stringify(content))).resources[0]?.likelihood;
}

test('a count says how likely a resource is', () => {
  const variable = (fallback: unknown) => ({ variable: { v: { default: fallback } } });
  assert.equal(likelihood({ count: '${1 > 0 ? 1 : 0}' }), 'certain');
  assert.equal(likelihood({ count: '${length([]) > 0 ? 1 : 0}' }), undefined);
  assert.equal(likelihood({ count: '${var.v ? 1 : 0}' }, variable(true)), 'byDefault');
  assert.equal(likelihood({ count: '${var.v ? 1 : 0}' }, variable(false)), 'notByDefault');
  assert.equal(likelihood({ count: '${var.v ? 1 : 0}' }, { variable: { v: {} } }), 'open');
  assert.equal(likelihood({ count: '${var.v}' }, variable(2)), 'byDefault');
  assert.equal(likelihood({ count: '${var.v}' }, variable(0)), 'notByDefault');
});

test('for_each over nothing is no resource, over what is not known an open one', () => {
  assert.equal(likelihood({ for_each: {} }), undefined);
  assert.equal(likelihood({ for_each: '${toset([])}' }), undefined);
  assert.equal(likelihood({ for_each: '${toset(["a"])}' }), 'certain');
  assert.equal(likelihood({ for_each: { a: 1 } }), 'certain');
  assert.equal(likelihood({ for_each: '${var.v}' }, { variable: { v: { default: {} } } }), 'notByDefault');
  assert.equal(likelihood({ for_each: '${data.aws_x.y.z}' }), 'open');
});

test('each value is held against a rule where it is written', () => {
  assertFindings(
    'main.tf.json',
    `{
  "locals": {"queues": {"a": {"encrypted": "⟦sqs-encryption|false⟧"}, "b": {"encrypted": "true"}, "c": {}}},
  "resource": {"aws_sqs_queue": {"q": {
    "for_each": "\${local.queues}",
    "name": "\${each.key}",
    "sqs_managed_sse_enabled": "\${try(each.value.encrypted, true)}"
  }}}
}
`,
    encryption,
  );
});

test('what a count depends on is settled inside its block', () => {
  assertFindings(
    'main.tf.json',
    `{
  "variable": {"encrypted": {}},
  "resource": {"aws_sqs_queue": {
    "a": {"count": "\${var.encrypted ? 1 : 0}", "sqs_managed_sse_enabled": "\${var.encrypted}"},
    "b": {"count": "\${var.encrypted ? 0 : 1}", "sqs_managed_sse_enabled": "\${var.encrypted ? \\"false\\" : \\"true\\"}"},
    "c": {"count": "\${var.encrypted ? 1 : 0}", "sqs_managed_sse_enabled": "\${var.encrypted ? ⟦sqs-encryption|false⟧ : true}"}
  }}
}
`,
    encryption,
  );
});

test('a dynamic block over something known is there as its content says', () => {
  const block = (forEach: string, enabled: string) =>
    `"t": {"dynamic": {"point_in_time_recovery": {"for_each": ${forEach}, "content": {"enabled": ${enabled}}}}}`;
  assertFindings('main.tf.json', table(block('[1]', 'true')), recovery);
  assertFindings('main.tf.json', table(block('[1]', '⟦dynamodb-point-in-time-recovery|false⟧')), recovery);
  assertFindings(
    'main.tf.json',
    table(block('["⟦dynamodb-point-in-time-recovery|false⟧"]', '"${point_in_time_recovery.value}"')),
    recovery,
  );
  assertFindings('main.tf.json', table(block('"${var.x}"', 'true'), '"variable": {"x": {}}'), recovery);
  assertFindings(
    'main.tf.json',
    table(
      block('"${var.x}"', 'true').replace('"t"', '"⟦dynamodb-point-in-time-recovery|t⟧"'),
      '"variable": {"x": {"default": []}}',
    ),
    recovery,
  );
  assertFindings(
    'main.tf.json',
    table(block('"${var.x ? [1] : [2]}"', '"${var.x || !var.x}"'), '"variable": {"x": {}}'),
    recovery,
  );
});

test('an iterator may have a name of its own, and a condition around a block holds in it', () => {
  // Where the variable is set to false there is no block at all, which is told quietly.
  assertFindings(
    'main.tf.json',
    table(
      `"⟦dynamodb-point-in-time-recovery|t⟧": {"dynamic": [{"point_in_time_recovery": [{
        "for_each": "\${var.on ? [true] : []}", "iterator": "it", "content": [{"enabled": "\${var.on && it.value}"}]
      }]}]}`,
      '"variable": {"on": {"default": true}}',
    ),
    recovery,
  );
});

test('nothing is written beside a dynamic block that writes the same', () => {
  const text = table('"t": {"dynamic": {"point_in_time_recovery": {"for_each": [], "content": {"enabled": true}}}}');
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => recovery.test(one.rule));
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
});

test('a fix inside an expression replaces the very word, and leaves what is computed alone', () => {
  const fixed = (value: string) => {
    const text = `{"resource": {"aws_sqs_queue": {"q": {"sqs_managed_sse_enabled": ${value}}}}}\n`;
    const checked = checkText('main.tf.json', text);
    const finding = checked.findings.find((one) => one.rule === 'sqs-encryption');
    assert.ok(finding, value);
    const [fix] = fixesFor(checked, finding);
    return fix && proveFix(checked, finding, fix);
  };
  assert.match(fixed('"${true ? false : null}"') ?? '', /\$\{true \? true : null\}/);
  assert.match(fixed('"${true ? \\"false\\" : null}"') ?? '', /\$\{true \? \\"true\\" : null\}/);
  assert.equal(fixed('"${lower(\\"FALSE\\")}"'), undefined);
});

test('no fix refers to a resource of which there are several', () => {
  const text = '{"resource": {"aws_s3_bucket": {"b": {"count": 2, "bucket": "x"}}}}\n';
  const checked = checkText('main.tf.json', text);
  const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
  assert.ok(finding);
  assert.deepEqual(fixesFor(checked, finding), []);
});

test('override files replace what they write, and are fixed where they stand', () => {
  const document = (path: string, content: object): SyntaxDocument => {
    const parsed = parseDocument(path, JSON.stringify(content));
    assert.ok(!('skipped' in parsed));
    return parsed;
  };
  const queue = (encrypted: boolean) => ({
    resource: { aws_sqs_queue: { q: { sqs_managed_sse_enabled: encrypted } } },
  });
  const findings = (documents: readonly SyntaxDocument[]) =>
    checkUnit({ format: 'terraform', documents, partial: false }).findings.filter((one) => encryption.test(one.rule));
  const right = document('m/main.tf.json', queue(true));
  const wrong = document('m/main.tf.json', queue(false));
  assert.deepEqual(findings([document('m/a_override.tf.json', queue(true)), wrong]), []);
  const [finding, ...others] = findings([document('m/override.tf.json', queue(false)), right]);
  assert.ok(finding && others.length === 0);
  assert.equal(rangeOf(finding.origin).document.path, 'm/override.tf.json');
  const last = [document('m/b_override.tf.json', queue(true)), document('m/a_override.tf.json', queue(false)), right];
  assert.deepEqual(findings(last), []);
  const named = {
    resource: { aws_sqs_queue: { q: { sqs_managed_sse_enabled: '${local.on}' } } },
    locals: { on: false },
  };
  assert.deepEqual(
    findings([document('m/override.tf.json', { locals: { on: true } }), document('m/main.tf.json', named)]),
    [],
  );
  const variable = { ...named, locals: { on: '${var.on}' }, variable: { on: { type: 'bool', default: false } } };
  const overriding = document('m/override.tf.json', { variable: { on: { default: true } } });
  assert.deepEqual(findings([overriding, document('m/main.tf.json', variable)]), []);
});

test('moved and removed blocks are no resources', () => {
  const content = {
    moved: [{ from: 'aws_sqs_queue.old', to: 'aws_sqs_queue.q' }],
    removed: { from: 'aws_sqs_queue.gone', lifecycle: { destroy: false } },
    resource: { aws_sqs_queue: { q: {} } },
  };
  const { resources, complete } = terraform.lower(unitOf('main.tf.json', JSON.stringify(content)));
  assert.deepEqual([resources.map((one) => one.address), complete], [['aws_sqs_queue.q'], true]);
});

test('the default tags of a provider are tags', () => {
  assertFindings(
    'main.tf.json',
    `{
  "provider": {"aws": [{"region": "eu-west-1", "default_tags": {"tags": {"Owner": "⟦no-email-in-tags-or-names|jane.doe@hospital.de⟧"}}}]},
  "resource": {"aws_sqs_queue": {"q": {}}}
}
`,
    /^no-email-in-tags-or-names$/,
  );
});
