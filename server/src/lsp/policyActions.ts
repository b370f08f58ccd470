import { type CodeAction, CodeActionKind, type Position } from 'vscode-languageserver';
import { rewritesAt } from '../engine/policyHelp/rewrites';
import type { OfferSubject } from './codeActions';
import type { WorkspaceEdits } from './workspaceEdits';

/** What can be made of the policy at a position, though nothing asks for it. */
export function policyRewrites(
  position: Position,
  { checked, path, positions }: Pick<OfferSubject, 'checked' | 'path' | 'positions'>,
  edits: WorkspaceEdits,
): CodeAction[] {
  const document = checked.unit.documents.find((one) => one.path === path);
  if (!document) return [];
  return rewritesAt(checked, path, positions.offsetAt(document, position)).map((rewrite) => ({
    title: rewrite.title,
    kind: CodeActionKind.RefactorRewrite,
    edit: edits.of(checked.unit, rewrite.edits),
  }));
}
