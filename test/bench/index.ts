import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { iamAction } from '../../server/src/data/iamActions';
import { conditionKey } from '../../server/src/data/iamConditionKeys';
import { endpointServiceNames } from '../../server/src/data/vpcEndpoints';
import { check, drain } from '../../server/src/engine/check';
import { wordAt } from '../../server/src/engine/cursor/word';
import { policyOffers } from '../../server/src/engine/policyHelp';
import { defaultSettings } from '../../server/src/engine/settings';
import { parseDocument } from '../../server/src/syntax/parse';
import { unitOf } from '../../tools/examples';
import { FakeEditor } from '../support/protocolClient';
import { type BenchFormat, benchDocument, benchFormats } from './documents';

const root = resolve(__dirname, '../..');
const sizes = [10, 100, 500, 1000];
const settings = { maximumFileSize: 100_000 };

/** The value below which a share of the samples lies. */
function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median time of some runs, in milliseconds, after one run to warm up. */
function median(runs: number, work: () => void): number {
  work();
  const samples = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return percentile(samples, 0.5);
}

/** From a change of one character to its diagnostics, over the protocol, in the built server. */
async function keystrokes(path: string, text: string, count: number): Promise<{ times: number[]; memory: number }> {
  const editor = await FakeEditor.start('spawned', { settings });
  try {
    editor.open(path, text, path.endsWith('.yaml') ? 'yaml' : 'json');
    await editor.diagnostics(path);
    const at = text.indexOf('reports') >= 0 ? text.indexOf('reports') : text.indexOf('postgres');
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const changed = `${text.slice(0, at)}${'abc'[i % 3]}${text.slice(at)}`;
      const start = performance.now();
      editor.change(path, changed);
      await editor.diagnostics(path);
      times.push(performance.now() - start);
    }
    return { times, memory: residentMegabytes(editor.process?.pid) };
  } finally {
    await editor.stop();
  }
}

/** The resident memory of a process, where the system tells. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** From the start of the server's process to its answer to `initialize`. */
async function serverStart(): Promise<number> {
  const start = performance.now();
  const editor = await FakeEditor.start('spawned');
  const time = performance.now() - start;
  await editor.stop();
  return time;
}

/** The start of Node itself, doing nothing: what no server can be faster than. */
function nodeStart(): Promise<number> {
  const start = performance.now();
  return new Promise((done) => spawn(process.execPath, ['-e', '0']).on('exit', () => done(performance.now() - start)));
}

/** The tables that policies are judged by: what they weigh when packed, and how long they take on first need. */
function policyTables(): string[] {
  const start = performance.now();
  iamAction('s3:GetObject');
  conditionKey('aws:SourceArn');
  endpointServiceNames();
  const time = performance.now() - start;
  const sizes = ['iam-actions.json', 'policy-locations.json', 'vpc-endpoints.json'].map((file) => {
    const packed = gzipSync(readFileSync(join(root, 'server/src/data', file)), { level: 9 }).length / 1024;
    return { file, packed };
  });
  const total = sizes.reduce((sum, { packed }) => sum + packed, 0);
  return [
    `Policy tables: ${sizes.map(({ file, packed }) => `${file} ${packed.toFixed(0)} KB`).join(', ')}; ${total.toFixed(0)} KB in all, packed.`,
    `Their first use takes ${time.toFixed(0)} ms.`,
  ];
}

async function measure(format: BenchFormat, kilobytes: number): Promise<string> {
  const path = benchFormats[format];
  const text = benchDocument(format, kilobytes);
  const runs = kilobytes > 200 ? 3 : 9;
  const parse = median(runs, () => parseDocument(path, text));
  const unit = unitOf(path, text);
  const checking = median(runs, () => drain(check(unit, defaultSettings, () => {})));
  const findings = drain(check(unit, defaultSettings, () => {})).findings.length;
  const action = text.lastIndexOf('s3:PutObject') + 's3:Put'.length;
  const completing = median(runs, () => {
    const word = wordAt(path, text, action);
    return word && policyOffers(word, text);
  });
  const { times, memory } = await keystrokes(path, text, kilobytes > 200 ? 5 : 12);
  const p50 = percentile(times, 0.5);
  const p95 = percentile(times, 0.95);
  const cells = [
    format,
    `${Math.round(text.length / 1000)} KB`,
    findings,
    parse.toFixed(1),
    checking.toFixed(1),
    (checking / parse).toFixed(1),
    completing.toFixed(1),
    p50.toFixed(1),
    p95.toFixed(1),
    (p50 / parse).toFixed(1),
    memory.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Measures everything; each row is printed as soon as it is known, and all of them are kept as an artefact. */
async function bench(): Promise<void> {
  const lines: string[] = [];
  const tell = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  for (const line of policyTables()) tell(line);
  tell('');
  tell(
    '| format | size | findings | parse, ms | check, ms | check to parse | policy completion, ms | keystroke p50, ms | p95, ms | p50 to parse | server, MB |',
  );
  tell('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const format of Object.keys(benchFormats) as BenchFormat[]) {
    for (const size of sizes) tell(await measure(format, size));
  }
  const starts = [await serverStart(), await serverStart(), await serverStart()];
  const nodes = [await nodeStart(), await nodeStart(), await nodeStart()];
  const start = percentile(starts, 0.5);
  const ratio = start / percentile(nodes, 0.5);
  tell('');
  tell(`Server start to first answer: ${start.toFixed(0)} ms, ${ratio.toFixed(1)} times an empty Node process.`);
  for (const file of ['server.js', 'cli.js', 'extension.js']) {
    tell(`dist/${file}: ${(statSync(join(root, 'dist', file)).size / 1024).toFixed(0)} KB`);
  }
  mkdirSync(join(root, '.artifacts'), { recursive: true });
  writeFileSync(join(root, '.artifacts/bench.md'), `${lines.join('\n')}\n`);
}

bench().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
