/** An entry of a folder. */
export interface FolderEntry {
  /** Spelled so that `${folder}/${name}` is its path. */
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file that exists but gives no text. */
export interface Unreadable {
  /** Why, as the end of a sentence: "it contains NUL bytes". */
  readonly unreadable: string;
  /** What could be made out of it all the same, to tell whether it looks like one of ours. */
  readonly remains?: string;
}

/**
 * Where files come from: a disk, an editor's file system, a map in a test. Paths have `/` separators and are opaque
 * otherwise: file paths or URIs. Neither function rejects.
 */
export interface Files {
  /** The decoded text without byte order mark; `undefined` where there is no such file. */
  read(path: string): Promise<string | Unreadable | undefined>;
  /** What is in a folder; empty where there is no such folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}
