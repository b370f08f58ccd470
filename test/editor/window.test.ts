import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { ARTIFACTS, type LiveEditor, openEditor, type Squiggle } from '../support/editorHost';
import { copyExamples } from './examples';
import { type Expected, preferredOf } from './suite/expected';

const { folder, expected } = copyExamples();
const picture = (name: string) => join(ARTIFACTS, `${name}.png`);
const README_PICTURES = join(__dirname, '..', '..', 'docs', 'images');

const fixAllSafe = 'Fix all safe data-protection problems in this document';

/** The editor in a browser saves by itself, and moves what it opens, unless told otherwise. */
const steady = { 'files.autoSave': 'off', 'workbench.reduceMotion': 'on' };

/** A window with nothing in it but the document. */
const uncluttered = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontSize': 14,
};

/** In each document one finding, and all that its lightbulb offers, in order. */
const walks = [
  {
    path: 'messaging.yaml',
    rule: 'sqs-encryption',
    titles: [
      'Set SqsManagedSseEnabled to true',
      'Ignore sqs-encryption for Replies (with a reason)',
      'Fix all sqs-encryption problems in this document',
      fixAllSafe,
      'Open the page of sqs-encryption',
    ],
  },
  {
    path: 'database.json',
    rule: 'kms-key-rotation',
    titles: [
      'Set EnableKeyRotation to true (the first two rotations add to the monthly price of the key)',
      'Ignore kms-key-rotation for Key (with a reason)',
      'Open the page of kms-key-rotation',
    ],
  },
  {
    path: 'terraform/main.tf.json',
    rule: 's3-bucket-tls-only',
    titles: [
      'Deny plain HTTP in the policy',
      'Ignore s3-bucket-tls-only for reports (with a reason)',
      'Fix all s3-bucket-tls-only problems in this module',
      'Fix all safe data-protection problems in this module',
      'Open the page of s3-bucket-tls-only',
    ],
  },
  {
    path: 'endpoint-policy.json',
    rule: 'vpc-endpoint-policy-open',
    titles: [
      'Ignore vpc-endpoint-policy-open for this file (with a reason) in the settings file',
      'Open the page of vpc-endpoint-policy-open',
    ],
  },
  {
    path: 'plan.json',
    rule: 'rds-storage-encrypted',
    titles: [
      'Ignore rds-storage-encrypted for main (with a reason) in the settings file',
      'Open the page of rds-storage-encrypted',
    ],
  },
  {
    path: 'cdk.out/DataStack.template.json',
    rule: 'kinesis-stream-encryption',
    titles: [
      'Copy the line that ignores kinesis-stream-encryption for StreamB6D9A3F1',
      'Open the page of kinesis-stream-encryption',
    ],
  },
];

/** A window that shows every document whole, so that nothing has to be scrolled. */
let editor: LiveEditor;
before(async () => {
  editor = await openEditor({ folder, width: 1200, height: 1300, userSettings: steady });
});
after(() => editor?.close());

for (const { path, rule, titles } of walks) {
  test(`in the window ${path} shows its squiggles, is mended by the lightbulb, and undo brings them back`, async () => {
    const name = basename(path, '.json');
    const finding = findingOf(path, rule);
    await openWithSquiggles(path);
    const text = await editor.text();
    await editor.screenshot(picture(`${name}-squiggles`));

    await putCursorOn(finding);
    assert.deepEqual(await editor.quickFixTitles(), titles);
    await editor.openQuickFixes();
    await editor.screenshot(picture(`${name}-lightbulb`));
    await editor.page.keyboard.press('Escape');

    const fix = preferredOf(finding);
    if (!fix) return;
    await editor.pickQuickFix(fix.title);
    await editor.squigglesUntil((squiggles) => !squiggles.some((one) => isThatOf(finding, one)));
    await editor.screenshot(picture(`${name}-mended`));
    assert.notEqual(await editor.text(), text);

    await editor.undo();
    await editor.squigglesUntil(areAllOf(path));
    assert.equal(await editor.text(), text);
  });
}

