import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  type ListFolderResult,
  listFolderMethod,
  type ReadFileResult,
  readFileMethod,
} from '../../server/src/lsp/protocol';
import { decode } from '../../server/src/workspace/decode';

/** Reads files for the server that are not on its disk. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, void>(readFileMethod, ({ uri }: FileParams) => read(Uri.parse(uri)));
  client.onRequest<ListFolderResult, void>(listFolderMethod, ({ uri }: FileParams) => list(Uri.parse(uri)));
}

async function read(uri: Uri): Promise<ReadFileResult> {
  try {
    return decode(await workspace.fs.readFile(uri));
  } catch (error) {
    const absent = error instanceof FileSystemError && ['FileNotFound', 'FileIsADirectory'].includes(error.code);
    return absent ? null : { unreadable: 'the editor refused to read it' };
  }
}

async function list(uri: Uri): Promise<ListFolderResult> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 }));
}
