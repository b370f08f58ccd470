import { type ExtensionContext, window } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, selectorOf } from './clientOptions';
import { registerCommands } from './commands';
import { answerFileRequests } from './fileRequests';
import { whenOneIsOurs } from './sniffing';
import { showStatus } from './status';

let client: LanguageClient | undefined;

/** Called by VS Code. The server is not started before there is something to check. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Data Protection', { log: true });
  const selector = selectorOf(context);
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const created = new LanguageClient('dataProtection', 'Data Protection', server, clientOptions(selector, log));
  client = created;
  answerFileRequests(created);
  registerCommands(context, created, log);
  const start = () => {
    created.start().catch((error: unknown) => log.error(`The server did not start: ${error}`));
  };
  context.subscriptions.push(log, showStatus(created), whenOneIsOurs(selector, start));
}

/** Called by VS Code. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
