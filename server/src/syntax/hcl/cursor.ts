const space = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]{0,1000}?\*\/)+/y;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const hereDocument = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n([\s\S]*?)^[ \t]*\2[ \t]*$/muy;

const slash = 0x2f;
const lastOfAscii = 0x7f;

/** How deep expressions may nest: what is deeper is not read. */
const deepest = 60;

/**
 * A place in a text that is read from left to right. What does not fit what is asked for makes the cursor `stuck`: from
 * then on it finds nothing, so that every reader comes to its end.
 */
export class Cursor {
  at: number;
  stuck = false;
  private depth = 0;

  constructor(
    readonly text: string,
    from: number,
  ) {
    this.at = from;
  }

  /** A cursor at the same place, to try something that may not fit. */
  fork(): Cursor {
    const fork = new Cursor(this.text, this.at);
    fork.depth = this.depth;
    return fork;
  }

  /** The rest fits nothing that is known. */
  fail(): void {
    this.stuck = true;
  }

  /** Reads something nested; `undefined` where it nests too deep. */
  nested<T>(read: () => T): T | undefined {
    if (this.depth >= deepest) {
      this.fail();
      return undefined;
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  /** Whether a text comes next. */
  sees(text: string): boolean {
    return !this.stuck && this.text.startsWith(text, this.at);
  }

  /** Steps over a text if it comes next. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over a text that has to come next, white space before it included. */
  expect(text: string): void {
    this.skipSpace();
    if (!this.takes(text)) this.fail();
  }

  /** Steps over white space and comments. */
  skipSpace(): void {
    // No space and no comment of the language begins beyond the slash; most of what comes next does.
    if (this.text.charCodeAt(this.at) <= slash || this.text.charCodeAt(this.at) > lastOfAscii) this.match(space);
  }

  /** Steps over an identifier and answers it. */
  identifier(): string | undefined {
    return this.match(identifier);
  }

  /** Steps over a word if it comes next, and is not the start of a longer one. */
  takesWord(word: string): boolean {
    const from = this.at;
    if (this.identifier() === word) return true;
    this.at = from;
    return false;
  }

  /** Steps over a number and answers it as written. */
  number(): string | undefined {
    return this.match(number);
  }

  /** Steps over a text between `<<WORD` and a line `WORD`, and answers its lines and whether they lose their indent. */
  hereDocument(): { readonly text: string; readonly isIndented: boolean } | undefined {
    if (this.stuck) return undefined;
    hereDocument.lastIndex = this.at;
    const found = hereDocument.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return { text: found[3] ?? '', isIndented: found[1] === '-' };
  }

  private match(pattern: RegExp): string | undefined {
    if (this.stuck) return undefined;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
