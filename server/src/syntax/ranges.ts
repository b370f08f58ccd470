import type { Origin } from '../model/origin';
import { placeOf, type Span, type SyntaxDocument } from './node';
import { decodeScalar } from './scalars';

/** A stretch of a document, as offsets of its text. */
export interface DocumentRange extends Span {
  readonly document: SyntaxDocument;
}

/** A zero-based line and the UTF-16 unit in it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The range of an origin. Quotes are left out, so that a squiggle stands under the word itself. */
export function rangeOf(origin: Origin): DocumentRange {
  const { node, span } = placeOf(origin);
  const { source } = node;
  let { start, end } = node;
  if (node.kind === 'scalar') {
    const decoded = span && decodeScalar(node);
    if (span && decoded) {
      start = decoded.offsets[span.start] ?? start;
      end = decoded.offsets[span.end] ?? end;
    } else if ((node.style === 'double' || node.style === 'single') && end - start >= 2) {
      start++;
      end--;
    }
  }
  return { document: source.document, start: source.toDocument(start), end: source.toDocument(end) };
}

/** Turns offsets of a text into lines and characters. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The position of an offset. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] as number) };
  }
}

/** The line of an offset, as people count: from one. */
export function lineNumberAt(text: string, offset: number): number {
  return new LineIndex(text).positionAt(offset).line + 1;
}
