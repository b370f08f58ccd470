// npm start: prints the findings of a folder and opens a VS Code on it with the extension loaded.
//   npm start                     the examples
//   npm start -- FOLDER           another folder
//   npm start -- --check PATH...  the findings only; exits as the command line does: 0, 1 or 2
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEditorServer, writeUserSettings } from './lib/editorServer.mjs';
import { findDesktop } from './lib/executables.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { npm, run } from './lib/process.mjs';
import { ensureEditor, ensureModules } from './setup.mjs';

/** npm runs scripts in the project's folder; the user may stand elsewhere. */
const USER_FOLDER = process.env.INIT_CWD ?? process.cwd();

const [first, ...rest] = process.argv.slice(2);

try {
  if (first === '--check') {
    await prepare();
    process.exitCode = check(rest);
  } else {
    const folder = first ? resolve(USER_FOLDER, first) : join(ROOT, 'examples');
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}`);
    await prepare();
    check([folder]);
    await open(folder);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function prepare() {
  await ensureModules();
  const { code, output } = await npm(['run', '--silent', 'build']);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

/**
 * @param {readonly string[]} paths
 * @returns {number} the exit code of the command line
 */
function check(paths) {
  const cli = join(ROOT, 'dist', 'cli.js');
  return spawnSync(process.execPath, [cli, 'check', ...paths], { cwd: USER_FOLDER, stdio: 'inherit' }).status ?? 2;
}

/** @param {string} folder */
async function open(folder) {
  const dataFolder = join(CACHE, 'user-data');
  writeUserSettings(dataFolder);
  const desktop = findDesktop();
  if (desktop) {
    console.log(`\nOpening ${folder} in ${desktop}`);
    const { code, output } = await run(desktop, [
      `--extensionDevelopmentPath=${ROOT}`,
      `--user-data-dir=${dataFolder}`,
      '--disable-workspace-trust',
      '--new-window',
      folder,
    ]);
    if (code !== 0) throw new Error(`VS Code did not open:\n${output}`);
    return;
  }
  const server = await startEditorServer(await ensureEditor(), dataFolder);
  const url = server.url({ folder, extension: ROOT });
  console.log(`\nVS Code with the extension, on ${folder}:\n\n  ${url}\n\nCtrl-C ends it.`);
  await server.ended;
}
