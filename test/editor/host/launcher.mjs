// Takes the place of the VS Code program in `runTests` of @vscode/test-electron where no desktop build can be had:
// the server build, with a headless browser as its window. Of the program's arguments it knows those that matter:
//   FOLDER --extensionDevelopmentPath=... --extensionTestsPath=... --user-data-dir=...
// It exits with 0 when the suite passed, with 1 otherwise.
import { parseArgs } from 'node:util';
import { startEditorServer } from '../../../tools/lib/editorServer.mjs';
import { ensureEditor } from '../../../tools/setup.mjs';
import { launchBrowser } from './browser.mjs';

const TIME_LIMIT_MS = 5 * 60 * 1000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});

const server = await startEditorServer(await ensureEditor(), String(values['user-data-dir']));
const browser = await launchBrowser();
/** @type {string[]} */
const log = [];
try {
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    log.push(args.join(' '));
  });
  /** @type {Promise<number>} */
  const finished = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('The page of the editor crashed.')));
    const tooLong = new Error(`The suite did not end within ${TIME_LIMIT_MS / 1000} seconds.`);
    setTimeout(reject, TIME_LIMIT_MS, tooLong).unref();
  });
  await page.goto(
    server.url({
      folder: String(positionals[0]),
      extension: String(values.extensionDevelopmentPath),
      tests: String(values.extensionTestsPath),
    }),
  );
  process.exitCode = (await finished) === 0 ? 0 : 1;
} catch (error) {
  // Only now is it worth reading what the editor says of itself, which is a lot.
  console.error(log.join('\n'));
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
