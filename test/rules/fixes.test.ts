import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { fixAll } from '../../server/src/engine/fixAll';
import { fixesFor } from '../../server/src/engine/fixes';
import { defaultSettings } from '../../server/src/engine/settings';
import { rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { fileName, forms, unitOf, writeExample } from '../../tools/examples';
import { checkText, proveFix, shown } from '../support/checking';
import { variations } from '../support/variations';

for (const rule of rules) {
  describe(rule.id, () => {
    let written = 0;
    let fixed = 0;
    let found = 0;
    for (const form of forms) {
      const example = writeExample(rule.example, form);
      if (example === undefined) continue;
      written++;
      for (const [variation, text] of variations(example, form)) {
        test(`finds its example and proves each fix in ${form}, ${variation}`, () => {
          const checked = checkText(fileName(form), text);
          const own = checked.findings.filter((finding) => finding.rule === rule.id);
          assert.equal(
            own.length,
            1,
            `${own.length} findings:\n${checked.findings.map(shown).join('\n')}\nin\n${text}`,
          );
          for (const finding of own) {
            found++;
            const range = rangeOf(finding.origin);
            assert.ok(range.start < range.end && range.end <= text.length, shown(finding));
            const fixes = fixesFor(checked, finding);
            if (fixes.length) fixed++;
            for (const fix of fixes) proveFix(checked, finding, fix);
          }
        });
        test(`applies all safe fixes at once in ${form}, ${variation}`, () => {
          const once = applyEdits(text, fixAll(unitOf(fileName(form), text), defaultSettings));
          const again = fixAll(unitOf(fileName(form), once), defaultSettings);
          assert.deepEqual(again, [], `a second run still changes\n${once}`);
        });
      }
    }
    test('declares truly whether it can be fixed', () => {
      assert.ok(written > 0, 'the example cannot be written in any form');
      if (rule.fix === 'always') assert.equal(fixed, found, `${found - fixed} of ${found} findings have no fix`);
      if (rule.fix === 'sometimes') assert.ok(fixed > 0, 'no finding has a fix');
      if (rule.fix === 'none') assert.equal(fixed, 0);
    });
  });
}
