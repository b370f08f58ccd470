import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';

const WINDOWS = process.platform === 'win32';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's folder unless given
 * @property {NodeJS.ProcessEnv} [env] added to the environment of this process
 * @property {number} [timeout] milliseconds after which the command is ended
 * @property {(line: string) => void} [onLine] called with each line the command writes, without its line end
 * @property {(message: unknown) => void} [onMessage] called with each message the command sends by `process.send`
 */

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>} the exit code (1 when a signal ended it) and all it wrote
 */
export function run(command, args, { cwd = ROOT, env, timeout, onLine, onMessage } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const lines = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      ...(timeout !== undefined && { timeout }),
      stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? /** @type {const} */ (['ipc']) : [])],
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    if (onMessage) child.on('message', onMessage);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: lines.join('\n') }));
  });
}

/**
 * Runs npm, the one that started this process where there is one.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script) return run(process.execPath, [script, ...args], options);
  // npm is a batch file on Windows, which only a shell can start.
  return WINDOWS ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options);
}

/**
 * Starts a command that serves until it is stopped. It never outlives this process, however that ends.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export function serve(command, args) {
  // A process group of its own lets one signal reach the children of the server as well.
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: !WINDOWS });
  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    if (WINDOWS) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGKILL');
  };
  /** @param {NodeJS.Signals} signal */
  const killAndLeave = (signal) => {
    kill();
    process.removeListener(signal, killAndLeave);
    process.kill(process.pid, signal);
  };
  process.on('exit', kill);
  for (const signal of ENDINGS) process.on(signal, killAndLeave);

  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => {
      process.removeListener('exit', kill);
      for (const signal of ENDINGS) process.removeListener(signal, killAndLeave);
      resolve();
    });
  });
  const stop = () => {
    kill();
    return ended;
  };
  return { child, stop, ended };
}

/** @type {NodeJS.Signals[]} */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
