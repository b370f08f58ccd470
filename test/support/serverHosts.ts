// A language server to talk to: in the test's own process, or the built bundle in one of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { check } from '../../server/src/engine/check';
import { pathOf } from '../../server/src/lsp/openDocuments';
import { startServer } from '../../server/src/lsp/server';
import type { Files } from '../../server/src/workspace/files';

/** Where the server runs. */
export type Host = 'in process' | 'spawned';
export const hosts: readonly Host[] = ['in process', 'spawned'];

/** A server, and the disk that it reads. */
export interface ServerHost {
  /** The URI of the workspace. */
  readonly root: string;
  readonly connection: ProtocolConnection;
  /** The process of a spawned server. */
  readonly process?: ChildProcess;
  /** Changes a file of the workspace; `undefined` deletes it. */
  write(path: string, text: string | undefined): void;
  dispose(): void;
}

const builtServer = join(__dirname, '..', '..', 'dist', 'server.js');

/** A server in this process, with a disk in memory. */
export function inProcess(slowCheck?: typeof check): ServerHost {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const root = 'file:///workspace';
  const disk = new Map<string, string>();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { files: () => filesOf(disk), ...(slowCheck && { check: slowCheck }) });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return {
    root,
    connection,
    write: (path, text) => {
      const uri = pathOf(`${root}/${path.split('/').map(encodeURIComponent).join('/')}`);
      if (text === undefined) disk.delete(uri);
      else disk.set(uri, text);
    },
    dispose: () => {
      connection.dispose();
      server.dispose();
    },
  };
}

/** Files in memory, by URI. */
function filesOf(disk: ReadonlyMap<string, string>): Files {
  return {
    read: async (path) => disk.get(path),
    list: async (folder) =>
      [...disk.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => ({ name: path.slice(folder.length + 1), isFolder: false })),
  };
}

/** The built server as a process of its own, with a folder of its own. */
export function spawned(): ServerHost {
  if (!existsSync(builtServer)) throw new Error('dist/server.js is missing: run `npm run build` first');
  const folder = mkdtempSync(join(tmpdir(), 'data-protection-server-'));
  const process = spawn(globalThis.process.execPath, [builtServer, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  );
  return {
    root: pathToFileURL(folder).toString(),
    connection,
    process,
    write: (path, text) => {
      const file = join(folder, path);
      if (text === undefined) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    },
    dispose: () => {
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
