import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { newSettingsFileMethod } from '../../server/src/lsp/protocol';
import { settingsFileName } from '../../server/src/workspace/paths';

/** Makes a settings file at the root of the workspace that says what can be set, and shows it. One that exists is only shown. */
export async function createSettingsFile(client: BaseLanguageClient): Promise<void> {
  const { workspaceFolders = [] } = workspace;
  const folder = workspaceFolders.length > 1 ? await window.showWorkspaceFolderPick() : workspaceFolders[0];
  if (!folder) {
    if (workspaceFolders.length === 0) window.showInformationMessage('Open a folder first: its settings stand in it.');
    return;
  }
  const uri = Uri.joinPath(folder.uri, settingsFileName);
  const contents = new TextEncoder().encode(await client.sendRequest<string>(newSettingsFileMethod));
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents });
  await workspace.applyEdit(edit);
  await window.showTextDocument(uri);
}
