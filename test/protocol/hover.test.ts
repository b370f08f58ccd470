import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent } from 'vscode-languageserver/node';
import { FakeEditor } from '../support/protocolClient';

const template = `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageEncrypted: true
      BackupRetentionPeriod: !ImportValue retention
`;

test('the name of a resource tells what its document says of its protection', async (t) => {
  const editor = await FakeEditor.start('in process');
  t.after(() => editor.stop());
  editor.open('template.yaml', template);
  await editor.diagnostics('template.yaml');
  const hover = await editor.hover('template.yaml', { line: 1, character: 4 });
  assert.ok(hover && MarkupContent.is(hover.contents));
  assert.match(hover.contents.value, /\*\*RDS database instance Orders\*\*, as far as this document tells:/);
  assert.match(hover.contents.value, /✓ `StorageEncrypted` is true/);
  assert.match(hover.contents.value, /\? `BackupRetentionPeriod` cannot be told/);
  assert.equal(await editor.hover('template.yaml', { line: 2, character: 12 }), null);
});
