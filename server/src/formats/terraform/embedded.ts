import { type EmbeddedText, parseEmbedded } from '../../syntax/embedded';
import type { SyntaxNode } from '../../syntax/node';
import { templateHoles } from './values';

/** The JSON document in a string, whose holes the configuration fills in. */
export function embeddedIn(node: SyntaxNode): EmbeddedText | undefined {
  const holes = node.kind === 'scalar' ? templateHoles(node.text) : undefined;
  return holes && node.kind === 'scalar' ? parseEmbedded(node, holes, true) : undefined;
}

/** The JSON document in a string of a plan, where all is filled in already: `${aws:username}` is for IAM to read. */
export function embeddedInPlan(node: SyntaxNode): EmbeddedText | undefined {
  return node.kind === 'scalar' ? parseEmbedded(node, [], false) : undefined;
}
