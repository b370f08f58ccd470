// A real VS Code for tests: to run a suite inside its extension host, or to drive its window.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after } from 'node:test';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { LiveEditor } from '../editor/host/liveEditor';

export { LiveEditor, type Squiggle } from '../editor/host/liveEditor';

const ROOT = join(__dirname, '..', '..');

/** Where tests leave pictures and the like for people to look at. */
export const ARTIFACTS = join(ROOT, '.artifacts');

/** What a window opens. */
export interface EditorOptions {
  /** The folder to open. The editor gets a copy of it, so that a test may change and save its files. */
  readonly folder: string;
  /** User settings, over those that keep the window quiet. */
  readonly userSettings?: Record<string, unknown>;
  /** The folder of the extension under test; this project unless given. */
  readonly extension?: string;
}

/** An editor to look at, and the size of its window in pixels. */
export interface WindowOptions extends EditorOptions {
  readonly width?: number;
  readonly height?: number;
}

/** An editor that runs a suite of tests. */
export interface SuiteOptions extends EditorOptions {
  /** The absolute path of a module, TypeScript or JavaScript, that exports `run(): Promise<void>`. */
  readonly suite: string;
}

/**
 * Runs a suite in the extension host of VS Code: the desktop build where there is one, else the server build.
 * Prints what the suite prints. Rejects when `run` does.
 */
export async function runInExtensionHost({
  suite,
  folder,
  userSettings,
  extension = ROOT,
}: SuiteOptions): Promise<void> {
  const { findDesktop } = await import('../../tools/lib/executables.mjs');
  const { writeUserSettings } = await import('../../tools/lib/editorServer.mjs');
  const dataFolder = temporaryFolder();
  writeUserSettings(dataFolder, userSettings);
  const log = join(dataFolder, 'suite.log');
  const desktop = findDesktop();
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? process.execPath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: await bundleSuite(suite, log, dataFolder),
      launchArgs: [
        ...(desktop ? [] : [join(ROOT, 'test', 'editor', 'host', 'launcher.mjs')]),
        copyOf(folder, dataFolder),
        `--user-data-dir=${dataFolder}`,
        `--extensions-dir=${join(dataFolder, 'extensions')}`,
      ],
    });
  } finally {
    if (existsSync(log)) process.stdout.write(readFileSync(log, 'utf8'));
    remove(dataFolder);
  }
}

/**
 * Opens a window of VS Code on a folder with the extension loaded, and waits until it can be used.
 * The server behind it and the browser are started once a test file, and end with it.
 */
export async function openEditor(options: WindowOptions): Promise<LiveEditor> {
  const { folder, userSettings, extension = ROOT, width = 1280, height = 800 } = options;
  const { writeUserSettings } = await import('../../tools/lib/editorServer.mjs');
  host ??= startHost();
  const { server, browser, dataFolder } = await host;
  writeUserSettings(dataFolder, userSettings);
  const context = await browser.newContext({ viewport: { width, height } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = copyOf(folder, mkdtempSync(join(dataFolder, 'window-')));
  const editor = new LiveEditor(await context.newPage(), server.url({ folder: copy, extension }), copy);
  await editor.start();
  return editor;
}

/** One a process, that is one a test file; started by the first window. */
let host: ReturnType<typeof startHost> | undefined;

after(async () => {
  if (!host) return;
  const { server, browser, dataFolder } = await host;
  await browser.close();
  await server.stop();
  remove(dataFolder);
});

async function startHost() {
  const { ensureEditor } = await import('../../tools/setup.mjs');
  const { startEditorServer } = await import('../../tools/lib/editorServer.mjs');
  const { launchBrowser } = await import('../editor/host/browser.mjs');
  const dataFolder = temporaryFolder();
  const browser = await launchBrowser();
  return { server: await startEditorServer(await ensureEditor(), dataFolder), browser, dataFolder };
}

/** Makes one file of a suite, whose console writes to the log. */
async function bundleSuite(suite: string, log: string, folder: string): Promise<string> {
  const outfile = join(folder, 'suite.js');
  const contents = `
    import { run as suite } from ${JSON.stringify(suite)};
    export async function run() {
      try {
        await suite();
      } catch (error) {
        console.error(error);
        throw error;
      }
    }`;
  await build({
    stdin: { contents, resolveDir: ROOT },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    inject: [join(ROOT, 'test', 'editor', 'host', 'suiteConsole.mjs')],
    define: { 'process.env.SUITE_LOG': JSON.stringify(log) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'data-protection-editor-'));
}

/** Copies a folder into another under its own name, which the window shows. */
function copyOf(folder: string, into: string): string {
  const copy = join(into, basename(folder));
  mkdirSync(copy, { recursive: true });
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function remove(folder: string): void {
  // The last writes of a process that was killed may come a little late.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
