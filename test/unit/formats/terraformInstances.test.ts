import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { fieldOf } from '../../../server/src/model/value';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { assertFileFindings, checkFile } from '../../support/files';
import { assertFindings } from '../../support/marked';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const about = /^(?:iam-full-access|rds-storage-encrypted|s3-bucket-tls-only|policy-.*)$/;

/** A statement that is too wide where its action is `*`. */
const allowing = (action: unknown) => ({ Effect: 'Allow', Action: action, Resource: '*' });
const policyOf = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
const wrong = '⟦iam-full-access|*⟧';

const find = (content: object) => assertFindings('main.tf.json', json(content), about);

/** A policy for each of some things. */
const policy = (body: object) => ({ resource: { aws_iam_policy: { p: body } } });

describe('what differs from one instance to another', () => {
  test('is known in a policy inside a string', () => {
    const text = policyOf(allowing('${each.value}'));
    find(policy({ for_each: { read: 's3:GetObject', all: wrong }, policy: text }));
    find(policy({ for_each: { read: 's3:GetObject', list: 's3:ListAllMyBuckets' }, policy: text }));
    find(
      policy({ for_each: '${toset(["s3:GetObject", "⟦iam-full-access|*⟧"])}', policy: text.replace('value', 'key') }),
    );
  });

  test('is known where an expression stands in a policy', () => {
    const text =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ${jsonencode(each.value.actions)}, "Resource": "*"}]}';
    find(policy({ for_each: { a: { actions: ['s3:GetObject', wrong] } }, policy: text }));
    find(policy({ for_each: { a: { actions: ['s3:GetObject'] } }, policy: text }));
  });

  test('is known in a policy that is encoded', () => {
    const encoded =
      '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = each.key, Resource = "*" }] })}';
    find(policy({ for_each: '${toset(["s3:GetObject", "⟦iam-full-access|*⟧"])}', policy: encoded }));
  });

  test('is known by its index', () => {
    const text = policyOf(allowing('${local.actions[count.index]}'));
    const locals = { actions: ['s3:GetObject', wrong] };
    find({ locals, ...policy({ count: 2, policy: text }) });
    find({ locals, ...policy({ count: '${length(local.actions)}', policy: text }) });
    find({ locals: { actions: ['s3:GetObject', '*'] }, ...policy({ count: 1, policy: text }) });
    find({
      locals: { actions: ['s3:GetObject', '*'] },
      variable: { n: {} },
      ...policy({ count: '${var.n}', policy: text }),
    });
    const database = { count: 2, storage_encrypted: '${local.encrypted[count.index]}' };
    find({
      locals: { encrypted: [true, '⟦rds-storage-encrypted|false⟧'] },
      resource: { aws_db_instance: { d: database } },
    });
  });

  test('is known in a data source that writes a policy for each', () => {
    const document = (actions: object) => ({
      aws_iam_policy_document: {
        d: { for_each: actions, statement: { actions: ['${each.value}'], resources: ['*'] } },
      },
    });
    const keys = { read: 1, all: 2 };
    find({
      data: document({ read: 's3:GetObject', all: wrong }),
      ...policy({ for_each: keys, policy: '${data.aws_iam_policy_document.d[each.key].json}' }),
    });
    // Only the policies that something takes are anybody's.
    find({
      data: document({ read: 's3:GetObject', all: '*' }),
      ...policy({ policy: '${data.aws_iam_policy_document.d["read"].json}' }),
    });
  });

  test('is not mixed up between instances', () => {
    const pairs = {
      get: { action: 's3:GetObject', on: 'arn:aws:s3:::reports/*' },
      list: { action: 's3:ListBucket', on: 'arn:aws:s3:::reports' },
    };
    const statement = { Effect: 'Allow', Action: '${each.value.action}', Resource: '${each.value.on}' };
    find(policy({ for_each: pairs, policy: policyOf(statement) }));
  });
});

