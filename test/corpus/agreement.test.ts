import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../tools/agreement/compare';
import { explain, labelOf } from '../../tools/agreement/explain';
import { guardTemplates, hasCorpus } from '../support/corpus';

test("our rules agree with the labels of the Guard rules registry's tests, or the difference is explained", (t) => {
  if (!hasCorpus) return t.skip('there is no corpus beside the project');
  const { agreed, disagreements, notCovered } = compare(guardTemplates());
  t.diagnostic(`${agreed} agree, ${disagreements.length} differ, ${notCovered.size} checks are not covered`);
  const { unexplained, gone } = explain(disagreements);
  assert.deepEqual(unexplained.map(labelOf), [], 'explain these in tools/agreement/differences');
  assert.deepEqual(gone, [], 'these are no differences any more: take them out of tools/agreement/differences');
  assert.ok(agreed >= 350, `only ${agreed} labels agree`);
});
