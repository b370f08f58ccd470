import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where the source packages stand once `npm ci --prefix tools/data --ignore-scripts` has run. */
export const PACKAGES = join(__dirname, 'node_modules');

const requireFromHere = createRequire(join(__dirname, 'package.json'));

/** What every table says about its origin. It carries no date, so that the same packages always give the same bytes. */
export interface Source {
  readonly package: string;
  readonly version: string;
  readonly generatedBy: string;
}

/** A table before it is written: where it comes from, and its named parts. */
export interface Table {
  readonly source: Source;
  readonly [part: string]: unknown;
}

/**
 * Loads a source package. The caller states the little of its shape it uses, so that type checking needs no heavy
 * package.
 */
export function loadPackage<Shape>(name: string): Shape {
  return requireFromHere(name) as Shape;
}

/** The origin of a table: the package, the version that is installed, and the generator. */
export function sourceOf(packageName: string, generator: string): Source {
  const manifest = JSON.parse(readFileSync(join(PACKAGES, packageName, 'package.json'), 'utf8')) as { version: string };
  return { package: packageName, version: manifest.version, generatedBy: `tools/data/${generator}` };
}

/** The lines of a list file: `#` starts a comment line. */
export function readLines(fileName: string): readonly string[] {
  const lines = readFileSync(join(__dirname, fileName), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Reads a list file of patterns: one a line, a trailing `*` matches any rest. */
export function readPatterns(fileName: string): (name: string) => boolean {
  const patterns = readLines(fileName);
  const exact = new Set(patterns.filter((pattern) => !pattern.endsWith('*')));
  const prefixes = patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));
  return (name) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

/** Compares by code unit, which no locale of the machine can change. */
export function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** An object with its keys in order. */
export function sortedRecord<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([left], [right]) => byCodeUnit(left, right)));
}

/**
 * The text of a table: compact, but with each entry of each part on a line of its own, so that an update of a source
 * package reads as a list of what changed.
 */
export function tableText(table: Table): string {
  const parts = Object.entries(table).map(([name, value]) => `${JSON.stringify(name)}:${partText(name, value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

function partText(name: string, value: unknown): string {
  if (name === 'source' || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const lines = Object.entries(value).map(
    ([key, entry]) => (isList ? '' : `${JSON.stringify(key)}:`) + JSON.stringify(entry),
  );
  const text = lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`;
  return isList ? `[${text}]` : `{${text}}`;
}
