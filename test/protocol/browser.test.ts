import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { type FileParams, listFolderMethod, readFileMethod } from '../../server/src/lsp/protocol';
import { bucketModule, versioningModule, versioningRule } from './documents';

const bundle = join(__dirname, '..', '..', 'dist', 'browser-server.js');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
}

/** A place that has what a web worker has, and nothing of Node. */
function startWorker(onMessage: (message: Message) => void): (message: object) => void {
  assert.ok(existsSync(bundle), 'dist/browser-server.js is missing: run `npm run build` first');
  const scope: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, queueMicrotask, performance, TextEncoder, TextDecoder, URL, console },
    addEventListener: () => {},
    postMessage: onMessage,
  };
  scope.self = scope;
  vm.runInNewContext(readFileSync(bundle, 'utf8'), scope);
  return (message) => (scope.onmessage as (event: { data: object }) => void)({ data: { jsonrpc: '2.0', ...message } });
}

test('the server runs in a web worker and reads files through the editor', { timeout: 20_000 }, async () => {
  const files = new Map([['vscode-vfs://github/a/b/my%20versions.tf.json', versioningModule]]);
  const published = new Promise<PublishDiagnosticsParams>((resolve) => {
    const send = startWorker(({ id, method, params }) => {
      if (id === 1 && !method) start();
      if (method === 'textDocument/publishDiagnostics') resolve(params as PublishDiagnosticsParams);
      if (method === readFileMethod) send({ id, result: files.get((params as FileParams).uri) ?? null });
      if (method === listFolderMethod) send({ id, result: [{ name: 'my versions.tf.json', isFolder: false }] });
    });
    const start = () => {
      send({ method: 'initialized', params: {} });
      const uri = 'vscode-vfs://github/a/b/bucket.tf.json';
      const textDocument = { uri, languageId: 'json', version: 3, text: bucketModule };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
    };
    const initializationOptions = { readsFiles: true };
    const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions };
    send({ id: 1, method: 'initialize', params });
  });
  const { version, diagnostics } = await published;
  assert.equal(version, 3);
  assert.ok(diagnostics.length > 0, 'the bucket has something to say');
  assert.ok(
    !diagnostics.some(({ code }) => code === versioningRule),
    'the sibling that the editor read turns versioning on',
  );
});
