import { Disposable, languages, Range, type TextDocument, workspace } from 'vscode';
import { nameOf, settingsFileName } from '../../server/src/workspace/paths';
import { looksLikeOurs, sniffedLines } from '../../server/src/workspace/sniff';
import type { Selector } from './clientOptions';

/** Calls `start` once, as soon as a document that matches the selector looks like one of ours. */
export function whenOneIsOurs(selector: Selector, start: () => void): Disposable {
  const isOurs = (document: TextDocument) => languages.match(selector, document) > 0 && looksOurs(document);
  if (workspace.textDocuments.some(isOurs)) {
    start();
    return new Disposable(() => {});
  }
  const consider = (document: TextDocument) => {
    if (!isOurs(document)) return;
    listeners.dispose();
    start();
  };
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
  );
  return listeners;
}

function looksOurs(document: TextDocument): boolean {
  const { path } = document.uri;
  if (nameOf(path) === settingsFileName) return true;
  return looksLikeOurs(path, document.getText(new Range(0, 0, sniffedLines, 0)));
}
