import { isPlainList, isPlainMap, type Plain, type PlainMap, Tagged } from './plain';
import type { Style } from './style';

/** Words and shapes that YAML 1.1 or 1.2 readers take for something other than text. */
const ambiguous = /^(?:true|false|yes|no|on|off|y|n|null|~|[-+.\d][\d_.,:eExXoO+a-fA-F-]*|\.inf|\.nan)?$/i;
const plainText = /^[\w./$(\\][\w ./:@%+=,$(){}\\*!?;<>^~-]*$/;

/** A scalar as JSON. */
export function jsonScalar(value: string | number | boolean): string {
  return JSON.stringify(value);
}

/**
 * A scalar as YAML: plain where that reads back as the same text, else in the document's quotes, or in those that need
 * no escapes.
 */
export function yamlScalar(value: string | number | boolean, quote: Style['quote'], inFlow = false): string {
  if (typeof value !== 'string') return String(value);
  const plain =
    plainText.test(value) &&
    !ambiguous.test(value) &&
    !/: |:$| #|^---| $/.test(value) &&
    !(inFlow && /[,[\]{}]/.test(value));
  return plain ? value : yamlQuoted(value, value.includes('"') && !value.includes("'") ? "'" : quote);
}

/** A text in YAML quotes. */
export function yamlQuoted(value: string, quote: Style['quote']): string {
  // The single-quoted form has no escapes, so what is not printable needs the double-quoted one.
  const single = quote === "'" && !/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/.test(value);
  return single ? `'${value.replace(/'/g, "''")}'` : JSON.stringify(value);
}

/** A value as JSON: over several lines below `indent`, or on one line where `indent` is undefined. */
export function renderJson(value: Plain, style: Style, indent: string | undefined): string {
  if (value instanceof Tagged) return renderJson(value.value, style, indent);
  if (isPlainList(value))
    return bracket(
      '[',
      ']',
      value.map((item) => (i) => renderJson(item, style, i)),
      style,
      indent,
    );
  if (!isPlainMap(value)) return jsonScalar(value);
  const keys = Object.keys(value);
  const only = keys.length === 1 ? value[keys[0] as string] : undefined;
  if (only !== undefined && typeof only !== 'object' && style.singlePairPadding !== undefined && indent !== undefined) {
    const pad = style.singlePairPadding;
    return `{${pad}${jsonScalar(keys[0] as string)}${style.colon}${jsonScalar(only as string)}${pad}}`;
  }
  const pairs = keys.map((key) => (i: string | undefined) => jsonPair(key, value[key] as Plain, style, i));
  return bracket('{', '}', pairs, style, indent);
}

/** A pair as JSON, without what separates it from its neighbours. */
export function jsonPair(key: string, value: Plain, style: Style, indent: string | undefined): string {
  return `${jsonScalar(key)}${style.colon}${renderJson(value, style, indent)}`;
}

function bracket(
  open: string,
  close: string,
  members: readonly ((indent: string | undefined) => string)[],
  style: Style,
  indent: string | undefined,
): string {
  if (members.length === 0) return open + close;
  if (indent === undefined) {
    const pad = open === '{' ? style.padding : '';
    const separator = /\s$/.test(style.colon) ? ', ' : ',';
    return open + pad + members.map((member) => member(undefined)).join(separator) + pad + close;
  }
  const inner = indent + style.step;
  const lines = members.map((member) => style.newline + inner + member(inner));
  return open + lines.join(',') + style.newline + indent + close;
}

/** A value in YAML flow style, on one line. */
export function renderFlow(value: Plain, style: Style): string {
  if (value instanceof Tagged) return `${value.tag} ${renderFlow(value.value, style)}`;
  if (isPlainList(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`;
  if (!isPlainMap(value)) return yamlScalar(value, style.quote, true);
  const pairs = Object.entries(value).map(([key, member]) => flowPair(key, member, style));
  return pairs.length ? `{${style.padding}${pairs.join(', ')}${style.padding}}` : '{}';
}

/** A pair in YAML flow style. */
export function flowPair(key: string, value: Plain, style: Style): string {
  return `${yamlScalar(key, style.quote, true)}: ${renderFlow(value, style)}`;
}

/**
 * The lines of a pair in YAML block style. The first has no indentation; the others stand below `indent`, the column
 * of the key.
 */
export function blockPair(key: string, value: Plain, style: Style, indent: string): string {
  return `${yamlScalar(key, style.quote)}:${blockValue(value, style, indent, false)}`;
}

/** The lines of a list item in YAML block style; `indent` is the column of its dash. */
export function blockItem(value: Plain, style: Style, indent: string): string {
  return `-${blockValue(value, style, indent, true)}`;
}

/** What follows a key's colon or an item's dash, with the space or line break that separates it. */
export function blockValue(value: Plain, style: Style, indent: string, inItem: boolean): string {
  if (value instanceof Tagged) {
    const inner = blockValue(value.value, style, indent, false);
    return ` ${value.tag}${inner}`;
  }
  if (isPlainList(value)) {
    if (value.length === 0) return ' []';
    const column = style.indentsLists || inItem ? indent + style.step : indent;
    return value.map((item) => style.newline + column + blockItem(item, style, column)).join('');
  }
  if (!isPlainMap(value)) return ` ${yamlScalar(value, style.quote)}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return ' {}';
  return inItem ? itemMap(value, style, indent) : mapLines(value, keys, style, indent + style.step);
}

function mapLines(value: PlainMap, keys: readonly string[], style: Style, column: string): string {
  return keys.map((key) => style.newline + column + blockPair(key, value[key] as Plain, style, column)).join('');
}

/** A map as a list item: its first pair on the dash's line, the others below that pair. */
function itemMap(value: PlainMap, style: Style, indent: string): string {
  const column = `${indent}  `;
  const [first, ...rest] = Object.keys(value) as [string, ...string[]];
  return ` ${blockPair(first, value[first] as Plain, style, column)}${mapLines(value, rest, style, column)}`;
}
