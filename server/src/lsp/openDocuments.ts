import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';

const byteOrderMark = '\uFEFF';

/** A document as the editor has it. */
export interface OpenDocument {
  /** The URI in the editor's own spelling: what it must be called by. */
  readonly uri: string;
  /** The URI in the one spelling that the workspace knows: the document's path. */
  readonly path: string;
  readonly version: number;
  /** The text without byte order mark: what the engine reads. */
  readonly text: string;
  /** Whether the editor's text starts with a byte order mark, which counts in its positions. */
  readonly marked: boolean;
}

/** The path of a URI: editors escape differently, and siblings are found by path. */
export function pathOf(uri: string): string {
  return URI.parse(uri).toString();
}

/** The name of a file as it stands in a path. */
export function nameInPath(name: string): string {
  return URI.from({ scheme: 'file', path: `/${name}` })
    .toString()
    .slice('file:///'.length);
}

/** The documents that the editor has open, by path. */
export class OpenDocuments {
  private readonly documents = new Map<string, OpenDocument>();

  get(path: string): OpenDocument | undefined {
    return this.documents.get(path);
  }

  has(path: string): boolean {
    return this.documents.has(path);
  }

  /** The paths of all open documents. */
  paths(): readonly string[] {
    return [...this.documents.keys()];
  }

  /** Takes a document's newest text. */
  set(document: TextDocument): OpenDocument {
    const { uri, version } = document;
    const text = document.getText();
    const marked = text.startsWith(byteOrderMark);
    const open = { uri, path: pathOf(uri), version, text: marked ? text.slice(1) : text, marked };
    this.documents.set(open.path, open);
    return open;
  }

  delete(path: string): void {
    this.documents.delete(path);
  }

  /** How the editor calls a document, open or not. */
  uriOf(path: string): string {
    return this.documents.get(path)?.uri ?? path;
  }
}
