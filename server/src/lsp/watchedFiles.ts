import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import { settingsFileName } from '../workspace/paths';
import type { Workspace } from '../workspace/workspace';
import { guarded, type Log, register } from './handlers';
import { pathOf } from './openDocuments';

/**
 * Files that are read without being open: settings, the files of Terraform modules and their values, templates that
 * others nest, and what describes a cloud assembly.
 */
const patterns = [`**/${settingsFileName}`, '**/*.{tf,tofu,tfvars,tftpl,tpl}', '**/*.{json,yaml,yml,template}'];

/** Follows the files on the disk that open documents are checked with; `changed` is called with the documents' paths. */
export function watchFiles(
  connection: Connection,
  workspace: Workspace,
  { capabilities }: InitializeParams,
  changed: (paths: Iterable<string>) => void,
  log: Log,
): void {
  connection.onDidChangeWatchedFiles(
    guarded(log, 'workspace/didChangeWatchedFiles', ({ changes }) => {
      const paths = changes.map(({ uri }) => pathOf(uri));
      for (const path of paths) workspace.fileChanged(path);
      changed(new Set(paths.flatMap((path) => workspace.affected(path))));
    }),
  );
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = patterns.map((globPattern) => ({ globPattern }));
  register(connection, DidChangeWatchedFilesNotification.type, { watchers }, log);
}
