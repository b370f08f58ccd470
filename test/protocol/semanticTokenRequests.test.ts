import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { check } from '../../server/src/engine/check';
import { documents, inBucketPolicyYaml, policy, wordsOfPolicy } from '../support/colouredPolicies';
import { inEditor } from '../support/completions';
import { FakeEditor, fullCapabilities } from '../support/protocolClient';
import { colouredWords, requestTokens } from '../support/semanticTokens';

test('a token does not span the lines of a text that folds them, and a byte order mark shifts the first line', async () => {
  await inEditor(async (editor) => {
    editor.open('marked.json', `\uFEFF${JSON.stringify(policy)}`, 'json');
    assert.deepEqual(await colouredWords(editor, 'marked.json'), wordsOfPolicy);
    const folded = inBucketPolicyYaml('Resource: "arn:aws:s3:::\\\n              reports/*"');
    editor.open('folded.yaml', folded);
    assert.deepEqual(await colouredWords(editor, 'folded.yaml'), [
      'variable arn:aws:s3:::\\',
      'variable reports/',
      'policyWildcard *',
    ]);
    const crlf = (documents['a CloudFormation template in YAML'] as { text: string }).text.replaceAll('\n', '\r\n');
    editor.open('crlf.yaml', crlf);
    assert.deepEqual(await colouredWords(editor, 'crlf.yaml'), wordsOfPolicy);
  });
});

test('a part of a document has the tokens of its lines', async () => {
  await inEditor(async (editor) => {
    const { text } = documents['a CloudFormation template in YAML'] as { text: string };
    editor.open('template.yaml', text);
    const line = text.split('\n').findIndex((one) => one.includes('s3:Get*'));
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    assert.deepEqual((await colouredWords(editor, 'template.yaml', range)).slice(0, 3), [
      'namespace s3:',
      'method Get',
      'policyWildcard *',
    ]);
    assert.equal((await colouredWords(editor, 'template.yaml', range)).length, 5);
  });
});

test('a policy that is being typed, or broken anywhere, has tokens in its text only', async () => {
  await inEditor(async (editor) => {
    for (const { path } of Object.values(documents)) {
      const languageId = path.endsWith('yaml') ? 'yaml' : 'json';
      editor.open(path, '', languageId);
    }
    const edit = fc.record({
      document: fc.constantFrom(...Object.values(documents)),
      from: fc.nat(1000),
      length: fc.nat(40),
      typed: fc.constantFrom('', '"', '\\', '\\u00', '{', '}', '*', '${', '\n', "'", '\uD83D\uDE00', ': ', '# '),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ document: { path, text }, from, length, typed }) => {
        const at = from % text.length;
        editor.change(path, text.slice(0, at) + typed + text.slice(at + length));
        await colouredWords(editor, path);
      }),
      { numRuns: 150 },
    );
    assert.deepEqual(
      editor.log.filter((line) => line.includes('semanticTokens')),
      [],
    );
  });
});

test('tokens come before the rest of a statement is typed', async () => {
  await inEditor(async (editor) => {
    editor.open('template.yaml', inBucketPolicyYaml('Action: s3:Get*'));
    assert.deepEqual(await colouredWords(editor, 'template.yaml'), ['namespace s3:', 'method Get', 'policyWildcard *']);
    editor.change('template.yaml', inBucketPolicyYaml('Action: "s3:'));
    assert.deepEqual(await colouredWords(editor, 'template.yaml'), ['namespace s3:']);
  });
});

test('a request that newer text overtakes is answered by that, and asked again gets the tokens of the new text', async () => {
  let slowly = false;
  const slow: typeof check = function* (...args) {
    while (slowly) yield;
    return yield* check(...args);
  };
  const editor = await FakeEditor.start('in process', { check: slow });
  try {
    editor.open('template.yaml', inBucketPolicyYaml('Action: s3:Get*'));
    await editor.diagnostics('template.yaml');
    slowly = true;
    editor.change('template.yaml', inBucketPolicyYaml('Action: s3:Put*'));
    const overtaken = requestTokens(editor, 'template.yaml').catch((error: { code: number }) => error.code);
    editor.change('template.yaml', inBucketPolicyYaml('Action: s3:List*'));
    slowly = false;
    assert.equal(await overtaken, LSPErrorCodes.ContentModified);
    assert.deepEqual(await colouredWords(editor, 'template.yaml'), [
      'namespace s3:',
      'method List',
      'policyWildcard *',
    ]);
  } finally {
    await editor.stop();
  }
});

test('the editor asks again when something else than the text changes its tokens, and not otherwise', async () => {
  const { workspace } = fullCapabilities;
  const capabilities = {
    ...fullCapabilities,
    workspace: { ...workspace, semanticTokens: { refreshSupport: true } },
  };
  await inEditor(
    async (editor) => {
      editor.open('policy.json', JSON.stringify(policy), 'json');
      assert.deepEqual(await colouredWords(editor, 'policy.json'), wordsOfPolicy);
      await editor.publishedAfter('policy.json', () => editor.changeSettings({ organizationId: 'o-exampleorgid' }));
      editor.change('policy.json', JSON.stringify({ ...policy, Id: 'other' }));
      assert.deepEqual(await colouredWords(editor, 'policy.json'), wordsOfPolicy);
      assert.equal(editor.tokenRefreshes, 0);

      editor.changeSettings({ exclude: ['policy.json'] });
      await editor.until('a refresh', () => editor.tokenRefreshes || undefined);
      assert.equal(await requestTokens(editor, 'policy.json'), null);
      editor.changeSettings({});
      await editor.until('another refresh', () => (editor.tokenRefreshes > 1 ? true : undefined));
      assert.deepEqual(await colouredWords(editor, 'policy.json'), wordsOfPolicy);
    },
    { capabilities },
  );
});
