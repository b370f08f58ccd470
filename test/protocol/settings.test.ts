import assert from 'node:assert/strict';
import { fullCapabilities } from '../support/protocolClient';
import {
  bucketModule,
  databaseRule,
  openDatabase,
  testEverywhere,
  versioningModule,
  versioningRule,
} from './documents';

const off = { rules: { [databaseRule]: 'off' } };

testEverywhere('the editor settings hold from the first check on', { settings: off }, async (editor) => {
  editor.open('template.yaml', openDatabase);
  assert.deepEqual(await editor.diagnostics('template.yaml'), []);
});

testEverywhere('a change of the settings refreshes what is open', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  const quiet = await editor.publishedAfter('template.yaml', () => editor.changeSettings(off));
  assert.deepEqual(quiet.diagnostics, []);
  const again = await editor.publishedAfter('template.yaml', () => editor.changeSettings({}));
  assert.equal(again.diagnostics.length, 1);
});

testEverywhere(
  'an editor that cannot be asked pushes its settings',
  { capabilities: { workspace: {} }, settings: off },
  async (editor) => {
    editor.open('template.yaml', openDatabase);
    assert.deepEqual(await editor.diagnostics('template.yaml'), []);
    const again = await editor.publishedAfter('template.yaml', () => editor.changeSettings({}));
    assert.equal(again.diagnostics.length, 1);
  },
);

testEverywhere(
  'wrong settings are told in the log and change nothing else',
  { settings: { rulez: {} } },
  async (editor) => {
    editor.open('template.yaml', openDatabase);
    assert.equal((await editor.diagnostics('template.yaml')).length, 1);
    assert.ok(
      editor.log.some((line) => line.includes('rulez')),
      editor.log.join('\n'),
    );
  },
);

testEverywhere(
  'a settings file that is written, changed and deleted on the disk counts at once',
  {},
  async (editor) => {
    await editor.untilWatching();
    editor.open('stacks/template.yaml', openDatabase);
    await editor.diagnostics('stacks/template.yaml');
    const write = (text: string | undefined) =>
      editor.publishedAfter('stacks/template.yaml', () => editor.writeFile('.data-protection.yaml', text));
    assert.equal((await write(`rules: { ${databaseRule}: off }\n`)).diagnostics.length, 0);
    assert.equal((await write(`rules: { ${databaseRule}: hint }\n`)).diagnostics[0]?.severity, 4);
    assert.equal((await write(undefined)).diagnostics[0]?.severity, 1);
  },
);

testEverywhere('a settings file that is open in the editor counts as it stands there', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  const { diagnostics } = await editor.publishedAfter('template.yaml', () =>
    editor.open('.data-protection.yaml', `rules:\n  ${databaseRule}: off\n`),
  );
  assert.deepEqual(diagnostics, []);
});

testEverywhere(
  'a sibling of a Terraform module that changes on the disk refreshes the module',
  { files: { 'my versions.tf.json': versioningModule } },
  async (editor) => {
    await editor.untilWatching();
    editor.open('bucket.tf.json', bucketModule, 'json');
    const codes = (diagnostics: readonly { code?: unknown }[]) => diagnostics.map(({ code }) => code);
    assert.ok(!codes(await editor.diagnostics('bucket.tf.json')).includes(versioningRule));
    const without = await editor.publishedAfter('bucket.tf.json', () =>
      editor.writeFile('my versions.tf.json', '{"resource": {}}'),
    );
    assert.ok(codes(without.diagnostics).includes(versioningRule));
    const hcl = await editor.publishedAfter('bucket.tf.json', () => editor.writeFile('more.tf', '# HCL'));
    assert.ok(!codes(hcl.diagnostics).includes(versioningRule), 'the versioning may stand in the HCL that is not read');
  },
);

testEverywhere(
  'an editor that follows no files works without',
  { capabilities: { ...fullCapabilities, workspace: { configuration: true } } },
  async (editor) => {
    editor.open('template.yaml', openDatabase);
    assert.equal((await editor.diagnostics('template.yaml')).length, 1);
  },
);
