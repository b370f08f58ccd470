import { ListNode, MapNode, type SyntaxNode, type SyntaxText } from './node';
import { newlineOf } from './scalars';

/** How the author of a text writes, so that an insertion looks like the rest. */
export interface Style {
  readonly newline: '\r\n' | '\n';
  /** One level of indentation. */
  readonly step: string;
  /** Whether the items of a YAML list stand deeper than its key. */
  readonly indentsLists: boolean;
  /** The quote for YAML strings that need one. */
  readonly quote: '"' | "'";
  /** What stands between a JSON key's quote and its value. */
  readonly colon: string;
  /** The space inside one-line JSON maps with a single pair, or `undefined` where such maps take several lines. */
  readonly singlePairPadding: string | undefined;
  /** What stands inside the braces of a one-line flow map: `{ a: 1 }` or `{a: 1}`. */
  readonly padding: string;
}

const styles = new WeakMap<SyntaxText, Style>();

/** Reads the style of a text off its own lines; once a text. */
export function styleOf(source: SyntaxText): Style {
  const style = styles.get(source) ?? readStyle(source);
  styles.set(source, style);
  return style;
}

function readStyle(source: SyntaxText): Style {
  const { text } = source;
  const single = /\{([ \t]*)"(?:Ref|Fn::\w+)"\s*:\s*"[^"\n]*"[ \t]*\}/.exec(text);
  return {
    newline: newlineOf(text),
    step: indentStep(text),
    indentsLists: indentsLists(source),
    quote: (text.match(/: "/g)?.length ?? 0) >= (text.match(/: '/g)?.length ?? 0) ? '"' : "'",
    colon: /"(\s*:[ \t]*)["{[\dtfn]/.exec(text)?.[1] ?? ': ',
    singlePairPadding: single?.[1],
    padding: /\{( *)["\w]/.exec(text)?.[1] ?? (source.language === 'json' ? '' : ' '),
  };
}

/** The first increase of indentation between two lines that hold something. */
function indentStep(text: string): string {
  let previous = '';
  for (const match of text.matchAll(/^([ \t]*)(\S)/gm)) {
    const indent = match[1] as string;
    if (match[2] === '#') continue;
    if (indent.length > previous.length && indent.startsWith(previous)) return indent.slice(previous.length);
    previous = indent;
  }
  return '  ';
}

function indentsLists(source: SyntaxText): boolean {
  const roots = 'roots' in source ? (source as { roots: readonly SyntaxNode[] }).roots : [];
  return roots.map((root) => firstListDepth(root)).find((found) => found !== undefined) ?? true;
}

function firstListDepth(node: SyntaxNode): boolean | undefined {
  if (node instanceof MapNode) {
    for (const { key, value } of node.pairs) {
      const found =
        value instanceof ListNode && value.style === 'block' && value.items.length
          ? columnOf(value.source.text, value.start) > columnOf(value.source.text, key.start)
          : firstListDepth(value);
      if (found !== undefined) return found;
    }
  } else if (node instanceof ListNode) {
    for (const item of node.items) {
      const found = firstListDepth(item);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}

/** The column of an offset, in UTF-16 code units. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The white space a line starts with. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? '';
}
