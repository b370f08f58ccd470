import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { fixAllKind, section } from '../../../server/src/lsp/protocol';
import { settingsFileName } from '../../../server/src/workspace/paths';
import { change, diagnosticsUntil, ruleUntil, show, undo, uriOf } from './documents';
import type { Tests } from './inOrder';

const queueRule = 'sqs-encryption';
const encryptionOff = 'SqsManagedSseEnabled: false';
const encryptionOn = 'SqsManagedSseEnabled: true';

/** For a window on the examples, which are not as they were afterwards. */
export const settingsTests: Tests = {
  'switching a rule off in the settings takes its diagnostics away, and back on returns them': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    await configure(section, 'rules', { [queueRule]: 'off' });
    await ruleUntil(document, queueRule, 0);
    await configure(section, 'rules', undefined);
    await ruleUntil(document, queueRule, 1);
  },

  'a settings file that is written or deleted refreshes the documents below it': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    const file = uriOf(settingsFileName).fsPath;
    writeFileSync(file, `rules:\n  ${queueRule}: off\n`);
    await ruleUntil(document, queueRule, 0);
    rmSync(file);
    await ruleUntil(document, queueRule, 1);
  },

  'a file of the Terraform module that changes on the disk refreshes the one that is open': async () => {
    const rule = 's3-bucket-versioning';
    // A copy, of which nothing was ever open: while a document is, its text counts and not what is on the disk.
    cpSync(uriOf('terraform').fsPath, uriOf('module').fsPath, { recursive: true });
    const document = await show('module/main.tf.json');
    await diagnosticsUntil(document, 'findings', (diagnostics) => diagnostics.length > 0);
    await ruleUntil(document, rule, 0);
    const sibling = uriOf('module/versioning.tf.json').fsPath;
    const text = readFileSync(sibling, 'utf8');
    rmSync(sibling);
    await ruleUntil(document, rule, 1);
    writeFileSync(sibling, text);
    await ruleUntil(document, rule, 0);
  },

  'saving fixes nothing unless the user asks for it': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    assert.match(await saved(document), new RegExp(encryptionOff));
  },

  'saving fixes nothing for those who fix all sources': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    await configure('editor', 'codeActionsOnSave', { 'source.fixAll': 'explicit' });
    assert.match(await saved(document), new RegExp(encryptionOff));
  },

  'saving makes the safe fixes for those who ask for them by name': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    await configure('editor', 'codeActionsOnSave', { [fixAllKind]: 'explicit' });
    const text = await saved(document);
    assert.match(text, new RegExp(encryptionOn));
    assert.match(text, /aws:SecureTransport/);
    await ruleUntil(document, queueRule, 0);
    await undo();
    await ruleUntil(document, queueRule, 1);
  },
};

/** Changes a setting of the workspace; `undefined` takes it out. */
async function configure(of: string, key: string, value: unknown): Promise<void> {
  await workspace.getConfiguration(of).update(key, value, ConfigurationTarget.Workspace);
}

/** Changes a document in a small way, saves it, and returns what is on the disk then. */
async function saved(document: TextDocument): Promise<string> {
  const end = document.lineAt(document.lineCount - 1).range;
  await change(document, end, '# saved\n');
  assert.ok(await document.save(), 'the document was not saved');
  return readFileSync(document.uri.fsPath, 'utf8');
}
