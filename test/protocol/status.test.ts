import assert from 'node:assert/strict';
import type { RulesResult, StatusParams } from '../../server/src/lsp/protocol';
import { databaseRule, openDatabase, testEverywhere } from './documents';

const settingsFile = '.data-protection.yaml';
const large = `${openDatabase}${'# more\n'.repeat(300)}`;
const kilobyte = { maximumFileSize: 1 };
const tooLarge = /^it is too large: \d+ KB, and the setting 'maximumFileSize' allows 1 KB$/;

testEverywhere('the status of a template tells its format and how much was found', {}, async (editor) => {
  editor.open('template.yaml', openDatabase);
  const { uri, ...status } = await editor.status('template.yaml');
  assert.deepEqual(status, { state: 'checked', format: 'cloudformation', findings: 1 });
  assert.equal(uri, editor.uri('template.yaml'));
});

testEverywhere('the status of a template that is half typed tells the line of its syntax error', {}, async (editor) => {
  editor.open('template.yaml', `${openDatabase}  Half: { Type: [\n`);
  const { state, syntaxErrorLine } = await editor.status('template.yaml');
  assert.equal(state, 'checked');
  assert.ok(syntaxErrorLine && syntaxErrorLine > openDatabase.trimEnd().split('\n').length, String(syntaxErrorLine));
});

testEverywhere(
  'the status of a file that is too large names the setting of the editor',
  { settings: kilobyte },
  async (editor) => {
    editor.open('template.yaml', large);
    const { state, format, reason, setting, settingsFile: file } = await editor.status('template.yaml');
    assert.deepEqual([state, format, setting, file], ['skipped', 'cloudformation', 'maximumFileSize', undefined]);
    assert.match(reason ?? '', tooLarge);
  },
);

testEverywhere(
  'the status of a file that is too large names the settings file where that has the setting',
  { settings: { maximumFileSize: 9000 }, files: { [settingsFile]: 'maximumFileSize: 1\n' } },
  async (editor) => {
    editor.open('template.yaml', large);
    const { setting, reason, settingsFile: file } = await editor.status('template.yaml');
    assert.deepEqual([setting, file], ['maximumFileSize', editor.uri(settingsFile)]);
    assert.match(reason ?? '', tooLarge);
  },
);

testEverywhere(
  'the status of an excluded file names the settings file that excludes it',
  { files: { [settingsFile]: 'exclude: [legacy]\n' } },
  async (editor) => {
    editor.open('legacy/template.yaml', openDatabase);
    const { uri, ...status } = await editor.status('legacy/template.yaml');
    assert.deepEqual(status, {
      state: 'skipped',
      format: 'cloudformation',
      reason: "it is excluded by 'legacy' in .data-protection.yaml",
      setting: 'exclude',
      settingsFile: editor.uri(settingsFile),
    });
  },
);

/** Documents that no setting keeps from being checked, and why they are not. */
const skipped: Record<string, { path: string; text: string; reason: RegExp }> = {
  'is nested too deep': {
    path: 'deep.json',
    text: `{"Resources": ${'['.repeat(300)}`,
    reason: /^it is nested deeper than 200 levels$/,
  },
  'cannot be read': { path: 'nul.yaml', text: `${openDatabase}# \0\n`, reason: /^it contains NUL bytes$/ },
  'is broken before it can be recognised': {
    path: 'broken.yaml',
    text: 'Description: mine\nOther: [\nResources: {\n',
    reason: /^it has a syntax error at line \d$/,
  },
};
for (const [name, { path, text, reason }] of Object.entries(skipped)) {
  testEverywhere(`the status of a document that ${name} says so`, {}, async (editor) => {
    editor.open(path, text);
    const status: StatusParams = await editor.status(path);
    assert.deepEqual([status.state, status.setting], ['skipped', undefined]);
    assert.match(status.reason ?? '', reason);
  });
}

testEverywhere('the status of a document that is none of ours says nothing else', {}, async (editor) => {
  editor.open('compose.yaml', 'services: {}\n');
  const { uri, ...status } = await editor.status('compose.yaml');
  assert.deepEqual(status, { state: 'foreign' });
});

testEverywhere('the rules can be searched by their ids, by words and by the ids of other tools', {}, async (editor) => {
  const { rules, settled } = await editor.request<RulesResult>('dataProtection/rules', undefined);
  const rule = rules.find(({ id }) => id === databaseRule);
  assert.match(rule?.title ?? '', /database|instance/i);
  for (const id of ['CKV_AWS_16', 'AWS-0080', 'aws-rds-encrypt-instance-storage-data']) {
    assert.ok(rule?.sameAs.includes(id), JSON.stringify(rule));
  }
  assert.ok(rules.some(({ id }) => id === 'suppression-unused'));
  assert.ok(settled.some(({ sameAs }) => sameAs.includes('CKV_AWS_19')));
  for (const { reason, page } of settled) assert.match(page ?? '', /^https:\/\//, reason);
});
