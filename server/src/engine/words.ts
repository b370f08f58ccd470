import { wordsTable } from '../data/words';
import type { Finding } from '../model/finding';
import type { Recommendation, SameAs, Words } from '../model/rule';
import { reportWords } from './reports';

/** The words of a rule, or of a report of the framework. */
export function wordsOf(rule: string): Words {
  const words = reportWords[rule] ?? wordsTable().rules[rule];
  if (!words) throw new Error(`The rule ${rule} has no words.`);
  return words;
}

/** The rules that check what another tool checks under an id, as its users suppress it. */
export function rulesSameAs(tool: keyof SameAs, id: string): readonly string[] {
  rulesByOtherId ??= otherIds();
  return rulesByOtherId.get(otherKey(tool, id)) ?? [];
}

let rulesByOtherId: ReadonlyMap<string, readonly string[]> | undefined;

function otherIds(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [rule, { sameAs }] of Object.entries(wordsTable().rules)) {
    for (const [tool, ids] of Object.entries(sameAs) as [keyof SameAs, readonly string[]][]) {
      for (const id of ids) found.set(otherKey(tool, id), [...(found.get(otherKey(tool, id)) ?? []), rule]);
    }
  }
  return found;
}

/** Trivy's ids are written in either case, and used to start with `AVD-`. */
function otherKey(tool: keyof SameAs, id: string): string {
  return `${tool} ${tool === 'trivy' ? id.toUpperCase().replace(/^AVD-/, '') : id}`;
}

/** What a rule finds wrong, of no resource in particular. */
export function titleOf(words: Words): string {
  const title = words.title.replace(/ \{name\}/g, '').replace(/\{(\w+)\}/g, 'a $1');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * The message of a finding: what is wrong, with the resource and the details filled in; in a document that a tool
 * made, also where to mend it.
 */
export function messageOf(finding: Finding): string {
  const message = fillIn(wordsOf(finding.rule).title, finding);
  return finding.generatedBy ? `${message} ${whereToMend(finding)}` : message;
}

/** Where to mend what stands in a document that nobody typed. */
function whereToMend({ generatedBy, resource }: Finding): string {
  const construct = resource?.constructPath?.replace(/\/(?:Resource|Default)$/, '');
  if (generatedBy === 'plan') return `Mend it in the configuration${resource ? ` of ${resource.address}` : ''}.`;
  return construct ? `Mend it in the construct ${construct}.` : 'Mend it in the code that this is made from.';
}

/** Fills the placeholders of a text: `{name}` is the resource, others are the finding's details. */
export function fillIn(text: string, finding: Finding): string {
  const details: Readonly<Record<string, string>> = { name: finding.resource?.name ?? '', ...finding.details };
  return text.replace(/\{(\w+)\}/g, (placeholder, key: string) => details[key] ?? placeholder);
}

/** What the AWS pages recommend, in one sentence. */
export function recommendationText(id: Recommendation | string): string {
  return wordsTable().recommendations[id] ?? id;
}
