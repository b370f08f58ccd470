import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Origin } from '../model/origin';
import type { CodePlace } from '../model/resource';
import type { Span, SyntaxDocument } from '../syntax/node';
import { rangeOf } from '../syntax/ranges';
import type { OpenDocuments } from './openDocuments';

/** A stretch of a document in the editor's terms. */
export interface Place {
  readonly path: string;
  readonly uri: string;
  readonly range: Range;
}

/** The text of a document as the engine reads it, without byte order mark. */
type Text = Pick<SyntaxDocument, 'path' | 'text'>;

/** Turns what the engine says of the documents of one check into what the editor counts: lines and UTF-16 units. */
export class Positions {
  private readonly texts = new Map<Text, TextDocument>();

  constructor(private readonly open: OpenDocuments) {}

  /** Where an origin stands. */
  placeOf(origin: Origin): Place {
    const { document, start, end } = rangeOf(origin);
    return { path: document.path, uri: this.open.uriOf(document.path), range: this.rangeOf(document, { start, end }) };
  }

  /** A place in a file of code. */
  placeInCode({ path, line, character }: CodePlace): Place {
    const position = { line, character };
    return { path, uri: this.open.uriOf(path), range: { start: position, end: position } };
  }

  /** The range of a stretch of a document. */
  rangeOf(document: Text, { start, end }: Span): Range {
    const text = this.textOf(document);
    const shift = this.open.get(document.path)?.marked ? 1 : 0;
    return { start: text.positionAt(start + shift), end: text.positionAt(end + shift) };
  }

  /** The offset of a position in a document, as the engine counts. */
  offsetAt(document: Text, position: Position): number {
    const shift = this.open.get(document.path)?.marked ? 1 : 0;
    return Math.max(0, this.textOf(document).offsetAt(position) - shift);
  }

  private textOf(document: Text): TextDocument {
    let text = this.texts.get(document);
    if (!text) {
      const mark = this.open.get(document.path)?.marked ? '\uFEFF' : '';
      text = TextDocument.create(document.path, '', 0, mark + document.text);
      this.texts.set(document, text);
    }
    return text;
  }
}

/** Whether two ranges share a character or touch: a cursor at the edge of a word is on it. */
export function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Whether two ranges are the same. */
export function isSameRange(a: Range, b: Range): boolean {
  return (
    !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end) && !isBefore(b.end, a.end)
  );
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
