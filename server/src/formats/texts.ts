import type { Resource, TextPlace, TextRole } from '../model/resource';
import { contentOf } from '../syntax/embedded';
import { originWithin, type ScalarNode, type SyntaxNode } from '../syntax/node';

/** What texts under a node are, by the key they stand under; `resource` is the one they belong to. */
export interface TextContext {
  readonly role: TextRole;
  readonly key?: string;
  readonly resource?: Resource;
}

/** All scalars below a node, as places for the rules on free text. */
export function* textsBelow(node: SyntaxNode, context: TextContext): Generator<TextPlace> {
  if (node.kind === 'scalar') {
    if (node.text) yield textPlace(node, context);
  } else if (node.kind === 'list') {
    for (const item of node.items) yield* textsBelow(item, context);
  } else if (node.kind === 'map') {
    for (const { key, value } of node.pairs) yield* textsBelow(value, textContext(key.text, context));
  }
}

/** What texts under a key are. */
export function textContext(key: string, outer: TextContext): TextContext {
  return { ...outer, key, role: roleOf(key, outer) };
}

function textPlace(node: ScalarNode, context: TextContext): TextPlace {
  return { ...context, text: contentOf(node), within: (start, end) => originWithin(node, start, end) };
}

/** Tags stay tags all the way down; a key says of its own value whether it names or describes something. */
function roleOf(key: string, outer: TextContext): TextRole {
  if (outer.role === 'tag' || /^tags(_all)?$/i.test(key)) return 'tag';
  if (/^(name|.*[a-z]Name|.*_name|name_prefix|alias)$/.test(key) || key === 'Name') return 'name';
  return /^(description|comment)$/i.test(key) ? 'description' : 'other';
}
