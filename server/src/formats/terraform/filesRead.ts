import type { SyntaxDocument } from '../../syntax/node';
import { resolvePath } from '../files';

/** Calls of functions that read a JSON file beside the configuration, as JSON has them in its strings. */
const calls = /\b(?:file|templatefile)\(\s*\\"(?:\$\{\s*path\.module\s*\}\/)?([^"\\$]+\.json(?:\.tf?tpl)?)\\"/g;

/** The paths of the JSON files whose content the expressions of a document take. */
export function filesRead({ text, path }: SyntaxDocument): readonly string[] {
  const names = text.includes('file(') ? [...text.matchAll(calls)].flatMap(([, name]) => name ?? []) : [];
  return [...new Set(names)].flatMap((name) => resolvePath(path, name) ?? []);
}
