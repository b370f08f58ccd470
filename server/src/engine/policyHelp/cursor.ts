import { jsonComments } from '../../syntax/json';
import type { MapNode, ScalarNode, Span, SyntaxDocument, SyntaxNode } from '../../syntax/node';
import { opensWithBracket, parseDocument } from '../../syntax/parse';
import { type Plain, Tagged } from '../../syntax/plain';
import { blockValue, renderFlow, renderJson, yamlQuoted, yamlScalar } from '../../syntax/render';
import { decodeScalar, encodeInto } from '../../syntax/scalars';
import { lineEnd, lineStart, type Style, styleOf } from '../../syntax/style';
import { item, type Step } from '../snippets/cursor';
import { gapAt } from '../snippets/gap';

/** Where the word at a cursor stands in a tree. */
export interface Spot {
  /** The document with a placeholder for the word; it may be one that a string of another holds. */
  readonly document: SyntaxDocument;
  readonly root: SyntaxNode;
  /** What leads from the root to the map that the word is a key of, or to the value that it is. */
  readonly path: readonly Step[];
  readonly isKey: boolean;
  /** The maps on the way, the outermost first. */
  readonly maps: readonly MapNode[];
  /** The tag of the word, such as `!Sub`. */
  readonly tag: string | undefined;
  /** Whether it stands between the brackets of a flow map or list. */
  readonly inFlow: boolean;
  /** What the parser made of the placeholder. */
  readonly node: ScalarNode;
}

/** What takes the place of the word at a cursor, as offsets of the text. */
export interface WordEdit extends Span {
  readonly text: string;
}

/** A word at a cursor and where it stands. In a string that holds a document it stands in that, and the string outside. */
export interface WordCursor {
  readonly spot: Spot;
  readonly outer?: Spot;
  /** The word up to the cursor, and where it starts. */
  readonly typed: string;
  readonly start: number;
  /**
   * Writes a text in place of the word, in the quotes that are there, or anything else in place of the quotes as well.
   * A key gets its colon where it has none yet. `undefined` where the text around it cannot hold that.
   */
  edit(value: Plain, isKey: boolean): WordEdit | undefined;
}

const placeholder = 'dp-placeholder';

/** Letters of names, ARNs and patterns, with the holes that formats fill in. */
const letters = '(?:\\$\\{[^{}"\\n]*\\}|[\\w*?:./@$+-])*';
const before = new RegExp(`${letters}$`);
const after = new RegExp(`^${letters}`);

