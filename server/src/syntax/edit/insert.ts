import type { ListNode, MapNode, Pair, SyntaxNode, SyntaxText } from '../node';
import type { Plain } from '../plain';
import { blockItem, blockPair, flowPair, jsonPair, renderFlow, renderJson } from '../render';
import { columnOf, indentOf, lineEnd, lineStart, type Style, styleOf } from '../style';
import type { LocalEdit } from '../textEdit';
import { holdsComment, lineIndent, spansLines } from './surroundings';

/** A pair to be written. */
export type NewPair = readonly [key: string, value: Plain];

/**
 * Adds pairs to a map in the map's own style, without touching a character that is there. Where the keys are in
 * alphabetical order they stay so. `undefined` where the map cannot take them.
 */
export function insertPairs(map: MapNode, added: readonly NewPair[]): LocalEdit[] | undefined {
  if (map.open || map.tag) return undefined;
  const edits: LocalEdit[] = [];
  const style = styleOf(map.source);
  if (map.pairs.length === 0) return [fillEmpty(map, added, style)];
  for (const [anchor, group] of groupByAnchor(map, added)) {
    const found =
      map.style === 'block' ? blockInsertion(map, anchor, group, style) : flowInsertion(map, anchor, group, style);
    if (!found) return undefined;
    edits.push(...found);
  }
  return edits;
}

/** Adds an item to the end of a list, in the list's own style. */
export function insertItem(list: ListNode, item: Plain): LocalEdit[] | undefined {
  if (list.tag) return undefined;
  const style = styleOf(list.source);
  const { text } = list.source;
  const last = list.items[list.items.length - 1];
  if (list.style === 'block') {
    if (!last) return undefined;
    const column = ' '.repeat(columnOf(text, list.start));
    return [lineBelow(list.source, last, column, blockItem(item, style, column), style)];
  }
  const render = (indent: string | undefined) =>
    list.source.language === 'json' ? renderJson(item, style, indent) : renderFlow(item, style);
  if (!last) {
    const inner = spansLines(list) ? `${indentOf(text, list.start)}${style.step}` : undefined;
    return [{ start: list.start + 1, end: list.start + 1, text: render(inner) }];
  }
  return flowAppend(list, last, render, style);
}

/** Adds a comment on a line of its own above a YAML node; refuses where something stands before it on its line. */
export function insertCommentAbove(node: SyntaxNode, comment: string): LocalEdit[] | undefined {
  const { text, language } = node.source;
  const indent = text.slice(lineStart(text, node.start), node.start);
  if (language !== 'yaml' || indent.trim() !== '') return undefined;
  return [{ start: node.start, end: node.start, text: comment + styleOf(node.source).newline + indent }];
}

/** The pairs to add, by the pair they follow; -1 stands for the front. */
function groupByAnchor(map: MapNode, added: readonly NewPair[]): Map<number, NewPair[]> {
  const keys = map.pairs.map((pair) => pair.key.text);
  const sorted = keys.length > 2 && keys.every((key, i) => i === 0 || (keys[i - 1] as string) <= key);
  const groups = new Map<number, NewPair[]>();
  for (const pair of added) {
    const anchor = sorted ? keys.filter((key) => key < pair[0]).length - 1 : keys.length - 1;
    groups.set(anchor, [...(groups.get(anchor) ?? []), pair]);
  }
  return groups;
}

function blockInsertion(map: MapNode, anchor: number, added: readonly NewPair[], style: Style): LocalEdit[] {
  const { text } = map.source;
  const column = ' '.repeat(columnOf(text, map.start));
  const lines = added.map(([key, value]) => blockPair(key, value, style, column));
  const after = map.pairs[anchor];
  if (!after) {
    return [{ start: map.start, end: map.start, text: lines.map((line) => line + style.newline + column).join('') }];
  }
  const gap = blankLinesBetween(map, style);
  const block = lines.join(style.newline + gap + column);
  return [lineBelow(map.source, after.value.end > after.key.end ? after.value : after.key, column, block, style, gap)];
}

/** The blank line that an author leaves between the pairs of a map, if every one is followed by one. */
function blankLinesBetween(map: MapNode, style: Style): string {
  if (map.pairs.length < 2) return '';
  const { text } = map.source;
  const gaps = map.pairs.slice(1).map((pair, i) => {
    const previous = map.pairs[i] as Pair;
    return /\n[ \t]*\r?\n/.test(text.slice(Math.max(previous.key.end, previous.value.end), pair.key.start));
  });
  return gaps.every(Boolean) ? style.newline : '';
}

