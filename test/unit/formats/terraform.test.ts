import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terraform, terraformPlan } from '../../../server/src/formats/terraform';
import type { Resource } from '../../../server/src/model/resource';
import type { Value } from '../../../server/src/model/value';
import type { SyntaxDocument } from '../../../server/src/syntax/node';
import { parseDocument } from '../../../server/src/syntax/parse';
import { unitOf } from '../../../tools/examples';

function document(path: string, content: unknown): SyntaxDocument {
  const parsed = parseDocument(path, JSON.stringify(content));
  assert.ok(!('skipped' in parsed));
  return parsed;
}

function written(resource: Resource | undefined, key: string): Value | undefined {
  return resource?.properties.fields.get(key)?.value;
}

/** The attribute `a` of a resource in a module with other sections. */
function attribute(value: unknown, sections: object = {}): Value | undefined {
  const content = { resource: { aws_kms_key: { k: {} }, aws_s3_bucket: { b: { a: value } } }, ...sections };
  const model = terraform.lower({
    format: 'terraform',
    documents: [document('main.tf.json', content)],
    partial: false,
  });
  return written(
    model.resources.find((one) => one.name === 'b'),
    'a',
  );
}

test('constants, variables and locals are followed', () => {
  assert.equal(attribute('x')?.kind, 'literal');
  assert.equal(attribute('${true}')?.kind, 'literal');
  assert.equal(attribute(null)?.kind, 'notWritten');
  assert.equal(attribute('${null}')?.kind, 'notWritten');
  assert.equal(attribute('$${not.a.hole}')?.kind, 'literal');
  const variable = attribute('${var.v}', { variable: { v: { default: 'x' } } });
  assert.ok(variable?.kind === 'parameter' && variable.fallback?.kind === 'literal');
  assert.equal(attribute('${local.l}', { locals: { l: 'x' } })?.kind, 'literal');
  assert.equal(attribute('${local.l}', { locals: { l: '${local.l}' } })?.kind, 'unknown');
});

test('references to resources of the module are references, anything else is unknown', () => {
  const reference = attribute('${aws_kms_key.k.arn}');
  assert.ok(reference?.kind === 'reference' && reference.to === 'aws_kms_key.k' && reference.attribute === 'arn');
  assert.equal(attribute('${aws_kms_key.k[0].arn}')?.kind, 'reference');
  assert.equal(attribute('${aws_kms_key.elsewhere.arn}')?.kind, 'unknown');
  assert.equal(attribute('${data.aws_x.y.z}')?.kind, 'unknown');
  assert.equal(attribute('${each.value}')?.kind, 'unknown');
  assert.equal(attribute('%{ if var.v }x%{ endif }')?.kind, 'template');
  assert.equal(attribute('${aws_kms_key.k.arn}/*')?.kind, 'template');
});

test('a hole may hold braces and quotes', () => {
  assert.equal(attribute('a${jsonencode({"b": "}"})}c')?.kind, 'template');
});

test('blocks are read as objects and as lists alike', () => {
  const lists = { resource: [{ aws_s3_bucket: [{ b: [{ a: 'x' }] }] }] };
  const model = terraform.lower({ format: 'terraform', documents: [document('main.tf.json', lists)], partial: false });
  assert.equal(model.resources[0]?.address, 'aws_s3_bucket.b');
  assert.equal(written(model.resources[0], 'a')?.kind, 'literal');
});

test('the files of a module are one unit', () => {
  const documents = [
    document('a.tf.json', { resource: { aws_s3_bucket: { b: { bucket: '${var.name}' } } } }),
    document('b.tf.json', { variable: { name: { default: 'x' } } }),
  ];
  const model = terraform.lower({ format: 'terraform', documents, partial: false });
  assert.equal(written(model.resources[0], 'bucket')?.kind, 'parameter');
});

test('count 0 is no resource, a count nobody knows leaves it open', () => {
  const likelihoods = (count: unknown) => {
    const content = { resource: { aws_s3_bucket: { b: { count } } } };
    return terraform.lower(unitOf('main.tf.json', JSON.stringify(content))).resources.map((one) => one.likelihood);
  };
  assert.deepEqual(likelihoods(0), []);
  assert.deepEqual(likelihoods(1), ['certain']);
  assert.deepEqual(likelihoods('${var.n}'), ['open']);
});

test('the resources handed to a module call are known elsewhere', () => {
  const content = {
    resource: { aws_s3_bucket: { b: {} } },
    module: { m: { source: './m', bucket: '${aws_s3_bucket.b.id}' } },
  };
  assert.deepEqual([...terraform.lower(unitOf('main.tf.json', JSON.stringify(content))).shared], ['aws_s3_bucket.b']);
});

const plan = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        { address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket', name: 'b', values: { bucket: 'x' } },
        { address: 'aws_s3_bucket_policy.p', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', values: {} },
        { address: 'data.aws_x.y', mode: 'data', type: 'aws_x', name: 'y', values: {} },
      ],
      child_modules: [
        {
          address: 'module.m',
          resources: [
            {
              address: 'module.m.aws_sqs_queue.q[0]',
              mode: 'managed',
              type: 'aws_sqs_queue',
              name: 'q',
              values: { name: null },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'aws_s3_bucket_policy.p',
      change: { actions: ['create'], after_unknown: { bucket: true, policy: true } },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'aws_s3_bucket_policy.p',
          expressions: { bucket: { references: ['aws_s3_bucket.b.id', 'aws_s3_bucket.b'] } },
        },
      ],
    },
  },
};

test('a plan is read through its modules, with what is known only after apply', () => {
  const { resources } = terraformPlan.lower(unitOf('plan.json', JSON.stringify(plan)));
  assert.deepEqual(
    resources.map((one) => one.address),
    ['aws_s3_bucket.b', 'aws_s3_bucket_policy.p', 'module.m.aws_sqs_queue.q[0]'],
  );
  const reference = written(resources[1], 'bucket');
  assert.ok(reference?.kind === 'reference' && reference.to === 'aws_s3_bucket.b');
  assert.equal(written(resources[1], 'policy')?.kind, 'unknown');
  assert.equal(written(resources[2], 'name')?.kind, 'notWritten');
});
