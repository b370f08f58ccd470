// A reporter for node:test: prints failures as they happen, with all that tests print, and nothing of what passes.
// What a test skips for want of something is named, and counts neither way.
// It sends the totals of the run to the process that started it.
import { relative } from 'node:path';
import { inspect } from 'node:util';
import { ROOT } from './paths.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * @param {AsyncIterable<{type: string, data: any}>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(events) {
  /** @type {Record<string, number>} */
  const totals = {};
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    // A group fails because of its tests, and those have been printed.
    else if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') yield failure(data);
    else if (type === 'test:pass' && data.skip !== undefined) yield `↷ ${data.name}: ${data.skip}\n`;
    else if (type === 'test:diagnostic') {
      const total = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/.exec(data.message);
      if (total) totals[String(total[1])] = Number(total[2]);
      else yield `${data.message}\n`;
    }
  }
  const { pass, fail = 0, cancelled = 0 } = totals;
  if (pass !== undefined) process.send?.({ passed: pass, failed: fail + cancelled });
}

/** @param {{name: string, file?: string, details: {error: Error & {cause?: unknown, exitCode?: number}}}} data */
function failure({ name, file = '', details: { error } }) {
  // A file whose process failed is reported as a test that has the path for its name.
  const title = name === file ? relative(ROOT, file) : `${name} (${relative(ROOT, file)})`;
  const ending = typeof error.exitCode === 'number' ? `\n    The process ended with exit code ${error.exitCode}.` : '';
  const lines = describe(error.cause ?? error).split('\n');
  // Frames of the runner and of Node itself tell nothing.
  const telling = lines.filter((line) => !/^\s+at .*(node:|<anonymous>\))/.test(line));
  return `✖ ${title}\n${telling.map((line) => `    ${line}`).join('\n')}${ending}\n`;
}

/** @param {unknown} cause */
function describe(cause) {
  if (typeof cause === 'string') return cause;
  // The message of an assertion shows both sides already.
  const told = cause instanceof Error && 'code' in cause && cause.code === 'ERR_ASSERTION';
  return told && cause.stack ? cause.stack : inspect(cause, { maxStringLength: 4000 });
}
