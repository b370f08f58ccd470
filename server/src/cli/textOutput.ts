import type { Severity } from '../model/finding';
import type { Position } from '../syntax/ranges';
import type { FileReport, FindingReport } from './report';

/** The escape codes of terminals. */
const codes: Readonly<Record<Severity | 'faint', string>> = {
  error: '31',
  warning: '33',
  information: '34',
  hint: '36',
  faint: '2',
};

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The reports as compilers print them, `path:line:column: severity: message [rule]`, counted from one. */
export function textOutput(files: readonly FileReport[], fixedFiles: number, colours: boolean): string {
  const paint = (text: string, code: keyof typeof codes): string =>
    colours ? `\u001b[${codes[code]}m${text}\u001b[0m` : text;
  const lines = files.flatMap((file) => [
    ...(file.skipped === undefined ? [] : [`${file.path}: ${paint('skipped', 'faint')}: ${file.skipped}`]),
    ...file.findings.flatMap((finding) => linesOf(file, finding, paint)),
  ]);
  return [...lines, summary(files, fixedFiles), ''].join('\n');
}

function linesOf(
  file: FileReport,
  { severity, message, rule, range, related = [] }: FindingReport,
  paint: (text: string, code: Severity | 'faint') => string,
): string[] {
  return [
    `${place(file.path, range.start)}: ${paint(severity, severity)}: ${message} ${paint(`[${rule}]`, 'faint')}`,
    ...related.map((one) => `  ${place(one.path, one.range.start)}: ${one.message}`),
  ];
}

function place(path: string, { line, character }: Position): string {
  return `${path}:${line + 1}:${character + 1}`;
}

function summary(files: readonly FileReport[], fixedFiles: number): string {
  if (files.length === 0) return 'No documents to check were found.';
  const skipped = files.filter((file) => file.skipped !== undefined).length;
  const findings = files.flatMap((file) => file.findings);
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count ? [severity === 'information' ? `${count} information` : plural(count, severity)] : [];
  });
  const done = [
    `${plural(files.length - skipped, 'file')} checked`,
    ...(skipped ? [`${skipped} skipped`] : []),
    ...(fixedFiles ? [`${fixedFiles} fixed`] : []),
  ];
  return `${done.join(', ')}: ${counts.join(', ') || 'nothing found'}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
