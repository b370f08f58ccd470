import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../server/src/engine/fixAll';
import { fixesFor } from '../../server/src/engine/fixes';
import { defaultSettings } from '../../server/src/engine/settings';
import type { Unit } from '../../server/src/formats/format';
import { recognise } from '../../server/src/formats/recognise';
import { parseDocument } from '../../server/src/syntax/parse';
import { rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { checkUnit, proveFix, shown } from '../support/checking';
import { corpusFiles, guardTemplates, hasCorpus } from '../support/corpus';

/** The folders of the corpus, and how many of their documents must at least be recognised. */
const folders: Readonly<Record<string, number>> = {
  cloudformation: 250,
  'cdk-synth': 60,
  'guard-tests': 300,
  'terraform-json': 40,
  'terraform-plan': 5,
  iam: 10,
};

for (const [folder, atLeast] of Object.entries(folders)) {
  test(`every document of the corpus folder ${folder} is checked, and every fix in it holds`, (t) => {
    if (!hasCorpus) return t.skip('there is no corpus beside the project');
    let recognised = 0;
    let fixes = 0;
    let findings = 0;
    for (const { name, text } of folder === 'guard-tests' ? guardTemplates() : corpusFiles(folder)) {
      const unit = loneUnit(name, text);
      if (!unit) continue;
      recognised++;
      const checked = checkUnit(unit);
      for (const finding of checked.findings) {
        findings++;
        const { start, end } = rangeOf(finding.origin);
        assert.ok(start >= 0 && start <= end && end <= text.length, `${name}: ${shown(finding)} is outside`);
        for (const fix of fixesFor(checked, finding)) {
          fixes++;
          proveFix(checked, finding, fix);
        }
      }
      proveFixAll(name, unit);
    }
    t.diagnostic(`${folder}: ${recognised} documents, ${findings} findings, ${fixes} fixes`);
    assert.ok(recognised >= atLeast, `only ${recognised} documents were recognised`);
  });
}

function loneUnit(path: string, text: string): Unit | undefined {
  const document = parseDocument(path, text);
  const found = 'skipped' in document ? undefined : recognise(document);
  if (!found || 'skipped' in document) return undefined;
  return {
    format: found.format,
    documents: [document],
    partial: false,
    ...(found.generatedBy && { generatedBy: found.generatedBy }),
  };
}

function proveFixAll(name: string, unit: Unit): void {
  const [document] = unit.documents;
  const edits = fixAll(unit, defaultSettings);
  if (!document || edits.length === 0) return;
  const text = applyEdits(document.text, edits);
  const after = loneUnit(name, text);
  assert.ok(after, `${name} is not recognised any more after all safe fixes`);
  const problems = after.documents[0]?.problems ?? [];
  assert.ok(problems.length <= document.problems.length, `${name}: a syntax error came with all safe fixes`);
  assert.deepEqual(fixAll(after, defaultSettings), [], `${name}: a second run of all safe fixes still changes`);
}
