import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../engine/check';
import type { Files } from '../workspace/files';
import { newSettingsFile } from '../workspace/newSettingsFile';
import { nameOf, settingsFileName } from '../workspace/paths';
import { type Loaded, Workspace } from '../workspace/workspace';
import { Checks } from './checks';
import { type ActionSubject, CodeActions, type FixAllData } from './codeActions';
import { Completions, completionTriggers } from './completion';
import { type ShownFaults, shownFaults, shownIn } from './diagnostics';
import { answering, guarded, type Log } from './handlers';
import { hoverAt } from './hover';
import type { SettingsRead } from './lane';
import { OpenDocuments, pathOf } from './openDocuments';
import { readOpenSettings } from './openSettings';
import { Positions } from './positions';
import { fixAllKind, type InitializationOptions, newSettingsFileMethod, rulesMethod } from './protocol';
import { Publisher } from './publisher';
import { ruleList } from './ruleList';
import { legend, PolicyColours } from './semanticTokens';
import { EditorSettings } from './settings';
import { settingsActions } from './settingsActions';
import { clientFiles, noFiles } from './uriFiles';
import { watchFiles } from './watchedFiles';
import { WorkspaceEdits } from './workspaceEdits';

/** What a server runs on. */
export interface Environment {
  /** The files of the workspace, whose paths are URIs; `ofClient` are those that the editor reads for the server. */
  files(ofClient: Files): Files;
  /** The engine's check, unless a test brings a slower one. */
  readonly check?: typeof check;
}

/** Makes a language server of a connection and starts to listen. */
export function startServer(connection: Connection, environment: Environment): void {
  connection.onInitialize((params) => {
    const server = new Server(connection, environment, params);
    connection.onInitialized(() => server.start());
    connection.onShutdown(() => server.stop());
    return capabilities;
  });
  connection.listen();
}

const capabilities: InitializeResult = {
  serverInfo: { name: 'data-protection' },
  capabilities: {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    semanticTokensProvider: { legend, full: true, range: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: true,
    },
  },
};

const unchanged = (action: CodeAction) => action;

/** Wires the features to a connection. */
class Server {
  private readonly log: Log = (message) => this.connection.console.info(message);
  private readonly open = new OpenDocuments();
  private readonly workspace: Workspace;
  private readonly settings: EditorSettings;
  private readonly publisher: Publisher;
  private readonly checks: Checks;
  private readonly edits: WorkspaceEdits;
  private readonly actions: CodeActions;
  private readonly completions: Completions;
  private readonly colours: PolicyColours;
  private begin: () => void = () => {};

  constructor(
    private readonly connection: Connection,
    private readonly environment: Environment,
    private readonly params: InitializeParams,
  ) {
    const { readsFiles } = (params.initializationOptions ?? {}) as InitializationOptions;
    this.workspace = new Workspace(environment.files(readsFiles ? clientFiles(connection) : noFiles), this.log);
    this.settings = new EditorSettings(connection, this.workspace, params, this.log);
    this.publisher = new Publisher(connection, this.open, this.log);
    this.checks = new Checks({
      ready: new Promise((resolve) => {
        this.begin = resolve;
      }),
      load: (path, isDropped) => this.load(path, isDropped),
      check: this.environment.check ?? check,
      isOpen: (path) => this.open.has(path),
      publish: (path, outcome) => {
        this.publisher.publish(path, outcome);
        this.colours.follow(path, outcome);
      },
      log: this.log,
    });
    const canRefresh = params.capabilities.workspace?.semanticTokens?.refreshSupport ?? false;
    this.colours = new PolicyColours(connection, this.open, this.checks, canRefresh, this.log);
    this.edits = new WorkspaceEdits(this.open, params.capabilities);
    const resolvable = params.capabilities.textDocument?.codeAction?.resolveSupport?.properties ?? [];
    this.actions = new CodeActions(this.edits, resolvable.includes('edit'));
    this.completions = new Completions(this.open, params.capabilities);
    this.followDocuments();
    this.answerRequests();
  }

  /** Asks the client for what it tells only after the start, then lets checks begin. */
  async start(): Promise<void> {
    watchFiles(this.connection, this.workspace, this.params, (paths) => this.checkAgain(paths), this.log);
    await this.settings.start(() => this.checkAgain(this.open.paths()));
    this.begin();
  }

