import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Checked } from '../../../server/src/engine/check';
import { overviewOf } from '../../../server/src/engine/overview';
import { messageOf } from '../../../server/src/engine/words';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { checkText } from '../../support/checking';
import { checkFile } from '../../support/files';

type Values = Readonly<Record<string, unknown>>;

/** A resource as a plan has it: its values, and what is not known of them yet. */
interface Planned {
  readonly address: string;
  readonly values?: Values;
  readonly unknown?: Values;
  readonly sensitive?: Values;
  readonly actions?: readonly string[];
  readonly more?: Values;
}

/** A plan as `terraform show -json` prints it, with the resources of all modules where they belong. */
function plan(planned: readonly Planned[], sections: Values = {}): string {
  const isLeft = ({ actions = ['create'] }: Planned) => actions.join() !== 'delete' && actions.join() !== 'forget';
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: moduleOf('', planned.filter(isLeft)) },
    resource_changes: planned.map(({ address, values, unknown = {}, sensitive = {}, actions = ['create'], more }) => ({
      address,
      mode: modeOf(address),
      ...more,
      change: { actions, after: values, after_unknown: unknown, after_sensitive: sensitive },
    })),
    ...sections,
  });
}

/** A module of planned values, with those below it. `prefix`: its address with a dot, nothing for the root module. */
function moduleOf(prefix: string, planned: readonly Planned[]): Values {
  const below = planned
    .filter(({ address }) => address.startsWith(prefix))
    .map((one) => ({ ...one, rest: one.address.slice(prefix.length) }));
  const inner = new Set(below.flatMap(({ rest }) => /^module\.\w+(?:\["[^"]*"\]|\[\d+\])?\./.exec(rest) ?? []));
  return {
    ...(prefix && { address: prefix.slice(0, -1) }),
    resources: below
      .filter(({ rest }) => !rest.startsWith('module.'))
      .map(({ address, rest, values = {}, sensitive = {} }) => {
        const [, type, name] = /^(?:data\.)?(\w+)\.(\w+)/.exec(rest) ?? [];
        return { address, mode: modeOf(address), type, name, values, sensitive_values: sensitive };
      }),
    child_modules: [...inner].map((step) => moduleOf(prefix + step, below)),
  };
}

function modeOf(address: string): string {
  return /(?:^|\.)data\./.test(address) ? 'data' : 'managed';
}

/** The configuration of a module: its resources by address, each with its arguments. */
function configured(resources: Readonly<Record<string, Values>>, more: Values = {}): Values {
  return {
    resources: Object.entries(resources).map(([address, { for_each_expression, ...expressions }]) => ({
      address,
      expressions,
      ...(for_each_expression !== undefined && { for_each_expression }),
    })),
    ...more,
  };
}

function refers(...references: string[]): Values {
  return { references };
}

/** What is found in a plan by a rule: the addresses. */
function found(rule: string, text: string): string[] {
  return addresses(rule, checkText('plan.json', text));
}

function addresses(rule: string, { findings }: Checked): string[] {
  return findings.filter((one) => one.rule === rule).map((one) => one.resource?.address ?? '');
}

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
