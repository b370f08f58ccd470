import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../server/src/engine/check';
import { delayAfter } from '../../server/src/lsp/lane';
import type { FakeEditor } from '../support/protocolClient';
import { bucketModule, databaseRule, openDatabase, versioningModule, withEditor } from './documents';

/** A check that goes on until it is let through, and counts its runs. */
class GatedCheck {
  runs = 0;
  isOpen = true;

  readonly check: typeof check = function* (this: GatedCheck, ...parameters: Parameters<typeof check>) {
    this.runs++;
    while (!this.isOpen) yield;
    return yield* check(...parameters);
  }.bind(this);
}

test('the slower the last check, the longer the next one waits for a pause', () => {
  assert.deepEqual([0, 19, 20, 300, 750, 5000].map(delayAfter), [0, 0, 40, 600, 1500, 1500]);
});

/** Waits until the server has dealt with all messages that were sent before. */
async function settle(editor: FakeEditor): Promise<void> {
  await editor.request('codeAction/resolve', { title: 'nothing to resolve' });
}

test('ten edits while a check runs make two more runs at most, and only the newest text is told of', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    gated.isOpen = false;
    editor.open('template.yaml', openDatabase);
    while (gated.runs === 0) await settle(editor);
    for (let edit = 1; edit <= 10; edit++) {
      editor.change('template.yaml', `${openDatabase}# edit ${edit}\n`);
      await settle(editor);
    }
    gated.isOpen = true;
    await editor.diagnostics('template.yaml');
    assert.ok(gated.runs <= 3, `${gated.runs} runs`);
    assert.deepEqual(
      editor.published.map(({ version }) => version),
      [11],
    );
  });
});

test('edits that trickle in while checks are slow never start a run each', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    gated.isOpen = false;
    editor.open('template.yaml', openDatabase);
    for (let edit = 1; edit <= 10; edit++) {
      // Each edit waits for whatever run the one before it has started.
      for (let turn = 0; turn < 20; turn++) await settle(editor);
      editor.change('template.yaml', `${openDatabase}# edit ${edit}\n`);
    }
    gated.isOpen = true;
    await editor.diagnostics('template.yaml');
    assert.ok(gated.runs <= 3, `${gated.runs} runs`);
  });
});

test('the server answers while a check runs', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    gated.isOpen = false;
    editor.open('slow.yaml', openDatabase);
    while (gated.runs === 0) await settle(editor);
    await settle(editor);
    editor.open('foreign.yaml', 'services: {}\n');
    assert.equal((await editor.status('foreign.yaml')).state, 'foreign');
    gated.isOpen = true;
    await editor.diagnostics('slow.yaml');
  });
});

test('actions and hovers that are asked for while a check runs are about the newest text', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    editor.open('template.yaml', openDatabase);
    await editor.diagnostics('template.yaml');
    gated.isOpen = false;
    editor.change('template.yaml', `# moved\n${openDatabase}`);
    const hover = editor.hover('template.yaml', { line: 6, character: 26 });
    await settle(editor);
    gated.isOpen = true;
    assert.equal((await hover)?.range?.start.line, 6);
  });
});

test('the documents of a module are checked once, however many of them are open', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    editor.open('bucket.tf.json', bucketModule, 'json');
    editor.open('versioning.tf.json', versioningModule, 'json');
    await editor.diagnostics('bucket.tf.json');
    await editor.diagnostics('versioning.tf.json');
    gated.runs = 0;
    await editor.publishedAfter('versioning.tf.json', () => editor.change('bucket.tf.json', `${bucketModule}\n`));
    await editor.diagnostics('bucket.tf.json');
    assert.equal(gated.runs, 1);
  });
});

test('a check that fails is one line in the log without the text, and the next one works', async () => {
  let fails = true;
  const failing: typeof check = function* (...parameters) {
    if (fails) JSON.parse('secret of the document');
    return yield* check(...parameters);
  };
  await withEditor('in process', { check: failing }, async (editor) => {
    editor.open('template.yaml', openDatabase);
    assert.equal((await editor.status('template.yaml')).state, 'skipped');
    const line = editor.log.find((one) => one.startsWith('check: '));
    assert.match(line ?? '', /^check: SyntaxError \(at /);
    assert.ok(!editor.log.some((one) => one.includes('secret')));
    fails = false;
    editor.change('template.yaml', `${openDatabase}\n`);
    assert.equal((await editor.diagnostics('template.yaml'))[0]?.code, databaseRule);
  });
});

test('a document that is closed while its check runs gets no diagnostics', async () => {
  const gated = new GatedCheck();
  await withEditor('in process', { check: gated.check }, async (editor) => {
    gated.isOpen = false;
    editor.open('template.yaml', openDatabase);
    while (gated.runs === 0) await settle(editor);
    editor.close('template.yaml');
    await settle(editor);
    gated.isOpen = true;
    editor.open('other.yaml', openDatabase);
    await editor.diagnostics('other.yaml');
    assert.ok(editor.published.every(({ uri }) => uri === editor.uri('other.yaml')));
  });
});
