import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver/node';
import { fixAllKind, openRuleCommand } from '../../server/src/lsp/protocol';
import { type FakeEditor, fullCapabilities } from '../support/protocolClient';
import { databaseRange, databaseRule, openDatabase, testEverywhere } from './documents';

/** Two queues that say themselves that they are not encrypted; what mends them is safe. */
const openQueues = `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: false # for now
  Returns:
    Type: AWS::SQS::Queue
    Properties: { SqsManagedSseEnabled: false }
`;
const queueRule = 'sqs-encryption';
const firstQueue: Range = { start: { line: 4, character: 28 }, end: { line: 4, character: 33 } };

const fixAllOfRule = `Fix all ${queueRule} problems in this document`;
const fixAllSafe = 'Fix all safe data-protection problems in this document';

const ofRule = (actions: readonly CodeAction[], rule: string) =>
  actions.find(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));

async function openAndCheck(editor: FakeEditor, path: string, text: string): Promise<void> {
  editor.open(path, text);
  await editor.diagnostics(path);
}

async function hasFinding(editor: FakeEditor, path: string, rule: string): Promise<boolean> {
  return (await editor.diagnostics(path)).some(({ code }) => code === rule);
}

async function choose(editor: FakeEditor, path: string, range: Range, title: string): Promise<void> {
  const actions = await editor.codeActions(path, range);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `no "${title}" among ${actions.map((one) => one.title).join(', ')}`);
  await editor.apply(action);
}

testEverywhere('the lightbulb offers the preferred fix first and the page last', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  const actions = await editor.codeActions('queues.yaml', firstQueue);
  assert.equal(actions[0]?.isPreferred, true);
  assert.equal(actions[0]?.diagnostics?.[0]?.code, queueRule);
  assert.deepEqual(
    actions.slice(-3).map(({ title }) => title),
    [fixAllOfRule, fixAllSafe, `Open the page of ${queueRule}`],
  );
  assert.deepEqual(actions.at(-1)?.command?.arguments, [queueRule]);
  assert.equal(actions.at(-1)?.command?.command, openRuleCommand);
  assert.ok(actions.every(({ kind }) => kind === 'quickfix'));
});

testEverywhere('the preferred fix changes what it says and nothing else', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  const [preferred] = await editor.codeActions('queues.yaml', firstQueue);
  assert.ok(preferred);
  await editor.apply(preferred);
  assert.equal(editor.text('queues.yaml'), openQueues.replace('false # for now', 'true # for now'));
  const left = (await editor.diagnostics('queues.yaml')).filter(({ code }) => code === queueRule);
  assert.deepEqual(
    left.map(({ range }) => range.start.line),
    [7],
  );
});

testEverywhere('fixing all of a rule mends all of the document', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  await choose(editor, 'queues.yaml', firstQueue, fixAllOfRule);
  assert.equal(editor.text('queues.yaml'), openQueues.replaceAll('Enabled: false', 'Enabled: true'));
  assert.equal(await hasFinding(editor, 'queues.yaml', queueRule), false);
});

testEverywhere('fixing all that is safe leaves nothing that is safe to fix', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  await choose(editor, 'queues.yaml', firstQueue, fixAllSafe);
  assert.equal(await hasFinding(editor, 'queues.yaml', queueRule), false);
  const start = { line: 0, character: 0 };
  const everywhere = { start, end: { line: 100, character: 0 } };
  const titles = (await editor.codeActions('queues.yaml', everywhere)).map(({ title }) => title);
  assert.ok(!titles.includes(fixAllSafe), titles.join(', '));
});

testEverywhere(
  'an editor that resolves no actions and knows no versions gets plain edits at once',
  { capabilities: { workspace: { configuration: true } } },
  async (editor) => {
    await openAndCheck(editor, 'queues.yaml', openQueues);
    const actions = await editor.codeActions('queues.yaml', firstQueue);
    for (const action of actions.filter(({ command }) => !command)) {
      assert.ok(action.edit?.changes?.[editor.uri('queues.yaml')], action.title);
      assert.equal(action.edit.documentChanges, undefined);
    }
    await choose(editor, 'queues.yaml', firstQueue, fixAllOfRule);
    assert.equal(await hasFinding(editor, 'queues.yaml', queueRule), false);
  },
);

testEverywhere('fix all on save comes to those who name it, and to nobody else', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  for (const only of ['source', 'source.fixAll', 'source.fixAll.eslint', 'source.organizeImports', 'refactor']) {
    assert.deepEqual(await editor.codeActions('queues.yaml', firstQueue, [only]), [], only);
  }
  const actions = await editor.codeActions('queues.yaml', firstQueue, [fixAllKind]);
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    [fixAllKind],
  );
  assert.ok(actions[0]?.edit);
  await editor.apply(actions[0]);
  assert.equal(await hasFinding(editor, 'queues.yaml', queueRule), false);
  assert.deepEqual(await editor.codeActions('queues.yaml', firstQueue, [fixAllKind]), []);
});

