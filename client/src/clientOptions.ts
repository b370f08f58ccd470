import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';

/** Where documents that people work on come from. What Git, a diff or an output shows is a copy of one of them. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** Documents of ours by their name, whatever language the editor takes them for. */
const names = '**/*.{template,tf.json,tofu.json,tfvars}';

const activation = /^onLanguage:(.+)$/;

/** Documents that may be ours, in terms of VS Code and of its language client alike. */
export type Selector = { scheme: string; language?: string; pattern?: string }[];

/** Selects documents in the languages that activate the extension, and those that are ours by name. */
export function selectorOf({ extension }: ExtensionContext): Selector {
  const events: readonly string[] = extension.packageJSON.activationEvents;
  const languages = events.flatMap((event) => activation.exec(event)?.[1] ?? []);
  return schemes.flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    { scheme, pattern: names },
  ]);
}

/** What the language client should do. */
export function clientOptions(documentSelector: Selector, outputChannel: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { readsFiles: true };
  return { documentSelector, initializationOptions, outputChannel, diagnosticCollectionName: 'data-protection' };
}
