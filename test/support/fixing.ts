import assert from 'node:assert/strict';
import { fixesFor } from '../../server/src/engine/fixes';
import { defaultSettings } from '../../server/src/engine/settings';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { checkText, proveFix } from './checking';

/** The text after the first fix of the first finding of a rule, which is proven where the settings are the usual ones. */
export function fixed(path: string, text: string, rule: string, settings = defaultSettings): string {
  const checked = checkText(path, text, settings);
  const finding = checked.findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} finds nothing in\n${text}`);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, `${rule} has no fix in\n${text}`);
  if (settings === defaultSettings) proveFix(checked, finding, fix);
  return applyEdits(text, fix.edits);
}
