import { type FileHandle, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { decode, encode, encodingOf } from './decode';
import type { Files, FolderEntry, Unreadable } from './files';

/** Errors that mean: there is no such file. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/** Of files larger than this only the head is read: no maximum file size may sensibly be set that high. */
const largestRead = 256 * 1024 * 1024;
const headLength = 64 * 1024;

/** The files of the disk. This is the only file of the workspace that touches it. */
export class NodeFiles implements Files {
  async read(path: string): Promise<string | Unreadable | undefined> {
    let file: FileHandle | undefined;
    try {
      file = await open(path);
      const { size } = await file.stat();
      return size > largestRead ? tooLarge(await headOf(file)) : decode(await file.readFile());
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code && absent.has(code) ? undefined : { unreadable: `the system refused to read it (${code})` };
    } finally {
      await file?.close();
    }
  }

  /** Links to files count as files; links to folders are not followed, so that no walk runs in circles. */
  async list(folder: string): Promise<readonly FolderEntry[]> {
    try {
      const entries = await readdir(`${folder}/`, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    } catch {
      return [];
    }
  }

  /** What stands at a path. */
  async kindOf(path: string): Promise<'file' | 'folder' | undefined> {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  }

  /** Gives a file another text and keeps its encoding and byte order mark. Rejects where the system refuses. */
  async rewrite(path: string, text: string): Promise<void> {
    await writeFile(path, encode(text, encodingOf(await readFile(path))));
  }
}

async function headOf(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
  return buffer.subarray(0, bytesRead);
}

function tooLarge(head: Uint8Array): Unreadable {
  const text = decode(head);
  const remains = typeof text === 'string' ? text : text.remains;
  return { unreadable: `it is larger than ${largestRead / 1024 / 1024} MB`, ...(remains !== undefined && { remains }) };
}
