import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from '../../server/src/syntax/parse';
import { cursor, inEditor } from './completions';
import type { FakeEditor } from './protocolClient';

/** Opens a text with a cursor in it and asks what can be made of the policy there. */
export async function rewritesIn(editor: FakeEditor, path: string, marked: string): Promise<CodeAction[]> {
  const text = marked.replace(cursor, '');
  editor.open(path, text);
  await editor.diagnostics(path);
  const at = TextDocument.create('', '', 0, text).positionAt(marked.indexOf(cursor));
  return editor.codeActions(path, { start: at, end: at }, ['refactor.rewrite']);
}

/** The text after the action whose title starts so. */
export async function rewritten(path: string, marked: string, title: string, settings: unknown = {}): Promise<string> {
  return inEditor(
    async (editor) => {
      const actions = await rewritesIn(editor, path, marked);
      const action = actions.find((one) => one.title.startsWith(title));
      assert.ok(action, `"${title}" is not among ${actions.map((one) => one.title).join(', ')}`);
      assert.equal(action.kind, 'refactor.rewrite');
      await editor.apply(action);
      const text = editor.text(path);
      const parsed = parseDocument(path, text);
      assert.ok(!('skipped' in parsed) && parsed.problems.length === 0, text);
      const at = marked.indexOf(cursor);
      const again = await rewritesIn(editor, `again-${path}`, text.slice(0, at) + cursor + text.slice(at));
      assert.ok(!again.some((one) => one.title === action.title), 'it is offered again');
      return text;
    },
    { settings },
  );
}

/** The titles of all that can be made of the policy at the cursor. */
export const titlesIn = (path: string, marked: string) =>
  inEditor(async (editor) => (await rewritesIn(editor, path, marked)).map(({ title }) => title));
