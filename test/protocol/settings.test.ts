import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { fullCapabilities } from '../support/protocolClient';
import {
  bucketModule,
  databaseRule,
  openDatabase,
  testEverywhere,
  versioningModule,
  versioningRule,
} from './documents';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

const off = { rules: { [databaseRule]: 'off' } };

testEverywhere('the editor settings hold from the first check on', { settings: off }, async (editor) => {
  editor.open('template.yaml', openDatabase);
  assert.deepEqual(await editor.diagnostics('template.yaml'), []);
});

testEverywhere('a change of the settings refreshes what is open', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  await editor.showsAfter('template.yaml', () => editor.changeSettings(off), codes, []);
  await editor.showsAfter('template.yaml', () => editor.changeSettings({}), codes, [databaseRule]);
});

testEverywhere(
  'an editor that cannot be asked pushes its settings',
  { capabilities: { workspace: {} }, settings: off },
  async (editor) => {
    editor.open('template.yaml', openDatabase);
    assert.deepEqual(await editor.diagnostics('template.yaml'), []);
    await editor.showsAfter('template.yaml', () => editor.changeSettings({}), codes, [databaseRule]);
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
    const severitiesAfter = (text: string | undefined, expected: DiagnosticSeverity[]) =>
      editor.showsAfter(
        'stacks/template.yaml',
        () => editor.writeFile('.data-protection.yaml', text),
        (diagnostics) => diagnostics.map(({ severity }) => severity),
        expected,
      );
    await severitiesAfter(`rules: { ${databaseRule}: off }\n`, []);
    await severitiesAfter(`rules: { ${databaseRule}: hint }\n`, [DiagnosticSeverity.Hint]);
    await severitiesAfter(undefined, [DiagnosticSeverity.Error]);
  },
);

testEverywhere('a settings file that is open in the editor counts as it stands there', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  const switchOff = () => editor.open('.data-protection.yaml', `rules:\n  ${databaseRule}: off\n`);
  await editor.showsAfter('template.yaml', switchOff, codes, []);
});

testEverywhere(
  'a sibling of a Terraform module that changes on the disk refreshes the module',
  { files: { 'my versions.tf.json': versioningModule } },
  async (editor) => {
    await editor.untilWatching();
    editor.open('bucket.tf.json', bucketModule, 'json');
    const isUnversioned = (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(versioningRule);
    assert.ok(!isUnversioned(await editor.diagnostics('bucket.tf.json')));
    const empty = () => editor.writeFile('my versions.tf.json', '{"resource": {}}');
    await editor.showsAfter('bucket.tf.json', empty, isUnversioned, true);
    // The versioning may stand in the HCL that is not read.
    await editor.showsAfter('bucket.tf.json', () => editor.writeFile('more.tf', '# HCL'), isUnversioned, false);
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
