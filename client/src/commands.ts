import { commands, type ExtensionContext, env, type LogOutputChannel, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { copySuppressionCommand, openRuleCommand, section } from '../../server/src/lsp/protocol';
import { pickRule } from './rulePicker';
import { createSettingsFile } from './settingsFile';

/** Registers the commands of the extension. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient, log: LogOutputChannel): void {
  const register = (command: string, action: (argument: unknown) => unknown) =>
    context.subscriptions.push(commands.registerCommand(command, action));

  const showPage = (rule: unknown) => {
    // The pages are packaged; an id is never a path out of their folder.
    if (typeof rule !== 'string' || !/^[a-z\d-]+$/.test(rule)) return undefined;
    return commands.executeCommand(
      'markdown.showPreview',
      Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`),
    );
  };

  register(openRuleCommand, showPage);
  register(copySuppressionCommand, async (line) => {
    if (typeof line !== 'string') return;
    await env.clipboard.writeText(line);
    window.setStatusBarMessage('Copied. Paste it below the construct, and say why.', 5000);
  });
  register(`${section}.restartServer`, async () => {
    // One that hangs does not stop in time. The client lets go of it all the same, and starts another.
    await client.stop().catch((error: unknown) => log.warn(`The server did not stop by itself: ${error}`));
    await client.start();
  });
  register(`${section}.showLog`, () => log.show());
  register(`${section}.showRules`, () => pickRule(client, showPage));
  register(`${section}.createConfiguration`, () => createSettingsFile(client));
}
