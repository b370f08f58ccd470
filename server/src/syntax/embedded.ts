import { parseJson } from './json';
import type { ScalarNode, Span, SyntaxDocument, SyntaxNode, SyntaxProblem, SyntaxText } from './node';
import { type DecodedScalar, decodeScalar, encodeInto } from './scalars';

/** Stands for each unit of a hole while the text around it is parsed; a private-use character no document needs. */
const filler = '\uE000';

/** A JSON document inside a scalar: its tree, with positions that lead back to the document. */
export interface EmbeddedText extends SyntaxText {
  readonly root: SyntaxNode;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Parses the JSON document that a scalar holds. `holes` are the stretches of `scalar.text` that the format fills in
 * later (`${...}`, if it is `templated`): inside a JSON string they stay part of it, elsewhere each stands for a whole value. `undefined`
 * where the scalar holds no JSON object or list, or where its characters cannot be placed.
 */
export function parseEmbedded(
  scalar: ScalarNode,
  holes: readonly Span[],
  templated: boolean,
): EmbeddedText | undefined {
  if (!/^\s*[{[]/.test(scalar.text)) return undefined;
  const decoded = decodeScalar(scalar);
  if (!decoded) return undefined;
  const embedded = new ParsedEmbedded(scalar, decoded, holes, templated);
  return embedded.root ? (embedded as EmbeddedText) : undefined;
}

/** A scalar's content with the holes of the text around it put back. */
export function contentOf(scalar: ScalarNode): string {
  const source = scalar.source;
  if (!(source instanceof ParsedEmbedded) || !scalar.text.includes(filler)) return scalar.text;
  if (source.original[scalar.start] !== '"') return source.original.slice(scalar.start, scalar.end);
  const decoded = decodeScalar(scalar);
  if (!decoded) return scalar.text;
  return scalar.text
    .split('')
    .map((unit, i) => (unit === filler ? source.original[decoded.offsets[i] as number] : unit))
    .join('');
}

class ParsedEmbedded implements SyntaxText {
  readonly language = 'json';
  /** The text as decoded, with its holes as written. */
  readonly original: string;
  /** The text as parsed, with its holes filled. */
  readonly text: string;
  readonly root: SyntaxNode | undefined;
  readonly problems: readonly SyntaxProblem[];

  constructor(
    readonly host: ScalarNode,
    private readonly decoded: DecodedScalar,
    holes: readonly Span[],
    readonly templated: boolean,
  ) {
    this.original = decoded.text;
    this.text = fill(decoded.text, holes);
    const { root, problems } = parseJson(this, 0);
    this.root = root;
    this.problems = problems;
  }

  get document(): SyntaxDocument {
    return this.host.source.document;
  }

  toDocument(offset: number): number {
    const outer = this.decoded.offsets[offset];
    return this.host.source.toDocument(outer ?? this.host.end);
  }

  encode(insertion: string): string | undefined {
    const encoded = encodeInto(this.host, insertion);
    return encoded === undefined ? undefined : this.host.source.encode(encoded);
  }
}

function fill(text: string, holes: readonly Span[]): string {
  let filled = '';
  let at = 0;
  let inString = false;
  for (const hole of holes) {
    for (let i = at; i < hole.start; i++) {
      if (text[i] === '\\' && inString) i++;
      else if (text[i] === '"') inString = !inString;
    }
    filled += text.slice(at, hole.start);
    const length = hole.end - hole.start;
    filled += inString || length < 2 ? filler.repeat(length) : `"${filler.repeat(length - 2)}"`;
    at = hole.end;
  }
  return filled + text.slice(at);
}
