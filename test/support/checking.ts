import assert from 'node:assert/strict';
import { type Checked, check, drain } from '../../server/src/engine/check';
import type { Fix } from '../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import type { Unit } from '../../server/src/formats/format';
import type { Finding } from '../../server/src/model/finding';
import { LineIndex, rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { unitOf } from '../../tools/examples';

/** Checks a unit to its end. A rule that throws fails the test. */
export function checkUnit(unit: Unit, settings: Settings = defaultSettings): Checked {
  return drain(
    check(unit, settings, (message) => {
      throw new Error(message);
    }),
  );
}

/** Checks a text as a unit of its own. */
export function checkText(path: string, text: string, settings: Settings = defaultSettings): Checked {
  return checkUnit(unitOf(path, text), settings);
}

/** A finding for a person: its rule, severity, and the text it stands under. */
export function shown(finding: Finding): string {
  const { document, start, end } = rangeOf(finding.origin);
  const { line } = new LineIndex(document.text).positionAt(start);
  return `${finding.rule} ${finding.severity} at line ${line + 1}: ${JSON.stringify(document.text.slice(start, end).slice(0, 80))}`;
}

/** What makes two findings of different texts the same: rule and resource. */
export function subject(finding: Finding): string {
  return `${finding.rule} on ${finding.resource?.address ?? 'the document'}`;
}

/** How often each thing stands in a list. */
export function tally(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/**
 * Proves a fix of a document of its own: it parses no worse, the finding is gone, no finding came, every comment
 * stands. Answers the text it leaves.
 */
export function proveFix(checked: Checked, finding: Finding, fix: Fix): string {
  const [document] = checked.unit.documents;
  assert.ok(document && checked.unit.documents.length === 1, 'fixes are proven on units of one document');
  assert.ok(fix.edits.length > 0, `the fix "${fix.title}" changes nothing`);
  assertInside(fix, document.text.length);
  const text = applyEdits(document.text, fix.edits);
  const after = checkUnit({ ...checked.unit, documents: unitOf(document.path, text).documents });
  const context = `after "${fix.title}" for ${shown(finding)}:\n${text}`;
  const problems = after.unit.documents[0]?.problems ?? [];
  assert.ok(problems.length <= document.problems.length, `a syntax error came ${context}\n${problems[0]?.message}`);
  const before = tally(checked.findings.map(subject));
  const left = tally(after.findings.map(subject));
  const key = subject(finding);
  assert.ok((left.get(key) ?? 0) < (before.get(key) ?? 0), `the finding is still there ${context}`);
  const uncovered = new Set(newlyAsked(checked.findings, after.findings).map(subject));
  for (const [one, count] of left)
    assert.ok(count <= (before.get(one) ?? 0) || uncovered.has(one), `${one} came ${context}`);
  assertComments(document.text, document.comments, text);
  return text;
}

/** The findings that had no reason before: whose key encrypts a resource is asked once it is encrypted. */
function newlyAsked(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const unencrypted = before.filter(({ recommendation }) => recommendation === 'encrypt-at-rest');
  const addresses = new Set(unencrypted.map(({ resource }) => resource?.address));
  return after.filter(
    ({ recommendation, resource }) => recommendation === 'manage-keys' && addresses.has(resource?.address),
  );
}

function assertInside(fix: Fix, length: number): void {
  for (const edit of fix.edits) {
    assert.ok(edit.start >= 0 && edit.start <= edit.end && edit.end <= length, `an edit of "${fix.title}" is outside`);
  }
}

function assertComments(before: string, comments: readonly { start: number; end: number }[], after: string): void {
  let at = 0;
  for (const { start, end } of comments) {
    const comment = before.slice(start, end).trimEnd();
    const found = after.indexOf(comment, at);
    assert.ok(found >= 0, `the comment ${comment} is gone from\n${after}`);
    at = found + comment.length;
  }
}
