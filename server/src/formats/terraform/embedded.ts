import type { Value } from '../../model/value';
import { type EmbeddedText, parseEmbedded } from '../../syntax/embedded';
import { placeOf, type SyntaxNode } from '../../syntax/node';
import { lowerValue, scopeOfText, templateHoles } from './values';

/** The JSON document in a string, whose holes the configuration fills in. */
export function embeddedIn(node: SyntaxNode): EmbeddedText | undefined {
  const holes = node.kind === 'scalar' ? templateHoles(node.text) : undefined;
  return holes && node.kind === 'scalar' ? parseEmbedded(node, holes, true) : undefined;
}

/** The JSON document in a string of a plan, where all is filled in already: `${aws:username}` is for IAM to read. */
export function embeddedInPlan(node: SyntaxNode): EmbeddedText | undefined {
  return node.kind === 'scalar' ? parseEmbedded(node, [], false) : undefined;
}

/** What was read of texts: several rules ask for the same document. */
const known = new WeakMap<Value, { readonly content: Value | undefined }>();

/** What the JSON document in a text says, in the scope of the text. */
export function embeddedValue(text: Value, embeddedAt = embeddedIn): Value | undefined {
  const found = known.get(text);
  if (found) return found.content;
  const embedded = embeddedAt(placeOf(text.origin).node);
  const content = embedded && lowerValue(embedded.root, scopeOfText(text));
  known.set(text, { content });
  return content;
}
