import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucket, setUp, template, unitAt } from './loading';

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
    '/w/terraform.tfvars': 'a = 0',
    '/w/prod.tfvars': 'a = 4',
    '/w/terraform.tfvars.json': '{"a": 1}',
    '/w/x.auto.tfvars.json': '{"a": 2}',
    '/w/prod.tfvars.json': '{"a": 3}',
  });
  const unit = await unitAt(workspace, '/w/terraform.tfvars.json');
  assert.deepEqual(
    unit.documents.map(({ path }) => path),
    ['/w/main.tf.json', '/w/terraform.tfvars', '/w/terraform.tfvars.json', '/w/x.auto.tfvars.json'],
  );
  assert.equal((await workspace.load('/w/prod.tfvars.json')).kind, 'foreign');
});
