import assert from 'node:assert/strict';
import { CompletionItemKind } from 'vscode-languageserver/node';
import { parseDocument } from '../../server/src/syntax/parse';
import { checkText, shown } from './checking';
import { accepted, completeIn, inEditor } from './completions';
import type { FakeEditor } from './protocolClient';

/** The snippets that fit in a statement. */
export const conditionSnippets = ['dp-mfa', 'dp-source-account'];

/** A resource of a template in YAML. */
export const key = `  Old:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
`;
/** The same resource in JSON. */
export const jsonKey = '"Old": { "Type": "AWS::KMS::Key", "Properties": { "EnableKeyRotation": true } }';
/** A template up to the document of a policy. */
export const policyStart = `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:`;
/** That document, up to the end of a statement. */
export const statement = `
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: '*'`;
/** What is in such a statement in JSON. */
export const jsonStatement = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"';

/** Opens a text with a cursor in it and asks which snippets fit there. */
export async function completionsIn(editor: FakeEditor, path: string, marked: string) {
  const { document, items } = await completeIn(editor, path, marked);
  return { document, items: items.filter(({ kind }) => kind === CompletionItemKind.Snippet) };
}

/** Accepts a snippet and holds what it makes of the document against what a person would have written. */
export async function accept(path: string, marked: string, prefix: string): Promise<string> {
  const { document, items } = await inEditor((editor) => completionsIn(editor, path, marked));
  const text = accepted(
    document,
    items.find(({ label }) => label === prefix),
  );
  const parsed = parseDocument(path, text);
  assert.ok(!('skipped' in parsed));
  assert.deepEqual(parsed.problems, [], text);
  assert.deepEqual(checkText(path, text).findings.map(shown), [], text);
  return text;
}
