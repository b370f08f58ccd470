import { check, drain } from '../../server/src/engine/check';
import { defaultSettings } from '../../server/src/engine/settings';
import { rulesSameAs } from '../../server/src/engine/words';
import { recognise } from '../../server/src/formats/recognise';
import { parseDocument } from '../../server/src/syntax/parse';
import type { LabelledTemplate } from '../../test/support/corpus';
import { isSettled } from './explain';

/** What a check says of a template: something is wrong, or nothing is. A check that does not apply finds nothing. */
export type Verdict = 'wrong' | 'fine';

/** A template on which a check of the other tool and the rules of ours with its id say different things. */
export interface Disagreement {
  /** The name of the other tool's check. */
  readonly check: string;
  /** The labelled case: its file, and its number in it from 0. */
  readonly template: string;
  readonly theirs: Verdict;
  readonly ours: Verdict;
}

/** How our verdicts compare with the labels of another tool, label by label. */
export interface Comparison {
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
  /** How many labels there are of each check that no rule of ours makes. */
  readonly notCovered: ReadonlyMap<string, number>;
}

/** Checks labelled templates, and holds the findings of the rules that make a check against the check's labels. */
export function compare(templates: readonly LabelledTemplate[]): Comparison {
  let agreed = 0;
  const disagreements: Disagreement[] = [];
  const notCovered = new Map<string, number>();
  for (const { name, text, verdicts } of templates) {
    const found = rulesFinding(name, text);
    for (const [check, label] of verdicts) {
      const rules = rulesSameAs('guard', check);
      if (rules.length === 0 && !isSettled(check)) {
        notCovered.set(check, (notCovered.get(check) ?? 0) + 1);
        continue;
      }
      const theirs: Verdict = label === 'FAIL' ? 'wrong' : 'fine';
      const ours: Verdict = rules.some((rule) => found.has(rule)) ? 'wrong' : 'fine';
      if (theirs === ours) agreed++;
      else disagreements.push({ check, template: caseOf(name), theirs, ours });
    }
  }
  return { agreed, disagreements, notCovered };
}

/** The rules that find something in a text; none in a text that is no document of ours. */
function rulesFinding(path: string, text: string): Set<string> {
  const document = parseDocument(path, text);
  const recognised = 'skipped' in document ? undefined : recognise(document);
  if (!recognised || 'skipped' in document) return new Set();
  const unit = { format: recognised.format, documents: [document], partial: false };
  const { findings } = drain(
    check(unit, defaultSettings, (message) => {
      throw new Error(message);
    }),
  );
  return new Set(findings.map(({ rule }) => rule));
}

/** A labelled case's own name: `folder/tests/file.yml.3.yaml` is `file.yml 3`. */
function caseOf(name: string): string {
  return name.replace(/^.*\/ *(.*)\.(\d+)\.yaml$/, '$1 $2');
}
