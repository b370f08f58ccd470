// Gets what the project needs and does not commit: its packages, a VS Code to test in, a browser to show it.
// Nothing comes from anywhere but the npm registry and, where the process may use it, apt.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chosenExecutable, findOnPath, isExecutable } from './lib/executables.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { npm, run } from './lib/process.mjs';

/** The npm package that carries the server build of VS Code, and the Node it asks for. */
const EDITOR = 'code-server@4.139.1';
const EDITOR_NODE_MAJOR = '24';

/** @typedef {{node: string, server: string}} Editor the Node to run the VS Code server with, and the server's script */

/** Installs the project's packages when they are absent or older than the lockfile. */
export async function ensureModules() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && modified(installed) >= modified(join(ROOT, 'package-lock.json'))) return;
  await install(['ci'], ROOT, 'the packages of package-lock.json');
}

/**
 * Installs the server build of VS Code into the cache, once.
 *
 * @returns {Promise<Editor>}
 */
export async function ensureEditor() {
  const home = join(CACHE, EDITOR.replace('@', '-'));
  const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
  const node = editorNode();
  if (!existsSync(home)) {
    // Made aside and moved in one step, so that an installation cut short is never taken for a whole one.
    const aside = `${home}.part-${process.pid}`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, 'package.json'), '{"private": true}\n');
    const packages = node.package ? [EDITOR, node.package] : [EDITOR];
    await install(['install', ...packages], aside, `VS Code (${EDITOR})`);
    await install(['install', '--omit=dev'], join(aside, vscode), 'the packages of VS Code');
    await install(['install', '--omit=dev'], join(aside, vscode, 'extensions'), 'the packages of its extensions');
    try {
      renameSync(aside, home);
    } catch (error) {
      // Another process may have been first; its installation is as good as this one.
      rmSync(aside, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return { node: node.path(home), server: join(home, vscode, 'out', 'server-main.js') };
}

/**
 * Finds a Chromium browser, or installs one where apt may be used.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (findOnPath('apt-get') && process.getuid?.() === 0) {
    console.error('Installing chromium with apt-get ...');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', 'chromium']]) {
      const { code, output } = await run('apt-get', args, { env });
      if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${output}`);
    }
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium browser was found. Install Chromium or Google Chrome (on Debian: apt-get install chromium), ' +
      'or set the environment variable CHROMIUM to the path of one.',
  );
}

/** @returns {string | undefined} */
function findBrowser() {
  const found =
    chosenExecutable('CHROMIUM') ?? findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (found) return found;
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/snap/bin/chromium',
    ...programs.flatMap((folder) =>
      folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')]
        : [],
    ),
  ].find(isExecutable);
}

/** The Node that VS Code's server asks for: this one where its version fits, else the npm package that is its binary. */
function editorNode() {
  if (process.versions.node.split('.')[0] === EDITOR_NODE_MAJOR) return { path: () => process.execPath };
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The short name of this one platform was taken on the registry.
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const file = platform === 'win' ? 'node.exe' : 'node';
  return {
    package: `${name}@${EDITOR_NODE_MAJOR}`,
    /** @param {string} home */
    path: (home) => join(home, 'node_modules', name, 'bin', file),
  };
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {string} what
 */
async function install(args, cwd, what) {
  console.error(`Installing ${what} ...`);
  const { code, output } = await npm([...args, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd });
  if (code !== 0) throw new Error(`Installing ${what} failed:\n${output}`);
}

/** @param {string} file */
function modified(file) {
  return statSync(file).mtimeMs;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureModules();
  await ensureEditor();
  await ensureBrowser();
}
