import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type Pair as YamlPair,
} from 'yaml';
import {
  AliasNode,
  type Entry,
  ListNode,
  MapNode,
  ScalarNode,
  type ScalarStyle,
  type Span,
  type SyntaxNode,
  type SyntaxProblem,
  type SyntaxText,
} from './node';

const styles: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * Parses a YAML stream. The failsafe schema leaves every scalar its source text, tags need no list, and duplicate
 * keys are found by `MapNode` itself (the library's own search is quadratic).
 */
export function parseYaml(source: SyntaxText): { roots: SyntaxNode[]; problems: SyntaxProblem[] } {
  const documents = parseAllDocuments(source.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    strict: true,
  });
  const roots: SyntaxNode[] = [];
  const problems: SyntaxProblem[] = [];
  for (const document of Array.isArray(documents) ? (documents as Document[]) : []) {
    for (const error of document.errors) {
      problems.push({ start: error.pos[0], end: error.pos[1], message: error.message });
    }
    const root = document.contents && new Conversion(source).convert(document.contents as Node, undefined, 2);
    if (root) roots.push(root);
  }
  return { roots, problems };
}

/** Tokens by which the lexer marks a document's start, the end of a broken flow and a scalar; no text stands for them. */
const lexerMarks = new Set(['\u0002', '\u0018', '\u001f']);

/** The comments of a YAML text. */
export function yamlComments(text: string): Span[] {
  if (!text.includes('#')) return [];
  const comments: Span[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (lexerMarks.has(token)) continue;
    if (token.startsWith('#')) comments.push({ start: at, end: at + token.length });
    at += token.length;
  }
  return comments;
}

class Conversion {
  constructor(private readonly source: SyntaxText) {}

  convert(node: Node, outer: Entry | undefined, entryDepth: number): SyntaxNode {
    const entry = outer ?? { source: this.source, offset: 0 };
    const converted = this.untagged(node, entry, entryDepth);
    const tag = (node as { tag?: string }).tag;
    if (tag && !tag.startsWith('tag:yaml.org,2002:')) converted.tag = tag;
    return converted;
  }

  private untagged(node: Node, entry: Entry, entryDepth: number): SyntaxNode {
    const [start, valueEnd] = node.range ?? [entry.offset, entry.offset];
    const at = start - entry.offset;
    if (isScalar(node)) return this.scalar(node, entry);
    if (isMap(node)) return this.map(node, entry, entryDepth);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node, entry, 0));
      const end = node.flow ? valueEnd : (items[items.length - 1]?.end ?? valueEnd);
      const list = new ListNode(entry, at, Math.max(0, end - start), node.flow ? 'flow' : 'block');
      list.items.push(...items);
      return list;
    }
    if (isAlias(node)) return new AliasNode(entry, at, valueEnd - start);
    return new ScalarNode(entry, at, valueEnd - start, 'plain', '');
  }

  private scalar(node: Scalar, entry: Entry): ScalarNode {
    const [start, valueEnd] = node.range ?? [entry.offset, entry.offset];
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    let end = valueEnd;
    if (style === 'literal' || style === 'folded') {
      const keeps = /^[|>][-0-9]*\+/.test(this.source.text.slice(start, start + 4));
      if (!keeps) end = start + this.source.text.slice(start, valueEnd).replace(/(?:\r?\n[ \t]*)+$/, '').length;
    }
    return new ScalarNode(entry, start - entry.offset, end - start, style, String(node.value ?? ''));
  }

  private map(node: YAMLMap, entry: Entry, entryDepth: number): MapNode {
    const [start, valueEnd] = node.range ?? [entry.offset, entry.offset];
    const pairs = node.items.map((item) => this.pair(item, entry, entryDepth));
    const end = node.flow ? valueEnd : (pairs[pairs.length - 1]?.value.end ?? valueEnd);
    const map = new MapNode(entry, start - entry.offset, Math.max(0, end - start), node.flow ? 'flow' : 'block');
    for (const pair of pairs) {
      if (!isKey(pair.key) || pair.key.text === '<<') map.open = true;
      else map.pairs.push({ key: pair.key, value: pair.value });
    }
    return map;
  }

  private pair(item: YamlPair, outer: Entry, entryDepth: number): { key: SyntaxNode; value: SyntaxNode } {
    const keyStart = (item.key as Node | null)?.range?.[0];
    const entry = entryDepth === 1 && keyStart !== undefined ? { source: this.source, offset: keyStart } : outer;
    const depth = Math.max(0, entryDepth - 1);
    const key = item.key ? this.convert(item.key as Node, entry, 0) : new AliasNode(entry, 0, 0);
    const value = item.value as Node | null;
    if (value?.range && !isEmptyPlain(value)) return { key, value: this.convert(value, entry, depth) };
    const colon = this.source.text.indexOf(':', key.end);
    const at = (colon < 0 || this.source.text.slice(key.end, colon).trim() ? key.end : colon + 1) - entry.offset;
    const empty = new ScalarNode(entry, at, 0, 'plain', '');
    const tag = (value as { tag?: string } | null)?.tag;
    if (tag && !tag.startsWith('tag:')) empty.tag = tag;
    return { key, value: empty };
  }
}

/** An empty value's own range may lie lines below its key, after comments; it is put right behind the colon. */
function isEmptyPlain(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.range?.[0] === node.range?.[1];
}

function isKey(node: SyntaxNode): node is ScalarNode {
  return node.kind === 'scalar' && node.tag === undefined;
}