describe('a policy in a file beside the configuration', () => {
  const template = (action: string) => JSON.stringify({ Statement: [allowing(action)] });
  const module = (given: string) =>
    json(policy({ policy: `\${templatefile("\${path.module}/policies/p.json.tftpl", ${given})}` }));
  const check = (main: string, file: string) =>
    assertFileFindings({ '/w/main.tf.json': main, '/w/policies/p.json.tftpl': file }, '/w/main.tf.json', [
      'iam-full-access',
    ]);

  test('is filled in with what it is given', async () => {
    await check(module('{ action = "⟦iam-full-access|*⟧" }'), template('${action}'));
    await check(module('{ action = "s3:GetObject" }'), template('${action}'));
    await check(module('{ action = var.action }'), template('${action}'));
    await check(module('{}'), template('${action}'));
    await check(module('{ actions = ["s3:GetObject", "⟦iam-full-access|*⟧"] }'), template('${actions[1]}'));
  });

  test('may have holes that stand for whole values, over several lines', async () => {
    const lined =
      '{\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": ${jsonencode(actions)},\n      "Resource": "*"\n    }\n  ]\n}\n';
    await check(module('{ actions = ["s3:GetObject", "⟦iam-full-access|*⟧"] }'), lined);
    await check(module('{ actions = ["s3:GetObject"] }'), lined);
    const wide = lined.replace('"Resource": "*"', '"Resource": ${jsonencode(resources)}');
    await check(module('{ actions = ["s3:GetObject"], resources = ["*"] }'), wide);
    const marked = module('{ resources = ["*"] }').replace('"p":', '"⟦iam-full-access|p⟧":');
    await check(marked, wide.replace('${jsonencode(actions)}', '"*"'));
    await check(module('{ resources = ["*"] }'), wide.replace('${jsonencode(actions)}', '%{ if x }"*"%{ endif }'));
  });

  test('is read as it is without a template, and what is wrong in it told where it is used', async () => {
    for (const path of ['${path.module}/policies/p.json', 'policies/p.json', './policies/p.json']) {
      const main = json(policy({ policy: `\${file("${path}")}` })).replace('"p"', '"⟦iam-full-access|p⟧"');
      const files = { '/w/policies/p.json': template('*'), '/w/main.tf.json': main };
      await assertFileFindings(files, '/w/main.tf.json', ['iam-full-access']);
    }
    const files = {
      '/w/p.json': template('*'),
      '/w/main.tf.json': json(policy({ policy: '${file("${path.module}/p.json")}' })),
    };
    const checked = await checkFile(files, '/w/main.tf.json');
    const [finding] = checked.findings.filter(({ rule }) => rule === 'iam-full-access');
    const [place] = finding?.related ?? [];
    assert.ok(finding && place && 'origin' in place);
    const { document, start, end } = rangeOf(place.origin);
    assert.equal(`${document.path} ${document.text.slice(start, end)}`, '/w/p.json *');
    assert.deepEqual(fixesFor(checked, finding), []);
  });

  test('is not looked for beside a module that another one calls, unless the path says so', async () => {
    const called = json(policy({ policy: '${file("p.json")}' }));
    const main = json({ module: { m: { source: './m' } } });
    const files = { '/w/main.tf.json': main, '/w/m/main.tf.json': called, '/w/m/p.json': template('*') };
    const { model } = await checkFile(files, '/w/main.tf.json');
    const [read] = model.resources.map(({ properties }) => fieldOf(properties, 'policy'));
    assert.equal(read?.kind, 'unknown');
  });

  test('is unknown where it is no JSON, is not there or lies elsewhere', async () => {
    await check(module('{ action = "*" }'), 'not: [json');
    await check(json(policy({ policy: '${templatefile("${path.module}/gone.json", { action = "*" })}' })), '{}');
    await check(json(policy({ policy: '${templatefile(var.file, { action = "*" })}' })), '{}');
  });
});
