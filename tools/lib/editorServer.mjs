import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './process.mjs';

/** User settings of an editor that shows the documents and nothing else. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  // What somebody tries in the examples stays theirs to save.
  'files.autoSave': 'off',
};

/**
 * Writes the user settings of an editor whose user data lives in `dataFolder`.
 *
 * @param {string} dataFolder
 * @param {Record<string, unknown>} [settings] win over the quiet ones
 */
export function writeUserSettings(dataFolder, settings = {}) {
  const folder = join(dataFolder, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

/**
 * @typedef {object} EditorServer
 * @property {(target: EditorTarget) => string} url the address that opens an editor
 * @property {() => Promise<void>} stop ends the server and its children
 * @property {Promise<void>} ended settles once the server is gone
 *
 * @typedef {object} EditorTarget
 * @property {string} folder absolute path of the folder to open
 * @property {string} extension absolute path of the extension to load from its sources
 * @property {string} [tests] absolute path of a module that exports `run()`, to be run in the extension host
 */

/**
 * Starts the server build of VS Code on a free port of this machine.
 *
 * @param {import('../setup.mjs').Editor} editor
 * @param {string} dataFolder where it keeps its user data
 * @returns {Promise<EditorServer>}
 */
export async function startEditorServer(editor, dataFolder) {
  const { child, stop, ended } = serve(editor.node, [
    editor.server,
    '--host=127.0.0.1',
    '--port=0',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    '--telemetry-level=off',
    `--user-data-dir=${dataFolder}`,
    `--server-data-dir=${join(dataFolder, 'server')}`,
    // Without it a built server leaves tests alone that are named in the address.
    '--enable-smoke-test-driver',
  ]);
  /** @type {string} */
  const port = await new Promise((resolve, reject) => {
    let output = '';
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      output += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening?.[1]) resolve(listening[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server did not start (exit code ${code}):\n${output}`)));
  });

  const authority = `127.0.0.1:${port}`;
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return {
    stop,
    ended,
    url({ folder, extension, tests }) {
      const payload = [
        ['extensionDevelopmentPath', remote(extension)],
        ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
        ['skipWelcome', 'true'],
      ];
      const query = new URLSearchParams({
        folder: decodeURIComponent(pathToFileURL(folder).pathname),
        payload: JSON.stringify(payload),
      });
      return `http://${authority}/?${query}`;
    },
  };
}
