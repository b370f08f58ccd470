import { type ListValue, textOf, type Value } from '../../../model/value';
import { originOfPart } from '../../../syntax/node';
import type { TerraformFunction } from './functions';
import { truthValue } from './operators';
import { invalid, joined, listValue, longestText, numberOf, textValue } from './results';

/** The functions on texts. See https://developer.hashicorp.com/terraform/language/functions. */
export const textFunctions: Readonly<Record<string, TerraformFunction>> = {
  lower: ofTexts((text) => text.toLowerCase()),
  upper: ofTexts((text) => text.toUpperCase()),
  title: ofTexts((text) =>
    text.replace(/(^|[^\p{L}\p{N}_'])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase()),
  ),
  trimspace: ofTexts((text) => text.trim()),
  chomp: ofTexts((text) => text.replace(/[\r\n]+$/, '')),
  trim: ofTexts((text, cutset = '') => trimmedEnd(trimmedStart(text, cutset), cutset)),
  trimprefix: ofTexts((text, prefix = '') => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: ofTexts((text, suffix = '') =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  // A search in slashes is a regular expression of another dialect than ours.
  replace: ofTexts((text, search = '', by = '') =>
    /^\/.*\/$/s.test(search) || text.length * by.length > longestText * search.length
      ? undefined
      : text.replaceAll(search, () => by),
  ),
  startswith: testOfTexts((text, prefix) => text.startsWith(prefix)),
  endswith: testOfTexts((text, suffix) => text.endsWith(suffix)),
  strcontains: testOfTexts((text, part) => text.includes(part)),
  substr: ([text, offset, length]) => substring(text, numberOf(offset), numberOf(length)),
  join: ([separator, ...lists], origin) => {
    const known = lists.filter((list): list is ListValue => list.kind === 'list' && !list.open);
    if (separator?.kind !== 'literal' || known.length < lists.length) return undefined;
    const items = known.flatMap((list) => list.items);
    return joined(
      items.flatMap((item, i) => (i > 0 ? [separator, item] : [item])),
      origin,
    );
  },
  split: ([separator, text], origin) => {
    const [by, whole] = [textOf(separator), textOf(text)];
    if (by === undefined || whole === undefined) return undefined;
    return listValue(
      whole.split(by).map((part) => textValue(part, origin)),
      origin,
    );
  },
  format: ([format, ...args], origin) => {
    if (format?.kind !== 'literal') return undefined;
    const { text } = format;
    const waiting = [...args];
    let at = 0;
    const filled = text.split(/(%.)/s).map((part) => {
      const start = at;
      at += part.length;
      if (/^%[svd]$/.test(part)) return waiting.shift();
      if (part.startsWith('%') && part !== '%%') return undefined;
      return textValue(part === '%%' ? '%' : part, originOfPart(format.origin, text, start, at) ?? origin);
    });
    return filled.every((part) => part !== undefined) ? joined(filled, origin) : undefined;
  },
};

/** A function of literal texts alone. */
function ofTexts(apply: (text: string, ...others: string[]) => string | undefined): TerraformFunction {
  return (args, origin) => {
    const texts = args.map(textOf);
    if (!texts.every((text) => text !== undefined)) return undefined;
    const [first, ...others] = texts;
    const result = first === undefined ? undefined : apply(first, ...others);
    return result === undefined ? undefined : textValue(result, origin);
  };
}

/** A test of one literal text by another. */
function testOfTexts(test: (text: string, other: string) => boolean): TerraformFunction {
  return ([text, other], origin) => {
    const [whole, by] = [textOf(text), textOf(other)];
    return whole === undefined || by === undefined ? undefined : truthValue(test(whole, by), origin);
  };
}

function substring(text: Value | undefined, offset: number | undefined, length: number | undefined): Value | undefined {
  if (text?.kind !== 'literal' || offset === undefined || length === undefined) return undefined;
  const units = [...text.text];
  const from = offset < 0 ? units.length + offset : offset;
  if (from < 0) return invalid('an offset before the text', text.origin);
  return textValue(units.slice(from, length < 0 ? undefined : from + length).join(''), text.origin);
}

function trimmedStart(text: string, cutset: string): string {
  let at = 0;
  while (at < text.length && cutset.includes(text[at] as string)) at++;
  return text.slice(at);
}

function trimmedEnd(text: string, cutset: string): string {
  let end = text.length;
  while (end > 0 && cutset.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
