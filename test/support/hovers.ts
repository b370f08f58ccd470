import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursor, inEditor } from './completions';

/** The markdown of the hover at a cursor, and the text that it is about; nothing where there is no hover. */
export async function hoverIn(path: string, marked: string): Promise<{ words: string; about: string } | undefined> {
  const text = marked.replace(cursor, '');
  const document = TextDocument.create('', '', 0, text);
  return inEditor(async (editor) => {
    editor.open(path, text);
    await editor.diagnostics(path);
    const hover = await editor.hover(path, document.positionAt(marked.indexOf(cursor)));
    if (!hover) return undefined;
    assert.ok(MarkupContent.is(hover.contents) && hover.range);
    return { words: hover.contents.value, about: document.getText(hover.range) };
  });
}
