import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { settingsFileName } from '../../server/src/workspace/paths';
import { ARTIFACTS, type LiveEditor, openEditor } from '../support/editorHost';
import { copyExamples } from './examples';

const { folder, expected } = copyExamples();
const picture = (name: string) => join(ARTIFACTS, `${name}.png`);
const inFolder = (name: string) => join(folder, name);

writeFileSync(inFolder('large.yaml'), `Resources: {}\n${'# more\n'.repeat(2_000)}`);
writeFileSync(inFolder('excluded.yaml'), 'Resources: {}\n');
writeFileSync(inFolder('values.yaml'), 'image: nginx\n');
writeFileSync(
  inFolder(settingsFileName),
  'exclude: [excluded.yaml]\nfipsRequird: true\nrules:\n  sqs-encription: off\n',
);

let editor: LiveEditor;
before(async () => {
  editor = await openEditor({ folder, userSettings: { 'dataProtection.maximumFileSize': 10 } });
});
after(() => editor?.close());

test('in the window the status tells what was found in a document, and its format', async () => {
  const findingsIn = (path: string) => `Data Protection: ${expected[path]?.length} findings`;
  await editor.openFile('plan.json');
  await statusSays(`${findingsIn('plan.json')} in a Terraform plan.`);
  await editor.openFile('messaging.yaml');
  await statusSays(`${findingsIn('messaging.yaml')} in a CloudFormation template.`);
  await editor.screenshot(picture('status'));
});

test('in the window the status tells that a file is too large, and leads to the setting', async () => {
  await editor.openFile('large.yaml');
  await statusSays(
    "Data Protection does not check this file: it is too large: 14 KB, and the setting 'maximumFileSize' allows 10 KB.",
  );
  await status().hover();
  await editor.page.locator('.monaco-hover').getByText('it is too large').waitFor();
  await editor.screenshot(picture('status-too-large'));
  await status().click();
  await editor.page.locator('.settings-editor').getByText('Maximum File Size').waitFor();
  await editor.screenshot(picture('status-setting'));
});

test('in the window the status tells that a file is excluded, and leads to the settings file', async () => {
  await editor.openFile('excluded.yaml');
  await statusSays(
    "Data Protection does not check this file: it is excluded by 'excluded.yaml' in .data-protection.yaml.",
  );
  await status().click();
  await editor.page.locator(`.tab.active[data-resource-name="${settingsFileName}"]`).waitFor();
});

test('in the window there is no status of a document that is none of ours', async () => {
  await editor.openFile('values.yaml');
  await status().waitFor({ state: 'hidden' });
});

test('in the window wrong settings have a squiggle, and its hover names the nearest right ones', async () => {
  await editor.openFile(settingsFileName);
  const squiggles = await editor.squigglesUntil(({ length }) => length === 2);
  assert.deepEqual(squiggles, [
    { severity: 'warning', line: 2 },
    { severity: 'warning', line: 4 },
  ]);
  await statusSays('Data Protection: 2 problems in its settings.');
  await editor.goTo(4, 5);
  assert.match(await editor.hover(), /There is no rule "sqs-encription"\. Did you mean "sqs-encryption"\?/);
  await editor.screenshot(picture('settings-file'));
  await editor.page.keyboard.press('Escape');
});

/** What people search for, and the page that the first entry opens. */
const searches = {
  'kms-key-rot': 'kms-key-rotation',
  CKV_AWS_27: 'sqs-encryption',
  'tls outdated viewers': 'cloudfront-minimum-tls',
};
for (const [words, page] of Object.entries(searches)) {
  test(`in the window the rules are searched for "${words}", and the page of ${page} opens`, async () => {
    await editor.command('Data Protection: Show Rules');
    const input = editor.page.getByPlaceholder("An id, also of another tool's check, or words");
    await input.fill(words);
    await editor.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: page }).waitFor();
    await editor.screenshot(picture(`rules-${page}`));
    await input.press('Enter');
    const tab = editor.page.locator('.tab.active').filter({ hasText: `${page}.md` });
    await tab.waitFor();
    // By mouse: while the page is being drawn it keeps what is typed for itself.
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'hidden' });
  });
}

/** Waits until a screen reader would say something of the status. */
async function statusSays(label: string): Promise<void> {
  await status()
    .and(editor.page.locator(`[aria-label="${label}"], :has([aria-label="${label}"])`))
    .waitFor();
}

function status() {
  return editor.page.locator('.statusbar-item[id$="dataProtection.status"]');
}
