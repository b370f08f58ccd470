import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

const program = join(__dirname, '..', '..', 'dist', 'cli.js');
assert.ok(existsSync(program), 'dist/cli.js is missing: run "npm run build" first');

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder on the disk with files in it. */
export function folderWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-protection-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs the built program in a folder. */
export function run(folder: string, args: readonly string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, input });
  return { code: status, out: stdout.toString(), told: stderr.toString() };
}

interface Edit {
  readonly path?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly resource?: { readonly type: string; readonly address: string };
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
  readonly fixes: readonly { readonly safety: string; readonly edits: readonly Edit[] }[];
}

/** What the command line prints of a file, as far as tests look at it. */
export interface FileReport {
  readonly path: string;
  readonly format: string;
  readonly skipped?: string;
  readonly findings: readonly Finding[];
}

/** Runs `check --format json` in a folder. */
export function checkJson(folder: string, args: readonly string[], input?: string | Buffer) {
  const { code, out, told } = run(folder, ['check', '--format', 'json', ...args], input);
  const report = JSON.parse(out) as { version: number; files: FileReport[] };
  assert.equal(report.version, 1);
  return { code, told, files: report.files };
}

/** The rules that have findings in a file. */
export function rulesOf(file: FileReport | undefined): string[] {
  return file?.findings.map(({ rule }) => rule) ?? [];
}

/** A template with one finding that is written: its line and column are 6 and 25, counted from one. */
export const database = `Resources:
  Größe:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      StorageEncrypted: false
`;
