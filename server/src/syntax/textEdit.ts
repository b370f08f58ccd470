import type { SyntaxText } from './node';

/** A change to a document: the text from `start` to `end` (UTF-16 code units) becomes `text`. */
export interface TextEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change to a text, in offsets of that text. */
export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Carries edits of a text out to its document. An insertion is spelled for every layer around it; `undefined` where
 * one of them cannot carry it.
 */
export function toDocumentEdits(source: SyntaxText, edits: readonly LocalEdit[]): TextEdit[] | undefined {
  const carried: TextEdit[] = [];
  for (const edit of edits) {
    const text = source.encode(edit.text);
    if (text === undefined) return undefined;
    carried.push({
      path: source.document.path,
      start: source.toDocument(edit.start),
      end: source.toDocument(edit.end),
      text,
    });
  }
  return carried;
}

/** Orders edits by place; those at one place keep their order. */
function sortEdits<E extends LocalEdit>(edits: readonly E[]): E[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether two edits touch the same text or insert at the same place. */
export function overlap(a: LocalEdit, b: LocalEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** The text with edits applied. They must not overlap. */
export function applyEdits(text: string, edits: readonly LocalEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A stretch kept from the original text, or one that was put in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * Several rounds of edits as one: each round's offsets mean the text that the round before left, the outcome is in
 * offsets of the original.
 */
export class ComposedEdits {
  private pieces: Piece[];

  constructor(private readonly length: number) {
    this.pieces = [{ start: 0, end: length }];
  }

  /** Adds a round. */
  apply(edits: readonly LocalEdit[]): void {
    const next: Piece[] = [];
    let at = 0;
    for (const edit of sortEdits(edits)) {
      next.push(...this.cut(at, edit.start));
      if (edit.text) next.push({ text: edit.text });
      at = edit.end;
    }
    next.push(...this.cut(at, Number.POSITIVE_INFINITY));
    this.pieces = next;
  }

  /** The edits that lead from the original text to the outcome. */
  edits(): LocalEdit[] {
    const edits: LocalEdit[] = [];
    let at = 0;
    let text = '';
    for (const piece of [...this.pieces, { start: this.length, end: this.length }]) {
      if ('text' in piece) {
        text += piece.text;
        continue;
      }
      if (text || piece.start > at) edits.push({ start: at, end: piece.start, text });
      text = '';
      at = piece.end;
    }
    return edits;
  }

  private cut(from: number, to: number): Piece[] {
    const cut: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
      const first = Math.max(0, from - at);
      const last = Math.min(length, to - at);
      if (first < last) {
        cut.push(
          'text' in piece
            ? { text: piece.text.slice(first, last) }
            : { start: piece.start + first, end: piece.start + last },
        );
      }
      at += length;
    }
    return cut;
  }
}
