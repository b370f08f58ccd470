import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver/node';
import type { FakeEditor } from './protocolClient';

/** A token as the protocol sends it, with its place counted from the start of the document. */
export interface PlacedToken {
  readonly type: string;
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** The tokens of an answer, in their order. */
function decodeTokens({ data }: SemanticTokens, { tokenTypes }: SemanticTokensLegend): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = -1] = data.slice(at, at + 4);
    line += lines;
    character = lines > 0 ? characters : character + characters;
    tokens.push({ type: tokenTypes[type] ?? `the unknown type ${type}`, line, character, length });
  }
  return tokens;
}

/** Tokens as `type text`; one that does not stand in the text, or over another, throws. */
function describeTokens(tokens: readonly PlacedToken[], text: string): string[] {
  const lines = text.split(/\r?\n/);
  let before = { line: 0, end: 0 };
  return tokens.map(({ type, line, character, length }) => {
    const end = character + length;
    const isInside = length > 0 && end <= (lines[line]?.length ?? -1);
    const isAfter = line > before.line || (line === before.line && character >= before.end);
    if (!isInside || !isAfter) throw new Error(`${type} at ${line}:${character} to ${end} cannot stand there`);
    before = { line, end };
    return `${type} ${lines[line]?.slice(character, end)}`;
  });
}

/** Asks for the tokens of a document, or of a range of it. */
export function requestTokens(editor: FakeEditor, path: string, range?: Range): Promise<SemanticTokens | null> {
  const textDocument = { uri: editor.uri(path) };
  return range
    ? editor.request('textDocument/semanticTokens/range', { textDocument, range })
    : editor.request('textDocument/semanticTokens/full', { textDocument });
}

/** The tokens of a document as `type text`; none where it has no answer. */
export async function colouredWords(editor: FakeEditor, path: string, range?: Range): Promise<string[]> {
  const legend = editor.initialized?.capabilities.semanticTokensProvider?.legend as SemanticTokensLegend;
  const answer = await requestTokens(editor, path, range);
  return answer ? describeTokens(decodeTokens(answer, legend), editor.text(path)) : [];
}
