import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { folderWith } from '../support/commandLine';
import { openEditor } from '../support/editorHost';
import { copyExamples } from './examples';
import { preferredOf } from './suite/expected';

const ROOT = join(__dirname, '..', '..');
const LARGEST_PACKAGE = 1_500_000;

/** What is made, fetched or kept by tools: nothing that a package is made from. */
const leftOut = new Set(['.git', '.cache', '.artifacts', 'dist', 'node_modules']);

/** The packaged file, and the extension as VS Code has installed it from there. */
let vsix: string;
let extension: string;
before(async () => {
  vsix = await packageOf(copyOfProject());
  extension = await installed(vsix);
});

test('the package is small', () => {
  const { size } = statSync(vsix);
  assert.ok(size < LARGEST_PACKAGE, `it has ${size} bytes`);
});

test('the package holds what runs and what people read, and nothing else', () => {
  const wanted = [
    // VS Code puts the package's own manifest there when it installs it.
    '.vsixmanifest',
    'LICENSE.txt',
    'changelog.md',
    'dist/extension.js',
    'dist/server.js',
    ...filesIn(ROOT, 'docs/rules'),
    'docs/suppressions.md',
    'images/icon.png',
    'package.json',
    'readme.md',
    ...filesIn(ROOT, 'snippets'),
    ...filesIn(ROOT, 'syntaxes'),
  ];
  assert.deepEqual(filesIn(extension, '').sort(), wanted.sort());
});

test('the package has all that its manifest names', () => {
  const { main, icon, contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const { snippets = [], grammars = [] } = contributes;
  const named: string[] = [main, icon, ...[...snippets, ...grammars].map(({ path }: { path: string }) => path)];
  assert.deepEqual(
    named.filter((path) => !existsSync(join(extension, path))),
    [],
  );
});

test('the packaged bundles have no source maps', () => {
  for (const name of ['extension.js', 'server.js']) {
    assert.doesNotMatch(readFileSync(join(extension, 'dist', name), 'utf8'), /sourceMappingURL/);
  }
});

test(`the packaged server starts on Node ${process.versions.node}`, () => answersInitialize(process.execPath));

test('the packaged server starts on the Node of a current VS Code', async () => {
  const { ensureEditor } = await import('../../tools/setup.mjs');
  await answersInitialize((await ensureEditor()).node);
});

test('the packaged extension shows a squiggle, explains it, mends it by the lightbulb, and completes a snippet', async () => {
  const { folder, expected } = copyExamples();
  const finding = expected['messaging.yaml']?.find(({ rule }) => rule === 'sqs-encryption');
  const fix = finding && preferredOf(finding);
  assert.ok(fix, 'the command line finds nothing to mend');
  const { severity, range } = finding;
  const line = range.start.line + 1;
  const isThere = (squiggle: { line: number; severity: string }) =>
    squiggle.line === line && squiggle.severity === severity;

  const editor = await openEditor({ folder, extension });
  after(() => editor.close());
  await editor.openFile('messaging.yaml');
  await editor.squigglesUntil((squiggles) => squiggles.some(isThere));
  await editor.goTo(line, range.start.character + 1);
  await editor.hover();
  await editor.page.locator('.monaco-resizable-hover').filter({ hasText: 'AWS recommends: ' }).waitFor();
  await editor.page.keyboard.press('Escape');
  await editor.pickQuickFix(fix.title);
  await editor.squigglesUntil((squiggles) => !squiggles.some(isThere));

  const lines = readFileSync(join(folder, 'messaging.yaml'), 'utf8').split('\n').length;
  await editor.goTo(lines);
  await editor.page.keyboard.type('  ');
  await editor.complete('dp-key');
  await editor.page.keyboard.press('Escape');
  assert.match(await editor.text(), /^ {2}OrdersKey:\n {4}Type: AWS::KMS::Key$/m);
});

/** The project in a folder of its own, so that a production build does not get in the way of other tests. */
function copyOfProject(): string {
  const copy = folderWith({});
  for (const name of readdirSync(ROOT)) {
    if (!leftOut.has(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** Runs `npm run package` in a folder and returns what it makes. */
async function packageOf(folder: string): Promise<string> {
  const { npm } = await import('../../tools/lib/process.mjs');
  const file = join(folder, 'package.vsix');
  const { code, output } = await npm(['run', '--silent', 'package', '--', '--out', file], { cwd: folder });
  assert.equal(code, 0, output);
  return file;
}

/** Has VS Code install a package and returns the folder that it unpacks it to. */
async function installed(file: string): Promise<string> {
  const { ensureEditor } = await import('../../tools/setup.mjs');
  const { run } = await import('../../tools/lib/process.mjs');
  const { node, server } = await ensureEditor();
  const data = folderWith({});
  const extensions = join(data, 'extensions');
  const { code, output } = await run(node, [
    server,
    `--install-extension=${file}`,
    `--extensions-dir=${extensions}`,
    `--server-data-dir=${data}`,
    '--accept-server-license-terms',
  ]);
  assert.equal(code, 0, output);
  const folder = readdirSync(extensions).find((name) => name.startsWith('data-protection.data-protection-'));
  assert.ok(folder, `${basename(file)} was not installed: ${output}`);
  return join(extensions, folder);
}

/** The files in a folder and below it, by their paths from a root; none where there is no such folder. */
function filesIn(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Starts the packaged server, has it answer the first request of every client, and ends it as clients do. */
async function answersInitialize(node: string): Promise<void> {
  const server = spawn(node, [join(extension, 'dist', 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const ended = once(server, 'exit');
  try {
    const initialize = connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    const answer = (await Promise.race([initialize, ended])) as { capabilities?: { hoverProvider?: boolean } };
    assert.equal(answer.capabilities?.hoverProvider, true, 'the server ended, or answered something else');
    await connection.sendRequest('shutdown');
    void connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
  } finally {
    server.kill();
    connection.dispose();
  }
}
