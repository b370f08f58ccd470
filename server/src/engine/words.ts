import { wordsTable } from '../data/words';
import type { Finding } from '../model/finding';
import type { Recommendation, Words } from '../model/rule';

/** The words of a rule. */
export function wordsOf(rule: string): Words {
  const words = wordsTable().rules[rule];
  if (!words) throw new Error(`The rule ${rule} has no words.`);
  return words;
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
