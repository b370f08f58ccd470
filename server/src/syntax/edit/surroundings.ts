import type { SyntaxNode, SyntaxText } from '../node';
import { indentOf } from '../style';

/** The indentation of a node's line in a text of several lines; `undefined` where all stands on one. */
export function lineIndent(node: SyntaxNode, text: string): string | undefined {
  return text.trim().includes('\n') ? indentOf(text, node.start) : undefined;
}

/** Whether a node stands on several lines. */
export function spansLines(node: SyntaxNode): boolean {
  return node.source.text.slice(node.start, node.end).includes('\n');
}

/** Whether a comment of the document stands in a stretch of a text. */
export function holdsComment(source: SyntaxText, start: number, end: number): boolean {
  const comments = source.document === source ? source.document.comments : [];
  return comments.some((comment) => comment.start < end && start < comment.end);
}
