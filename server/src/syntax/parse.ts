import { jsonComments, parseJson } from './json';
import { isTooDeep, maximumNesting } from './nesting';
import type { Span, SyntaxDocument, SyntaxNode, SyntaxProblem } from './node';
import { parseYaml, yamlComments } from './yaml';

/** A document that no parser was let near, and why. */
export interface Unparsed {
  readonly skipped: string;
}

/** A bracket, after nothing but space and the comments that some JSON readers allow: the text is JSON, if anything. */
export const opensWithBracket = /^\uFEFF?(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*[{[]/;

/**
 * Parses a document by what it holds, not by its name: text that opens with a bracket is JSON, unless it is no JSON
 * and its name says YAML. Never throws. Comments are looked for on first need.
 */
export function parseDocument(path: string, text: string): SyntaxDocument | Unparsed {
  const json = opensWithBracket.test(text);
  if (isTooDeep(text, json ? 'json' : 'yaml')) return { skipped: `nested deeper than ${maximumNesting} levels` };
  if (!json) return new ParsedDocument(path, text, 'yaml');
  const document = new ParsedDocument(path, text, 'json');
  const yamlByName = /\.ya?ml$|\.template$/i.test(path);
  if (document.problems.length === 0 || !yamlByName || isTooDeep(text, 'yaml')) return document;
  const asYaml = new ParsedDocument(path, text, 'yaml');
  return asYaml.problems.length < document.problems.length ? asYaml : document;
}

class ParsedDocument implements SyntaxDocument {
  readonly roots: readonly SyntaxNode[];
  readonly problems: readonly SyntaxProblem[];
  private foundComments: readonly Span[] | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly language: 'yaml' | 'json',
  ) {
    if (language === 'json') {
      const { root, problems } = parseJson(this);
      this.roots = root ? [root] : [];
      this.problems = problems;
    } else {
      ({ roots: this.roots, problems: this.problems } = parseYaml(this));
    }
  }

  get document(): SyntaxDocument {
    return this;
  }

  get comments(): readonly Span[] {
    this.foundComments ??= this.language === 'json' ? jsonComments(this.text) : yamlComments(this.text);
    return this.foundComments;
  }

  toDocument(offset: number): number {
    return offset;
  }

  encode(insertion: string): string {
    return insertion;
  }
}
