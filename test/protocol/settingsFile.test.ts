import assert from 'node:assert/strict';
import { databaseRule, openDatabase, testEverywhere } from './documents';

const path = '.data-protection.yaml';

/** What an editor shows of wrong settings: the words under the squiggle, and the message. */
const faults: Record<string, { text: string; shown: readonly (readonly [under: string, message: RegExp])[] }> = {
  'a setting that does not exist is marked, and the nearest is suggested': {
    text: 'maximumFileSise: 10\nfipsRequired: true\n',
    shown: [['maximumFileSise', /^There is no setting "maximumFileSise"\. Did you mean "maximumFileSize"\?$/]],
  },
  'a value that cannot be is marked at its key': {
    text: '# ours\nminimumTlsVersion: 1.1\n',
    shown: [['minimumTlsVersion', /^"minimumTlsVersion" must be "1\.2" or "1\.3"\.$/]],
  },
  'a rule that does not exist is marked, and the nearest is suggested': {
    text: `rules:\n  ${databaseRule}: hint\n  "rds-storage-encripted": off\n`,
    shown: [['"rds-storage-encripted"', /^There is no rule .* Did you mean "rds-storage-encrypted"\?$/]],
  },
  'a level that does not exist is marked at its rule': {
    text: `rules: { ${databaseRule}: loud }\n`,
    shown: [[databaseRule, /must be one of off, hint, information, warning, error\.$/]],
  },
  'each wrong thing is marked for itself': {
    text: 'excludes: []\nrules:\n  no-such: off\n',
    shown: [
      ['excludes', /Did you mean "exclude"\?$/],
      ['no-such', /^There is no rule "no-such"\.$/],
    ],
  },
  'a syntax error is marked where it is': {
    text: 'fipsRequired: true\nexclude: ]\n',
    shown: [[']', /^The file is not valid YAML, see line 2: /]],
  },
  'settings that are no map are marked at the first line': {
    text: '- rules\n- exclude\n',
    shown: [['- rules', /^Settings are a map/]],
  },
  'settings that are right get no diagnostics': { text: `rules:\n  ${databaseRule}: off\n`, shown: [] },
  'a settings file that is empty gets no diagnostics': { text: '', shown: [] },
};

for (const [name, { text, shown }] of Object.entries(faults)) {
  testEverywhere(`in the settings file ${name}`, {}, async (editor) => {
    editor.open(path, text);
    const diagnostics = await editor.diagnostics(path);
    assert.deepEqual(
      diagnostics.map(({ range: { start, end } }) => {
        const lines = text.split('\n');
        assert.equal(start.line, end.line);
        return lines[start.line]?.slice(start.character, end.character);
      }),
      shown.map(([under]) => under),
    );
    for (const [i, [, message]] of shown.entries()) {
      assert.match(String(diagnostics[i]?.message), message);
      assert.equal(diagnostics[i]?.source, 'data-protection');
    }
    const { state, findings } = await editor.status(path);
    assert.deepEqual([state, findings], ['settings', shown.length]);
  });
}

testEverywhere('a wrong rule takes nothing from the right ones', {}, async (editor) => {
  editor.open(path, `rules:\n  no-such: off\n  ${databaseRule}: off\n`);
  editor.open('template.yaml', openDatabase);
  assert.deepEqual(await editor.diagnostics('template.yaml'), []);
});

testEverywhere('the diagnostics of a settings file go as it is mended', {}, async (editor) => {
  editor.open(path, '\uFEFFfipsRequird: true\n');
  const [diagnostic] = await editor.diagnostics(path);
  assert.deepEqual(diagnostic?.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 12 } });
  editor.change(path, '\uFEFFfipsRequired: true\n');
  assert.deepEqual(await editor.diagnostics(path), []);
});

testEverywhere('a new settings file sets nothing, and each of its settings is right', {}, async (editor) => {
  const text = await editor.request<string>('dataProtection/newSettingsFile', undefined);
  editor.open(path, text);
  assert.deepEqual(await editor.diagnostics(path), []);
  // The first line of a paragraph is prose, the others are settings; the first paragraph is prose alone.
  const paragraphs = text.trimEnd().split('\n\n').slice(1);
  const settings = paragraphs.map((paragraph) => paragraph.split('\n').slice(1).join('\n').replace(/^# /gm, ''));
  editor.change(path, settings.join('\n'));
  assert.deepEqual(await editor.diagnostics(path), []);
  assert.ok(
    settings.some((setting) => setting.startsWith('rules:\n  ')),
    text,
  );
});
