import type { ScalarNode, ScalarStyle } from './node';

/**
 * A scalar's content with, for each of its UTF-16 code units, the offset in the surrounding text where that unit is
 * written. `offsets` has one element more than the content: the place where the content ends.
 */
export interface DecodedScalar {
  readonly text: string;
  readonly offsets: readonly number[];
}

/**
 * Decodes a scalar with the position of each character. `undefined` where the result differs from what the parser
 * read: then no position inside it can be trusted.
 */
export function decodeScalar(node: ScalarNode): DecodedScalar | undefined {
  const { text } = node.source;
  const json = node.source.language !== 'yaml';
  const decoded = new Decoder(text, node.start, node.end).decode(node.style, json);
  return decoded && decoded.text === node.text ? decoded : undefined;
}

const simpleEscapes: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const hexEscapes: Record<string, number> = { x: 2, u: 4, U: 8 };

class Decoder {
  private text = '';
  private readonly offsets: number[] = [];

  constructor(
    private readonly source: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  decode(style: ScalarStyle, json: boolean): DecodedScalar | undefined {
    switch (style) {
      case 'double':
        this.quoted(json);
        break;
      case 'single':
        this.flowLines(this.start + 1, this.end - 1, (at) => (this.source.startsWith("''", at) ? ["'", 2] : undefined));
        break;
      case 'plain':
        this.flowLines(this.start, this.end, () => undefined);
        break;
      case 'expression':
        this.flowLines(this.start, this.end, () => undefined, false);
        break;
      default:
        this.block(style === 'folded');
    }
    return { text: this.text, offsets: this.offsets };
  }

  private emit(text: string, at: number): void {
    for (let i = 0; i < text.length; i++) this.offsets.push(at);
    this.text += text;
  }

  private finish(at: number): void {
    this.offsets.push(at);
  }

  private quoted(json: boolean): void {
    this.flowLines(
      this.start + 1,
      this.end - 1,
      (at) => {
        if (this.source[at] !== '\\') return undefined;
        const letter = this.source[at + 1] ?? '';
        const digits = hexEscapes[letter];
        if (digits) {
          const code = Number.parseInt(this.source.slice(at + 2, at + 2 + digits), 16);
          return [Number.isNaN(code) || code > 0x10ffff ? '' : String.fromCodePoint(code), 2 + digits];
        }
        if (letter === '\n' || letter === '\r') return ['', this.escapedLineBreak(at)];
        return [simpleEscapes[letter] ?? letter, 2];
      },
      !json,
    );
  }

  /** The length of a backslash at a line's end with the break and the next line's indentation. */
  private escapedLineBreak(at: number): number {
    let next = at + 1;
    if (this.source[next] === '\r') next++;
    if (this.source[next] === '\n') next++;
    while (this.source[next] === ' ' || this.source[next] === '\t') next++;
    return next - at;
  }

  /** Content that folds its line breaks: plain and quoted scalars. `escapeAt` gives an escape's text and length. */
  private flowLines(
    from: number,
    to: number,
    escapeAt: (at: number) => [string, number] | undefined,
    folds = true,
  ): void {
    let at = from;
    while (at < to) {
      const escaped = escapeAt(at);
      if (escaped) {
        this.emit(escaped[0], at);
        at += escaped[1];
      } else if (folds && /\s/.test(this.source[at] as string)) {
        at = this.foldedSpace(at, to);
      } else {
        this.emit(this.source[at] as string, at);
        at++;
      }
    }
    this.finish(to);
  }

  /** A run of white space: kept inside a line; with breaks, one break is a space and each further one a newline. */
  private foldedSpace(at: number, to: number): number {
    let next = at;
    let breaks = 0;
    while (next < to && /[ \t\r\n]/.test(this.source[next] as string)) {
      if (this.source[next] === '\n') breaks++;
      next++;
    }
    if (next === at) {
      this.emit(this.source[at] as string, at);
      return at + 1;
    }
    if (breaks === 0) for (let i = at; i < next; i++) this.emit(this.source[i] as string, i);
    else this.emit(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), at);
    return next;
  }

