import type { Pair, ScalarNode, SyntaxNode } from '../node';
import type { Plain } from '../plain';
import { blockValue, jsonScalar, renderFlow, renderJson, yamlQuoted, yamlScalar } from '../render';
import { withoutHoles } from '../scalars';
import { columnOf, lineEnd, lineStart, type Style, styleOf } from '../style';
import type { LocalEdit } from '../textEdit';
import { holdsComment, lineIndent, spansLines } from './surroundings';

/** Gives a pair another value. Keeps the quotes of a scalar; refuses where a comment or an anchor would be lost. */
export function replaceValue(pair: Pair, value: Plain): LocalEdit[] | undefined {
  const old = pair.value;
  if (holdsComment(old.source, pair.key.end, old.end) || holdsAnchor(pair)) return undefined;
  const style = styleOf(old.source);
  const isScalar = typeof value !== 'object' && !old.tag;
  if (old.kind === 'scalar' && isScalar && old.end > old.start && old.style !== 'literal' && old.style !== 'folded') {
    return [replaceScalar(old, value, style)];
  }
  const { text } = old.source;
  if (old.source.language === 'json') {
    return [{ start: old.start, end: old.end, text: renderJson(value, style, lineIndent(old, text)) }];
  }
  const colon = text.indexOf(':', pair.key.end);
  const flow = renderFlow(value, style);
  if (inFlow(pair) || staysInBrackets(old, value, flow)) {
    // A tag stands before its value.
    const start = old.tag ? colon + 1 + text.slice(colon + 1).search(/\S/) : old.start;
    return [{ start, end: old.end, text: flow }];
  }
  const column = ' '.repeat(columnOf(text, pair.key.start));
  return [{ start: colon + 1, end: Math.max(colon + 1, old.end), text: blockValue(value, style, column, false) }];
}

const widestLine = 120;

/** Whether a list in the place of one in brackets is written in brackets too: where it fits on the line. */
function staysInBrackets(old: SyntaxNode, value: Plain, flow: string): boolean {
  const isInBrackets = old.kind === 'list' && old.style === 'flow' && !spansLines(old);
  return isInBrackets && Array.isArray(value) && columnOf(old.source.text, old.start) + flow.length <= widestLine;
}

/** Gives a scalar another content, in its own quotes. */
export function replaceContent(old: ScalarNode, value: string | number | boolean): LocalEdit[] | undefined {
  return old.tag ? undefined : [replaceScalar(old, value, styleOf(old.source))];
}

/** Writes a value behind a key that has none yet (`Properties:` and nothing below). */
export function fillValue(pair: Pair, value: Plain): LocalEdit[] | undefined {
  const { key, value: empty } = pair;
  if (empty.tag || key.source.language === 'json' || inFlow(pair)) return undefined;
  const { text } = key.source;
  const style = styleOf(key.source);
  const column = ' '.repeat(columnOf(text, key.start));
  const rendered = blockValue(value, style, column, false);
  const at = rendered.startsWith(' ') ? empty.start : lineEnd(text, empty.start);
  return [{ start: at, end: at, text: rendered }];
}

function replaceScalar(old: ScalarNode, value: string | number | boolean, style: Style): LocalEdit {
  const { language } = old.source;
  let text = language === 'yaml' ? yamlScalar(value, style.quote, true) : jsonScalar(value);
  if (old.style === 'double') text = JSON.stringify(String(value));
  if (old.style === 'single') text = yamlQuoted(String(value), "'");
  if (language === 'hcl') text = withoutHoles(text);
  return { start: old.start, end: old.end, text };
}

/** Whether a YAML pair stands inside a flow collection: its key is not the first thing on its line. */
function inFlow(pair: Pair): boolean {
  const { text } = pair.key.source;
  return !/^[ \t]*(?:[-?][ \t]+)*$/.test(text.slice(lineStart(text, pair.key.start), pair.key.start));
}

/** Whether an alias elsewhere may stand for what a YAML pair holds. */
function holdsAnchor({ key, value }: Pair): boolean {
  const { language, text } = key.source;
  return language === 'yaml' && /(?:^|[\s[{,])&[\w-]/.test(text.slice(key.end + 1, value.end));
}
