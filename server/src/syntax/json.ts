import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import {
  type Entry,
  ListNode,
  MapNode,
  ScalarNode,
  type Span,
  type SyntaxNode,
  type SyntaxProblem,
  type SyntaxText,
} from './node';

/** The kinds of a `jsonc-parser` comment token (its `SyntaxKind` is a const enum that bundlers cannot see). */
const lineComment = 12;
const blockComment = 13;
const endOfFile = 17;

/**
 * Parses JSON, tolerating comments, trailing commas and text that breaks off. `entryDepth` is the depth below which
 * each pair is an entry of its own.
 */
export function parseJson(source: SyntaxText, entryDepth = 2): { root?: SyntaxNode; problems: SyntaxProblem[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems = errors.map((error) => ({
    start: error.offset,
    end: error.offset + error.length,
    message: printParseErrorCode(error.error),
  }));
  if (!tree) return { problems };
  return { root: convert(tree, { source, offset: 0 }, entryDepth), problems };
}

/** The comments of a JSON text. */
export function jsonComments(text: string): Span[] {
  if (!text.includes('//') && !text.includes('/*')) return [];
  const scanner = createScanner(text, false);
  const comments: Span[] = [];
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    if (kind === lineComment || kind === blockComment) {
      const start = scanner.getTokenOffset();
      comments.push({ start, end: start + scanner.getTokenLength() });
    }
  }
  return comments;
}

function convert(node: Node, entry: Entry, entryDepth: number): SyntaxNode {
  const at = node.offset - entry.offset;
  if (node.type === 'object') {
    const map = new MapNode(entry, at, node.length, 'flow');
    for (const property of node.children ?? []) addPair(map, property, entry, entryDepth);
    return map;
  }
  if (node.type === 'array') {
    const list = new ListNode(entry, at, node.length, 'flow');
    for (const item of node.children ?? []) list.items.push(convert(item, entry, 0));
    return list;
  }
  if (node.type === 'string') return new ScalarNode(entry, at, node.length, 'double', String(node.value));
  const text = entry.source.text.slice(node.offset, node.offset + node.length);
  return new ScalarNode(entry, at, node.length, 'plain', text);
}

function addPair(map: MapNode, property: Node, outer: Entry, entryDepth: number): void {
  const [key, value] = property.children ?? [];
  if (!key) return;
  const entry = entryDepth === 1 ? { source: outer.source, offset: key.offset } : outer;
  const keyNode = new ScalarNode(entry, key.offset - entry.offset, key.length, 'double', String(key.value));
  const end = key.offset + key.length;
  map.pairs.push({
    key: keyNode,
    value: value
      ? convert(value, entry, Math.max(0, entryDepth - 1))
      : new ScalarNode(entry, end - entry.offset, 0, 'plain', ''),
  });
}
