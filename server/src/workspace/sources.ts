import { hclFile, isModuleFile } from '../formats/files';
import type { SyntaxDocument } from '../syntax/node';
import { parseDocument, type Unparsed } from '../syntax/parse';
import { withoutNul } from './decode';
import type { Files, FolderEntry, Unreadable } from './files';
import { folderOf, nameOf } from './paths';
import { Recent } from './recent';

/** How many files beside the checked ones, and how many folders, are remembered. */
const rememberedFiles = 2_000;
const rememberedFolders = 500;
/** How much text is kept parsed, in UTF-16 code units: trees take many times the room of their text. */
const parsedText = 8_000_000;

/** The texts of files and of open documents, and their trees, kept until told that they are others. */
export class Sources {
  private readonly open = new Map<string, string>();
  private readonly texts = new Recent<Promise<string | Unreadable | undefined>>(rememberedFiles);
  private readonly listings = new Recent<Promise<readonly FolderEntry[]>>(rememberedFolders);
  private readonly parsed = new Recent<{ readonly text: string; readonly outcome: SyntaxDocument | Unparsed }>(
    parsedText,
    ({ text }) => text.length,
  );

  constructor(private readonly files: Files) {}

  /** Sets the text of a document that is open in the editor; it counts instead of the file's. */
  setDocument(path: string, text: string): void {
    this.open.set(path, text);
  }

  /** A document was closed: from now on the file counts. */
  removeDocument(path: string): void {
    this.open.delete(path);
    this.forget(path);
  }

  /** Whether a document is open in the editor. */
  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** The paths of the open documents. */
  openPaths(): readonly string[] {
    return [...this.open.keys()];
  }

  /** A file was written, made or removed: what is remembered of it is dropped. */
  forget(path: string): void {
    this.texts.delete(path);
    const folder = folderOf(path);
    if (folder !== undefined) this.listings.delete(folder);
  }

  /** The text of a file that is to be checked: it is read anew, since a change of it need not have been told. */
  async readAnew(path: string): Promise<string | Unreadable | undefined> {
    const open = this.open.get(path);
    return open === undefined ? this.files.read(path) : withoutNul(open);
  }

  /** The text of a file that something else is checked with. */
  read(path: string): Promise<string | Unreadable | undefined> {
    const open = this.open.get(path);
    if (open !== undefined) return Promise.resolve(withoutNul(open));
    const known = this.texts.get(path);
    if (known) return known;
    const text = this.files.read(path);
    this.texts.set(path, text);
    return text;
  }

  /** The names of the files in a folder, on the disk and open, none of them hidden. */
  async namesIn(folder: string): Promise<readonly string[]> {
    const known = this.listings.get(folder) ?? this.files.list(folder);
    this.listings.set(folder, known);
    const entries = await known;
    const open = this.openPaths()
      .filter((one) => folderOf(one) === folder)
      .map(nameOf);
    const names = new Set([...entries.filter((entry) => !entry.isFolder).map((entry) => entry.name), ...open]);
    return [...names].filter((name) => !name.startsWith('.'));
  }

  /** The tree of a text, parsed once. */
  parse(path: string, text: string): SyntaxDocument | Unparsed {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.outcome;
    const outcome = parseDocument(path, text);
    this.parsed.set(path, { text, outcome });
    return outcome;
  }
}

/** Reads for one document, and remembers what: a change of any of it calls for another check. */
export class Reading {
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  constructor(private readonly sources: Sources) {}

  /** The text of a file, `undefined` where there is none. */
  read(path: string): Promise<string | Unreadable | undefined> {
    this.files.add(path);
    return this.sources.read(path);
  }

  /** The names of the files in a folder that are not hidden. */
  namesIn(folder: string): Promise<readonly string[]> {
    this.folders.add(folder);
    return this.sources.namesIn(folder);
  }

  /** The tree of a text. */
  parse(path: string, text: string): SyntaxDocument | Unparsed {
    return this.sources.parse(path, text);
  }

  /** Whether what was read may be another once a file has changed. */
  concerns(path: string): boolean {
    if (this.files.has(path)) return true;
    return this.folders.has(folderOf(path) ?? '') && (isModuleFile(path) || hclFile.test(path));
  }
}
