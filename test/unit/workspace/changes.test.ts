import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucket, setUp, skippedAt, template, unitAt } from './loading';

test('what is open in the editor counts instead of the file until it is closed', async () => {
  const { workspace } = setUp({ '/w/a.tf.json': bucket, '/w/b.tf.json': bucket });
  workspace.setDocument('/w/b.tf.json', '{"locals": {}}');
  const before = await unitAt(workspace, '/w/a.tf.json');
  assert.equal(before.documents[1]?.text, '{"locals": {}}');
  workspace.removeDocument('/w/b.tf.json');
  assert.equal((await unitAt(workspace, '/w/a.tf.json')).documents[1]?.text, bucket);
});

test('siblings are read again only when they changed', async () => {
  const { workspace, files } = setUp({ '/w/a.tf.json': bucket, '/w/b.tf.json': bucket });
  workspace.setDocument('/w/a.tf.json', bucket);
  await unitAt(workspace, '/w/a.tf.json');
  const reads = files.reads.length;
  const first = await unitAt(workspace, '/w/a.tf.json');
  assert.equal(files.reads.length, reads);
  files.texts['/w/b.tf.json'] = '{"locals": {}}';
  files.texts['/w/c.tf.json'] = bucket;
  workspace.fileChanged('/w/b.tf.json');
  workspace.fileChanged('/w/c.tf.json');
  const second = await unitAt(workspace, '/w/a.tf.json');
  assert.deepEqual(
    second.documents.map(({ text }) => text),
    [bucket, '{"locals": {}}', bucket],
  );
  assert.equal(second.documents[0], first.documents[0]);
});

test('a change concerns the open documents of the same module, and those whose settings it holds', async () => {
  const { workspace } = setUp({});
  const open = ['/w/a.tf.json', '/w/b.tofu.json', '/w/t.yaml', '/w/x/c.tf.json', '/v/t.yaml', 'untitled:1'];
  for (const path of open) workspace.setDocument(path, path.endsWith('.json') ? bucket : template);
  // Those of one module are loaded at once.
  for (const path of open) if (path !== '/w/b.tofu.json') await workspace.load(path);
  const expected: Record<string, string[]> = {
    '/w/a.tf.json': ['/w/a.tf.json', '/w/b.tofu.json'],
    '/w/new.tf.json': ['/w/a.tf.json', '/w/b.tofu.json'],
    '/w/main.tf': ['/w/a.tf.json', '/w/b.tofu.json'],
    '/w/terraform.tfvars': ['/w/a.tf.json', '/w/b.tofu.json'],
    '/w/t.yaml': ['/w/t.yaml'],
    '/w/manifest.json': ['/w/t.yaml'],
    '/w/.data-protection.yaml': ['/w/a.tf.json', '/w/b.tofu.json', '/w/t.yaml', '/w/x/c.tf.json'],
    '/.data-protection.yaml': open.slice(0, 5),
    '/w/other.json': [],
    'untitled:2': [],
  };
  for (const [path, documents] of Object.entries(expected)) {
    assert.deepEqual(workspace.affected(path), documents, path);
  }
});

test('a settings file takes effect once its change was told, in the editor at once', async () => {
  const { workspace, files } = setUp({ '/w/a.yaml': template });
  await unitAt(workspace, '/w/a.yaml');
  files.texts['/w/.data-protection.yaml'] = 'exclude: [a.yaml]';
  workspace.fileChanged('/w/.data-protection.yaml');
  await skippedAt(workspace, '/w/a.yaml');
  workspace.setDocument('/w/.data-protection.yaml', 'exclude: []');
  await unitAt(workspace, '/w/a.yaml');
});

test("the editor's settings count, and settings files over them", async () => {
  const { workspace } = setUp({
    '/w/a.yaml': template,
    '/w/x/a.yaml': template,
    '/w/x/.data-protection.yaml': 'fipsRequired: false',
  });
  assert.deepEqual(
    workspace.setEditorSettings({ fipsRequired: true, nonsense: 1 }).map(({ place }) => place),
    [['nonsense']],
  );
  const settings = async (path: string) => {
    const loaded = await workspace.load(path);
    return loaded.kind === 'unit' ? loaded.settings.fipsRequired : undefined;
  };
  assert.equal(await settings('/w/a.yaml'), true);
  assert.equal(await settings('/w/x/a.yaml'), false);
});

test('wrong settings of a file are told with what is loaded', async () => {
  const { workspace } = setUp({ '/w/a.yaml': template, '/w/.data-protection.yaml': 'nonsense: 1' });
  const loaded = await workspace.load('/w/a.yaml');
  assert.deepEqual(
    loaded.kind === 'unit' && loaded.settingsProblems.map(({ path, problem }) => [path, ...problem.place]),
    [['/w/.data-protection.yaml', 'nonsense']],
  );
});