  private block(folded: boolean): void {
    const header = /^[|>]([-+0-9]*)[^\n]*\n?/.exec(this.source.slice(this.start, this.end));
    const lines = this.lines(this.start + (header?.[0].length ?? 1));
    const first = lines.find((line) => line.content.trim() !== '');
    const explicit = Number(/[1-9]/.exec(header?.[1] ?? '')?.[0] ?? 0);
    if (!first || explicit) {
      // An indentation indicator counts from the parent's column, which a lone scalar cannot know.
      this.finish(this.end);
      return;
    }
    const indent = first.content.length - first.content.trimStart().length;
    this.blockLines(lines, indent, folded, header?.[1] ?? '');
  }

  private lines(from: number): { content: string; at: number }[] {
    const lines: { content: string; at: number }[] = [];
    for (let at = from; at < this.end; ) {
      let stop = this.source.indexOf('\n', at);
      if (stop < 0 || stop > this.end) stop = this.end;
      lines.push({ content: this.source.slice(at, stop).replace(/\r$/, ''), at });
      at = stop + 1;
    }
    return lines;
  }

  private blockLines(lines: { content: string; at: number }[], indent: number, folded: boolean, chomp: string): void {
    let last = lines.length - 1;
    while (last >= 0 && (lines[last] as { content: string }).content.trim() === '') last--;
    for (let i = 0; i <= last; i++) {
      const line = lines[i] as { content: string; at: number };
      const content = line.content.slice(indent);
      for (let c = 0; c < content.length; c++) this.emit(content[c] as string, line.at + indent + c);
      if (i < last) i = this.lineBreak(lines, i, indent, folded);
    }
    const end = lines[last];
    const at = end ? end.at + end.content.length : this.end;
    if (chomp.includes('+')) for (let i = last; i < lines.length; i++) this.emit('\n', at);
    else if (!chomp.includes('-') && end && this.source[this.lineEnd(end)] === '\n') this.emit('\n', at);
    this.finish(at);
  }

  private lineEnd(line: { content: string; at: number }): number {
    const at = line.at + line.content.length;
    return this.source[at] === '\r' ? at + 1 : at;
  }

  /** Emits the break after line `i`; a folded scalar joins two ordinary lines by a space. Answers the line reached. */
  private lineBreak(lines: { content: string; at: number }[], i: number, indent: number, folded: boolean): number {
    const line = lines[i] as { content: string; at: number };
    const at = line.at + line.content.length;
    if (!folded) {
      this.emit('\n', at);
      return i;
    }
    let next = i + 1;
    while (next < lines.length && (lines[next] as { content: string }).content.trim() === '') next++;
    const blank = next - i - 1;
    const indented = (content: string | undefined) => /^[ \t]/.test(content?.slice(indent) ?? '');
    const kept = indented(line.content) || indented(lines[next]?.content);
    this.emit(kept ? '\n'.repeat(blank + 1) : blank ? '\n'.repeat(blank) : ' ', at);
    return next - 1;
  }
}

/** Spells a text for insertion into a scalar of a style; `undefined` where the style cannot carry it. */
export function encodeInto(node: ScalarNode, insertion: string): string | undefined {
  switch (node.style) {
    case 'double': {
      const encoded = JSON.stringify(insertion).slice(1, -1);
      return node.source.language === 'hcl' ? withoutHoles(encoded) : encoded;
    }
    case 'single':
      return /[\r\n]/.test(insertion) ? undefined : insertion.replace(/'/g, "''");
    case 'plain':
      return /^[\w./@%+-]*$/.test(insertion) ? insertion : undefined;
    case 'expression':
      return undefined;
    default:
      return insertion.replace(/\r?\n/g, `${newlineOf(node.source.text)}${blockIndent(node)}`);
  }
}

/** A text in quotes as HCL has it, in which nothing is filled in. */
export function withoutHoles(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

function blockIndent(node: ScalarNode): string {
  const body = node.source.text.slice(node.start, node.end);
  const line = /\n([ \t]*)[^\s]/.exec(body);
  return line?.[1] ?? '';
}

/** The line end a text uses: that of its first line. */
export function newlineOf(text: string): '\r\n' | '\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