testEverywhere('a fix that replaces a resource says so, asks first, and is not preferred', {}, async (editor) => {
  await openAndCheck(editor, 'template.yaml', openDatabase);
  const fix = ofRule(await editor.codeActions('template.yaml', databaseRange), databaseRule);
  assert.ok(fix?.edit);
  assert.match(fix.title, /replaces/);
  assert.equal(fix.isPreferred, undefined);
  const [[id, annotation] = []] = Object.entries(fix.edit.changeAnnotations ?? {});
  assert.equal(annotation?.needsConfirmation, true);
  const [change] = fix.edit.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.ok(change.edits.every((edit) => 'annotationId' in edit && edit.annotationId === id));
  await editor.apply(fix);
  assert.equal(await hasFinding(editor, 'template.yaml', databaseRule), false);
});

testEverywhere(
  'an editor without change annotations gets the edit without them',
  { capabilities: { ...fullCapabilities, workspace: { workspaceEdit: { documentChanges: true } } } },
  async (editor) => {
    await openAndCheck(editor, 'template.yaml', openDatabase);
    const fix = ofRule(await editor.codeActions('template.yaml', databaseRange), databaseRule);
    assert.ok(fix?.edit?.documentChanges);
    assert.equal(fix.edit.changeAnnotations, undefined);
    assert.ok(!JSON.stringify(fix.edit).includes('annotationId'));
  },
);

testEverywhere('actions are about the text as it is, not as it was checked last', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  editor.change('queues.yaml', `# a line above\n${openQueues}`);
  const moved = { start: { line: 5, character: 30 }, end: { line: 5, character: 30 } };
  const [preferred] = await editor.codeActions('queues.yaml', moved);
  assert.ok(preferred);
  await editor.apply(preferred);
  assert.equal(editor.text('queues.yaml'), `# a line above\n${openQueues.replace('false # for', 'true # for')}`);
});

testEverywhere('edits land right behind a byte order mark and with CRLF', {}, async (editor) => {
  const text = `\uFEFF${'{"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {\n"SqsManagedSseEnabled": false\n}}}}'.replaceAll('\n', '\r\n')}`;
  await openAndCheck(editor, 'queue.json', text);
  const at = { line: 1, character: 26 };
  const [preferred] = await editor.codeActions('queue.json', { start: at, end: at });
  assert.ok(preferred);
  await editor.apply(preferred);
  assert.equal(editor.text('queue.json'), text.replace('false', 'true'));
});

testEverywhere('fixing all in a Terraform module edits its files, each at its version', {}, async (editor) => {
  const queue = (name: string) => `{"resource": {"aws_sqs_queue": {"${name}": {"sqs_managed_sse_enabled": false}}}}\n`;
  await openAndCheck(editor, 'orders.tf.json', queue('orders'));
  await openAndCheck(editor, 'returns.tf.json', queue('returns'));
  const value = editor.text('orders.tf.json').indexOf('false');
  const range = { start: { line: 0, character: value }, end: { line: 0, character: value + 5 } };
  await choose(editor, 'orders.tf.json', range, `Fix all ${queueRule} problems in this module`);
  for (const path of ['orders.tf.json', 'returns.tf.json']) {
    assert.equal(await hasFinding(editor, path, queueRule), false);
    assert.match(editor.text(path), /"sqs_managed_sse_enabled": true/);
  }
});

testEverywhere('documents that a tool made are explained but not edited', {}, async (editor) => {
  const synthesized = openQueues.replace('  Orders:\n', '  Orders:\n    Metadata: { aws:cdk:path: App/Orders }\n');
  await openAndCheck(editor, 'cdk.out/queues.yaml', synthesized);
  assert.equal(await hasFinding(editor, 'cdk.out/queues.yaml', queueRule), true);
  const line = { start: { line: 5, character: 30 }, end: { line: 5, character: 30 } };
  const titles = (await editor.codeActions('cdk.out/queues.yaml', line)).map(({ title }) => title);
  assert.deepEqual(titles, [`Copy the line that ignores ${queueRule} for Orders`, `Open the page of ${queueRule}`]);
  assert.deepEqual(await editor.codeActions('cdk.out/queues.yaml', line, [fixAllKind]), []);
});

testEverywhere('there is nothing to do where there is no finding', {}, async (editor) => {
  await openAndCheck(editor, 'queues.yaml', openQueues);
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  assert.deepEqual(await editor.codeActions('queues.yaml', top), []);
  assert.equal(await editor.hover('queues.yaml', top.start), null);
});

testEverywhere('the hover says what, why, what to do, and where AWS says so', {}, async (editor) => {
  await openAndCheck(editor, 'template.yaml', openDatabase);
  const hover = await editor.hover('template.yaml', databaseRange.start);
  assert.ok(hover);
  assert.deepEqual(hover.range, databaseRange);
  const { kind, value } = hover.contents as { kind: string; value: string };
  assert.equal(kind, 'markdown');
  assert.ok(value.startsWith(`**\`${databaseRule}\`**: `), value);
  assert.match(value, /Quick fix: .*replaces/);
  assert.match(value, /AWS recommends: /);
  assert.match(value, /\]\(https:\/\/docs\.aws\.amazon\.com\//);
  assert.match(value, /The same check elsewhere: Checkov `CKV_AWS_16`; Trivy `AWS-0080`/);
});