/** An insertion on a line of its own below the last line of a node. */
function lineBelow(
  source: SyntaxText,
  node: SyntaxNode,
  column: string,
  block: string,
  style: Style,
  gap = '',
): LocalEdit {
  const { text } = source;
  const last = lastLeaf(node);
  const keeps =
    last.kind === 'scalar' && /^[|>]\S*\+/.test(text.slice(last.start, last.end).split('\n', 1)[0] as string);
  if (keeps && text[last.end - 1] === '\n') {
    return { start: last.end, end: last.end, text: gap + column + block + style.newline };
  }
  const at = lineEnd(text, last.end);
  return { start: at, end: at, text: style.newline + gap + column + block };
}

function lastLeaf(node: SyntaxNode): SyntaxNode {
  if (node.kind === 'map' && node.style === 'block') {
    const last = node.pairs[node.pairs.length - 1];
    if (last) return last.value.end > last.key.end ? lastLeaf(last.value) : last.key;
  }
  if (node.kind === 'list' && node.style === 'block') {
    const last = node.items[node.items.length - 1];
    if (last) return lastLeaf(last);
  }
  return node;
}

function flowInsertion(map: MapNode, anchor: number, added: readonly NewPair[], style: Style): LocalEdit[] | undefined {
  const json = map.source.language === 'json';
  const render = (indent: string | undefined) =>
    added
      .map(([key, value]) => (json ? jsonPair(key, value, style, indent) : flowPair(key, value, style)))
      .join(separator(indent, style));
  const after = map.pairs[anchor];
  if (after) return flowAppend(map, after.value, render, style);
  const indent = ownLineIndent(map.source.text, (map.pairs[0] as Pair).key.start);
  const at = (map.pairs[0] as Pair).key.start;
  return [{ start: at, end: at, text: render(indent) + separator(indent, style) }];
}

function separator(indent: string | undefined, style: Style): string {
  if (indent !== undefined) return `,${style.newline}${indent}`;
  return /\s$/.test(style.colon) ? ', ' : ',';
}

/**
 * Adds a member behind `last` in a flow collection. A comment on the last member's line stays with it: then the comma
 * goes before the comment and the new member on the next line.
 */
function flowAppend(
  parent: MapNode | ListNode,
  last: SyntaxNode,
  render: (indent: string | undefined) => string,
  style: Style,
): LocalEdit[] | undefined {
  const { text } = parent.source;
  const members = parent.kind === 'map' ? parent.pairs.map((pair) => pair.key) : parent.items;
  const head = members.find((member) => member.start <= last.start && lastOf(parent, member) === last) ?? last;
  const indent = ownLineIndent(text, head.start);
  const rendered = render(indent);
  const after = /^\s*,/.exec(text.slice(last.end, parent.end));
  const follows = after && nextMember(members, last.end);
  if (holdsComment(parent.source, last.end, lineEnd(text, last.end)) && indent !== undefined) {
    const line = lineEnd(text, last.end);
    const tail = { start: line, end: line, text: `${style.newline}${indent}${rendered}${follows ? ',' : ''}` };
    return after ? [tail] : [{ start: last.end, end: last.end, text: ',' }, tail];
  }
  return [{ start: last.end, end: last.end, text: separator(indent, style) + rendered }];
}

function nextMember(members: readonly SyntaxNode[], offset: number): SyntaxNode | undefined {
  return members.find((member) => member.start >= offset);
}

function lastOf(parent: MapNode | ListNode, member: SyntaxNode): SyntaxNode | undefined {
  return parent.kind === 'map' ? parent.pairs.find((pair) => pair.key === member)?.value : member;
}

/** The indentation of an offset that is the first thing on its line; `undefined` where something stands before it. */
function ownLineIndent(text: string, offset: number): string | undefined {
  const lead = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(lead) && lineStart(text, offset) > 0 ? lead : undefined;
}

function fillEmpty(map: MapNode, added: readonly NewPair[], style: Style): LocalEdit {
  const { text } = map.source;
  const at = map.start + 1;
  if (map.source.language !== 'json') {
    const pairs = added.map(([key, value]) => flowPair(key, value, style)).join(', ');
    return { start: at, end: map.end - 1, text: `${style.padding}${pairs}${style.padding}` };
  }
  const outer = lineIndent(map, text);
  if (outer === undefined) {
    const pairs = added.map(([key, value]) => jsonPair(key, value, style, undefined)).join(separator(undefined, style));
    return { start: at, end: at, text: pairs };
  }
  const inner = outer + style.step;
  const pairs = added.map(([key, value]) => style.newline + inner + jsonPair(key, value, style, inner)).join(',');
  const closed = /^\s*\n/.test(text.slice(at, map.end));
  return { start: at, end: at, text: closed ? pairs : pairs + style.newline + outer };
}
