import { jsonComments } from '../../syntax/json';
import type { Span } from '../../syntax/node';
import { opensWithBracket, parseDocument } from '../../syntax/parse';
import { type Plain, Tagged } from '../../syntax/plain';
import { blockValue, renderFlow, renderJson, yamlQuoted, yamlScalar } from '../../syntax/render';
import { decodeScalar, encodeInto } from '../../syntax/scalars';
import { lineEnd, lineStart, type Style, styleOf } from '../../syntax/style';
import { encodedWordAt } from './encoded';
import { excerptAt } from './excerpt';
import { type Gap, gapAt } from './gap';
import { after, before, placeholder } from './letters';
import { type Spot, scalarAt, type WordCursor, type WordEdit } from './spot';

export { item, type Spot, type Step, type WordCursor, type WordEdit } from './spot';

/** What a string begins with that holds a document of its own, in any layer of escapes. */
const mayHoldDocument = /["'|>][-+\d]*(?:\s|\\[nrt])*\{/;

/** What a string says in which an expression of Terraform makes a document. */
const mayEncodeDocument = /\bjsonencode\(/;

/**
 * Finds the word at a cursor and where it stands. A half-typed word is often no syntax at all, so a placeholder takes
 * its place, with the quote and the comma that are still to come. `undefined` in comments and in running text.
 */
export function wordAt(path: string, text: string, offset: number): WordCursor | undefined {
  const excerpt = excerptAt(text, offset);
  const cursor = wordIn(path, excerpt.text, offset - excerpt.shift);
  return cursor && excerpt.shift !== 0 ? shifted(cursor, excerpt.shift) : cursor;
}

function shifted(cursor: WordCursor, by: number): WordCursor {
  return {
    ...cursor,
    start: cursor.start + by,
    end: cursor.end + by,
    edit(value, isKey) {
      const edit = cursor.edit(value, isKey);
      return edit && { ...edit, start: edit.start + by, end: edit.end + by };
    },
  };
}

function wordIn(path: string, text: string, offset: number): WordCursor | undefined {
  const isJson = opensWithBracket.test(text);
  // A string of JSON ends on its line.
  const lead = text.slice(isJson ? lineStart(text, offset) : 0, offset);
  const held = mayHoldDocument.test(lead) ? inHeldDocument(path, text, offset) : undefined;
  if (held) return held;
  const encoded = isJson && mayEncodeDocument.test(lead) ? encodedWordAt(path, text, offset) : undefined;
  if (encoded) return encoded;
  const probe = isJson ? jsonProbe(text, offset) : yamlProbe(text, offset);
  const spot = probe && spotOf(path, text, probe);
  if (!probe || !spot) return undefined;
  const { typed, start, end, quote, isApart, gap } = probe;
  return {
    ...{ spot, typed, start, end, isApart, ...(gap && { gap }) },
    isQuoted: quote !== '',
    edit: (value, isKey) => editOf(spot, probe, value, isKey),
  };
}

/** The word in a string that holds a document: found there as in any other, and carried out through the string. */
function inHeldDocument(path: string, text: string, offset: number): WordCursor | undefined {
  const document = parseDocument(path, text);
  const outer = 'skipped' in document ? undefined : scalarAt(document, offset);
  const decoded = outer && /^\s*[{[]/.test(outer.node.text) ? decodeScalar(outer.node) : undefined;
  const inside = decoded?.offsets.findIndex((at) => at >= offset) ?? -1;
  const cursor = decoded && inside >= 0 ? wordIn('', decoded.text, inside) : undefined;
  if (!outer || !decoded || !cursor || cursor.outer) return undefined;
  const outwards = (at: number) => decoded.offsets[at] as number;
  return {
    ...cursor,
    outer,
    start: outwards(cursor.start),
    end: outwards(cursor.end),
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
  readonly isApart: boolean;
  readonly gap?: Gap;
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
  const isApart = isQuoted || !(isBehindValue || isBeforeValue);
  const gap = gapAt(text, whole.start, whole.end);
  const { commaBefore, commaAfter } = gap;
  const hasColon = /^\s*:/.test(text.slice(whole.end));
  const mayBeKey = !hasColon && previous !== ':' && previous !== '[';
  const inserted = `${commaBefore ? ',' : ''}"${placeholder}"${mayBeKey ? ': 0' : ''}${commaAfter && !hasColon ? ',' : ''}`;
  const quote = isQuoted ? '"' : '';
  return { start, end, quote, isClosed, typed: content, inserted, whole, hasColon, isApart, gap };
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
  return { start, end, quote, isClosed, typed, inserted, whole, hasColon, isApart: true };
}

function spotOf(path: string, text: string, { whole, inserted }: Probe): Spot | undefined {
  const document = parseDocument(path, text.slice(0, whole.start) + inserted + text.slice(whole.end));
  if ('skipped' in document) return undefined;
  const at = whole.start + inserted.indexOf(placeholder);
  const spot = scalarAt(document, at);
  return spot?.node.text === placeholder ? spot : undefined;
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
