import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Unreadable } from '../../../server/src/workspace/files';
import { type Loaded, Workspace } from '../../../server/src/workspace/workspace';
import { MemoryFiles } from './memoryFiles';

const template = 'Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n';
const jsonTemplate = '{"Resources": {"Logs": {"Type": "AWS::S3::Bucket"}}}';
const bucket = '{"resource": {"aws_s3_bucket": {"logs": {"bucket": "logs"}}}}';
const synthesized = '{"//": {"metadata": {"stackName": "x"}}, "resource": {"aws_s3_bucket": {"logs": {}}}}';
const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow"}]}';
const plan = '{"format_version": "1.2", "planned_values": {"root_module": {}}}';

function setUp(texts: Record<string, string | Unreadable>) {
  const files = new MemoryFiles(texts);
  const log: string[] = [];
  return { files, log, workspace: new Workspace(files, (message) => log.push(message)) };
}

async function unitAt(workspace: Workspace, path: string) {
  const loaded = await workspace.load(path);
  assert.equal(loaded.kind, 'unit', loaded.kind === 'skipped' ? loaded.reason : loaded.kind);
  return (loaded as Extract<Loaded, { kind: 'unit' }>).unit;
}

async function skippedAt(workspace: Workspace, path: string) {
  const loaded = await workspace.load(path);
  assert.equal(loaded.kind, 'skipped', loaded.kind);
  return loaded as Extract<Loaded, { kind: 'skipped' }>;
}

describe('units', () => {
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
      '/w/terraform.tfvars': '',
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
});

describe('what is not checked', () => {
  test('what is none of ours, or not there, is foreign', async () => {
    const { workspace } = setUp({
      '/w/package.json': '{"name": "x"}',
      '/w/empty.tf.json': '',
      '/w/note.yaml': 'Description: a note\n',
      '/w/photo.json': { unreadable: 'it contains NUL bytes', remains: '\0\0' },
    });
    for (const name of ['package.json', 'empty.tf.json', 'note.yaml', 'photo.json', 'absent.yaml']) {
      assert.deepEqual(await workspace.load(`/w/${name}`), { kind: 'foreign' }, name);
    }
  });

  test('what looks like ours and is skipped says why', async () => {
    const { workspace } = setUp({
      '/w/.data-protection.yaml': 'maximumFileSize: 1\nexclude: [legacy]\n',
      '/w/large.yaml': template + '# more\n'.repeat(500),
      '/w/legacy/a.yaml': template,
      '/w/deep.json': `{"Resources": ${'['.repeat(300)}`,
      '/w/nul.yaml': { unreadable: 'it contains NUL bytes', remains: template },
      '/w/hcl.tf.json': 'resource "aws_s3_bucket" "a" {}',
    });
    const reasons = {
      'large.yaml': "it is too large: 4 KB, and the setting 'maximumFileSize' allows 1 KB",
      'legacy/a.yaml': "it is excluded by 'legacy' in .data-protection.yaml",
      'deep.json': 'it is nested deeper than 200 levels',
      'nul.yaml': 'it contains NUL bytes',
      'hcl.tf.json': 'it is not JSON, as Terraform reads a file of this name',
    };
    for (const [name, reason] of Object.entries(reasons)) {
      const skipped = await skippedAt(workspace, `/w/${name}`);
      assert.equal(skipped.reason, reason);
      assert.equal(skipped.format, name.endsWith('.tf.json') ? 'terraform' : 'cloudformation');
    }
  });

  test('a plan of 20 MB is skipped at once', async () => {
    const { workspace } = setUp({ '/w/plan.json': `{"format_version": "1.2", "x": "${'x'.repeat(20_000_000)}"}` });
    const skipped = await skippedAt(workspace, '/w/plan.json');
    assert.equal(skipped.format, 'terraform-plan');
    assert.match(skipped.reason, /'maximumFileSize' allows 5000 KB/);
  });

  test('an open document with NUL characters is skipped', async () => {
    const { workspace } = setUp({});
    workspace.setDocument('/w/a.yaml', `${template}# \0\n`);
    assert.equal((await skippedAt(workspace, '/w/a.yaml')).reason, 'it contains NUL bytes');
  });

  test('a file the system refuses to give is skipped without a format', async () => {
    const { workspace } = setUp({ '/w/a.yaml': { unreadable: 'the system refused to read it (EACCES)' } });
    assert.deepEqual(await workspace.load('/w/a.yaml'), {
      kind: 'skipped',
      reason: 'the system refused to read it (EACCES)',
    });
  });
});

describe('references', () => {
  const calling = '{"module": {"logs": {"source": "./modules/logs"}, "other": {"source": "hashicorp/consul/aws"}}}';

  test('the modules that a module calls by path are read beside it, and what they call in turn', async () => {
    const { workspace } = setUp({
      '/w/main.tf.json': calling,
      '/w/modules/logs/main.tf.json': '{"module": {"bucket": {"source": "../bucket"}}}',
      '/w/modules/logs/notes.json': '{}',
      '/w/modules/bucket/bucket.tf.json': bucket,
      '/w/modules/bucket/more.tf': '',
    });
    const { documents, referred } = await unitAt(workspace, '/w/main.tf.json');
    assert.deepEqual(
      documents.map(({ path }) => path),
      ['/w/main.tf.json'],
    );
    assert.deepEqual(
      [...(referred ?? [])].map(([path, one]) => [path, one.documents.map((each) => each.path), one.partial]),
      [
        ['/w/modules/logs/', ['/w/modules/logs/main.tf.json'], false],
        ['/w/modules/bucket/', ['/w/modules/bucket/bucket.tf.json'], true],
      ],
    );
  });

  test('modules that call each other are read once, and a module that is not there not at all', async () => {
    const { workspace } = setUp({
      '/w/a/a.tf.json': '{"module": {"b": {"source": "../b"}, "gone": {"source": "./gone"}}}',
      '/w/b/b.tf.json': '{"module": {"a": {"source": "../a"}}}',
    });
    const { referred } = await unitAt(workspace, '/w/a/a.tf.json');
    assert.deepEqual([...(referred?.keys() ?? [])], ['/w/b/', '/w/a/']);
  });

  test('a nested template is read beside the one that nests it, and a change of it concerns that', async () => {
    const parent =
      'Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./c.yaml\n';
    const { workspace } = setUp({ '/w/p.yaml': parent, '/w/c.yaml': template });
    workspace.setDocument('/w/p.yaml', parent);
    const { referred } = await unitAt(workspace, '/w/p.yaml');
    assert.deepEqual([...(referred?.keys() ?? [])], ['/w/c.yaml']);
    assert.deepEqual(workspace.affected('/w/c.yaml'), ['/w/p.yaml']);
    assert.deepEqual(workspace.affected('/w/d.yaml'), []);
  });

  test('values that Terraform takes by itself belong to a module, and other values do not', async () => {
    const { workspace } = setUp({
      '/w/main.tf.json': bucket,
      '/w/terraform.tfvars.json': '{"a": 1}',
      '/w/x.auto.tfvars.json': '{"a": 2}',
      '/w/prod.tfvars.json': '{"a": 3}',
    });
    const unit = await unitAt(workspace, '/w/terraform.tfvars.json');
    assert.deepEqual(
      unit.documents.map(({ path }) => path),
      ['/w/main.tf.json', '/w/terraform.tfvars.json', '/w/x.auto.tfvars.json'],
    );
    assert.equal((await workspace.load('/w/prod.tfvars.json')).kind, 'foreign');
  });
});

describe('changes', () => {
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
});
