import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { copySuppressionCommand } from '../../server/src/lsp/protocol';
import { type FakeEditor, fullCapabilities } from '../support/protocolClient';
import { databaseRule, openDatabase, testEverywhere } from './documents';

const inJson = `${JSON.stringify(
  {
    Resources: {
      Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', StorageEncrypted: false } },
    },
  },
  null,
  2,
)}\n`;
const inTerraform = `${JSON.stringify(
  { resource: { aws_db_instance: { database: { engine: 'postgres', storage_encrypted: false } } } },
  null,
  2,
)}\n`;
const taken = inTerraform.replace('"engine"', '"//": "the orders",\n        "engine"');
const urlRule = 'no-credentials-in-url';
const policy = `${JSON.stringify(
  { Statement: [{ Sid: 'A', Effect: 'Deny', Action: '*', Resource: 'https://me:hunter2secret@example.com/' }] },
  null,
  2,
)}\n`;

/** The finding of a rule in a document, if it is there. */
async function findingOf(editor: FakeEditor, path: string, rule: string): Promise<Diagnostic | undefined> {
  return (await editor.diagnostics(path)).find(({ code }) => code === rule);
}

/** The codes that tell of a rule, or of suppressions. */
function about(rule: string): (diagnostics: readonly Diagnostic[]) => string[] {
  const isAbout = (code: string) => code === rule || code.startsWith('suppression-');
  return (diagnostics) => diagnostics.map(({ code }) => String(code)).filter(isAbout);
}

/** What the lightbulb offers to accept a finding. */
async function offered(editor: FakeEditor, path: string, rule: string): Promise<CodeAction | undefined> {
  const finding = await findingOf(editor, path, rule);
  assert.ok(finding, `no ${rule} in ${path}`);
  const actions = await editor.codeActions(path, finding.range);
  return actions.find(({ title }) => title.startsWith('Ignore ') || title.startsWith('Copy '));
}

/** Closes a document and waits until nothing is shown of it any more. */
async function close(editor: FakeEditor, path: string): Promise<void> {
  const uri = editor.uri(path);
  const isOfPath = (one: { uri: string }) => one.uri === uri;
  await editor.diagnostics(path);
  editor.close(path);
  await editor.until(`${path} to be cleared`, () => {
    const newest = editor.published.findLast(isOfPath);
    return newest && newest.version === undefined ? true : undefined;
  });
}

const documents: Record<string, string> = { 'a.yaml': openDatabase, 'a.json': inJson, 'a.tf.json': inTerraform };
for (const [path, text] of Object.entries(documents)) {
  testEverywhere(`a finding in ${path} is suppressed, stays so when reopened, and comes back`, {}, async (editor) => {
    editor.open(path, text);
    const action = await offered(editor, path, databaseRule);
    assert.ok(action?.edit);
    await editor.apply(action);
    assert.equal(await findingOf(editor, path, databaseRule), undefined);
    const suppressed = editor.text(path).replace('<reason>', 'copied every night');
    await close(editor, path);
    await editor.showsAfter(path, () => editor.open(path, suppressed), about(databaseRule), []);
    // The suppression is taken out, which leaves what was there before.
    await editor.showsAfter(path, () => editor.change(path, text), about(databaseRule), [databaseRule]);
  });
}

testEverywhere('a suppression without a reason is a hint, an unused one has a fix', {}, async (editor) => {
  editor.open('a.yaml', openDatabase);
  const action = await offered(editor, 'a.yaml', databaseRule);
  assert.ok(action);
  await editor.apply(action);
  assert.equal((await findingOf(editor, 'a.yaml', 'suppression-without-reason'))?.severity, 4);
  editor.change('a.yaml', editor.text('a.yaml').replace('false', 'true'));
  const unused = await findingOf(editor, 'a.yaml', 'suppression-unused');
  assert.ok(unused);
  const hover = await editor.hover('a.yaml', unused.range.start);
  assert.doesNotMatch(JSON.stringify(hover), /AWS recommends|undefined/);
  const [fix, ...others] = await editor.codeActions('a.yaml', unused.range);
  assert.ok(fix?.isPreferred);
  assert.deepEqual(
    others.filter(({ title }) => /^(?:Remove|Ignore)/.test(title)),
    [],
  );
  await editor.apply(fix);
  assert.equal(editor.text('a.yaml'), openDatabase.replace('false', 'true'));
});

const creating = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { ...fullCapabilities.workspace?.workspaceEdit, resourceOperations: ['create' as const] },
  },
};
const settingsFile = '.data-protection.yaml';

