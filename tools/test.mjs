// npm test: installs, builds, checks types and style, runs every suite, and ends with `N passed, N failed`.
// `node tools/test.mjs SUITE...` runs only these suites, without the checks.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { npm, run } from './lib/process.mjs';
import { ensureBrowser, ensureEditor, ensureModules } from './setup.mjs';

/** @typedef {import('./lib/testReporter.mjs').Counts} Counts */

const SUITES = ['unit', 'rules', 'corpus', 'fuzz', 'protocol', 'editor'];
/** A suite that takes longer hangs. */
const SUITE_TIMEOUT_MS = 10 * 60 * 1000;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.includes(name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are ${SUITES.join(', ')}.`);
  process.exit(2);
}

/** @type {Counts} */
const total = { passed: 0, failed: 0 };
try {
  await runAll();
} catch (error) {
  total.failed++;
  console.log(`✖ ${error instanceof Error ? error.message : error}`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runAll() {
  await ensureModules();
  const built = await runScript('build');

  const everything = wanted.length === 0;
  const suites = (everything ? SUITES : wanted).filter((name) => testFiles(name).length > 0);
  const editor = suites.includes('editor');
  // Mostly a wait for the registry, so it goes on beside the other suites; its failure is told when its turn comes.
  const host = editor && built ? Promise.allSettled([ensureEditor(), ensureBrowser()]) : undefined;

  const checks = everything ? [() => runScript('check:types'), () => runScript('lint')] : [];
  // Suites of the built product cannot tell anything without it, so nothing but the checks follows a failed build.
  const fast = built ? suites.filter((name) => name !== 'editor').map((name) => () => runSuite(name)) : [];
  await inTwoLanes([...checks, ...fast]);

  if (!host) return;
  for (const outcome of await host) if (outcome.status === 'rejected') throw outcome.reason;
  // A browser beside busy suites is slow enough to miss its deadlines: the editor has the machine to itself.
  await runSuite('editor');
}

/**
 * Two processes at a time are what a small machine can do.
 *
 * @param {(() => Promise<unknown>)[]} jobs
 */
async function inTwoLanes(jobs) {
  const queue = [...jobs];
  const lane = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all([lane(), lane()]);
}

/**
 * Runs a script of package.json. Only a failure is counted, and printed.
 *
 * @param {string} name
 */
async function runScript(name) {
  const started = Date.now();
  const { code, output } = await npm(['run', '--silent', name]);
  if (code !== 0) {
    total.failed++;
    console.log(`${indent(name, output)}\n✖ ${name} failed (${seconds(started)})`);
  } else {
    console.log(`✔ ${name} (${seconds(started)})`);
  }
  return code === 0;
}

/** @param {string} suite */
async function runSuite(suite) {
  const started = Date.now();
  /** @type {Counts | undefined} */
  let counts;
  // The editor's files open a window each, which goes away with their process.
  const runner = suite === 'editor' ? '--test' : './tools/lib/oneProcess.mjs';
  const { code } = await run(
    process.execPath,
    ['--import=tsx', '--test-reporter=./tools/lib/testReporter.mjs', runner, ...testFiles(suite)],
    {
      timeout: SUITE_TIMEOUT_MS,
      onLine: (line) => console.log(indent(suite, line)),
      onMessage: (message) => {
        counts = /** @type {Counts} */ (message);
      },
    },
  );
  const { passed, failed } = counts ?? { passed: 0, failed: 1 };
  // A run that ends badly with every test passed has failed all the same.
  const failures = code !== 0 && failed === 0 ? 1 : failed;
  total.passed += passed;
  total.failed += failures;
  console.log(`${failures > 0 ? '✖' : '✔'} ${suite}: ${passed} passed, ${failures} failed (${seconds(started)})`);
}

/** @param {string} suite */
function testFiles(suite) {
  const folder = join(ROOT, 'test', suite);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * @param {string} name
 * @param {string} text
 */
function indent(name, text) {
  return text.replace(/^/gm, `${name.padEnd(8)} | `);
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