/** What a string begins with that holds a document of its own, in any layer of escapes. */
const mayHoldDocument = /["'|>][-+\d]*(?:\s|\\[nrt])*\{/;

/**
 * Finds the word at a cursor and where it stands. A half-typed word is often no syntax at all, so a placeholder takes
 * its place, with the quote and the comma that are still to come. `undefined` in comments and in running text.
 */
export function wordAt(path: string, text: string, offset: number): WordCursor | undefined {
  const held = mayHoldDocument.test(text.slice(0, offset)) ? inHeldDocument(path, text, offset) : undefined;
  if (held) return held;
  const probe = opensWithBracket.test(text) ? jsonProbe(text, offset) : yamlProbe(text, offset);
  const spot = probe && spotOf(path, text, probe);
  if (!probe || !spot) return undefined;
  const { typed, start } = probe;
  return { spot, typed, start, edit: (value, isKey) => editOf(spot, probe, value, isKey) };
}

/** The word in a string that holds a document: found there as in any other, and carried out through the string. */
function inHeldDocument(path: string, text: string, offset: number): WordCursor | undefined {
  const document = parseDocument(path, text);
  const outer = 'skipped' in document ? undefined : scalarAt(document, offset);
  const decoded = outer && /^\s*[{[]/.test(outer.node.text) ? decodeScalar(outer.node) : undefined;
  const inside = decoded?.offsets.findIndex((at) => at >= offset) ?? -1;
  const cursor = decoded && inside >= 0 ? wordAt('', decoded.text, inside) : undefined;
  if (!outer || !decoded || !cursor || cursor.outer) return undefined;
  const outwards = (at: number) => decoded.offsets[at] as number;
  return {
    ...cursor,
    outer,
    start: outwards(cursor.start),
    edit(value, isKey) {
      const inner = cursor.edit(value, isKey);
      const encoded = inner && encodeInto(outer.node, inner.text);
      if (!inner || encoded === undefined) return undefined;
      return { start: outwards(inner.start), end: outwards(inner.end), text: encoded };
    },
  };
}

/** How a word is replaced so that a parser can read the text around it. */
interface Probe extends Span {
  readonly quote: '"' | "'" | '';
  readonly isClosed: boolean;
  readonly typed: string;
  /** What takes the place of the word and of the quotes around it. */
  readonly inserted: string;
  /** The word with the quotes around it. */
  readonly whole: Span;
  readonly hasColon: boolean;
}

function jsonProbe(text: string, offset: number): Probe | undefined {
  const line = text.slice(lineStart(text, offset), offset);
  const opening = openingQuote(line);
  const content = opening < 0 ? (/(?:[\w*][\w*:.-]*)?$/.exec(line)?.[0] ?? '') : line.slice(opening + 1);
  if (opening >= 0 && before.exec(content)?.[0] !== content) return undefined;
  if (jsonComments(text).some((comment) => comment.start < offset && offset <= comment.end)) return undefined;
  const start = offset - content.length;
  const end = offset + (after.exec(text.slice(offset, lineEnd(text, offset)))?.[0].length ?? 0);
  const isQuoted = opening >= 0;
  const isClosed = isQuoted && text[end] === '"';
  const whole = { start: isQuoted ? start - 1 : start, end: isClosed ? end + 1 : end };
  const previous = text.slice(0, whole.start).trimEnd().at(-1) ?? '';
  const isBehindValue = !/[{[,:]/.test(previous) && !/\s/.test(text[start - 1] ?? '');
  const isBeforeValue = /^[ \t]*["[{\w]/.test(text.slice(end, lineEnd(text, end)));
  if (!isQuoted && (isBehindValue || isBeforeValue)) return undefined;
  const { commaBefore, commaAfter } = gapAt(text, whole.start, whole.end);
  const hasColon = /^\s*:/.test(text.slice(whole.end));
  const mayBeKey = !hasColon && previous !== ':' && previous !== '[';
  const inserted = `${commaBefore ? ',' : ''}"${placeholder}"${mayBeKey ? ': 0' : ''}${commaAfter && !hasColon ? ',' : ''}`;
  return { start, end, quote: isQuoted ? '"' : '', isClosed, typed: content, inserted, whole, hasColon };
}

/** Where the string opens that a line of JSON ends in; -1 where it ends in none. */
function openingQuote(line: string): number {
  let opening = -1;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\' && opening >= 0) i++;
    else if (line[i] === '"') opening = opening < 0 ? i : -1;
  }
  return opening;
}

const yamlKeyPlace = /^ *(?:- +)*$/;

function yamlProbe(text: string, offset: number): Probe | undefined {
  const lineFrom = lineStart(text, offset);
  const typed = before.exec(text.slice(lineFrom, offset))?.[0] ?? '';
  const rest = text.slice(offset, lineEnd(text, offset));
  const following = (after.exec(rest)?.[0] ?? '').replace(/:$/, '');
  const start = offset - typed.length;
  const end = offset + following.length;
  const sign = text[start - 1];
  const opens = /(?:^|[\s[{,(:])$/.test(text.slice(lineFrom, Math.max(lineFrom, start - 1)));
  const quote = start > lineFrom && (sign === '"' || sign === "'") && opens ? sign : '';
  const isClosed = quote !== '' && text[end] === quote;
  const whole = { start: start - quote.length, end: isClosed ? end + 1 : end };
  const left = text.slice(lineFrom, whole.start);
  const right = text.slice(whole.end, lineEnd(text, offset));
  if (left !== '' && !/[\s[{,]$/.test(left)) return undefined;
  const hasColon = /^\s*:(?:\s|$)/.test(right);
  const isAlone = yamlKeyPlace.test(left) && /^\s*(?:#|$)/.test(right);
  const inserted = `${quote}${placeholder}${quote}${isAlone ? ':' : ''}`;
  return { start, end, quote, isClosed, typed, inserted, whole, hasColon };
}

function spotOf(path: string, text: string, { whole, inserted }: Probe): Spot | undefined {
  const document = parseDocument(path, text.slice(0, whole.start) + inserted + text.slice(whole.end));
  if ('skipped' in document) return undefined;
  const at = whole.start + inserted.indexOf(placeholder);
  const spot = scalarAt(document, at);
  return spot?.node.text === placeholder ? spot : undefined;
}

/** The scalar at an offset of a document. */
function scalarAt(document: SyntaxDocument, offset: number): Spot | undefined {
  for (const root of document.roots) {
    const found = search(root, offset, { path: [], maps: [], inFlow: false });
    if (found) return { document, root, ...found };
  }
  return undefined;
}

type Way = Pick<Spot, 'path' | 'maps' | 'inFlow'>;

function search(node: SyntaxNode, at: number, way: Way): Omit<Spot, 'document' | 'root'> | undefined {
  if (at < node.start || at > node.end || node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return { ...way, isKey: false, tag: node.tag, node };
  const inFlow = way.inFlow || node.style === 'flow';
  const { path } = way;
  if (node.kind === 'list')
    return first(node.items, (one) => search(one, at, { ...way, path: [...path, item], inFlow }));
  const maps = [...way.maps, node];
  return first(node.pairs, ({ key, value }) => {
    if (at >= key.start && at <= key.end) return { path, maps, inFlow, isKey: true, tag: undefined, node: key };
    return search(value, at, { path: [...path, key.text], maps, inFlow });
  });
}

function first<T, R>(members: readonly T[], find: (member: T) => R | undefined): R | undefined {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function editOf({ document, inFlow }: Spot, probe: Probe, value: Plain, isKey: boolean): WordEdit | undefined {
  const { start, end, quote, isClosed, whole } = probe;
  const style = styleOf(document);
  const isJson = document.language === 'json';
  const colon = isKey && !probe.hasColon ? (isJson ? style.colon : ':') : '';
  if (typeof value !== 'string' || quote === '') {
    const rendered = isJson ? renderJson(value, style, undefined) : renderYaml(value, style, inFlow);
    return { ...whole, text: rendered + colon };
  }
  const quoted = quote === "'" ? yamlQuoted(value, quote) : JSON.stringify(value);
  // What comes behind the quote takes its place along, if it is there already.
  const isWithQuote = colon !== '' || !isClosed;
  return {
    start,
    end: isWithQuote ? whole.end : end,
    text: (isWithQuote ? quoted.slice(1) : quoted.slice(1, -1)) + colon,
  };
}

function renderYaml(value: Plain, style: Style, inFlow: boolean): string {
  if (typeof value === 'string') return yamlScalar(value, style.quote, inFlow);
  return value instanceof Tagged && !inFlow
    ? blockValue(value, style, '', false).trimStart()
    : renderFlow(value, style);
}
