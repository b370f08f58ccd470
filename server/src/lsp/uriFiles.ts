import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Files } from '../workspace/files';
import { nameInPath } from './openDocuments';
import { type ListFolderResult, listFolderMethod, type ReadFileResult, readFileMethod } from './protocol';

/** Files of a disk, which go by file paths, for a workspace whose paths are URIs. Other schemes go to `others`. */
export function uriFiles(disk: Files, others: Files): Files {
  const filePath = (path: string) => {
    const uri = URI.parse(path);
    return uri.scheme === 'file' ? uri.fsPath : undefined;
  };
  return {
    async read(path) {
      const file = filePath(path);
      return file === undefined ? others.read(path) : disk.read(file);
    },
    async list(folder) {
      const file = filePath(folder);
      return file === undefined ? others.list(folder) : named(await disk.list(file));
    },
  };
}

/** The files of the editor, whatever they are on. */
export function clientFiles(connection: Connection): Files {
  return {
    async read(uri) {
      try {
        return (await connection.sendRequest<ReadFileResult>(readFileMethod, { uri })) ?? undefined;
      } catch {
        return { unreadable: 'the editor refused to read it' };
      }
    },
    async list(uri) {
      try {
        return named(await connection.sendRequest<ListFolderResult>(listFolderMethod, { uri }));
      } catch {
        return [];
      }
    },
  };
}

/** What holds no files at all. */
export const noFiles: Files = { read: async () => undefined, list: async () => [] };

function named(entries: ListFolderResult): ListFolderResult {
  return entries.map((entry) => ({ ...entry, name: nameInPath(entry.name) }));
}
