import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, type CompletionList, commands, Range, type TextDocument } from 'vscode';
import { apply, change, hoverAt, show } from './documents';
import type { Tests } from './inOrder';

const policy = (action: string) => `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" }]
}
`;

/** For a window in which the server runs. */
export const policyTests: Tests = {
  'an action is completed where its name is begun, and what is there of it is replaced': async () => {
    const document = await show({ language: 'json', content: policy('sqs:Send') });
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      behind(document, 'sqs:Send').end,
    );
    const item = items.find(({ label }) => label === 'sqs:SendMessage');
    assert.ok(item, `sqs:SendMessage is not among ${items.length} completions`);
    const { insertText } = item;
    const range = item.range instanceof Range ? item.range : item.range?.replacing;
    assert.ok(range && typeof insertText === 'string');
    await change(document, range, insertText);
    assert.equal(document.getText(), policy('sqs:SendMessage'));
  },

  'the hover on an action tells what it does': async () => {
    const document = await show({ language: 'json', content: policy('sqs:SendMessage') });
    const hover = await hoverAt(document, behind(document, 'sqs:Send').end);
    assert.match(hover, /Amazon SQS, access level write/);
  },

  'a pattern is written out as the actions that it stands for': async () => {
    const document = await show({ language: 'json', content: policy('sqs:De*') });
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      behind(document, 'sqs:De'),
      CodeActionKind.RefactorRewrite.value,
    );
    const action = actions.find(({ title }) => title === 'Write out the 2 actions of sqs:De*');
    assert.ok(action, actions.map(({ title }) => title).join(', '));
    await apply(action);
    assert.deepEqual(JSON.parse(document.getText()).Statement[0].Action, ['sqs:DeleteMessage', 'sqs:DeleteQueue']);
  },
};

/** The place behind a text, without extent. */
function behind(document: TextDocument, text: string): Range {
  const position = document.positionAt(document.getText().indexOf(text) + text.length);
  return new Range(position, position);
}
