import { reports } from '../engine/reports';
import { rules, settled } from '../engine/rules';
import { spellings, titleOf, wordsOf } from '../engine/words';
import type { SameAs } from '../model/rule';
import type { RulesResult } from './protocol';

/** The rules and reports there are, and the checks of other tools that need none, for a person to search through. */
export function ruleList(): RulesResult {
  return {
    rules: [
      ...rules.map(({ id }) => {
        const words = wordsOf(id);
        return { id, title: titleOf(words), sameAs: idsOf(words.sameAs) };
      }),
      ...reports.map(({ id, title }) => ({ id, title, sameAs: [] })),
    ],
    settled: settled.map(({ reason, sameAs, sources: [page] }) => ({
      reason,
      sameAs: idsOf(sameAs),
      page: page as string,
    })),
  };
}

/** All that other tools call a check, as their users may write it. */
function idsOf(sameAs: SameAs): string[] {
  return Object.entries(sameAs).flatMap(([tool, ids]) =>
    ids.flatMap((id: string) => spellings(tool as keyof SameAs, id)),
  );
}
