import {
  type Entry,
  ListNode,
  MapNode,
  ScalarNode,
  type Span,
  type SyntaxNode,
  type SyntaxProblem,
  type SyntaxText,
} from '../node';
import { lineEnd } from '../style';
import { Cursor } from './cursor';
import { parseExpression } from './parser';
import type { Expression, ObjectOf } from './tree';

/**
 * Reads a values file in HCL: lines of `name = expression`. It stops where it does not understand a line, and says so,
 * since nobody can tell what the rest of the file belongs to.
 */
export function parseValues(source: SyntaxText): { root: SyntaxNode; problems: SyntaxProblem[] } {
  const { text } = source;
  const entry: Entry = { source, offset: 0 };
  const root = new MapNode(entry, 0, text.length, 'block');
  const names = new Set<string>();
  const cursor = new Cursor(text, 0);
  for (cursor.skipSpace(); cursor.at < text.length; cursor.skipSpace()) {
    const start = cursor.at;
    const name = cursor.identifier();
    const key = new ScalarNode(entry, start, cursor.at - start, 'plain', name ?? '');
    cursor.skipSpace();
    if (name === undefined || names.has(name) || cursor.sees('==') || !cursor.takes('=')) cursor.fail();
    const value = parseExpression(cursor);
    if (cursor.stuck || !endsItsLine(text, value.end)) {
      return {
        root,
        problems: [{ start, end: lineEnd(text, start), message: 'no name with a value can be read here' }],
      };
    }
    names.add(key.text);
    root.pairs.push({ key, value: new Conversion(entry).node(value) });
  }
  return { root, problems: [] };
}

/** The comments of a values file. */
export function hclComments(text: string, [root]: readonly SyntaxNode[]): Span[] {
  const texts = root ? textsOverLines(root) : [];
  let next = 0;
  const comments: Span[] = [];
  for (const { 0: token, index: start } of text.matchAll(tokens)) {
    while (next < texts.length && (texts[next] as Span).end <= start) next++;
    const isInside = next < texts.length && (texts[next] as Span).start <= start;
    if (!isInside && !token.startsWith('"')) comments.push({ start, end: start + token.length });
  }
  return comments;
}

/** Comments, and the quoted texts in which one cannot begin. One that does not end takes in the rest. */
const tokens = /"(?:[^"\\\n]|\\.)*(?:"|\\?$)|#.*|\/\/.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/gm;

function textsOverLines(node: SyntaxNode): readonly Span[] {
  if (node.kind === 'scalar') return node.style === 'literal' ? [node] : [];
  if (node.kind === 'list') return node.items.flatMap(textsOverLines);
  return node.kind === 'map' ? node.pairs.flatMap(({ value }) => textsOverLines(value)) : [];
}

/** Whether nothing but a comment follows on the line of a place. */
function endsItsLine(text: string, at: number): boolean {
  return /^\s*(?:$|#|\/\/|\/\*)/.test(text.slice(at, lineEnd(text, at)));
}

/** Makes nodes of expressions: what is written plainly is as in JSON, the rest an expression as it stands. */
class Conversion {
  constructor(private readonly entry: Entry) {}

  node(expression: Expression): SyntaxNode {
    const { start, end } = expression;
    switch (expression.kind) {
      case 'constant':
        return this.scalar(expression, 'plain', expression.text);
      case 'null':
        return this.scalar(expression, 'plain', 'null');
      case 'unary':
        if (expression.operator !== '-' || expression.operand.kind !== 'constant') break;
        return this.scalar(expression, 'plain', `-${expression.operand.text}`);
      case 'template': {
        const [only, ...others] = expression.parts;
        if (others.length > 0 || (only && only.kind !== 'text')) break;
        const isQuoted = this.source(expression).startsWith('"');
        return this.scalar(expression, isQuoted ? 'double' : 'literal', only?.text ?? '');
      }
      case 'list': {
        const list = new ListNode(this.entry, start, end - start, 'flow');
        list.items.push(...expression.items.map((item) => this.node(item)));
        return list;
      }
      case 'object':
        return this.map(expression);
    }
    return this.scalar(expression, 'expression', this.source(expression));
  }

  private map({ entries, start, end }: ObjectOf): MapNode {
    const map = new MapNode(this.entry, start, end - start, 'flow');
    for (const { key, value } of entries) {
      const name = this.node(key);
      if (name.kind === 'scalar' && name.style !== 'expression') map.pairs.push({ key: name, value: this.node(value) });
      else map.open = true;
    }
    return map;
  }

  private scalar({ start, end }: Span, style: ScalarNode['style'], text: string): ScalarNode {
    return new ScalarNode(this.entry, start, end - start, style, text);
  }

  private source({ start, end }: Span): string {
    return this.entry.source.text.slice(start, end);
  }
}
