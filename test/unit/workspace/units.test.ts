import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unreadable } from '../../../server/src/workspace/files';
import { bucket, jsonTemplate, plan, policy, setUp, synthesized, template, unitAt } from './loading';

test('templates, plans, policies and lone configuration stand alone', async () => {
  const { workspace } = setUp({
    '/w/a.yaml': template,
    '/w/b.json': plan,
    '/w/c.json': policy,
    '/w/d.json': bucket,
    '/w/e.tf.json': bucket,
    '/w/f.tf': '',
  });
  for (const [name, format] of [
    ['a.yaml', 'cloudformation'],
    ['b.json', 'terraform-plan'],
    ['c.json', 'iam'],
    ['d.json', 'terraform'],
  ] as const) {
    const unit = await unitAt(workspace, `/w/${name}`);
    assert.equal(unit.format, format);
    assert.equal(unit.partial, false);
    assert.deepEqual(
      unit.documents.map(({ path }) => path),
      [`/w/${name}`],
    );
  }
  assert.equal((await unitAt(workspace, '/w/b.json')).generatedBy, 'plan');
});

test('a document without a folder stands alone', async () => {
  const { workspace } = setUp({});
  workspace.setDocument('untitled:Untitled-1', template);
  assert.equal((await unitAt(workspace, 'untitled:Untitled-1')).format, 'cloudformation');
});

test('a Terraform file comes with all configuration of its folder, and only of it', async () => {
  const { workspace } = setUp({
    '/w/b.tf.json': bucket,
    '/w/a.tofu.json': '{"variable": {}}',
    '/w/b_override.tf.json': bucket,
    '/w/.hidden.tf.json': bucket,
    '/w/other.json': '{}',
    '/w/inner/c.tf.json': bucket,
  });
  workspace.setDocument('/w/new.tf.json', '{"locals": {}}');
  const unit = await unitAt(workspace, '/w/b.tf.json');
  assert.deepEqual(
    unit.documents.map(({ path }) => path),
    ['/w/a.tofu.json', '/w/b.tf.json', '/w/b_override.tf.json', '/w/new.tf.json'],
  );
  assert.equal(unit.partial, false);
  assert.equal(unit.generatedBy, undefined);
});

test('HCL beside Terraform JSON leaves the module partial', async () => {
  for (const name of ['main.tf', 'main.tofu']) {
    const { workspace } = setUp({ '/w/a.tf.json': bucket, [`/w/${name}`]: 'resource {}' });
    assert.equal((await unitAt(workspace, '/w/a.tf.json')).partial, true);
  }
});

const unread: Record<string, string | Unreadable> = {
  unreadable: { unreadable: 'it contains NUL bytes', remains: '' },
  'nested too deep': '['.repeat(300),
  'too large': `{"//": "${'x'.repeat(6_000_000)}"}`,
  'no JSON': 'locals {}',
};
for (const [name, text] of Object.entries(unread)) {
  test(`a sibling that is ${name} leaves the module partial, and the log says which`, async () => {
    const { workspace, log } = setUp({ '/w/a.tf.json': bucket, '/w/b.tf.json': text });
    const unit = await unitAt(workspace, '/w/a.tf.json');
    assert.equal(unit.partial, true);
    assert.equal(unit.documents.length, 1);
    assert.match(log.join('\n'), /^\/w\/b\.tf\.json is left out: it /);
  });
}

test('synthesized Terraform is generated', async () => {
  const { workspace } = setUp({ '/w/cdk.tf.json': synthesized, '/w/more.tf.json': bucket });
  assert.equal((await unitAt(workspace, '/w/more.tf.json')).generatedBy, 'cdktf');
});

test('a template in a cloud assembly is made by the CDK', async () => {
  const { workspace } = setUp({
    '/w/out/manifest.json': '{"version": "48.0.0", "artifacts": {}}',
    '/w/out/a.template.json': jsonTemplate,
    '/w/app/cdk.out/asset.1/b.json': jsonTemplate,
    '/w/web/manifest.json': '{"version": "1.0", "name": "an app"}',
    '/w/web/c.json': jsonTemplate,
  });
  for (const path of ['/w/out/a.template.json', '/w/app/cdk.out/asset.1/b.json']) {
    const { format, generatedBy } = await unitAt(workspace, path);
    assert.deepEqual([format, generatedBy], ['cdk', 'cdk']);
  }
  assert.equal((await unitAt(workspace, '/w/web/c.json')).format, 'cloudformation');
});

test('paths may be URIs', async () => {
  const { workspace } = setUp({ 'file:///a%20b/x.tf.json': bucket, 'file:///a%20b/y.tf.json': bucket });
  assert.equal((await unitAt(workspace, 'file:///a%20b/x.tf.json')).documents.length, 2);
});
