// What the tests inside the extension host do with documents, and wait for. Nothing here sleeps.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { source } from '../../../server/src/lsp/protocol';

const PATIENCE_MS = 20_000;

/** Where a path within the open folder is. */
export function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a document and shows it, as a click in the explorer would. */
export async function show(target: string | { language: string; content: string }): Promise<TextDocument> {
  const document = await (typeof target === 'string'
    ? workspace.openTextDocument(uriOf(target))
    : workspace.openTextDocument(target));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** The diagnostics of ours that a document has now. */
export function diagnosticsOf({ uri }: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === source);
}

/** The rule of a diagnostic. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the diagnostics of a document are as wanted. */
export async function diagnosticsUntil(
  document: TextDocument,
  what: string,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const isSo = () => wanted(diagnosticsOf(document));
  await until(isSo, () => `${what} in ${document.uri.path}, which has ${diagnosticsOf(document).map(ruleOf)}`);
  return diagnosticsOf(document);
}

/** Waits until a rule has so many diagnostics in a document. */
export async function ruleUntil(document: TextDocument, rule: string, count: number): Promise<void> {
  await diagnosticsUntil(
    document,
    `${count} of ${rule}`,
    (diagnostics) => diagnostics.filter((one) => ruleOf(one) === rule).length === count,
  );
}

/** Waits until something is so that only diagnostics can tell. */
function until(isSo: () => boolean, describe: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      listener.dispose();
      settled();
    };
    const timer = setTimeout(
      () => settle(() => reject(new Error(`Waited ${PATIENCE_MS / 1000} s for ${describe()}.`))),
      PATIENCE_MS,
    );
    const look = () => isSo() && settle(resolve);
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** The quick fixes at a range, whole: as they are when one of them is chosen. */
export function quickFixesAt({ uri }: TextDocument, range: Range): Thenable<CodeAction[]> {
  const all = 100;
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, CodeActionKind.QuickFix.value, all);
}

/** The markdown of the hovers at a position. */
export async function hoverAt({ uri }: TextDocument, position: Position): Promise<string> {
  const hovers: Hover[] = await commands.executeCommand('vscode.executeHoverProvider', uri, position);
  const texts = hovers.flatMap(({ contents }) => contents);
  return texts.map((text) => (text instanceof MarkdownString ? text.value : String(text))).join('\n\n');
}

/** Makes the edit of a code action, as choosing it would. */
export async function apply({ title, edit }: CodeAction): Promise<void> {
  assert.ok(edit, `"${title}" has no edit`);
  assert.ok(await workspace.applyEdit(edit), `the edit of "${title}" was refused`);
}

/** Replaces a stretch of a document. */
export async function change({ uri }: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  assert.ok(await workspace.applyEdit(edit), 'the edit was refused');
}

/** Replaces all text of a document. */
export function rewrite(document: TextDocument, text: string): Promise<void> {
  return change(document, new Range(0, 0, document.lineCount, 0), text);
}

/** Takes back the last edit of the document that is shown. */
export async function undo(): Promise<void> {
  await commands.executeCommand('undo');
}