const plan = `${JSON.stringify(
  {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_db_instance.database',
            mode: 'managed',
            type: 'aws_db_instance',
            name: 'database',
            values: { engine: 'postgres', storage_encrypted: false },
          },
        ],
      },
    },
  },
  null,
  2,
)}\n`;
const ofCdktf = `${JSON.stringify({ '//': { metadata: { backend: 'local', version: '0.20.0' } }, ...JSON.parse(inTerraform) }, null, 2)}\n`;

const withoutRoom: readonly [name: string, path: string, text: string, rule: string][] = [
  ['a policy on its own', 'policies/mine [1].json', policy, urlRule],
  ['a plan', 'plans/plan.json', plan, databaseRule],
  ['a configuration that a tool made', 'cdktf.out/cdk.tf.json', ofCdktf, databaseRule],
  ['a block whose comment is taken', 'stack/a.tf.json', taken, databaseRule],
];
for (const [name, path, text, rule] of withoutRoom) {
  testEverywhere(
    `${name} is suppressed in the settings file above it`,
    { files: { [settingsFile]: '# ours\nfipsRequired: false\n' }, capabilities: creating },
    async (editor) => {
      editor.open(settingsFile, '# ours\nfipsRequired: false\n');
      editor.open(path, text);
      const action = await offered(editor, path, rule);
      assert.ok(action?.edit);
      await editor.showsAfter(path, () => void editor.apply(action), about(rule), []);
      assert.match(editor.text(settingsFile), /^# ours\nfipsRequired: false\nignore:\n {2}- path: /);
      const given = editor.text(settingsFile).replace('<reason>', 'copied every night');
      editor.writeFile(settingsFile, given);
      await close(editor, settingsFile);
      await close(editor, path);
      await editor.showsAfter(path, () => editor.open(path, text), about(rule), []);
      editor.open(settingsFile, given);
      assert.deepEqual(await editor.diagnostics(settingsFile), [], 'it is used and says why');
      editor.change(settingsFile, '# ours\n');
      await editor.until('the finding to be back', () => newestFinding(editor, path, rule));
    },
  );

  testEverywhere(
    `${name} is suppressed in a settings file that is made for it`,
    { capabilities: creating },
    async (editor) => {
      editor.open(path, text);
      const action = await offered(editor, path, rule);
      assert.ok(action);
      await editor.apply(action);
      await editor.until('the finding to go', () =>
        editor.published.at(-1)?.diagnostics.every(({ code }) => code !== rule) ? true : undefined,
      );
    },
  );
}

/** Like `findingOf`, where the document is the same but what is said of it is not. */
function newestFinding(editor: FakeEditor, path: string, rule: string): Diagnostic | undefined {
  const newest = editor.published.findLast(({ uri }) => uri === editor.uri(path));
  return newest?.diagnostics.find(({ code }) => code === rule);
}

testEverywhere('an editor that makes no files is not offered one', {}, async (editor) => {
  editor.open('policy.json', policy);
  assert.equal(await offered(editor, 'policy.json', urlRule), undefined);
});

testEverywhere('what the CDK made is suppressed by a line of code', {}, async (editor) => {
  const path = 'cdk.out/a.json';
  const template = JSON.parse(inJson);
  const synthesized = (metadata: object) => {
    template.Resources.Database.Metadata = { 'aws:cdk:path': 'App/Database', ...metadata };
    return `${JSON.stringify(template, null, 1)}\n`;
  };
  editor.open(path, synthesized({}));
  const action = await offered(editor, path, databaseRule);
  assert.equal(action?.edit, undefined);
  assert.equal(action?.command?.command, copySuppressionCommand);
  const [line] = action.command.arguments ?? [];
  const metadata = /addMetadata\('DataProtection', (\{ Ignore: \[\{ Rule: '([\w-]+)', Reason: '' \}\] \})\);$/.exec(
    line,
  );
  assert.ok(metadata, line);
  // What the line makes the CDK write, once it is given a reason; then the line is taken out again.
  const written = { Ignore: [{ Rule: metadata[2], Reason: 'copied every night' }] };
  editor.change(path, synthesized({ DataProtection: written }));
  assert.deepEqual(
    (await editor.diagnostics(path)).filter(({ code }) => code === databaseRule || /^suppression-/.test(String(code))),
    [],
  );
  editor.change(path, synthesized({}));
  assert.ok(await findingOf(editor, path, databaseRule));
});

testEverywhere('what is said of suppressions has a page', {}, async (editor) => {
  editor.open('a.yaml', `# data-protection: ignore no-such-rule -- x\n${openDatabase}`);
  const unused = await findingOf(editor, 'a.yaml', 'suppression-unused');
  assert.ok(unused);
  const actions = await editor.codeActions('a.yaml', unused.range);
  assert.ok(actions.some(({ command }) => command?.arguments?.[0] === 'suppression-unused'));
});
