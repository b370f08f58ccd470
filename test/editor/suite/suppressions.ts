import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { type CodeAction, commands, env, Range, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { section } from '../../../server/src/lsp/protocol';
import { settingsFileName } from '../../../server/src/workspace/paths';
import {
  apply,
  diagnosticsOf,
  diagnosticsUntil,
  quickFixesAt,
  rewrite,
  ruleOf,
  ruleUntil,
  show,
  uriOf,
} from './documents';
import type { Tests } from './inOrder';

/** A document of each format, and a rule that it breaks. */
const inDocument = {
  'messaging.yaml': 'sqs-encryption',
  'database.json': 'rds-storage-encrypted',
  'terraform/main.tf.json': 's3-access-logging',
};
const policyFile = 'own-policy.json';
const inSettings = { [policyFile]: 'no-credentials-in-url', 'plan.json': 'rds-storage-encrypted' };
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: 'https://me:hunter2secret@example.com/' }],
};
const [synthesized, synthesizedRule] = ['cdk.out/DataStack.template.json', 'kinesis-stream-encryption'];

/** For a window on the examples, which are as they were afterwards. */
export const suppressionTests: Tests = {
  ...Object.fromEntries(
    Object.entries(inDocument).map(([path, rule]) => [
      `${path} carries a suppression of ${rule} that outlasts a restart, and breaks the rule again without it`,
      async () => {
        const document = await show(path);
        const text = document.getText();
        const count = await suppress(document, rule);
        assert.notEqual(document.getText(), text);
        const again = await reloaded(path);
        await fewerThan(count, again, rule);
        await rewrite(again, text);
        await ruleUntil(again, rule, count);
        await again.save();
      },
    ]),
  ),

  ...Object.fromEntries(
    Object.entries(inSettings).map(([path, rule]) => [
      `${path} has a suppression of ${rule} in the settings file that outlasts a restart, and breaks the rule again without it`,
      async () => {
        if (path === policyFile) writeFileSync(uriOf(path).fsPath, JSON.stringify(policy, null, 2));
        const document = await show(path);
        const count = await suppress(document, rule);
        assert.ok(!document.isDirty, 'the document itself is left alone');
        const again = await reloaded(path);
        await fewerThan(count, again, rule);
        const edit = new WorkspaceEdit();
        edit.deleteFile(uriOf(settingsFileName));
        assert.ok(await workspace.applyEdit(edit));
        await ruleUntil(again, rule, count);
        if (path === policyFile) rmSync(uriOf(path).fsPath);
      },
    ]),
  ),

  'a template of the CDK has its suppression copied, to be pasted into the construct': async () => {
    const document = await show(synthesized);
    await diagnosticsUntil(document, synthesizedRule, (all) => all.some((one) => ruleOf(one) === synthesizedRule));
    const action = await offered(document, synthesizedRule, `Copy the line that ignores ${synthesizedRule}`);
    assert.equal(action.edit, undefined);
    assert.ok(action.command);
    await env.clipboard.writeText('');
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    const line = await env.clipboard.readText();
    assert.match(line, new RegExp(`\\.addMetadata\\('DataProtection', .*'${synthesizedRule}'`));
    assert.ok(!document.isDirty);
  },

  'an entry of the settings file that nothing needs is marked, and taken out by its fix': async () => {
    const document = await show('messaging.yaml');
    const edit = new WorkspaceEdit();
    const uri = uriOf(settingsFileName);
    const entry = 'ignore:\n  - path: messaging.yaml\n    rule: rds-storage-encrypted\n    reason: x\n';
    edit.createFile(uri, { contents: new TextEncoder().encode(`fipsRequired: false\n${entry}`) });
    assert.ok(await workspace.applyEdit(edit));
    const settings = await show(settingsFileName);
    await ruleUntil(settings, 'suppression-unused', 1);
    await apply(await offered(settings, 'suppression-unused', 'Remove '));
    await ruleUntil(settings, 'suppression-unused', 0);
    assert.equal(settings.getText().trimEnd(), 'fipsRequired: false');
    const removal = new WorkspaceEdit();
    removal.deleteFile(uri);
    assert.ok(await workspace.applyEdit(removal));
    assert.ok(!document.isDirty);
  },
};

/** Accepts a finding through the lightbulb and gives a reason. Tells how many findings of the rule there were before. */
async function suppress(document: TextDocument, rule: string): Promise<number> {
  const before = await diagnosticsUntil(document, rule, (all) => all.some((one) => ruleOf(one) === rule));
  const count = before.filter((one) => ruleOf(one) === rule).length;
  await apply(await offered(document, rule, `Ignore ${rule}`));
  await fewerThan(count, document, rule);
  return count;
}

async function offered(document: TextDocument, rule: string, start: string): Promise<CodeAction> {
  const diagnostic = diagnosticsOf(document).find((one) => ruleOf(one) === rule);
  assert.ok(diagnostic, `there is no ${rule}`);
  const actions = await quickFixesAt(document, diagnostic.range);
  const action = actions.find(({ title }) => title.startsWith(start));
  return action ?? assert.fail(`"${start}" is not offered, but ${actions.map(({ title }) => title)}`);
}

/** Waits until a rule has fewer diagnostics than before, once the newest text has been checked. */
async function fewerThan(count: number, document: TextDocument, rule: string): Promise<void> {
  // Actions are answered after the check that they come from.
  await quickFixesAt(document, new Range(0, 0, 0, 0));
  await diagnosticsUntil(document, `fewer than ${count} of ${rule}`, (all) => {
    return all.filter((one) => ruleOf(one) === rule).length < count;
  });
}

/** Saves everything, starts another server and opens a document anew. */
async function reloaded(path: string): Promise<TextDocument> {
  assert.ok(await workspace.saveAll());
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand(`${section}.restartServer`);
  return show(path);
}
