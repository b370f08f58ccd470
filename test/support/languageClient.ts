// The client's half of the Language Server Protocol, of which a fake editor is made.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import picomatch from 'picomatch';
import {
  type ClientCapabilities,
  type Diagnostic,
  FileChangeType,
  type InitializeResult,
  type PublishDiagnosticsParams,
  type RegistrationParams,
} from 'vscode-languageserver/node';
import { type StatusParams, section, statusMethod } from '../../server/src/lsp/protocol';
import type { ServerHost } from './serverHosts';

const patienceMilliseconds = 20_000;

/** Answers what a server asks, keeps what it says, and waits for more. Files go by their path in the workspace. */
export class LanguageClient {
  /** Everything the server has published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** How often the server asked to be asked for semantic tokens again. */
  tokenRefreshes = 0;
  /** The lines of the server's log. */
  readonly log: string[] = [];
  protected readonly statuses = new Map<string, StatusParams>();
  private readonly watched: string[] = [];
  private waiting: (() => void)[] = [];

  protected constructor(
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

  /** Gives the editor other settings, and tells the server as far as it does not ask. */
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

  /** Shakes hands with the server, as an editor does first. */
  protected async initialize(): Promise<void> {
    this.initialized = await this.request<InitializeResult>('initialize', {
      processId: null,
      rootUri: this.transport.root,
      capabilities: this.capabilities,
    });
    this.notify('initialized', {});
    if (!this.capabilities.workspace?.configuration && this.settings) this.changeSettings(this.settings);
  }

  /** The path of a document as the server calls it. */
  protected pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.transport.root.length + 1));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
