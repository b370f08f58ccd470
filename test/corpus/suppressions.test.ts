import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesSameAs } from '../../server/src/engine/words';
import { recognise } from '../../server/src/formats/recognise';
import { parseDocument } from '../../server/src/syntax/parse';
import { rangeOf } from '../../server/src/syntax/ranges';
import { checkUnit, shown } from '../support/checking';
import { corpusFiles, guardTemplates, hasCorpus } from '../support/corpus';

test('the suppressions of other tools in their own documents are honoured', (t) => {
  if (!hasCorpus) return t.skip('there is no corpus beside the project');
  let read = 0;
  let known = 0;
  const byTool = new Map<string, number>();
  for (const { name, text } of [...guardTemplates(), ...corpusFiles('cloudformation'), ...corpusFiles('cdk-synth')]) {
    const document = parseDocument(name, text);
    const found = 'skipped' in document ? undefined : recognise(document);
    if (!found || 'skipped' in document) continue;
    const { model, findings } = checkUnit({ ...found, documents: [document], partial: false });
    for (const { contract, rule, covers } of model.suppressions) {
      read++;
      byTool.set(contract, (byTool.get(contract) ?? 0) + 1);
      assert.ok(contract !== 'ours' && covers, name);
      const rules = rulesSameAs(contract, rule);
      if (rules.length > 0) known++;
      const [start, end] = [rangeOf(covers.from).start, rangeOf(covers.to).end];
      for (const finding of findings.filter((one) => rules.includes(one.rule))) {
        const place = rangeOf(finding.origin).start;
        assert.ok(place < start || place > end, `${name}: ${shown(finding)} although ${rule} is suppressed`);
      }
    }
  }
  const tools = [...byTool].map(([tool, count]) => `${tool} ${count}`).join(', ');
  t.diagnostic(`${read} suppressions (${tools}), ${known} of checks that a rule of ours makes as well`);
  assert.ok(read >= 500 && known >= 40, `only ${read} suppressions were read, ${known} of them known`);
  for (const tool of ['checkov', 'cfnNag', 'guard']) assert.ok(byTool.has(tool), `none of ${tool} was read`);
});