test('in the window a hover says what is wrong, why, what to do, and what AWS recommends', async () => {
  await openWithSquiggles('messaging.yaml');
  await putCursorOn(findingOf('messaging.yaml', 'sqs-encryption'));
  await editor.hover();
  const text = (await hoverOfFinding(editor).innerText()).replaceAll('\u00a0', ' ');
  await editor.screenshot(picture('hover-whole'));
  for (const part of [
    'The queue Replies has its encryption switched off.',
    'its messages lie readable where they are stored',
    'Write true, or leave the line out.',
    'Quick fix: Set SqsManagedSseEnabled to true. The update changes the resource in place',
    'AWS: sqs-server-side-encryption',
    'sqs-encryption',
  ]) {
    assert.ok(text.includes(part), `no "${part}" in the hover:\n${text}`);
  }
  await editor.page.keyboard.press('Escape');
});

test('in the window a squiggle goes and comes as a value is typed, without a save', async () => {
  const finding = findingOf('messaging.yaml', 'sqs-encryption');
  const { line, character } = finding.range.end;
  await openWithSquiggles('messaging.yaml');
  await editor.goTo(line + 1, character + 1);

  await retype('false', 'true');
  await editor.squigglesUntil((squiggles) => !squiggles.some((one) => isThatOf(finding, one)));
  await editor.screenshot(picture('typed-right'));

  await retype('true', 'false');
  await editor.squigglesUntil(areAllOf('messaging.yaml'));
  await editor.screenshot(picture('typed-wrong'));
  assert.equal(await editor.page.locator('.tab.active.dirty').count(), 1, 'the document was saved');
});

test('the pictures of the README are taken', async () => {
  const small = await openEditor({ folder, width: 1200, height: 750, userSettings: { ...steady, ...uncluttered } });
  await small.openFile('messaging.yaml');
  await small.page.keyboard.press('ControlOrMeta+KeyB');
  await small.page.locator('.explorer-folders-view').waitFor({ state: 'hidden' });
  await small.squigglesUntil((squiggles) => squiggles.length > 5);
  const { line, character } = findingOf('messaging.yaml', 'sqs-encryption').range.start;
  await small.goTo(line + 1, character + 1);
  await small.openQuickFixes();
  await small.screenshot(picture('lightbulb'));
  await small.page.keyboard.press('Escape');
  await small.hover();
  await hoverOfFinding(small).waitFor();
  await small.screenshot(picture('hover'));
  await small.close();
  // The pictures that are committed change only when somebody wants them to.
  if (!process.env.UPDATE_PICTURES) return;
  mkdirSync(README_PICTURES, { recursive: true });
  for (const name of ['lightbulb', 'hover']) copyFileSync(picture(name), join(README_PICTURES, `${name}.png`));
});

/** The hover that tells of a finding: others, of the squiggle itself for one, may come first. */
function hoverOfFinding({ page }: LiveEditor): Locator {
  return page.locator('.monaco-resizable-hover').filter({ hasText: 'AWS recommends: ' });
}

function findingOf(path: string, rule: string): Expected {
  const finding = expected[path]?.find((one) => one.rule === rule);
  assert.ok(finding, `the command line finds no ${rule} in ${path}`);
  return finding;
}

async function openWithSquiggles(path: string): Promise<void> {
  await editor.openFile(path);
  await editor.squigglesUntil(areAllOf(path));
}

async function putCursorOn({ range: { start } }: Expected): Promise<void> {
  await editor.goTo(start.line + 1, start.character + 1);
}

/** Takes a word away that ends at the cursor, and types another, key by key. */
async function retype(old: string, text: string): Promise<void> {
  for (const _ of old) await editor.page.keyboard.press('Backspace');
  await editor.page.keyboard.type(text);
}

function isThatOf({ severity, range }: Expected, squiggle: Squiggle): boolean {
  return squiggle.severity === severity && squiggle.line === range.start.line + 1;
}

/** Whether squiggles are those of all findings of a document. Several at one place are drawn as one. */
function areAllOf(path: string): (squiggles: readonly Squiggle[]) => boolean {
  const wanted = summary(
    (expected[path] ?? []).map(({ severity, range }) => ({ severity, line: range.start.line + 1 })),
  );
  return (squiggles) => summary(squiggles) === wanted;
}

function summary(squiggles: readonly Squiggle[]): string {
  return [...new Set(squiggles.map(({ severity, line }) => `${line} ${severity}`))].sort().join();
}
