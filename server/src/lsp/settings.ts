import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
import type { SettingProblem } from '../engine/settings';
import type { Workspace } from '../workspace/workspace';
import { describe, guarded, type Log, register } from './handlers';
import { section } from './protocol';

/** Keeps the workspace's settings the same as the editor's: pulled where the client can be asked, else as it pushes them. */
export class EditorSettings {
  private readonly pulls: boolean;
  private readonly registers: boolean;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    { capabilities }: InitializeParams,
    private readonly log: Log,
  ) {
    this.pulls = capabilities.workspace?.configuration === true;
    this.registers = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  /** Reads the settings and calls `changed` whenever they may be others. */
  async start(changed: () => void): Promise<void> {
    this.connection.onDidChangeConfiguration(
      guarded(this.log, 'workspace/didChangeConfiguration', async ({ settings }) => {
        if (this.pulls) await this.pull();
        else this.take(settings?.[section]);
        changed();
      }),
    );
    if (this.registers) register(this.connection, DidChangeConfigurationNotification.type, { section }, this.log);
    if (this.pulls) await this.pull();
  }

  private async pull(): Promise<void> {
    try {
      this.take(await this.connection.workspace.getConfiguration(section));
    } catch (error) {
      this.log(`workspace/configuration: ${describe(error)}`);
    }
  }

  private take(raw: unknown): void {
    for (const problem of this.workspace.setEditorSettings(raw ?? {})) this.log(told(section, problem));
  }
}

/** A problem with a setting in one line. */
export function told(source: string, { place, message }: SettingProblem): string {
  return `${[source, ...place].join(': ')}: ${message}`;
}
