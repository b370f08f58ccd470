import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commands, window } from 'vscode';
import { section } from '../../server/src/lsp/protocol';
import { settingsFileName } from '../../server/src/workspace/paths';
import { diagnosticsOf, diagnosticsUntil, rewrite, ruleUntil, show, uriOf } from './suite/documents';
import { inOrder, type Tests } from './suite/inOrder';

const queueRule = 'sqs-encryption';

/** The processes that were started here, which is where the extension lives. */
const started: ChildProcess[] = [];
subscribe('child_process', (message) => started.push((message as { process: ChildProcess }).process));

/** How often a server was started. */
function starts(): number {
  return started.filter(({ spawnargs }) => spawnargs.some((argument) => basename(argument) === 'server.js')).length;
}

const tests: Tests = {
  'create configuration writes a settings file that sets nothing yet, and shows it': async () => {
    await commands.executeCommand(`${section}.createConfiguration`);
    const file = uriOf(settingsFileName).fsPath;
    assert.ok(existsSync(file), 'no settings file was written');
    assert.match(readFileSync(file, 'utf8'), /^# rules:$/m);
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.fsPath, file);
    assert.equal(document?.isDirty, false);
  },

  'create configuration leaves a settings file as it is that is there already': async () => {
    const file = uriOf(settingsFileName).fsPath;
    writeFileSync(file, 'fipsRequired: true\n');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand(`${section}.createConfiguration`);
    assert.equal(readFileSync(file, 'utf8'), 'fipsRequired: true\n');
    assert.equal(window.activeTextEditor?.document.uri.fsPath, file);
  },

  'a settings file shows its wrong settings while it is typed': async () => {
    const document = await show(settingsFileName);
    await rewrite(document, 'fipsRequird: true\n');
    const [diagnostic] = await diagnosticsUntil(document, 'a wrong setting', ({ length }) => length === 1);
    assert.equal(document.getText(diagnostic?.range), 'fipsRequird');
    await rewrite(document, 'fipsRequired: true\n');
    await diagnosticsUntil(document, 'nothing', ({ length }) => length === 0);
    await document.save();
  },

  'restart server starts another one, which finds the same': async () => {
    const document = await show('messaging.yaml');
    await ruleUntil(document, queueRule, 1);
    const count = diagnosticsOf(document).length;
    const before = starts();
    await commands.executeCommand(`${section}.restartServer`);
    assert.equal(starts(), before + 1);
    await diagnosticsUntil(document, 'the same findings', ({ length }) => length === count);
    await rewrite(document, document.getText().replace('SqsManagedSseEnabled: false', 'SqsManagedSseEnabled: true'));
    await ruleUntil(document, queueRule, 0);
  },

  'show log shows the log': async () => {
    await commands.executeCommand(`${section}.showLog`);
    const isShown = () => window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output');
    if (!isShown()) {
      await new Promise<void>((resolve) => {
        const listener = window.onDidChangeVisibleTextEditors(() => {
          if (!isShown()) return;
          listener.dispose();
          resolve();
        });
      });
    }
  },
};

/** Called by VS Code in the extension host, in a window on a copy of the examples. */
export function run(): Promise<void> {
  return inOrder(tests);
}
