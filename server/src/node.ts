import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { uriFiles } from './lsp/uriFiles';
import { NodeFiles } from './workspace/nodeFiles';

// The language server as a process of its own: `--stdio`, `--node-ipc`, `--pipe=NAME` or `--socket=PORT`.
startServer(createConnection(), { files: (ofClient) => uriFiles(new NodeFiles(), ofClient) });
