import type { Origin } from '../model/origin';
import type { Resource, TextPlace, TextRole } from '../model/resource';
import { contentOf } from '../syntax/embedded';
import { originWithin, ScalarNode, type SyntaxDocument, type SyntaxNode } from '../syntax/node';

/** What texts under a node are, by the key they stand under; `resource` is the one they belong to. */
export interface TextContext {
  readonly role: TextRole;
  readonly key?: string;
  readonly resource?: Resource;
}

/** All scalars below a node, as places for the rules on free text. */
export function* textsBelow(root: SyntaxNode, outer: TextContext): Generator<TextPlace> {
  const waiting = [{ node: root, context: outer }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, context } = next;
    if (node.kind === 'scalar') {
      if (node.text) yield new ScalarText(node, context);
    } else if (node.kind === 'list') {
      waiting.push(...node.items.map((item) => ({ node: item, context })).reverse());
    } else if (node.kind === 'map') {
      waiting.push(
        ...node.pairs.map(({ key, value }) => ({ node: value, context: textContext(key.text, context) })).reverse(),
      );
    }
  }
}

/** A comment that may hold an address: only then is it worth to look for the comments. */
const commentWithAddress = /(?:#|\/\/|\/\*)[^\n]*:\/\/[^\n]*@/;

/** The comments of a document in which an address may stand, as places for the rules on free text. */
export function* commentTexts(document: SyntaxDocument): Generator<TextPlace> {
  if (!commentWithAddress.test(document.text)) return;
  for (const { start, end } of document.comments) {
    const content = document.text.slice(start, end);
    const node = new ScalarNode({ source: document, offset: 0 }, start, end - start, 'plain', content);
    yield new ScalarText(node, { role: 'other' });
  }
}

/** What texts under a key are. */
export function textContext(key: string, outer: TextContext): TextContext {
  return { role: roleOf(key, outer), key, resource: outer.resource };
}

/** A scalar as rules on free text see it. What only a rule that objects needs is made on demand. */
class ScalarText implements TextPlace {
  readonly role: TextRole;
  readonly key?: string;
  readonly resource?: Resource;

  constructor(
    private readonly node: ScalarNode,
    { role, key, resource }: TextContext,
  ) {
    this.role = role;
    if (key !== undefined) this.key = key;
    if (resource) this.resource = resource;
  }

  get text(): string {
    return contentOf(this.node);
  }

  within(start: number, end: number): Origin {
    return originWithin(this.node, start, end);
  }
}

/** Tags stay tags all the way down; a key says of its own value whether it names or describes something. */
function roleOf(key: string, outer: TextContext): TextRole {
  if (outer.role === 'tag' || /^tags(_all)?$/i.test(key)) return 'tag';
  if (/(?:^[Nn]|[a-z]N|_n)ame$|^(?:name_prefix|alias)$/.test(key)) return 'name';
  return /^(description|comment)$/i.test(key) ? 'description' : 'other';
}
