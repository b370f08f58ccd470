import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { includes, pageAction } from './codeActions';
import type { ShownFaults } from './diagnostics';
import { touch } from './positions';
import type { WorkspaceEdits } from './workspaceEdits';

/** Offers what can be done about the faults of a settings file at a place. */
export function settingsActions(
  { range, context }: CodeActionParams,
  { document: { path, text }, shown }: ShownFaults,
  edits: WorkspaceEdits,
): CodeAction[] {
  if (context.only && !context.only.some((kind) => includes(kind, CodeActionKind.QuickFix))) return [];
  const here = shown.filter(({ diagnostic }) => touch(diagnostic.range, range));
  const actions = here.flatMap(({ fault: { fixes }, diagnostic }) =>
    fixes.flatMap(({ title, edits: changes }, i): CodeAction[] => {
      const edit = edits.ofSettings({ path, text, exists: true }, changes);
      const preferred = i === 0 && { isPreferred: true };
      return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...preferred, edit }] : [];
    }),
  );
  const reports = new Set(here.flatMap(({ fault: { report } }) => report ?? []));
  return [...actions, ...[...reports].map(pageAction)];
}
