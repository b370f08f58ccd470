import type { ListNode, MapNode, Pair, SyntaxNode } from '../node';
import { lineStart } from '../style';
import type { LocalEdit } from '../textEdit';
import { holdsComment } from './surroundings';

/** Takes a pair out of its map. Refuses where a comment would go with it, or where nothing would be left. */
export function removePair(map: MapNode, pair: Pair): LocalEdit[] | undefined {
  const members = map.pairs.map(({ key, value }) => ({ start: key.start, end: Math.max(key.end, value.end) }));
  return remove(map, members, map.pairs.indexOf(pair));
}

/** Takes an item out of its list. Refuses where a comment would go with it, or where nothing would be left. */
export function removeItem(list: ListNode, item: SyntaxNode): LocalEdit[] | undefined {
  return remove(list, list.items, list.items.indexOf(item));
}

/** Takes out all that a map in brackets holds, which leaves an empty one. Refuses where a comment would go with it. */
export function emptyMap(map: MapNode): LocalEdit[] | undefined {
  const [start, end] = [map.start + 1, map.end - 1];
  return map.style === 'block' || holdsComment(map.source, start, end) ? undefined : [{ start, end, text: '' }];
}

/** Takes out a YAML comment: its line where nothing else stands there, else it and the space before it. */
export function removeComment({ source: { text }, start, end }: SyntaxNode): LocalEdit[] {
  const line = lineStart(text, start);
  if (text.slice(line, start).trim() === '') {
    const next = text.indexOf('\n', end);
    return [{ start: line, end: next < 0 ? text.length : next + 1, text: '' }];
  }
  return [{ start: text.slice(0, start).trimEnd().length, end, text: '' }];
}

function remove(
  parent: MapNode | ListNode,
  members: readonly { start: number; end: number }[],
  index: number,
): LocalEdit[] | undefined {
  const member = members[index];
  const next = members[index + 1];
  const previous = members[index - 1];
  if (!member || parent.tag || (!next && !previous)) return undefined;
  const start = next ? member.start : (previous as { end: number }).end;
  const end = next ? next.start : member.end;
  return holdsComment(parent.source, start, end) ? undefined : [{ start, end, text: '' }];
}
