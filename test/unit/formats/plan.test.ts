import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { overviewOf } from '../../../server/src/engine/overview';
import { messageOf } from '../../../server/src/engine/words';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { checkText } from '../../support/checking';
import { checkFile } from '../../support/files';
import { addresses, configured, found, plan, refers, type Values } from '../../support/plans';

const open = { storage_encrypted: false };

describe('what a plan leaves behind', () => {
  test('each instance in each module is told by its address', () => {
    const all = [
      'aws_db_instance.a',
      'aws_db_instance.b["x].y"]',
      'module.m.aws_db_instance.c[0]',
      'module.m.module.n["eu"].aws_db_instance.d',
    ];
    const text = plan(all.map((address) => ({ address, values: open })));
    assert.deepEqual(found('rds-storage-encrypted', text).sort(), [...all].sort());
  });

  test('what is deleted or forgotten is not there, and what only stays, is replaced or imported is', () => {
    const text = plan([
      { address: 'aws_db_instance.created', values: open },
      { address: 'aws_db_instance.kept', values: open, actions: ['no-op'] },
      { address: 'aws_db_instance.updated', values: open, actions: ['update'] },
      { address: 'aws_db_instance.replaced', values: open, actions: ['delete', 'create'] },
      { address: 'aws_db_instance.imported', values: open, actions: ['no-op'], more: { importing: { id: 'x' } } },
      { address: 'aws_db_instance.deleted', values: open, actions: ['delete'] },
      { address: 'aws_db_instance.forgotten', values: open, actions: ['forget'] },
    ]);
    assert.deepEqual(
      found('rds-storage-encrypted', text).map((address) => address.split('.')[1]),
      ['created', 'kept', 'updated', 'replaced', 'imported'],
    );
  });

  test('a resource that is forgotten is gone although its values are printed', () => {
    const text = plan([{ address: 'aws_db_instance.a', values: open }]).replace('["create"]', '["forget"]');
    assert.deepEqual(found('rds-storage-encrypted', text), []);
  });

  test('the left-over of a replacement does not speak for the resource', () => {
    const text = plan([
      { address: 'aws_db_instance.a', values: open, actions: ['no-op'] },
      { address: 'aws_db_instance.a', actions: ['delete'], more: { deposed: '1a2b3c4d' } },
    ]);
    assert.deepEqual(found('rds-storage-encrypted', text), ['aws_db_instance.a']);
  });

  test('what has drifted, and what there was before, is not planned', () => {
    const before = { address: 'aws_db_instance.a', mode: 'managed', type: 'aws_db_instance', name: 'a', values: open };
    const text = plan([{ address: 'aws_db_instance.a', values: { storage_encrypted: true }, actions: ['update'] }], {
      resource_drift: [{ ...before, change: { actions: ['update'], before: {}, after: open } }],
      prior_state: { format_version: '1.0', values: { root_module: { resources: [before] } } },
    });
    assert.deepEqual(found('rds-storage-encrypted', text), []);
  });

  test('a state is read as well', () => {
    const resource = {
      address: 'aws_db_instance.a',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'a',
      values: open,
    };
    const state = {
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: { root_module: { resources: [resource] } },
    };
    assert.deepEqual(found('rds-storage-encrypted', JSON.stringify(state)), ['aws_db_instance.a']);
  });

  test('IAM fills in what looks like a variable in a policy', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::b/\${aws:username}/%{x}` };
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [statement, { ...statement, Action: 'iam:*', Resource: '*' }],
    });
    const text = plan([{ address: 'aws_iam_policy.p', values: { policy } }]);
    assert.deepEqual(found('iam-privilege-escalation', text), ['aws_iam_policy.p']);
  });
});

describe('what is known after apply', () => {
  test('is unknown leaf by leaf, and the rest is judged', () => {
    const ingress = (cidr: string | null) => ({ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: [cidr] });
    const rules = (first: string | null, second: string | null) => ({
      address: 'aws_security_group.g',
      values: { ingress: [ingress(first), ingress(second)] },
      unknown: { ingress: [{ cidr_blocks: [first === null] }, { cidr_blocks: [second === null] }] },
    });
    assert.deepEqual(found('security-group-open-ssh', plan([rules(null, null)])), []);
    assert.deepEqual(found('security-group-open-ssh', plan([rules('10.0.0.0/8', null)])), []);
    assert.deepEqual(found('security-group-open-ssh', plan([rules(null, '0.0.0.0/0')])), ['aws_security_group.g']);
  });

  test('is what the service chooses, where nobody gives it', () => {
    const secret = { address: 'aws_secretsmanager_secret.s', values: {}, unknown: { kms_key_id: true } };
    const written = (expressions: Values, more: Values = {}, root: Values = {}) =>
      found(
        'secret-kms-key',
        plan([secret], {
          ...more,
          configuration: { root_module: configured({ 'aws_secretsmanager_secret.s': expressions }, root) },
        }),
      );
    assert.deepEqual(written({ name: { constant_value: 's' } }), [secret.address]);
    assert.deepEqual(written({ kms_key_id: { constant_value: null } }), [secret.address]);
    assert.deepEqual(written({ kms_key_id: refers('var.key') }, { variables: { key: { value: null } } }), [
      secret.address,
    ]);
    assert.deepEqual(written({ kms_key_id: refers('var.key') }, { variables: { key: { value: 'k' } } }), []);
    assert.deepEqual(written({ kms_key_id: refers('aws_kms_key.k.arn', 'aws_kms_key.k') }), []);
    assert.deepEqual(written({ kms_key_id: {} }), []);
    assert.deepEqual(found('secret-kms-key', plan([secret])), [], 'without the configuration nothing is known');
  });

  test('may be a variable of a module that its call leaves at null', () => {
    const address = 'module.m.aws_secretsmanager_secret.s';
    const called = (call: Values) =>
      found(
        'secret-kms-key',
        plan([{ address, unknown: { kms_key_id: true } }], {
          configuration: {
            root_module: {
              module_calls: {
                m: {
                  ...call,
                  module: configured(
                    { 'aws_secretsmanager_secret.s': { kms_key_id: refers('var.key') } },
                    { variables: { key: { default: null } } },
                  ),
                },
              },
            },
          },
        }),
      );
    assert.deepEqual(called({}), [address]);
    assert.deepEqual(called({ expressions: { key: { constant_value: null } } }), [address]);
    assert.deepEqual(called({ expressions: { key: refers('aws_kms_key.k.arn', 'aws_kms_key.k') } }), []);
  });

  test('may be a block that is made dynamically, which a plan does not show', () => {
    const text = plan([{ address: 'aws_s3_bucket.b', unknown: { versioning: true } }], {
      configuration: { root_module: configured({ 'aws_s3_bucket.b': {} }) },
    });
    assert.deepEqual(found('s3-bucket-versioning', text), []);
  });
});

describe('sensitive values', () => {
  test('are judged, and shown neither in messages nor in overviews', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObjct', Resource: '*' };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const values = { storage_encrypted: false, backup_retention_period: 3 };
    const mask = { storage_encrypted: true, backup_retention_period: true };
    const said = (sensitive: boolean) => {
      const checked = checkText(
        'plan.json',
        plan([
          { address: 'aws_db_instance.d', values, ...(sensitive && { sensitive: mask }) },
          { address: 'aws_iam_policy.p', values: { policy }, ...(sensitive && { sensitive: { policy: true } }) },
        ]),
      );
      assert.deepEqual(addresses('rds-storage-encrypted', checked), ['aws_db_instance.d']);
      const overviews = checked.model.resources.flatMap((one) => overviewOf(checked, one)?.answers ?? []);
      return [...checked.findings.map(messageOf), ...overviews.map(({ text }) => text)].join('\n');
    };
    assert.match(said(false), /GetObjct/);
    assert.match(said(false), /`backup_retention_period` is 3/);
    assert.doesNotMatch(said(true), /GetObj/);
    assert.match(said(true), /\(sensitive value\)/);
    assert.doesNotMatch(said(true), /is 3|is false/);
  });
});

describe('the configuration beside a plan', () => {
  const root_module = {
    ...configured({ 'aws_db_instance.a': {} }),
    module_calls: { m: { source: './modules/m', module: configured({ 'aws_db_instance.b': {} }) } },
  };
  const text = plan(
    ['aws_db_instance.a', 'module.m.aws_db_instance.b[0]'].map((address) => ({ address, values: open })),
    { configuration: { root_module } },
  );

  async function related(files: Record<string, string>): Promise<string[]> {
    const { findings } = await checkFile({ '/w/plan.json': text, ...files }, '/w/plan.json');
    return findings
      .filter((one) => one.rule === 'rds-storage-encrypted')
      .flatMap(({ related = [] }) => related)
      .map((place) => {
        if ('code' in place) return `${place.code.path}:${place.code.line}:${place.code.character} ${place.message}`;
        const { document, start, end } = rangeOf(place.origin);
        return `${document.path} ${document.text.slice(start, end)} ${place.message}`;
      });
  }

  test('is pointed at, in Terraform JSON', async () => {
    const places = await related({
      '/w/main.tf.json': '{"resource": {"aws_db_instance": {"a": {}}}}',
      '/w/modules/m/main.tf.json': '{"resource": {"aws_db_instance": {"b": [{}]}}}',
    });
    assert.deepEqual(places, [
      '/w/main.tf.json a aws_db_instance.a is configured here',
      '/w/modules/m/main.tf.json b module.m.aws_db_instance.b[0] is configured here',
    ]);
  });

  test('is pointed at, in HCL', async () => {
    const places = await related({
      '/w/main.tf': '# resource "aws_db_instance" "a" {}\r\nlocals {}\r\n\r\nresource "aws_db_instance" "a" {\r\n}\r\n',
      '/w/modules/m/main.tf': '  resource "aws_db_instance" "b" {}\n',
    });
    assert.deepEqual(places, [
      '/w/main.tf:3:0 aws_db_instance.a is configured here',
      '/w/modules/m/main.tf:0:2 module.m.aws_db_instance.b[0] is configured here',
    ]);
  });

  test('is not needed', async () => {
    assert.deepEqual(await related({}), []);
    assert.deepEqual(await related({ '/w/main.tf': '', '/w/other.tf.json': '{"resource": {}}' }), []);
  });
});
