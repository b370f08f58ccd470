import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, skippedAt, template } from './loading';

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
