import assert from 'node:assert/strict';
import { commands, Selection, type TextDocument, window } from 'vscode';
import { diagnosticsUntil, show } from './documents';
import type { Tests } from './inOrder';

/** For a window in which the server runs. */
export const snippetTests: Tests = {
  'the tab stops of a snippet are filled in one after the other': async () => {
    const document = await insert('yaml', 'Resources:\n  ', 'KMS key with rotation (CloudFormation)');
    await commands.executeCommand('type', { text: 'LedgerKey' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await commands.executeCommand('type', { text: 'Encrypts the ledger' });
    assert.equal(
      document.getText(),
      `Resources:
  LedgerKey:
    Type: AWS::KMS::Key
    Properties:
      Description: Encrypts the ledger
      EnableKeyRotation: true`,
    );
  },

  'a snippet that is inserted by its name has no diagnostics, in each language': async () => {
    const yaml = await insert('yaml', 'Resources:\n  ', 'Interface endpoint for KMS (CloudFormation)');
    const json = await insert('json', '{ "Resources": {', 'Encrypted bucket (CloudFormation)', '} }');
    const bare = await insert('jsonc', '', 'TLS-only queue policy (policy)');
    for (const document of [yaml, json, bare]) {
      await diagnosticsUntil(document, 'nothing', (diagnostics) => diagnostics.length === 0);
    }
    assert.match(
      yaml.getText(),
      /^ {2}KmsEndpoint:\n {4}Type: AWS::EC2::VPCEndpoint\n {4}Properties:\n {6}VpcId: vpc-/m,
    );
    assert.match(yaml.getText(), /^ {6}ServiceName: !Sub com\.amazonaws\.\$\{AWS::Region\}\.kms$/m);
    const { Resources } = JSON.parse(json.getText());
    assert.deepEqual(Object.keys(Resources), ['OrdersBucket', 'OrdersBucketBucketPolicy']);
    const [statement] = JSON.parse(bare.getText()).Statement;
    assert.equal(statement.Resource, 'arn:aws:sqs:eu-west-1:111122223333:orders-queue');
  },
};

/** Inserts a snippet by its name between two texts of a new document. */
async function insert(language: string, before: string, name: string, after = ''): Promise<TextDocument> {
  const document = await show({ language, content: before + after });
  const position = document.positionAt(before.length);
  const editor = window.activeTextEditor;
  assert.equal(editor?.document, document);
  editor.selection = new Selection(position, position);
  await commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
  return document;
}
