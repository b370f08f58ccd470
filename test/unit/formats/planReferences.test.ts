import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { configured, found, type Planned, plan, refers, type Values } from '../../support/plans';

describe('resources that belong together', () => {
  const bucket = (address: string): Planned => ({
    address,
    values: {},
    unknown: { id: true, bucket: true, policy: true },
  });
  const versioning = (address: string): Planned => ({
    address,
    values: { versioning_configuration: [{ status: 'Enabled' }] },
    unknown: { id: true, bucket: true },
  });
  const rule = 's3-bucket-versioning';
  const own = { 'aws_s3_bucket.b': {} };
  const pointing = (...references: string[]) => ({ 'aws_s3_bucket_versioning.v': { bucket: refers(...references) } });
  const toB = refers('aws_s3_bucket.b.id', 'aws_s3_bucket.b');

  test('are joined by the references of the configuration', () => {
    const resources = [bucket('aws_s3_bucket.b'), bucket('aws_s3_bucket.c'), versioning('aws_s3_bucket_versioning.v')];
    const root_module = configured({
      ...own,
      'aws_s3_bucket.c': {},
      ...pointing('aws_s3_bucket.b.id', 'aws_s3_bucket.b'),
    });
    assert.deepEqual(found(rule, plan(resources, { configuration: { root_module } })), ['aws_s3_bucket.c']);
  });

  test('are joined through the variables and the outputs of modules', () => {
    const inner = configured(pointing('var.bucket'));
    const outer = configured(own, { outputs: { id: { expression: toB } } });
    const root_module = {
      module_calls: {
        store: { module: outer },
        pass: {
          expressions: { id: refers('module.store.id', 'module.store') },
          module: configured({}, { outputs: { id: { expression: refers('var.id') } } }),
        },
        keep: { expressions: { bucket: refers('module.pass.id', 'module.pass') }, module: inner },
      },
    };
    const resources = [
      bucket('module.store.aws_s3_bucket.b'),
      bucket('aws_s3_bucket.other'),
      versioning('module.keep.aws_s3_bucket_versioning.v'),
    ];
    assert.deepEqual(found(rule, plan(resources, { configuration: { root_module } })), ['aws_s3_bucket.other']);
  });

  test('are joined by the same key, in resources and in modules that are repeated', () => {
    const keys = ['["eu"]', '["us"]'];
    const cases: readonly (readonly [references: readonly string[], forEach?: Values])[] = [
      [['aws_s3_bucket.b', 'each.key']],
      [['each.value.id', 'each.value'], refers('aws_s3_bucket.b')],
    ];
    for (const [references, forEach] of cases) {
      const root_module = configured({
        ...own,
        'aws_s3_bucket_versioning.v': {
          bucket: refers(...references),
          ...(forEach && { for_each_expression: forEach }),
        },
      });
      const buckets = keys.map((key) => bucket(`aws_s3_bucket.b${key}`));
      const text = plan([...buckets, versioning('aws_s3_bucket_versioning.v["eu"]')], {
        configuration: { root_module },
      });
      assert.deepEqual(found(rule, text), ['aws_s3_bucket.b["us"]'], references.join());
    }
    const module = configured({ ...own, ...pointing('aws_s3_bucket.b.id', 'aws_s3_bucket.b') });
    const text = plan(
      [
        ...keys.map((key) => bucket(`module.m${key}.aws_s3_bucket.b`)),
        versioning('module.m["eu"].aws_s3_bucket_versioning.v'),
      ],
      { configuration: { root_module: { module_calls: { m: { module } } } } },
    );
    assert.deepEqual(found(rule, text), ['module.m["us"].aws_s3_bucket.b']);
  });

  test('may be any of several where that cannot be told, and no other', () => {
    const resources = [0, 1].map((key) => bucket(`aws_s3_bucket.b[${key}]`));
    const root_module = configured({ ...own, 'aws_s3_bucket.c': {}, ...pointing('aws_s3_bucket.b') });
    const text = plan([...resources, bucket('aws_s3_bucket.c'), versioning('aws_s3_bucket_versioning.v')], {
      configuration: { root_module },
    });
    assert.deepEqual(found(rule, text), ['aws_s3_bucket.c']);
  });

  test('are not called missing where a reference cannot be followed', () => {
    const unread = { address: 'data.aws_s3_bucket.x', actions: ['read'] };
    const cases: readonly (readonly [references: readonly string[], more?: readonly Planned[]])[] = [
      [['local.bucket']],
      [['local.which', 'aws_s3_bucket.other.id', 'aws_s3_bucket.other']],
      [['module.gone.id', 'module.gone']],
      [['data.aws_s3_bucket.x.id', 'data.aws_s3_bucket.x'], [unread]],
    ];
    for (const [references, more = []] of cases) {
      const resources = [bucket('aws_s3_bucket.b'), versioning('aws_s3_bucket_versioning.v'), ...more];
      const root_module = configured({ ...own, ...pointing(...references) });
      assert.deepEqual(found(rule, plan(resources, { configuration: { root_module } })), [], references.join());
    }
  });

  test('are joined by what is known of a resource that is there already', () => {
    const statement = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:GetObject', Resource: '*' };
    const endpoint = (name: string) => ({
      address: `aws_vpc_endpoint.${name}`,
      values: { id: `vpce-${name}`, service_name: 'com.amazonaws.eu-west-1.s3' },
      actions: ['no-op'],
    });
    const policy = {
      address: 'aws_vpc_endpoint_policy.p',
      values: { vpc_endpoint_id: 'vpce-a', policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) },
    };
    assert.deepEqual(found('vpc-endpoint-policy-missing', plan([endpoint('a'), endpoint('b'), policy])), [
      'aws_vpc_endpoint.b',
    ]);
  });

  test('are missing where a resource that is there already tells that it has none', () => {
    const values = (policy: string) => [
      { address: 'aws_s3_bucket.b', values: { id: 'b', policy }, actions: ['no-op'] },
    ];
    assert.deepEqual(found('s3-bucket-tls-only', plan(values(''))), ['aws_s3_bucket.b']);
    assert.deepEqual(found('s3-bucket-tls-only', plan(values('{'))), []);
  });

  test('are not called missing in a plan that leaves something out', () => {
    const sections = { configuration: { root_module: configured(own) } };
    const resources = [{ address: 'aws_s3_bucket.b', values: { bucket: 'b', versioning: [] } }];
    assert.deepEqual(found(rule, plan(resources, sections)), ['aws_s3_bucket.b']);
    const deferred = [
      { reason: 'resource_config_unknown', resource_change: { address: 'aws_s3_bucket_versioning.v' } },
    ];
    assert.deepEqual(found('s3-bucket-tls-only', plan(resources, sections)), ['aws_s3_bucket.b']);
    for (const partial of [{ complete: false }, { errored: true }, { deferred_changes: deferred }]) {
      assert.deepEqual(found('s3-bucket-tls-only', plan(resources, { ...sections, ...partial })), []);
    }
  });
});
