import type { Connection, Diagnostic } from 'vscode-languageserver';
import { lineNumberAt } from '../syntax/ranges';
import { shownFaults, shownIn } from './diagnostics';
import type { Log } from './handlers';
import type { Outcome } from './lane';
import type { OpenDocument, OpenDocuments } from './openDocuments';
import { type StatusParams, statusMethod } from './protocol';
import { told } from './settings';

/** Tells the editor what came of checks. */
export class Publisher {
  /** Documents the editor may show diagnostics of. */
  private readonly published = new Set<string>();
  /** What the log has said, so that it says it once and not at every change. */
  private readonly said = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly open: OpenDocuments,
    private readonly log: Log,
  ) {}

  /** Replaces a document's diagnostics by those of its newest text. */
  publish(path: string, outcome: Outcome): void {
    const document = this.open.get(path);
    if (!document) return;
    const { uri, version } = document;
    const diagnostics = this.diagnosticsOf(document, outcome);
    // What is none of ours is left alone, unless it was ours a moment ago.
    if (outcome.kind !== 'foreign' || this.published.delete(path)) {
      if (outcome.kind !== 'foreign') this.published.add(path);
      void this.connection.sendDiagnostics({ uri, version, diagnostics });
    }
    void this.connection.sendNotification(statusMethod, statusOf(document, outcome, diagnostics.length));
    this.say(path, noteOf(uri, outcome));
  }

  /** A document was closed: nothing is shown of it any more. */
  clear(path: string, uri: string): void {
    this.said.delete(path);
    if (this.published.delete(path)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private diagnosticsOf(document: OpenDocument, outcome: Outcome): Diagnostic[] {
    switch (outcome.kind) {
      case 'checked':
        return shownIn(document.path, outcome.checked, this.open).map(({ diagnostic }) => diagnostic);
      case 'settings':
        return shownFaults(document, outcome.faults, this.open).shown.map(({ diagnostic }) => diagnostic);
      default:
        return [];
    }
  }

  private say(path: string, note: string): void {
    if (note && note !== this.said.get(path)) this.log(note);
    this.said.set(path, note);
  }
}

function statusOf({ uri, path }: OpenDocument, outcome: Outcome, findings: number): StatusParams {
  switch (outcome.kind) {
    case 'checked': {
      const { format, documents } = outcome.checked.unit;
      const document = documents.find((one) => one.path === path);
      const [problem] = document?.problems ?? [];
      const syntaxErrorLine = document && problem && lineNumberAt(document.text, problem.start);
      return { uri, state: 'checked', format, findings, ...(syntaxErrorLine && { syntaxErrorLine }) };
    }
    case 'skipped': {
      const { kind, ...why } = outcome;
      return { uri, state: kind, ...why };
    }
    case 'settings':
      return { uri, state: 'settings', findings };
    case 'foreign':
      return { uri, state: 'foreign' };
  }
}

/** What the log should say of an outcome; empty where there is nothing to say. */
function noteOf(uri: string, outcome: Outcome): string {
  if (outcome.kind === 'skipped') return `${uri} is not checked: ${outcome.reason}`;
  if (outcome.kind !== 'checked') return '';
  return outcome.settingsProblems.map(({ path, problem }) => told(path, problem)).join('\n');
}
