import type { Files, FolderEntry, Unreadable } from '../../../server/src/workspace/files';

/** Files in a map, with a count of what was read. */
export class MemoryFiles implements Files {
  readonly reads: string[] = [];

  constructor(readonly texts: Record<string, string | Unreadable>) {}

  async read(path: string): Promise<string | Unreadable | undefined> {
    this.reads.push(path);
    return this.texts[path];
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    const entries = new Map<string, FolderEntry>();
    for (const path of Object.keys(this.texts)) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = '', ...below] = path.slice(folder.length + 1).split('/');
      entries.set(name, { name, isFolder: below.length > 0 });
    }
    return [...entries.values()];
  }
}
