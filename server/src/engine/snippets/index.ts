import { type SpelledSnippet, snippetsTable, type TableSnippet } from '../../data/snippets';
import { inShortForm, usesShortForms } from '../../formats/cloudformation/spelling';
import type { Plain, PlainMap } from '../../syntax/plain';
import { columnOf, indentOf, lineStart, type Style, styleOf } from '../../syntax/style';
import type { TextEdit } from '../../syntax/textEdit';
import type { Gap } from '../cursor/gap';
import type { WordCursor } from '../cursor/word';
import { type Cursor, cursorOf } from './cursor';
import { type Content, jsonMembers, jsonValue, yamlItems, yamlLines } from './layout';
import type { Blank, Template } from './markup';
import { type Place, placeAt, type Wanted } from './place';

/** A snippet that fits where a cursor stands. */
export interface Offer {
  readonly snippet: TableSnippet;
  /** What takes the place of the word at the cursor. Its lines stand below the indentation of the cursor's line. */
  readonly template: Template;
  readonly start: number;
  readonly end: number;
  /** What is to be written elsewhere for it. */
  readonly more: readonly TextEdit[];
}

/** The snippets that fit in place of the word at an offset of a text, in the style of its author. */
export function snippetOffers(word: WordCursor, text: string, offset: number): Offer[] {
  const cursor = cursorOf(word, text, offset);
  const place = cursor && placeAt(cursor);
  if (!cursor || !place) return [];
  const style = styleOf(cursor.document);
  const isShort = place.format === 'cloudformation' && usesShortForms({ language: cursor.document.language, text });
  return snippetsTable().snippets.flatMap((snippet) => {
    const spelled = snippet.spelled[place.format];
    const content = spelled && contentFor(place.wanted, spelled);
    if (!content || !suits(snippet, place.wanted) || !hasRoomFor(content, place, cursor)) return [];
    const fitting = isShort ? shortened(content) : content;
    const laid = cursor.gap ? inJson(fitting, cursor, cursor.gap, style) : inYaml(fitting, cursor, text, style);
    const template = { text: laid.text, blanks: blanksOf(spelled, content, cursor) };
    return [{ snippet, template, start: startOf(cursor, text), end: cursor.end, more: laid.more }];
  });
}

/** Where the word at a cursor starts, or the space before it where lines below take its place. */
function startOf({ start, position, document }: Cursor, text: string): number {
  const opensLines = position.kind === 'value' && document.language === 'yaml';
  return opensLines ? text.slice(0, start).trimEnd().length : start;
}

/** Whether a policy is one of those that a snippet is for, as far as that is known. */
function suits({ suits: fitting }: TableSnippet, wanted: Wanted): boolean {
  if (!fitting || !('use' in wanted) || wanted.use === undefined) return true;
  // Where an endpoint leads to may not be known, and one of its policies is for any service.
  const isOpen = wanted.use === 'endpoint' && !(wanted.service && fitting.service);
  return wanted.use === fitting.use && (isOpen || wanted.service === fitting.service);
}

/** What of a snippet belongs at a place. */
function contentFor(wanted: Wanted, { resources, policy, condition }: SpelledSnippet): Content | undefined {
  switch (wanted.kind) {
    case 'resources': {
      const pairs = wanted.type === undefined ? resources : onlyOf(resources, wanted.type);
      return pairs && Object.keys(pairs).length > 0 ? { kind: 'pairs', pairs } : undefined;
    }
    case 'policy':
      return policy && { kind: 'pairs', pairs: policy };
    case 'statements':
      return policy && { kind: 'items', items: policy.Statement as readonly Plain[] };
    case 'condition':
      return condition && conditionAt(wanted.at, condition);
  }
}

/** What of a condition is missing, given the key that is there. */
function conditionAt(at: 'statement' | 'inside' | 'list', condition: PlainMap): Content {
  if (at === 'statement') return { kind: 'pairs', pairs: condition };
  const inside = Object.values(condition) as PlainMap[];
  return at === 'list' ? { kind: 'items', items: inside } : { kind: 'pairs', pairs: Object.assign({}, ...inside) };
}

/** The blocks of a type by name, where there are no others. */
function onlyOf(resources: PlainMap | undefined, type: string): PlainMap | undefined {
  const [only, ...others] = Object.keys(resources ?? {});
  return only === type && others.length === 0 ? (resources?.[type] as PlainMap) : undefined;
}

/** Names can be chosen anew, other keys cannot: a map may not have them twice. */
function hasRoomFor(content: Content, { format, wanted }: Place, { position }: Cursor): boolean {
  if (content.kind === 'items' || position.kind !== 'key') return true;
  const isNamed = wanted.kind === 'resources' && (format === 'cloudformation' || wanted.type !== undefined);
  return isNamed || Object.keys(content.pairs).every((key) => !position.others.has(key));
}

/** A name starts the keys of a resource and of what is added beside it, and all of them have to be free. */
function blanksOf({ blanks }: SpelledSnippet, content: Content, { position }: Cursor): Blank[] {
  const taken = position.kind === 'key' ? position.others : new Set<string>();
  const keys = content.kind === 'pairs' ? Object.keys(content.pairs) : [];
  return blanks.map((marker) => {
    const endings = keys.filter((key) => key.startsWith(marker)).map((key) => key.slice(marker.length));
    for (let i = 1; ; i++) {
      const text = i === 1 ? marker : `${marker}${i}`;
      if (!endings.some((ending) => taken.has(text + ending))) return { marker, text };
    }
  });
}

function shortened(content: Content): Content {
  return content.kind === 'pairs'
    ? { kind: 'pairs', pairs: inShortForm(content.pairs) as PlainMap }
    : { kind: 'items', items: content.items.map(inShortForm) };
}

interface Laid {
  readonly text: string;
  readonly more: readonly TextEdit[];
}

function inJson(content: Content, { position, document }: Cursor, gap: Gap, style: Style): Laid {
  if (position.kind === 'value') return { text: jsonValue(content, style, ''), more: [] };
  const { previousEnd, commaBefore, commaAfter, startsLine, endsLine } = gap;
  const indent = startsLine ? '' : style.step;
  const members = jsonMembers(content, style, indent);
  const lead = startsLine ? '' : `${commaBefore ? ',' : ''}${style.newline}${indent}`;
  const trail = `${commaAfter ? ',' : ''}${endsLine ? '' : style.newline}`;
  const isAbove = commaBefore && startsLine;
  const comma = { path: document.path, start: previousEnd, end: previousEnd, text: ',' };
  return { text: lead + members + trail, more: isAbove ? [comma] : [] };
}

function inYaml(content: Content, { document, start, position }: Cursor, text: string, style: Style): Laid {
  const indent = indentOf(text, start).length;
  const spaces = (column: number) => ' '.repeat(column - indent);
  if (position.kind === 'value') {
    const column = spaces(columnOf(document.text, position.key.start)) + style.step;
    return { text: style.newline + column + yamlLines(content, style, column), more: [] };
  }
  const column = spaces(columnOf(text, start));
  const dash = text.slice(lineStart(text, start), start).lastIndexOf('-');
  if (content.kind === 'items' && dash >= 0) {
    return { text: yamlItems(content.items, style, ' '.repeat(dash - indent), column), more: [] };
  }
  return { text: yamlLines(content, style, column), more: [] };
}
