import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudFormation } from '../../server/src/formats/cloudformation';
import type { Finding } from '../../server/src/model/finding';
import { desiredField, overlay } from '../../server/src/syntax/desired';
import { child, placeOf, type ScalarNode } from '../../server/src/syntax/node';
import { applyEdits, type TextEdit } from '../../server/src/syntax/textEdit';
import { unitOf } from '../../tools/examples';
import { checkUnit, shown, subject, tally } from '../support/checking';
import { corpusFiles, hasCorpus } from '../support/corpus';

/** A parameter without a default: nobody knows what it comes to. */
const parameter = 'ValueThatNobodyKnows';

for (const folder of ['cloudformation', 'cdk-synth']) {
  test(`no finding in ${folder} stays on a value once that is a parameter without a default`, (t) => {
    if (!hasCorpus) return t.skip('there is no corpus beside the project');
    let replaced = 0;
    for (const { name, text } of corpusFiles(folder)) {
      const unit = templateOf(name, text);
      if (!unit) continue;
      const { findings } = checkUnit(unit);
      const onValues = findings.filter(writtenValue);
      if (onValues.length === 0) continue;
      replaced += onValues.length;
      const unknown = withUnknowns(text, unit, onValues);
      const left = tally(checkUnit(unitOf(name, unknown)).findings.map(subject));
      const expected = tally(findings.map(subject));
      for (const finding of onValues) expected.set(subject(finding), (expected.get(subject(finding)) ?? 0) - 1);
      for (const finding of onValues) {
        const key = subject(finding);
        assert.ok((left.get(key) ?? 0) <= (expected.get(key) ?? 0), `${name}: ${shown(finding)} stays`);
      }
    }
    t.diagnostic(`${folder}: ${replaced} values`);
    assert.ok(replaced > 0);
  });
}

function templateOf(name: string, text: string) {
  try {
    const unit = unitOf(name, text);
    return unit.format === 'cloudformation' || unit.format === 'cdk' ? unit : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The scalar of a resource that a finding stands on and objects to, where it is a value of its own: no key, no piece, no
 * function. What misses something may stand on a name, which says nothing of it.
 */
function writtenValue({ origin, written }: Finding): ScalarNode | undefined {
  if (!written) return undefined;
  const { node, span } = placeOf(origin);
  const { document, text } = node.source;
  if (span || node.kind !== 'scalar' || node.tag || node.source !== document) return undefined;
  const inResources = document.roots.some((root) => {
    const resources = child(root, 'Resources');
    return resources && resources.start <= node.start && node.end <= resources.end;
  });
  const isKey = /^\s*:(?:\s|$)/.test(text.slice(node.end));
  return inResources && !isKey ? node : undefined;
}

function withUnknowns(text: string, unit: ReturnType<typeof unitOf>, findings: readonly Finding[]): string {
  const nodes = new Set(findings.flatMap((finding) => writtenValue(finding) ?? []));
  const [document] = unit.documents;
  const [root] = document?.roots ?? [];
  assert.ok(document && root);
  const values = [...nodes].map(({ start, end }): TextEdit => {
    return { path: document.path, start, end, text: `{"Ref": "${parameter}"}` };
  });
  const declared = desiredField('Parameters', desiredField(parameter, { kind: 'value', value: { Type: 'String' } }));
  const declaration = overlay(root, declared, cloudFormation.overlay);
  assert.ok(declaration);
  return applyEdits(text, [...values, ...declaration]);
}