  /** Ends all work. */
  stop(): void {
    this.checks.dispose();
  }

  private followDocuments(): void {
    const documents = new TextDocuments(TextDocument);
    documents.onDidChangeContent(
      guarded(this.log, 'textDocument/didChange', ({ document }) => {
        const { path, text } = this.open.set(document);
        this.workspace.setDocument(path, text);
        this.checkAgain(this.workspace.affected(path));
      }),
    );
    documents.onDidClose(
      guarded(this.log, 'textDocument/didClose', ({ document }) => {
        const path = pathOf(document.uri);
        this.open.delete(path);
        this.checks.forget(path);
        this.publisher.clear(path, document.uri);
        this.colours.forget(path);
        this.workspace.removeDocument(path);
        this.checkAgain(this.workspace.affected(path));
      }),
    );
    documents.listen(this.connection);
  }

  private checkAgain(paths: Iterable<string>): void {
    for (const path of paths) this.checks.request(path);
  }

  /** Settings files are read as such; everything else goes to the workspace. */
  private async load(path: string, isDropped: () => boolean): Promise<Loaded | SettingsRead> {
    const document = nameOf(path) === settingsFileName ? this.open.get(path) : undefined;
    if (!document) return this.workspace.load(path);
    const { workspace, log } = this;
    return readOpenSettings(document, { workspace, check: this.environment.check ?? check, log }, isDropped);
  }

  private answerRequests(): void {
    const { connection, log } = this;
    connection.onRequest(rulesMethod, ruleList);
    connection.onRequest(newSettingsFileMethod, newSettingsFile);
    connection.onHover(
      answering(
        log,
        'textDocument/hover',
        () => null,
        async ({ textDocument, position }) => {
          const subject = await this.subject(textDocument.uri);
          if (!subject) return null;
          const path = pathOf(textDocument.uri);
          return hoverAt(position, { ...subject, path, positions: new Positions(this.open) }) ?? null;
        },
      ),
    );
    connection.onRequest(
      SemanticTokensRequest.type,
      answering(
        log,
        SemanticTokensRequest.method,
        () => null,
        ({ textDocument }) => this.colours.full(textDocument.uri),
      ),
    );
    connection.onRequest(
      SemanticTokensRangeRequest.type,
      answering(
        log,
        SemanticTokensRangeRequest.method,
        () => null,
        ({ textDocument, range }) => this.colours.range(textDocument.uri, range),
      ),
    );
    connection.onCompletion(
      answering(
        log,
        'textDocument/completion',
        () => null,
        async (params) => {
          const document = this.open.get(pathOf(params.textDocument.uri));
          const isExcluded = document && (await this.workspace.exclusionOf(document.path)) !== undefined;
          return document && !isExcluded ? this.completions.offer(document, params) : null;
        },
      ),
    );
    connection.onCodeAction(
      answering(
        log,
        'textDocument/codeAction',
        () => [],
        async (params) => {
          const path = pathOf(params.textDocument.uri);
          const faults = await this.settingsFaults(path);
          if (faults) return settingsActions(params, faults, this.edits);
          const subject = await this.subject(params.textDocument.uri);
          if (!subject) return [];
          const settingsFile = await this.workspace.settingsFileOf(path);
          return this.actions.offer(params, { ...subject, path, positions: new Positions(this.open), settingsFile });
        },
      ),
    );
    connection.onCodeActionResolve(
      answering(log, 'codeAction/resolve', unchanged, async (action) => {
        const data = action.data as FixAllData | undefined;
        const subject = data && (await this.subject(data.uri));
        return subject ? this.actions.resolve(action, data, subject) : action;
      }),
    );
  }

  /** What is wrong in an open settings file; `undefined` of any other document. */
  private async settingsFaults(path: string): Promise<ShownFaults | undefined> {
    const outcome = await this.checks.latest(path);
    const document = this.open.get(path);
    return outcome?.kind === 'settings' && document ? shownFaults(document, outcome.faults, this.open) : undefined;
  }

  /** What the newest text of a document came to; `undefined` where it is not checked. */
  private async subject(uri: string): Promise<ActionSubject | undefined> {
    const path = pathOf(uri);
    const outcome = await this.checks.latest(path);
    if (outcome?.kind !== 'checked') return undefined;
    const { checked, settings } = outcome;
    return { checked, settings, shown: shownIn(path, checked, this.open) };
  }
}
