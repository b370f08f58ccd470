import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server';

// The language server as a web worker. A worker has no disk: the editor reads all files for it.
startServer(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), {
  files: (ofClient) => ofClient,
});
