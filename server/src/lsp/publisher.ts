import type { Connection } from 'vscode-languageserver';
import { shownIn } from './diagnostics';
import type { Log } from './handlers';
import type { Outcome } from './lane';
import type { OpenDocuments } from './openDocuments';
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
    const diagnostics =
      outcome.kind === 'checked' ? shownIn(path, outcome.checked, this.open).map(({ diagnostic }) => diagnostic) : [];
    // What is none of ours is left alone, unless it was ours a moment ago.
    if (outcome.kind !== 'foreign' || this.published.delete(path)) {
      if (outcome.kind !== 'foreign') this.published.add(path);
      void this.connection.sendDiagnostics({ uri, version, diagnostics });
    }
    void this.connection.sendNotification(statusMethod, statusOf(uri, outcome, diagnostics.length));
    this.say(path, noteOf(uri, outcome));
  }

  /** A document was closed: nothing is shown of it any more. */
  clear(path: string, uri: string): void {
    this.said.delete(path);
    if (this.published.delete(path)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private say(path: string, note: string): void {
    if (note && note !== this.said.get(path)) this.log(note);
    this.said.set(path, note);
  }
}

function statusOf(uri: string, outcome: Outcome, findings: number): StatusParams {
  switch (outcome.kind) {
    case 'checked':
      return { uri, state: 'checked', format: outcome.checked.unit.format, findings };
    case 'skipped':
      return { uri, state: 'skipped', ...(outcome.format && { format: outcome.format }), reason: outcome.reason };
    case 'foreign':
      return { uri, state: 'foreign' };
  }
}

/** What the log should say of an outcome; empty where there is nothing to say. */
function noteOf(uri: string, outcome: Outcome): string {
  if (outcome.kind === 'skipped') return `${uri} is not checked: ${outcome.reason}`;
  if (outcome.kind === 'foreign') return '';
  return outcome.settingsProblems.map(({ path, problem }) => told(path, problem)).join('\n');
}
