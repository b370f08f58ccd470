import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { assembly } from '../support/assembly';
import { folderWith, run } from '../support/commandLine';
import { testEverywhere } from './documents';

const template = 'cdk.out/Shop.template.json';

/** The line of the author's code that each diagnostic of the bucket leads to. */
function linesOf(diagnostics: readonly Diagnostic[]): string[] {
  const ofBucket = diagnostics.filter(({ code }) => String(code).startsWith('s3-'));
  assert.ok(ofBucket.length > 0);
  const lines = ofBucket.map(({ relatedInformation = [] }) =>
    relatedInformation.map(({ location, message }) => `${location.uri}:${location.range.start.line} ${message}`).join(),
  );
  return [...new Set(lines)];
}

testEverywhere('a diagnostic leads to the line of code that makes the construct', {}, async (editor) => {
  const files = assembly({ project: fileURLToPath(editor.uri('')).replace(/[\\/]$/, '') });
  for (const [name, text] of Object.entries(files)) editor.writeFile(`cdk.out/${name}`, text);
  editor.open(template, files['Shop.template.json'] as string, 'json');
  const diagnostics = await editor.diagnostics(template);
  assert.deepEqual(linesOf(diagnostics), [`${editor.uri('bin/app.ts')}:11 Shop/Data is made here`]);
  const [bucket] = diagnostics.filter(({ code }) => code === 's3-bucket-tls-only');
  assert.match(String(bucket?.message), /the construct Shop\/Data \(aws-cdk-lib\.aws_s3\.Bucket\)\.$/);
});

testEverywhere('what the CDK writes anew is told of in the template that is open', {}, async (editor) => {
  const files = assembly({ project: '.' });
  editor.open(template, files['Shop.template.json'] as string, 'json');
  assert.deepEqual(linesOf(await editor.diagnostics(template)), ['']);
  await editor.untilWatching();
  const leadsToAfter = (name: string, text: string | undefined, line: string) =>
    editor.showsAfter(template, () => editor.writeFile(`cdk.out/${name}`, text), linesOf, [line]);
  editor.writeFile('cdk.out/Shop.metadata.json', files['Shop.metadata.json']);
  const app = editor.uri('bin/app.ts');
  await leadsToAfter('manifest.json', files['manifest.json'], `${app}:11 Shop/Data is made here`);
  const moved = files['Shop.metadata.json']?.replaceAll(':12:', ':31:');
  await leadsToAfter('Shop.metadata.json', moved, `${app}:30 Shop/Data is made here`);
  await leadsToAfter('manifest.json', undefined, '');
});

test('the command line prints the line of code under the finding', () => {
  const files = assembly({ project: '.' });
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`cdk.out/${name}`, text])));
  const { out } = run(folder, ['check', template]);
  assert.match(out, /\[s3-bucket-tls-only\]\n {2}bin\/app\.ts:12:20: Shop\/Data is made here\n/);
  const [file] = JSON.parse(run(folder, ['check', '--format', 'json', template]).out).files;
  const start = { line: 11, character: 19 };
  const place = { path: 'bin/app.ts', range: { start, end: start }, message: 'Shop/Data is made here' };
  const found = file.findings.find(({ rule }: { rule: string }) => rule === 's3-bucket-tls-only');
  assert.deepEqual(found.related, [place]);
});
