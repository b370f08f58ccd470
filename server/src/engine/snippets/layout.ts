import { isPlainMap, type Plain, type PlainMap } from '../../syntax/plain';
import { blockItem, blockPair, jsonPair, renderJson } from '../../syntax/render';
import type { Style } from '../../syntax/style';

/** What is to be written: pairs of a map, or items of a list. */
export type Content =
  | { readonly kind: 'pairs'; readonly pairs: PlainMap }
  | { readonly kind: 'items'; readonly items: readonly Plain[] };

/** Pairs as JSON below `indent`, without what separates them from their neighbours. */
export function jsonMembers(content: Content, style: Style, indent: string): string {
  const members =
    content.kind === 'pairs'
      ? Object.entries(content.pairs).map(([key, value]) => jsonPair(key, value, style, indent))
      : content.items.map((item) => renderJson(item, style, indent));
  return members.join(`,${style.newline}${indent}`);
}

/** The whole of a content as one JSON value. */
export function jsonValue(content: Content, style: Style, indent: string): string {
  return renderJson(content.kind === 'pairs' ? content.pairs : content.items, style, indent);
}

/** The lines of a content in YAML; all but the first stand below `column`. */
export function yamlLines(content: Content, style: Style, column: string): string {
  const lines =
    content.kind === 'pairs'
      ? Object.entries(content.pairs).map(([key, value]) => blockPair(key, value, style, column))
      : content.items.map((item) => blockItem(item, style, column));
  return lines.join(style.newline + column);
}

/** Items in YAML of which the first is on the line of a dash that is there: its pairs at `column`, others at `dash`. */
export function yamlItems(items: readonly Plain[], style: Style, dash: string, column: string): string {
  const [first, ...others] = items;
  const pairs = first !== undefined && isPlainMap(first) ? first : {};
  const rest = others.map((item) => style.newline + dash + blockItem(item, style, dash));
  return yamlLines({ kind: 'pairs', pairs }, style, column) + rest.join('');
}
