import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import type { FakeEditor } from '../support/protocolClient';
import { databaseRule, openDatabase, withEditor } from './documents';

const server = join(__dirname, '..', '..', 'dist', 'server.js');

/** Each level stands for ten of the one below: 10^9 strings, if somebody followed them. */
const aliasBomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(
    'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(', ')}]`),
  )
  .concat('Resources: *i')
  .join('\n');

const hostile: Readonly<Record<string, string>> = {
  'nested YAML': `Resources: ${'['.repeat(900)}`,
  'closed nested YAML': `Resources: ${'['.repeat(900)}${']'.repeat(900)}`,
  'nested JSON': `{"Resources": ${'['.repeat(20_000)}`,
  'deep indentation': `Resources:\n${Array.from({ length: 900 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}\n`,
  'an alias bomb': aliasBomb,
  'an alias of itself': 'Resources: &r\n  Again: *r\n',
  'NUL bytes': `Resources:\n  Da\0tabase:\n    Type: AWS::RDS::DBInstance\n${'\0'.repeat(1000)}`,
  'half a surrogate pair': 'Resources:\n  \uD83D:\n    Type: AWS::RDS::DBInstance\n',
  tabs: 'Resources:\n\tDatabase:\n\t\tType: AWS::RDS::DBInstance\n',
  'duplicate keys': openDatabase + openDatabase.replace('Resources:\n', ''),
  'a merge key': `Base: &base { StorageEncrypted: false }\n${openDatabase.replace('StorageEncrypted: false', '<<: *base')}`,
  'several documents': `${openDatabase}---\n${openDatabase}---\n- 1\n`,
  'a string for a map': 'Resources: yes please\n',
  'a list for a map': 'Resources:\n  - Type: AWS::RDS::DBInstance\n',
  'numbers for everything':
    '{"Resources": {"A": {"Type": 1, "Properties": 2}, "B": {"Type": "AWS::S3::Bucket", "Properties": []}}}',
  'a policy that is no JSON':
    '{"resource": {"aws_s3_bucket_policy": {"a": {"bucket": "a", "policy": "{\\"Statement\\": ["}}, "aws_s3_bucket": {"a": {}}}}',
  'twenty megabytes': `{"format_version": "1.2", "planned_values": {"a": "${'x'.repeat(20_000_000)}"}}`,
  'a lone bracket': '{',
};

async function answersStill(editor: FakeEditor, path: string): Promise<void> {
  editor.open(path, openDatabase);
  assert.equal((await editor.diagnostics(path))[0]?.code, databaseRule);
  assert.equal(editor.process?.exitCode, null);
}

for (const [name, text] of Object.entries(hostile)) {
  test(`the built server outlives ${name}`, async () => {
    await withEditor('spawned', {}, async (editor) => {
      for (const path of ['hostile.yaml', 'hostile.json', 'hostile.tf.json']) {
        editor.open(path, text);
        await editor.status(path);
        editor.change(path, `${text} `);
        await editor.status(path);
        const start = { line: 0, character: 0 };
        await editor.codeActions(path, { start, end: { line: 5, character: 0 } });
        await editor.codeActions(path, { start, end: start }, ['source.fixAll.dataProtection']);
        await editor.hover(path, { line: 1, character: 3 });
      }
      await answersStill(editor, 'after.yaml');
    });
  });
}

test('the built server outlives a document that is cut anywhere', async () => {
  await withEditor('spawned', {}, async (editor) => {
    editor.open('cut.yaml', openDatabase);
    for (let length = openDatabase.length; length >= 0; length -= 3)
      editor.change('cut.yaml', openDatabase.slice(0, length));
    await editor.status('cut.yaml');
    await answersStill(editor, 'after.yaml');
  });
});

test('the built server outlives messages that make no sense', async () => {
  await withEditor('spawned', {}, async (editor) => {
    const uri = editor.uri('nowhere.yaml');
    editor.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'a' }] });
    editor.notify('textDocument/didClose', { textDocument: { uri } });
    editor.notify('textDocument/didOpen', {
      textDocument: { uri: 'no uri at all', languageId: 'yaml', version: 1, text: openDatabase },
    });
    editor.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'file:///', type: 2 },
        { uri: '', type: 9 },
      ],
    });
    editor.notify('workspace/didChangeConfiguration', {});
    assert.equal(
      await editor.request('textDocument/hover', { textDocument: { uri }, position: { line: 9, character: 9 } }),
      null,
    );
    await editor.request('codeAction/resolve', { title: 'x', data: { uri: 5 } });
    await assert.rejects(editor.request('textDocument/rename', {}));
    await answersStill(editor, 'after.yaml');
  });
});

test('the built server speaks over the channel that VS Code starts it with', async () => {
  const child = fork(server, ['--node-ipc'], { stdio: 'inherit' });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  try {
    const started = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(started.serverInfo?.name, 'data-protection');
  } finally {
    connection.dispose();
    child.kill();
  }
});
