import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { folderWith } from '../support/commandLine';
import { type LiveEditor, openEditor } from '../support/editorHost';

const template = `Resources:
  OrdersKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: false
  `;
const policy = { before: '{ "Version": "2012-10-17", "Statement": [', after: '] }\n' };

let editor: LiveEditor;
before(async () => {
  const folder = folderWith({ 'template.yaml': template, 'policy.json': policy.before + policy.after });
  editor = await openEditor({ folder, userSettings: { 'files.autoSave': 'off', 'workbench.reduceMotion': 'on' } });
});
after(() => editor.close());

test('typing a prefix where it fits offers a snippet, which is filled in by typing on', async () => {
  await editor.openFile('template.yaml');
  // The finding tells that the server is there to be asked; until then VS Code has but the snippets that it reads itself.
  await editor.squigglesUntil((squiggles) => squiggles.length === 1);
  await editor.goTo(6, 3);
  await editor.complete('dp-key');
  await editor.page.keyboard.press('Tab');
  await editor.page.keyboard.type('Encrypts the ledger');
  await editor.page.keyboard.press('Escape');
  assert.equal(
    await editor.text(),
    `${template}OrdersKey2:
    Type: AWS::KMS::Key
    Properties:
      Description: Encrypts the ledger
      EnableKeyRotation: true`,
  );
  await editor.squigglesUntil((squiggles) => squiggles.length === 1);
});

test('among statements the same prefix is a statement', async () => {
  await editor.openFile('policy.json');
  await editor.goTo(1, policy.before.length + 1);
  await editor.complete('dp-queue-policy');
  await editor.page.keyboard.press('Escape');
  const { Statement } = JSON.parse(await editor.text());
  assert.deepEqual(
    Statement.map(({ Sid }: { Sid: string }) => Sid),
    ['RefusePlainHttp'],
  );
  await editor.squigglesUntil((squiggles) => squiggles.length === 0);
});
