import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { testEverywhere } from './documents';

const main = JSON.stringify({
  variable: { encrypted: { default: false } },
  resource: { aws_db_instance: { main: { storage_encrypted: '${var.encrypted}' } } },
});
const rule = 'rds-storage-encrypted';

const found = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === rule);

testEverywhere('values in HCL are marked, mended and followed on the disk', {}, async (editor) => {
  editor.writeFile('main.tf.json', main);
  editor.open('terraform.tfvars', '# A database\nencrypted = false\n', 'plaintext');
  const [diagnostic] = found(await editor.diagnostics('terraform.tfvars'));
  assert.deepEqual(diagnostic?.range, { start: { line: 1, character: 12 }, end: { line: 1, character: 17 } });
  const actions = await editor.codeActions('terraform.tfvars', diagnostic.range);
  const mending = actions.find(({ title }) => title.startsWith('Set storage_encrypted to true'));
  assert.ok(mending);
  await editor.apply(mending);
  assert.equal(editor.text('terraform.tfvars'), '# A database\nencrypted = true\n');
  assert.deepEqual(found(await editor.diagnostics('terraform.tfvars')), []);
});

testEverywhere('a values file that comes, changes or goes refreshes the configuration beside', {}, async (editor) => {
  editor.open('main.tf.json', main, 'json');
  assert.equal(found(await editor.diagnostics('main.tf.json')).length, 1);
  await editor.untilWatching();
  const findingsAfter = (text: string | undefined, expected: number) =>
    editor.showsAfter(
      'main.tf.json',
      () => editor.writeFile('a.auto.tfvars', text),
      (diagnostics) => found(diagnostics).length,
      expected,
    );
  await findingsAfter('encrypted = true', 0);
  await findingsAfter('encrypted = ', 0);
  await findingsAfter(undefined, 1);
});

testEverywhere('nothing is offered in a values file that would be no value', {}, async (editor) => {
  editor.writeFile('main.tf.json', main);
  const text = 'encrypted = false\n\nlist = [\n  \n]\n';
  editor.open('terraform.tfvars', text, 'plaintext');
  await editor.diagnostics('terraform.tfvars');
  for (const [line, character] of [
    [1, 0],
    [3, 2],
    [0, 12],
  ] as const) {
    assert.deepEqual(await editor.completions('terraform.tfvars', { line, character }), []);
    assert.equal(await editor.hover('terraform.tfvars', { line, character }).then((one) => typeof one), 'object');
  }
});
