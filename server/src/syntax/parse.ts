import { hclComments, parseValues } from './hcl/values';
import { jsonComments, parseJson } from './json';
import { isTooDeep, maximumNesting } from './nesting';
import type { Span, SyntaxDocument, SyntaxNode, SyntaxProblem, SyntaxText } from './node';
import { parseYaml, yamlComments } from './yaml';

/** A document that no parser was let near, and why. */
export interface Unparsed {
  readonly skipped: string;
}

/** A bracket, after nothing but space and the comments that some JSON readers allow: the text is JSON, if anything. */
export const opensWithBracket = /^\uFEFF?(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*[{[]/;

/** Values of Terraform's variables in HCL, which no content tells from YAML. */
const hclValues = /\.tfvars$/i;

/**
 * Parses a document by what it holds, not by its name: text that opens with a bracket is JSON, unless it is no JSON
 * and its name says YAML. Only values files go by their name. Never throws. Comments are looked for on first need.
 */
export function parseDocument(path: string, text: string): SyntaxDocument | Unparsed {
  if (hclValues.test(path)) return new ParsedDocument(path, text, 'hcl');
  const json = opensWithBracket.test(text);
  if (isTooDeep(text, json ? 'json' : 'yaml')) return { skipped: `nested deeper than ${maximumNesting} levels` };
  if (!json) return new ParsedDocument(path, text, 'yaml');
  const document = new ParsedDocument(path, text, 'json');
  const yamlByName = /\.ya?ml$|\.template$/i.test(path);
  if (document.problems.length === 0 || !yamlByName || isTooDeep(text, 'yaml')) return document;
  const asYaml = new ParsedDocument(path, text, 'yaml');
  return asYaml.problems.length < document.problems.length ? asYaml : document;
}

const commentsIn = { json: jsonComments, yaml: yamlComments, hcl: hclComments };

class ParsedDocument implements SyntaxDocument {
  readonly roots: readonly SyntaxNode[];
  readonly problems: readonly SyntaxProblem[];
  private foundComments: readonly Span[] | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly language: SyntaxText['language'],
  ) {
    if (language !== 'yaml') {
      const { root, problems } = language === 'json' ? parseJson(this) : parseValues(this);
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
    this.foundComments ??= commentsIn[this.language](this.text, this.roots);
    return this.foundComments;
  }

  toDocument(offset: number): number {
    return offset;
  }

  encode(insertion: string): string {
    return insertion;
  }
}
