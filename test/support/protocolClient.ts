// A fake editor: speaks the Language Server Protocol as VS Code does, without a window.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import picomatch from 'picomatch';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type CreateFile,
  type Diagnostic,
  FileChangeType,
  type Hover,
  type InitializeResult,
  InsertTextMode,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { check } from '../../server/src/engine/check';
import { type StatusParams, section, statusMethod } from '../../server/src/lsp/protocol';
import { type Host, inProcess, type ServerHost, spawned } from './serverHosts';

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

const patienceMilliseconds = 20_000;

/** An editor with one workspace. Documents go by their path within it. */
export class FakeEditor {
  /** Everything the server has published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** How often the server asked to be asked for semantic tokens again. */
  tokenRefreshes = 0;
  /** The lines of the server's log. */
  readonly log: string[] = [];
  private readonly documents = new Map<string, TextDocument>();
  private readonly statuses = new Map<string, StatusParams>();
  private readonly watched: string[] = [];
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly transport: ServerHost,
    private readonly capabilities: ClientCapabilities,
    private settings: unknown,
  ) {
    const { connection } = transport;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.wake();
    });
    connection.onNotification(statusMethod, (params: StatusParams) => {
      this.statuses.set(params.uri, params);
      this.wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map((item) => (item.section === section ? this.settings : null)),
    );
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      this.tokenRefreshes++;
      this.wake();
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, registerOptions } of registrations) {
        if (method !== 'workspace/didChangeWatchedFiles') continue;
        this.watched.push(...registerOptions.watchers.map((watcher: { globPattern: string }) => watcher.globPattern));
      }
      this.wake();
    });
    connection.listen();
  }

  /** Starts a server and opens a workspace. */
  static async start(host: Host, options: EditorOptions = {}): Promise<FakeEditor> {
    const { files = {}, settings = {}, capabilities = fullCapabilities, check } = options;
    const transport = host === 'spawned' ? spawned() : inProcess(check);
    for (const [path, text] of Object.entries(files)) transport.write(path, text);
    const editor = new FakeEditor(transport, capabilities, settings);
    await editor.initialize();
    return editor;
  }

  /** What the server said of itself. */
  initialized: InitializeResult | undefined;

  /** The process of a spawned server. */
  get process(): ChildProcess | undefined {
    return this.transport.process;
  }

  /** How the server calls a document. */
  uri(path: string): string {
    return `${this.transport.root}/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** The text of an open document. */
  text(path: string): string {
    return this.document(path).getText();
  }

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

  changeSettings(settings: unknown): void {
    this.settings = settings;
    const pulled = this.capabilities.workspace?.configuration;
    this.notify('workspace/didChangeConfiguration', { settings: pulled ? null : { [section]: settings } });
  }

  /** Changes a file on the disk, `undefined` deletes it, and tells the server if it asked for that. */
  writeFile(path: string, text: string | undefined): void {
    this.transport.write(path, text);
    if (!picomatch.isMatch(path, this.watched, { dot: true })) return;
    const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
    this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type }] });
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

  /** What the server publishes of a document after some work. */
  async publishedAfter(path: string, work: () => void): Promise<PublishDiagnosticsParams> {
    const count = this.published.length;
    const uri = this.uri(path);
    work();
    return this.until(`new diagnostics of ${path}`, () => this.published.slice(count).find((one) => one.uri === uri));
  }

  /**
   * Does some work, and waits until what is published of a document after it is, as `seen` tells it, what is expected.
   * What the server was still working on before may be published first: that is waited out, and is the failure's
   * difference where nothing else comes.
   */
  async showsAfter<T>(
    path: string,
    work: () => void,
    seen: (diagnostics: readonly Diagnostic[]) => T,
    expected: T,
  ): Promise<void> {
    const count = this.published.length;
    const uri = this.uri(path);
    const published = () => this.published.slice(count).filter((one) => one.uri === uri);
    const isExpected = ({ diagnostics }: PublishDiagnosticsParams) => isDeepStrictEqual(seen(diagnostics), expected);
    work();
    try {
      await this.until(`what is expected of ${path}`, () => published().some(isExpected) || undefined);
    } catch (error) {
      const newest = published().at(-1);
      if (newest) assert.deepEqual(seen(newest.diagnostics), expected);
      throw error;
    }
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

  /** Sends a request. */
  request<R>(method: string, params: unknown): Promise<R> {
    return this.transport.connection.sendRequest<R>(method, params);
  }

  /** Sends a notification. */
  notify(method: string, params: unknown): void {
    void this.transport.connection.sendNotification(method, params);
  }

  /** Waits until messages of the server have made something true. */
  async until<T>(what: string, find: () => T | undefined): Promise<T> {
    const deadline = Date.now() + patienceMilliseconds;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`Waited in vain for ${what}. The log: ${this.log.join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Waits until the server has asked to be told of files. */
  async untilWatching(): Promise<void> {
    await this.until('the registration of file watchers', () => this.watched[0]);
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    await this.request('shutdown', undefined);
    if (this.process) this.notify('exit', undefined);
    this.transport.dispose();
  }

  private async initialize(): Promise<void> {
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: this.transport.root,
      capabilities: this.capabilities,
    });
    this.notify('initialized', {});
    if (!this.capabilities.workspace?.configuration && this.settings) this.changeSettings(this.settings);
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

  private pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.transport.root.length + 1));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function isBeforeOrAt(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
