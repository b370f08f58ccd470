import { Cursor } from '../../syntax/hcl/cursor';
import { parseExpression } from '../../syntax/hcl/parser';
import type { Span } from '../../syntax/node';
import { parseDocument } from '../../syntax/parse';
import type { Plain } from '../../syntax/plain';
import { decodeScalar, encodeInto, withoutHoles } from '../../syntax/scalars';
import { after, before, placeholder } from './letters';
import { type Spot, scalarAt, type WordCursor } from './spot';

/** What makes a document of a value in an expression. */
const encoder = /\bjsonencode\(/g;

/**
 * The word at a cursor in a document that an expression of Terraform makes (`${jsonencode({...})}`), and where it stands
 * in that: the string with the expression is around it.
 */
export function encodedWordAt(path: string, text: string, offset: number): WordCursor | undefined {
  const document = parseDocument(path, text);
  const outer = 'skipped' in document ? undefined : scalarAt(document, offset);
  const decoded = outer?.node.text.includes('${') ? decodeScalar(outer.node) : undefined;
  const at = decoded?.offsets.findIndex((one) => one >= offset) ?? -1;
  if (!outer || !decoded || at < 0) return undefined;
  const argument = argumentAt(decoded.text, at);
  if (argument === undefined) return undefined;
  const probe = probeAt(decoded.text, argument, at);
  const spot = probe && spotIn(decoded.text, argument, probe);
  if (!spot) return undefined;
  const { typed, isQuoted, whole } = probe;
  const outwards = (inside: number) => decoded.offsets[inside] as number;
  return {
    ...{ spot, outer, typed, isQuoted, isApart: true },
    start: outwards(probe.start),
    end: outwards(probe.end),
    edit(value, isKey) {
      const written = spelled(value, probe, isKey);
      const encoded = written === undefined ? undefined : encodeInto(outer.node, written);
      if (encoded === undefined) return undefined;
      return { start: outwards(whole.start), end: outwards(whole.end), text: encoded };
    },
  };
}

/** Where the argument starts that a place of an expression is in: behind the last opening before it. */
function argumentAt(text: string, at: number): number | undefined {
  const opening = [...text.slice(0, at).matchAll(encoder)].at(-1);
  return opening && opening.index + opening[0].length;
}

/** A word, and the stretch with the quotes around it. */
interface Probe extends Span {
  readonly typed: string;
  readonly isQuoted: boolean;
  readonly whole: Span;
  /** Whether a sign follows that makes the word a key. */
  readonly hasSign: boolean;
}

function probeAt(text: string, argument: number, at: number): Probe | undefined {
  const isQuoted = isInQuotes(text.slice(argument, at));
  const typed = (isQuoted ? before : /[\w*-]*$/).exec(text.slice(argument, at))?.[0] ?? '';
  const start = at - typed.length;
  const end = at + (after.exec(text.slice(at))?.[0].length ?? 0);
  // Of running text only the end could be a word.
  if (isQuoted && text[start - 1] !== '"') return undefined;
  const isClosed = isQuoted && text[end] === '"';
  const whole = { start: isQuoted ? start - 1 : start, end: isClosed ? end + 1 : end };
  return { start, end, typed, isQuoted, whole, hasSign: /^\s*[=:](?!=)/.test(text.slice(whole.end)) };
}

/** Whether a text that begins outside of quotes ends inside of some. */
function isInQuotes(text: string): boolean {
  return text.replace(/\\./g, '').split('"').length % 2 === 0;
}

/** Where the word stands. What is half-typed is no expression, so it is tried as a value, and then as a key. */
function spotIn(text: string, argument: number, { whole, hasSign }: Probe): Spot | undefined {
  const word = `"${placeholder}"`;
  const attempts = hasSign ? [word] : [word, `${word},`, `,${word}`, `,${word},`, `${word} = 0,`, `,${word} = 0,`];
  for (const inserted of attempts) {
    const tried = text.slice(0, whole.start) + inserted + text.slice(whole.end);
    const cursor = new Cursor(tried, argument);
    const { end } = parseExpression(cursor);
    const place = whole.start + inserted.indexOf(placeholder);
    if (cursor.stuck || end < place) continue;
    const name = 'value = ';
    const document = parseDocument('value.tfvars', name + tried.slice(argument, end));
    const spot = 'skipped' in document ? undefined : scalarAt(document, name.length + place - argument);
    if (spot?.node.text === placeholder) return { ...spot, path: spot.path.slice(1), maps: spot.maps.slice(1) };
  }
  return undefined;
}

/** A text as it is written in an expression; `undefined` for what is no text. Keys that are names stand without quotes. */
function spelled(value: Plain, { isQuoted, hasSign }: Probe, isKey: boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  const isName = isKey && !isQuoted && /^[A-Za-z]\w*$/.test(value);
  return (isName ? value : withoutHoles(JSON.stringify(value))) + (isKey && !hasSign ? ' = ' : '');
}
