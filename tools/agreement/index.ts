import { guardTemplates, hasCorpus } from '../../test/support/corpus';
import { compare } from './compare';
import { explain, labelOf } from './explain';

/** Compares our rules with the labels of the Guard rules registry's tests; fails where a difference is not explained. */
function agreement(): void {
  if (!hasCorpus) {
    console.log(
      'There is no corpus beside the project, so there is nothing to compare with. CORPUS names another place.',
    );
    return;
  }
  const templates = guardTemplates();
  const { agreed, disagreements, notCovered } = compare(templates);
  const { unexplained, gone } = explain(disagreements);
  const left = [...notCovered.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${templates.length} labelled templates of the Guard rules registry`);
  console.log(`${agreed} labels agree`);
  console.log(`${disagreements.length} differ; docs/differences.md says why`);
  console.log(`${left} are of ${notCovered.size} checks that no rule of ours makes`);
  if (process.argv.includes('--not-covered')) console.log([...notCovered.keys()].sort().join('\n'));
  for (const one of unexplained) console.log(`not explained: ${labelOf(one)}: they say ${one.theirs}, we ${one.ours}`);
  for (const label of gone) console.log(`explained, but not there any more: ${label}`);
  if (unexplained.length > 0 || gone.length > 0) process.exitCode = 1;
}

agreement();
