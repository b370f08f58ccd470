// A fake editor: speaks the Language Server Protocol as VS Code does, without a window.
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type CreateFile,
  type Diagnostic,
  type Hover,
  InsertTextMode,
  type Position,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { check } from '../../server/src/engine/check';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { LanguageClient } from './languageClient';
import { type Host, inProcess, spawned } from './serverHosts';

/** What a fake editor starts with. */
export interface EditorOptions {
  /** What is on the disk, by path within the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** The section `dataProtection` of the editor's settings. */
  readonly settings?: unknown;
  /** What the editor can do; what VS Code can unless given. */
  readonly capabilities?: ClientCapabilities;
  /** Another check for a server in process. */
  readonly check?: typeof check;
}

/** What VS Code can, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
      },
    },
  },
};

/** An editor with one workspace. Documents go by their path within it. */
export class FakeEditor extends LanguageClient {
  private readonly documents = new Map<string, TextDocument>();

  /** Starts a server and opens a workspace. */
  static async start(host: Host, options: EditorOptions = {}): Promise<FakeEditor> {
    const { files = {}, settings = {}, capabilities = fullCapabilities, check } = options;
    const transport = host === 'spawned' ? spawned() : inProcess(check);
    for (const [path, text] of Object.entries(files)) transport.write(path, text);
    const editor = new FakeEditor(transport, capabilities, settings);
    await editor.initialize();
    return editor;
  }

  /** The text of an open document. */
  text(path: string): string {
    return this.document(path).getText();
  }

  /** Opens a document with a text. */
  open(path: string, text: string, languageId = 'yaml'): void {
    const document = TextDocument.create(this.uri(path), languageId, 1, text);
    this.documents.set(path, document);
    this.statuses.delete(document.uri);
    this.notify('textDocument/didOpen', { textDocument: { uri: document.uri, languageId, version: 1, text } });
  }

  /** Gives a document another text; what is sent is the stretch that differs. */
  change(path: string, text: string): void {
    const document = this.document(path);
    const old = document.getText();
    const shorter = Math.min(old.length, text.length);
    let start = 0;
    while (start < shorter && old[start] === text[start]) start++;
    let same = 0;
    while (same < shorter - start && old.at(-1 - same) === text.at(-1 - same)) same++;
    const range = { start: document.positionAt(start), end: document.positionAt(old.length - same) };
    this.edit(path, [{ range, newText: text.slice(start, text.length - same) }]);
  }

  /** Closes a document. */
  close(path: string): void {
    const { uri } = this.document(path);
    this.documents.delete(path);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Renames an open document as editors do: it is closed and opened under the new name. */
  rename(path: string, newPath: string): void {
    const { languageId } = this.document(path);
    const text = this.text(path);
    this.close(path);
    this.open(newPath, text, languageId);
  }

  /** The diagnostics of a document's newest text, once they have come. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const { uri, version } = this.document(path);
    const find = () => this.published.findLast((one) => one.uri === uri && one.version === version);
    return (await this.until(`diagnostics of ${path}`, find)).diagnostics;
  }

  /** What the server says of a document since it was opened or changed. */
  status(path: string): Promise<StatusParams> {
    const { uri } = this.document(path);
    return this.until(`the status of ${path}`, () => this.statuses.get(uri));
  }

  /** The actions at a place, with the diagnostics that stand there, as the lightbulb asks for them. */
  async codeActions(path: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const { uri } = this.document(path);
    const all = this.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];
    const diagnostics = all.filter(
      (one) => isBeforeOrAt(one.range.start, range.end) && isBeforeOrAt(range.start, one.range.end),
    );
    const context = { diagnostics, triggerKind: CodeActionTriggerKind.Invoked, ...(only && { only }) };
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** The hover at a position. */
  hover(path: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri: this.document(path).uri }, position });
  }

  /** The completions at a position. */
  async completions(
    path: string,
    position: Position,
    context?: CompletionParams['context'],
  ): Promise<readonly CompletionItem[]> {
    return (await this.completionList(path, position, context)).items;
  }

  /** The completions at a position, and whether there are more. */
  async completionList(
    path: string,
    position: Position,
    context?: CompletionParams['context'],
  ): Promise<CompletionList> {
    const { uri } = this.document(path);
    const list = await this.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position,
      context,
    });
    return list ?? { items: [], isIncomplete: false };
  }

  /** Applies an action, asking for its edit first where it came without. */
  async apply(action: CodeAction): Promise<void> {
    const { edit } = action.edit ? action : await this.request<CodeAction>('codeAction/resolve', action);
    if (!edit) throw new Error(`"${action.title}" has no edit`);
    for (const change of (edit.documentChanges ?? []) as (TextDocumentEdit | CreateFile)[]) {
      if ('kind' in change) {
        this.open(this.pathOf(change.uri), '');
        continue;
      }
      const path = this.pathOf(change.textDocument.uri);
      const { version } = change.textDocument;
      const current = this.document(path).version;
      if (version !== null && version !== current)
        throw new Error(`"${action.title}" edits version ${version} of ${path}, which is at ${current}`);
      this.edit(path, change.edits as TextEdit[]);
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) this.edit(this.pathOf(uri), edits);
  }

  private edit(path: string, edits: readonly TextEdit[]): void {
    const document = this.document(path);
    const { uri, version } = document;
    // The last edit first, so that the ranges of the others still hold when the server applies them in turn.
    const sorted = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const contentChanges = sorted.map(({ range, newText }) => ({ range, text: newText }));
    const text = TextDocument.applyEdits(document, [...edits]);
    this.documents.set(path, TextDocument.create(uri, document.languageId, version + 1, text));
    this.statuses.delete(uri);
    this.notify('textDocument/didChange', { textDocument: { uri, version: version + 1 }, contentChanges });
  }

  private document(path: string): TextDocument {
    const document = this.documents.get(path);
    if (!document) throw new Error(`${path} is not open`);
    return document;
  }
}

function isBeforeOrAt(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
