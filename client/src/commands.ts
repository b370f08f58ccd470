import { commands, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openRuleCommand, section } from '../../server/src/lsp/protocol';

/** Registers the commands of the extension. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient, log: LogOutputChannel): void {
  const register = (command: string, action: (argument: unknown) => unknown) =>
    context.subscriptions.push(commands.registerCommand(command, action));

  register(openRuleCommand, (rule) => {
    // The pages are packaged; an id is never a path out of their folder.
    if (typeof rule !== 'string' || !/^[a-z\d-]+$/.test(rule)) return undefined;
    return commands.executeCommand(
      'markdown.showPreview',
      Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`),
    );
  });
  register(`${section}.restartServer`, async () => {
    await client.stop();
    await client.start();
  });
  register(`${section}.showLog`, () => log.show());
}
