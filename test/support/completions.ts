import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, InsertTextFormat, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FakeEditor } from './protocolClient';
import { expand, indentAfter } from './snippets';

/** Where the cursor is in a text. */
export const cursor = '│';

/** Some work with an editor that is closed afterwards. */
export async function inEditor<T>(work: (editor: FakeEditor) => Promise<T>, options = {}): Promise<T> {
  const editor = await FakeEditor.start('in process', options);
  try {
    return await work(editor);
  } finally {
    await editor.stop();
  }
}

/** Opens a text with a cursor in it and asks for completions there, as if a character had asked where one is named. */
export async function completeIn(
  editor: FakeEditor,
  path: string,
  marked: string,
  triggerCharacter?: string,
): Promise<{ document: TextDocument } & CompletionList> {
  const text = marked.replace(cursor, '');
  editor.open(path, text);
  const document = TextDocument.create('', '', 0, text);
  const position = document.positionAt(marked.indexOf(cursor));
  const context = triggerCharacter === undefined ? undefined : { triggerKind: 2 as const, triggerCharacter };
  return { document, ...(await editor.completionList(path, position, context)) };
}

/** What a document becomes when a completion is accepted and nothing is filled in. */
export function accepted(document: TextDocument, item: CompletionItem | undefined): string {
  const { textEdit: edit, additionalTextEdits = [] } = item ?? {};
  assert.ok(item && TextEdit.is(edit), 'there is no such completion');
  assert.equal(edit.range.start.line, edit.range.end.line);
  const text = item.insertTextFormat === InsertTextFormat.Snippet ? expand(edit.newText) : edit.newText;
  const before = document.getText({ start: { line: edit.range.start.line, character: 0 }, end: edit.range.start });
  const newText = indentAfter(before, text).slice(before.length);
  return TextDocument.applyEdits(document, [...additionalTextEdits, { range: edit.range, newText }]);
}

/**
 * Whether an editor shows a completion for what is typed: VS Code looks for the letters between the start of what is
 * replaced and the cursor in the text to filter by, in their order.
 */
export function isShown(document: TextDocument, item: CompletionItem, marked: string): boolean {
  const { textEdit: edit, filterText = item.label } = item;
  assert.ok(TextEdit.is(edit));
  const typed = marked.slice(document.offsetAt(edit.range.start), marked.indexOf(cursor)).toLowerCase();
  let at = 0;
  for (const letter of filterText.toLowerCase()) if (letter === typed[at]) at++;
  return at === typed.length;
}

/** Asserts that a completion is shown at a cursor, and that accepting it makes the line there another, and no other. */
export async function assertAccepted(path: string, marked: string, label: string, line: string): Promise<void> {
  const { document, items } = await inEditor((editor) => completeIn(editor, path, marked));
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
  assert.ok(isShown(document, item, marked), `${item.filterText} is not shown`);
  const number = marked.slice(0, marked.indexOf(cursor)).split('\n').length - 1;
  const [before, after] = [marked.split('\n'), accepted(document, item).split('\n')];
  assert.equal(after[number]?.trim(), line.trim());
  before.splice(number, 1);
  after.splice(number, 1);
  assert.deepEqual(after, before);
}
