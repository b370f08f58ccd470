import { contentOf } from '../embedded';
import type { ScalarNode, Span } from '../node';
import { Cursor } from './cursor';
import { parseExpression, readNames } from './parser';
import type { Expression, Template, TemplatePart } from './tree';

/**
 * Reads a string of a configuration as the template it is. `undefined` where its holes cannot be told apart from the
 * text around them; a hole whose expression cannot be read is `unread`.
 *
 * The reader is our own because it has to be synchronous, small and exact about positions: the packages that parse HCL
 * in JavaScript are builds of the Go library (0.7 to 6.5 MB, no positions or asynchronous), and the tree-sitter grammar
 * is WebAssembly that loads asynchronously, for whole files. The grammar read here is that of
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md.
 */
export function parseTemplate(text: string): Template | undefined {
  const cursor = new Cursor(text, 0);
  const template = readTemplate(cursor, undefined);
  return cursor.stuck || cursor.at < text.length ? undefined : template;
}

const templates = new WeakMap<ScalarNode, { readonly template: Template | undefined }>();

/** The template in a string of a configuration; `undefined` where it cannot be read. A string is parsed once. */
export function templateIn(node: ScalarNode): Template | undefined {
  const known = templates.get(node) ?? { template: parseTemplate(contentOf(node)) };
  templates.set(node, known);
  return known.template;
}

/** The expression that is all of a string: `"${...}"`. */
export function soleExpression(node: ScalarNode): Expression | undefined {
  const [part, ...others] = templateIn(node)?.parts ?? [];
  return part?.kind === 'hole' && others.length === 0 ? part.expression : undefined;
}

/** The expression that a string is where JSON has one without `${}` around it, as the type of a variable. */
export function bareExpression(node: ScalarNode): Expression | undefined {
  const wrapped = soleExpression(node);
  if (wrapped) return wrapped;
  const cursor = new Cursor(contentOf(node), 0);
  const expression = parseExpression(cursor);
  cursor.skipSpace();
  return cursor.stuck || cursor.at < cursor.text.length ? undefined : expression;
}

/**
 * A text over several lines as an expression. One with holes is `unread`: their places in the document cannot be told
 * once lines have lost their indent.
 */
export function templateOfText(text: string, span: Span): Expression {
  const parts = parseTemplate(text)?.parts;
  if (!parts?.every((part) => part.kind === 'text')) return { kind: 'unread', ...span };
  const content = parts.map((part) => part.text).join('');
  return { kind: 'template', parts: [{ kind: 'text', text: content, ...span }], ...span };
}

/** Reads a string in quotes inside an expression, the cursor on its first quote. */
export function quotedTemplate(cursor: Cursor): Template {
  const start = cursor.at;
  cursor.at++;
  const template = cursor.nested(() => readTemplate(cursor, '"'));
  if (!cursor.takes('"')) cursor.fail();
  return { kind: 'template', parts: template?.parts ?? [], start, end: cursor.at };
}

