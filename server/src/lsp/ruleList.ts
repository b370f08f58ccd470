import { rules, settled } from '../engine/rules';
import { titleOf, wordsOf } from '../engine/words';
import type { SameAs } from '../model/rule';
import type { RulesResult } from './protocol';

/** The rules there are, and the checks of other tools that can no longer fail, for a person to search through. */
export function ruleList(): RulesResult {
  return {
    rules: rules.map(({ id }) => {
      const words = wordsOf(id);
      return { id, title: titleOf(words), sameAs: idsOf(words.sameAs) };
    }),
    settled: settled.map(({ reason, sameAs, sources: [page] }) => ({
      reason,
      sameAs: idsOf(sameAs),
      page: page as string,
    })),
  };
}

function idsOf(sameAs: SameAs): string[] {
  return Object.values(sameAs).flat();
}
