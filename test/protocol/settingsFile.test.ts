import assert from 'node:assert/strict';
import { databaseRule, encryptedDatabase, openDatabase, testEverywhere } from './documents';

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
  "another tool's id is marked, and ours is told": {
    text: 'rules:\n  CKV_AWS_16: off\n  aws-rds-encrypt-cluster-storage-data: off\n',
    shown: [
      ['CKV_AWS_16', /^There is no rule "CKV_AWS_16"\. Here that is "rds-storage-encrypted"\.$/],
      ['aws-rds-encrypt-cluster-storage-data', /Here that is "rds-cluster-storage-encrypted"\.$/],
    ],
  },
  "another tool's id that needs no rule is marked, and why is told": {
    text: 'rules:\n  CKV_AWS_19: off\nignore:\n  - path: a.json\n    rule: W41\n    reason: x\n',
    shown: [
      ['CKV_AWS_19', /^"CKV_AWS_19" needs no rule: S3 encrypts every bucket .* cannot be switched off\.$/],
      ['rule', /^"W41" needs no rule: S3 encrypts every bucket/],
    ],
  },
  'a pattern that can match no file is marked': {
    text: `exclude: [vendor, ../other, 'C:/infra', a/../b, '../{a,b}', /stacks]\nignore:\n  - path: ../a.json\n    rule: ${databaseRule}\n    reason: x\n`,
    shown: [
      ['../other', /^"\.\.\/other" matches no file: a pattern cannot lead out of the folder/],
      ["'C:/infra'", /^"C:\/infra" matches no file: write it relative to the folder of this file/],
      ['a/../b', /matches no file/],
      ['path', /^"\.\.\/a\.json" matches no file: a pattern cannot lead out of the folder/],
    ],
  },
  'a day that the calendar does not have is marked': {
    text: `ignore:\n  - path: a.json\n    rule: ${databaseRule}\n    reason: x\n    until: 2027-02-31\n`,
    shown: [['until', /^"until" must be a date: there is no day 2027-02-31\.$/]],
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
  'each wrong entry of what is ignored is marked for itself, and the nearest is suggested': {
    text: `ignore:\n  - path: a.json\n    ruel: ${databaseRule}\n  - path: b.json\n    rule: rds-storage-encripted\n  - c.json\n`,
    shown: [
      ['ruel', /^There is no "ruel" .* Did you mean "rule"\?$/],
      ['rule', /^There is no rule "rds-storage-encripted"\. Did you mean "rds-storage-encrypted"\?$/],
      ['c.json', /^An entry of "ignore" is a map/],
    ],
  },
  'a suppression without a reason is marked': {
    text: `ignore:\n  - path: a.json\n    rule: ${databaseRule}\n`,
    shown: [['path', /^The suppression of rds-storage-encrypted does not say why\.$/]],
  },
  'a suppression that ended is marked, whatever its pattern means': {
    text: `ignore:\n  - path: "**"\n    rule: ${databaseRule}\n    reason: x\n    until: 2020-01-31\n`,
    shown: [['rule', /^The suppression of rds-storage-encrypted does nothing: it ended on 2020-01-31\.$/]],
  },
  'settings that are right get no diagnostics': { text: `rules:\n  ${databaseRule}: off\n`, shown: [] },
  'a settings file that is empty gets no diagnostics': { text: '', shown: [] },
  'settings without a value yet get no diagnostics': { text: 'rules:\n  # x: off\nexclude:\nignore:\n', shown: [] },
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

/** Two documents of a workspace: one whose database is not encrypted, and one whose is. */
const files = { 'stacks/open.yaml': openDatabase, 'stacks/my [1].yaml': encryptedDatabase };
const ignoring = (pattern: string) =>
  `  - path: ${JSON.stringify(pattern)}\n    rule: ${databaseRule}\n    reason: x\n`;
const [needed, idle] = [ignoring('stacks/open.yaml'), ignoring('stacks/my \\[1\\].yaml')];

testEverywhere(
  'an entry that names a document in which nothing breaks the rule is reported, with a fix that takes it out',
  { files },
  async (editor) => {
    editor.open(path, `# ours\nfipsRequired: false\nignore:\n${needed}${idle}`);
    const [unused, ...others] = await editor.diagnostics(path);
    assert.ok(unused && others.length === 0);
    assert.deepEqual([unused.code, unused.severity, unused.range.start.line], ['suppression-unused', 3, 7]);
    assert.equal(unused.message, `The suppression of ${databaseRule} does nothing: nothing there breaks the rule.`);
    const [fix, page, ...more] = await editor.codeActions(path, unused.range);
    assert.ok(fix?.isPreferred && more.length === 0);
    assert.deepEqual(page?.command?.arguments, ['suppression-unused']);
    await editor.apply(fix);
    assert.equal(editor.text(path), `# ours\nfipsRequired: false\nignore:\n${needed}`);
    assert.deepEqual(await editor.diagnostics(path), []);
  },
);

testEverywhere(
  'a rule that an entry misspells is corrected, and only then the entry taken out',
  { files },
  async (editor) => {
    const misspelled = needed.replace(databaseRule, '"rds-storage-encripted"');
    editor.open(path, `ignore:\n${misspelled}`);
    const [wrong, ...others] = await editor.diagnostics(path);
    assert.ok(wrong && others.length === 0);
    const [correction, removal, ...more] = await editor.codeActions(path, wrong.range);
    assert.ok(correction?.isPreferred && removal && !removal.isPreferred && more.length === 0);
    assert.deepEqual(
      [correction.title, removal.title],
      [`Write ${databaseRule}`, 'Remove the suppression of rds-storage-encripted'],
    );
    await editor.apply(correction);
    assert.equal(editor.text(path), `ignore:\n${misspelled.replace('encripted', 'encrypted')}`);
    assert.deepEqual(await editor.diagnostics(path), []);
  },
);

const lastEntries: Record<string, { others: string; left: string }> = {
  'with the setting': { others: 'fipsRequired: false\n', left: 'fipsRequired: false' },
  'and leaves an empty list where there is no other setting': { others: '', left: 'ignore: []' },
};
for (const [name, { others, left }] of Object.entries(lastEntries)) {
  testEverywhere(`the last entry is taken out ${name}`, { files }, async (editor) => {
    editor.open(path, `${others}ignore:\n${idle}`);
    const [unused] = await editor.diagnostics(path);
    assert.ok(unused);
    const [fix] = await editor.codeActions(path, unused.range);
    assert.ok(fix);
    await editor.apply(fix);
    assert.equal(editor.text(path).trimEnd(), left);
    assert.deepEqual(await editor.diagnostics(path), []);
  });
}

testEverywhere(
  'an entry becomes unused as its document is mended, and needed again as it is not',
  { files },
  async (editor) => {
    editor.open(path, `ignore:\n${needed}`);
    assert.deepEqual(await editor.diagnostics(path), []);
    editor.open('stacks/open.yaml', openDatabase);
    const codesAfter = (text: string, expected: string[]) =>
      editor.showsAfter(
        path,
        () => editor.change('stacks/open.yaml', text),
        (diagnostics) => diagnostics.map(({ code }) => code),
        expected,
      );
    await codesAfter(encryptedDatabase, ['suppression-unused']);
    await codesAfter(openDatabase, []);
  },
);

const misnamed: Record<string, { wrong: string; right: string; text: string }> = {
  'a setting': { wrong: 'maximumFileSise', right: 'maximumFileSize', text: '# ours\nmaximumFileSise: 10 # KB\n' },
  'a rule, in the quotes that are there': {
    wrong: 'rds-storage-encripted',
    right: databaseRule,
    text: 'rules:\n  "rds-storage-encripted": off\n',
  },
  "another tool's id": { wrong: 'CKV_AWS_16', right: databaseRule, text: 'rules: { CKV_AWS_16: off }\n' },
  'a key of what is ignored': {
    wrong: 'ruel',
    right: 'rule',
    text: `ignore:\n  - path: a.json\n    ruel: ${databaseRule}\n    reason: x\n`,
  },
};
for (const [name, { wrong, right, text }] of Object.entries(misnamed)) {
  testEverywhere(`${name} that does not exist is replaced by the one that is meant`, {}, async (editor) => {
    editor.open(path, text);
    const [diagnostic] = await editor.diagnostics(path);
    assert.ok(diagnostic);
    const [fix, ...others] = await editor.codeActions(path, diagnostic.range);
    assert.ok(fix?.isPreferred && others.length === 0);
    assert.equal(fix.title, `Write ${right}`);
    await editor.apply(fix);
    assert.equal(editor.text(path), text.replace(wrong, right));
    assert.deepEqual(await editor.diagnostics(path), []);
  });
}

testEverywhere('nothing is offered where the one that is meant stands beside', {}, async (editor) => {
  editor.open(path, `rules:\n  rds-storage-encripted: off\n  ${databaseRule}: hint\n`);
  const [diagnostic] = await editor.diagnostics(path);
  assert.ok(diagnostic);
  assert.deepEqual(await editor.codeActions(path, diagnostic.range), []);
});

const unknowable: Record<string, string> = {
  'whose pattern may mean several documents': ignoring('stacks/my*.yaml'),
  'that names a folder': ignoring('stacks'),
  'that names a document which is not there': ignoring('stacks/later.yaml'),
  'that names a document which is none of ours': ignoring('notes.yaml'),
};
for (const [name, entry] of Object.entries(unknowable)) {
  testEverywhere(
    `nothing is said of an entry ${name}`,
    { files: { ...files, 'notes.yaml': 'a: b\n' } },
    async (editor) => {
      editor.open(path, `ignore:\n${entry}`);
      assert.deepEqual(await editor.diagnostics(path), []);
    },
  );
}

testEverywhere(
  'what is said of suppressions in the settings file can be switched off there',
  { files },
  async (editor) => {
    const off = 'rules:\n  suppression-unused: off\n  suppression-without-reason: off\n';
    editor.open(path, `${off}ignore:\n${idle.replace('reason: x', 'reason: ""')}`);
    assert.deepEqual(await editor.diagnostics(path), []);
  },
);
