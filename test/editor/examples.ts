import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { folderWith, run } from '../support/commandLine';
import type { Expected, ExpectedFindings } from './suite/expected';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** A copy of examples/ and what the command line finds in it: the editor must show the same. */
export function copyExamples(): { folder: string; expected: ExpectedFindings } {
  const folder = join(folderWith({}), basename(EXAMPLES));
  cpSync(EXAMPLES, folder, { recursive: true });
  const report: { files: { path: string; findings: Expected[] }[] } = JSON.parse(
    run(folder, ['check', '--format', 'json', '.']).out,
  );
  const expected = Object.fromEntries(report.files.map(({ path, findings }) => [path, findings]));
  return { folder, expected };
}
