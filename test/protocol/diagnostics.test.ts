import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { FakeEditor } from '../support/protocolClient';
import {
  bucketModule,
  databaseRange,
  databaseRule,
  encryptedDatabase,
  openDatabase,
  testEverywhere,
  versioningModule,
  versioningRule,
} from './documents';

async function rules(editor: FakeEditor, path: string): Promise<string[]> {
  return (await editor.diagnostics(path)).map(({ code }) => String(code));
}

testEverywhere('a finding is a diagnostic with rule, page and severity under its very words', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  const [diagnostic, ...others] = await editor.diagnostics('template.yaml');
  assert.deepEqual(others, []);
  assert.ok(diagnostic);
  const { range, code, source, severity, codeDescription, message } = diagnostic;
  assert.deepEqual(
    { range, code, source, severity },
    {
      range: databaseRange,
      code: databaseRule,
      source: 'data-protection',
      severity: DiagnosticSeverity.Error,
    },
  );
  assert.match(codeDescription?.href ?? '', /^https:\/\/\S+$/);
  assert.match(String(message), /Database/);
});

testEverywhere(
  'diagnostics carry the version they were made of and are never cleared between edits',
  {},
  async (editor) => {
    editor.open('template.yaml', openDatabase);
    for (const edit of [1, 2, 3]) {
      editor.change('template.yaml', `# edit ${edit}\n${openDatabase}`);
      await editor.diagnostics('template.yaml');
    }
    const versions = editor.published.map(({ version }) => version);
    assert.deepEqual(versions, [...versions].sort());
    assert.ok(versions.includes(4));
    for (const { diagnostics } of editor.published) assert.equal(diagnostics.length, 1);
  },
);

testEverywhere('a finding goes when it is mended and comes back when it is undone', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  assert.deepEqual(await rules(editor, 'template.yaml'), [databaseRule]);
  editor.change('template.yaml', encryptedDatabase);
  assert.deepEqual(await rules(editor, 'template.yaml'), []);
  editor.change('template.yaml', openDatabase);
  assert.deepEqual(await rules(editor, 'template.yaml'), [databaseRule]);
});

testEverywhere(
  'every stage of typing a resource is answered, and its neighbour keeps its finding',
  {},
  async (editor) => {
    const typed = '  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: "orders';
    editor.open('template.yaml', openDatabase);
    for (let length = 1; length <= typed.length; length += 7) {
      editor.change('template.yaml', openDatabase + typed.slice(0, length));
      assert.ok((await rules(editor, 'template.yaml')).includes(databaseRule), typed.slice(0, length));
    }
  },
);

testEverywhere('closing a document takes its diagnostics away', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  const { diagnostics } = await editor.publishedAfter('template.yaml', () => editor.close('template.yaml'));
  assert.deepEqual(diagnostics, []);
});

testEverywhere('a renamed document is checked under its new name', {}, async (editor) => {
  editor.open('old name.yaml', openDatabase);
  await editor.diagnostics('old name.yaml');
  editor.rename('old name.yaml', 'new #1.yaml');
  assert.deepEqual(await rules(editor, 'new #1.yaml'), [databaseRule]);
  assert.deepEqual(editor.published.findLast(({ uri }) => uri === editor.uri('old name.yaml'))?.diagnostics, []);
});

testEverywhere('what is none of ours is left alone, even the empty list', {}, async (editor) => {
  editor.open('compose.yaml', 'services:\n  web:\n    image: nginx\n');
  assert.equal((await editor.status('compose.yaml')).state, 'foreign');
  assert.deepEqual(editor.published, []);
  assert.deepEqual(editor.log, []);
});

testEverywhere('a document that stops being ours loses its diagnostics', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  await editor.diagnostics('template.yaml');
  editor.change('template.yaml', 'services: {}\n');
  assert.deepEqual(await editor.diagnostics('template.yaml'), []);
});

testEverywhere(
  'a skipped document says why, in its status and once in the log',
  { settings: { maximumFileSize: 1 } },
  async (editor) => {
    const large = openDatabase + '# padding\n'.repeat(200);
    editor.open('template.yaml', large);
    const { state, reason, format } = await editor.status('template.yaml');
    assert.equal(state, 'skipped');
    assert.equal(format, 'cloudformation');
    assert.match(reason ?? '', /too large/);
    editor.change('template.yaml', `${large}# more\n`);
    assert.deepEqual(await editor.diagnostics('template.yaml'), []);
    assert.equal(editor.log.filter((line) => line.includes('too large')).length, 1);
  },
);

testEverywhere('positions count UTF-16 units and a byte order mark that the editor kept', {}, async (editor) => {
  editor.open(
    'marked.json',
    `\uFEFF{"Resources":{"D😀":{"Type":"AWS::RDS::DBInstance","Properties":{"StorageEncrypted":false}}}}`,
  );
  const diagnostics = await editor.diagnostics('marked.json');
  const found = diagnostics.find(({ code }) => code === databaseRule);
  const start = editor.text('marked.json').indexOf('false');
  assert.deepEqual(found?.range, { start: { line: 0, character: start }, end: { line: 0, character: start + 5 } });
});

testEverywhere('an edit of one file of a Terraform module refreshes the others that are open', {}, async (editor) => {
  editor.open('bucket.tf.json', bucketModule, 'json');
  assert.ok((await rules(editor, 'bucket.tf.json')).includes(versioningRule));
  const isUnversionedAfter = (work: () => void, expected: boolean) =>
    editor.showsAfter('bucket.tf.json', work, (shown) => shown.some(({ code }) => code === versioningRule), expected);
  await isUnversionedAfter(() => editor.open('versioning.tf.json', versioningModule, 'json'), false);
  assert.deepEqual(await rules(editor, 'versioning.tf.json'), []);
  await isUnversionedAfter(() => editor.close('versioning.tf.json'), true);
});

testEverywhere('a document that no file stands behind is checked as well', {}, async (editor) => {
  const uri = 'untitled:Untitled-1';
  editor.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 7, text: openDatabase },
  });
  const found = await editor.until('diagnostics', () => editor.published.find((one) => one.uri === uri));
  assert.equal(found.version, 7);
  assert.equal(found.diagnostics[0]?.code, databaseRule);
});