const escapeSequence = /\\(?:([nrt"\\])|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
const plainOutside = /[^$%]+/y;
const plainInQuotes = /[^$%"\\\n]+/y;
const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const closing = /%\{~?\s*(?:else|endif|endfor)\s*~?\}/y;

/** Reads up to the quote that ends a template, or to a directive that ends what a directive began. */
function readTemplate(cursor: Cursor, quote: '"' | undefined): Template {
  const start = cursor.at;
  const reader = new TemplateReader(cursor, quote);
  const parts = reader.read();
  return { kind: 'template', parts, start, end: cursor.at };
}

class TemplateReader {
  private readonly parts: TemplatePart[] = [];
  private text = '';
  private textStart = 0;
  private textEnd = 0;
  /** The sequence before ended in `~`: white space that follows goes. */
  private trims = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly quote: '"' | undefined,
  ) {}

  read(): TemplatePart[] {
    const { cursor } = this;
    while (!cursor.stuck && cursor.at < cursor.text.length && !this.isAtEnd()) this.readPart();
    this.endText(this.isAtEnd() && cursor.text[cursor.at + 2] === '~');
    return this.parts;
  }

  private isAtEnd(): boolean {
    const { cursor } = this;
    if (cursor.text[cursor.at] === this.quote) return true;
    if (!cursor.sees('%{')) return false;
    closing.lastIndex = cursor.at;
    return closing.test(cursor.text);
  }

  private readPart(): void {
    const { cursor } = this;
    if (cursor.sees('$${') || cursor.sees('%%{')) this.take(cursor.text.slice(cursor.at + 1, cursor.at + 3), 3);
    else if (cursor.sees('${')) this.readHole();
    else if (cursor.sees('%{')) this.readDirective();
    else if (this.quote && cursor.sees('\\')) this.readEscape();
    else if (this.quote && cursor.sees('\n')) cursor.fail();
    else this.readPlain();
  }

  private readPlain(): void {
    const plain = this.quote ? plainInQuotes : plainOutside;
    plain.lastIndex = this.cursor.at;
    const found = plain.exec(this.cursor.text)?.[0] ?? (this.cursor.text[this.cursor.at] as string);
    this.take(found, found.length);
  }

  private readEscape(): void {
    escapeSequence.lastIndex = this.cursor.at;
    const found = escapeSequence.exec(this.cursor.text);
    const [whole = '', letter, short, long] = found ?? [];
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (letter) this.take(escaped[letter] ?? letter, whole.length);
    else if (code <= 0x10ffff) this.take(String.fromCodePoint(code), whole.length);
    else this.cursor.fail();
  }

  private take(text: string, length: number): void {
    if (this.text === '') this.textStart = this.cursor.at;
    this.text += this.trims && this.text === '' ? text.trimStart() : text;
    this.cursor.at += length;
    this.textEnd = this.cursor.at;
  }

  private endText(trims: boolean): void {
    const text = trims ? this.text.trimEnd() : this.text;
    if (text !== '') this.parts.push({ kind: 'text', text, start: this.textStart, end: this.textEnd });
    this.text = '';
    this.trims = false;
  }

  /** Steps over `${` or `%{` and a strip marker after it. */
  private open(): number {
    const start = this.cursor.at;
    this.cursor.at += 2;
    this.endText(this.cursor.takes('~'));
    return start;
  }

  /** Steps over `}` with the strip marker before it. */
  private close(): void {
    this.cursor.skipSpace();
    this.trims = this.cursor.takes('~');
    if (!this.cursor.takes('}')) this.cursor.fail();
  }

  private readHole(): void {
    const { cursor } = this;
    const start = this.open();
    const inside = cursor.fork();
    const expression = parseExpression(inside);
    inside.skipSpace();
    if (inside.sees('}') || inside.sees('~}')) {
      cursor.at = inside.at;
      this.close();
      this.parts.push({ kind: 'hole', expression, start, end: cursor.at });
      return;
    }
    const end = endOfHole(cursor.text, start + 2);
    if (end === undefined) {
      cursor.fail();
      return;
    }
    cursor.at = end;
    this.trims = cursor.text[end - 2] === '~';
    this.parts.push({ kind: 'hole', expression: { kind: 'unread', start: start + 2, end: end - 1 }, start, end });
  }

  private readDirective(): void {
    const { cursor } = this;
    const start = this.open();
    cursor.skipSpace();
    if (cursor.takesWord('if')) this.readIf(start);
    else if (cursor.takesWord('for')) this.readFor(start);
    else cursor.fail();
  }

  private readIf(start: number): void {
    const { cursor } = this;
    const condition = parseExpression(cursor);
    this.close();
    const whenTrue = this.body();
    const empty: Template = { kind: 'template', parts: [], start: cursor.at, end: cursor.at };
    const whenFalse = this.ends('else') ? this.body() : empty;
    if (!this.ends('endif')) cursor.fail();
    this.parts.push({ kind: 'if', condition, whenTrue, whenFalse, start, end: cursor.at });
  }

  private readFor(start: number): void {
    const { cursor } = this;
    const names = readNames(cursor);
    const collection = parseExpression(cursor);
    this.close();
    const body = this.body();
    if (!this.ends('endfor')) cursor.fail();
    this.parts.push({ kind: 'loop', names, collection, body, start, end: cursor.at });
  }

  /** What stands between two directives; a strip marker of the first reaches into it. */
  private body(): Template {
    const start = this.cursor.at;
    const reader = new TemplateReader(this.cursor, this.quote);
    reader.trims = this.trims;
    const parts = this.cursor.nested(() => reader.read()) ?? [];
    return { kind: 'template', parts, start, end: this.cursor.at };
  }

  /** Steps over a closing directive if it is this one. */
  private ends(word: string): boolean {
    const { cursor } = this;
    const from = cursor.at;
    if (!cursor.takes('%{')) return false;
    cursor.takes('~');
    cursor.skipSpace();
    if (cursor.takesWord(word)) {
      this.close();
      return true;
    }
    cursor.at = from;
    return false;
  }
}

/** Where a hole that cannot be read ends, braces and quoted strings inside it skipped. */
function endOfHole(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === '"') {
      const close = /(?:[^"\\]|\\[\s\S])*"/y;
      close.lastIndex = at + 1;
      if (!close.test(text)) return undefined;
      at = close.lastIndex - 1;
    } else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
