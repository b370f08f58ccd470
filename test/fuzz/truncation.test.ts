import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { fixesFor } from '../../server/src/engine/fixes';
import { recognise } from '../../server/src/formats/recognise';
import { parseDocument } from '../../server/src/syntax/parse';
import { rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { type Form, fileName, forms, writeExample } from '../../tools/examples';
import { checkText, checkUnit, shown, subject } from '../support/checking';

/** Every sixth place of a document is cut. The documents are much alike, and each begins to count elsewhere. */
const STRIDE = 6;

describe('a document cut anywhere', () => {
  for (const [i, rule] of rules.entries()) {
    test(`never accuses what stands whole in it: ${rule.id}`, () => {
      for (const form of forms) {
        const text = mended(rule.id, form);
        if (text === undefined) continue;
        const whole = new Set(checkText(fileName(form), text).findings.map(subject));
        for (let length = i % STRIDE; length < text.length; length += STRIDE)
          checkCut(rule.id, form, text.slice(0, length), whole);
      }
    });
  }
});

/** The example of a rule with its fix applied: a document in which the rule finds nothing. */
function mended(ruleId: string, form: Form): string | undefined {
  const rule = rules.find((one) => one.id === ruleId);
  const example = rule && writeExample(rule.example, form);
  if (example === undefined) return undefined;
  const checked = checkText(fileName(form), example);
  const finding = checked.findings.find((one) => one.rule === ruleId);
  const fix = finding && fixesFor(checked, finding)[0];
  return fix && applyEdits(example, fix.edits);
}

/**
 * A cut that leaves a whole document is a document: it may lack things. Where the cut leaves an error, nothing may be
 * called missing that the whole document has, neither in the broken resource nor in its neighbours.
 */
function checkCut(ruleId: string, form: Form, text: string, whole: ReadonlySet<string>): void {
  const document = parseDocument(fileName(form), text);
  assert.ok(!('skipped' in document));
  const recognised = recognise(document);
  if (!recognised) return;
  const checked = checkUnit({ format: recognised.format, documents: [document], partial: false });
  for (const finding of checked.findings) {
    const { start, end } = rangeOf(finding.origin);
    assert.ok(start <= end && end <= text.length, shown(finding));
    const broken = document.problems.length > 0;
    const isMissing = !finding.written && !whole.has(subject(finding));
    assert.ok(!broken || !isMissing, `${ruleId}: ${shown(finding)} in the broken document\n${text}`);
  }
}
