import assert from 'node:assert/strict';
import { fixesFor } from '../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { Workspace } from '../../server/src/workspace/workspace';
import { MemoryFiles } from '../unit/workspace/memoryFiles';
import { checkUnit } from './checking';

/** Checks a file of a workspace together with what belongs to it, as the product finds that. */
export async function checkFile(texts: Record<string, string>, path: string, settings: Settings = defaultSettings) {
  const loaded = await new Workspace(new MemoryFiles(texts), () => {}).load(path);
  assert.ok(loaded.kind === 'unit', `${path} is ${loaded.kind === 'skipped' ? loaded.reason : loaded.kind}`);
  return checkUnit(loaded.unit, settings);
}

/**
 * Checks one file, in which each `⟦rule|text⟧` marks a finding, beside others. The rules that are not named in `rules`
 * do not count, so that a document may be as short as its subject.
 */
export async function assertFileFindings(
  texts: Record<string, string>,
  path: string,
  rules: readonly string[],
): Promise<void> {
  const expected: string[] = [];
  const plain = (texts[path] as string).replace(/⟦([\w-]+)\|([^⟧]*)⟧/g, (_mark, rule: string, text: string) => {
    expected.push(`${rule} ${text}`);
    return text;
  });
  const { findings } = await checkFile({ ...texts, [path]: plain }, path);
  const found = findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, origin }) => {
      const { document, start, end } = rangeOf(origin);
      assert.equal(document.path, path);
      return `${rule} ${document.text.slice(start, end)}`;
    });
  assert.deepEqual(found.sort(), expected.sort());
}

/** The text a file has after the best fix of its one finding of a rule. */
export async function fixedFile(texts: Record<string, string>, path: string, rule: string): Promise<string> {
  const checked = await checkFile(texts, path);
  const [finding, ...others] = checked.findings.filter((one) => one.rule === rule);
  assert.ok(finding && others.length === 0, `${checked.findings.length} findings`);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, 'there is no fix');
  assert.ok(fix.edits.every((edit) => edit.path === path));
  return applyEdits(texts[path] as string, fix.edits);
}
