import { wordsTable } from '../data/words';
import type { Finding } from '../model/finding';
import type { Given, Note } from '../model/kind';
import { suggestion } from '../model/nearest';
import type { Recommendation, SameAs, Words } from '../model/rule';
import { fillIn } from './placeholders';
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
  const key = otherKey(tool, id);
  if (!key.includes('*')) return rulesByOtherId.get(key) ?? [];
  return [...new Set([...rulesByOtherId].flatMap(([known, rules]) => (fits(known, key) ? rules : [])))];
}

/** Whether a key fits one with Trivy's wildcards: `aws-s3-*` is every check of S3. */
function fits(known: string, pattern: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop() ?? '';
  if (!known.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = known.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return known.length - last.length >= at && known.endsWith(last);
}

let rulesByOtherId: ReadonlyMap<string, readonly string[]> | undefined;

function otherIds(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [rule, { sameAs }] of Object.entries(wordsTable().rules)) {
    for (const [tool, ids] of Object.entries(sameAs) as [keyof SameAs, readonly string[]][]) {
      for (const key of new Set(ids.flatMap((id) => spellings(tool, id)).map((one) => otherKey(tool, one)))) {
        found.set(key, [...(found.get(key) ?? []), rule]);
      }
    }
  }
  return found;
}

/** What users may write for an id. Trivy's checks also go by a long name, and by that without provider and service. */
export function spellings(tool: keyof SameAs, id: string): string[] {
  const name = tool === 'trivy' ? wordsTable().trivyNames[id] : undefined;
  return name === undefined ? [id] : [id, name, name.replace(/^aws-[a-z\d]+-/, '')];
}

/** Trivy's ids are written in either case, and used to start with `AVD-`. */
function otherKey(tool: keyof SameAs, id: string): string {
  return `${tool} ${tool === 'trivy' ? id.toUpperCase().replace(/^AVD-/, '') : id}`;
}

/** What a rule finds wrong, of no resource in particular. */
export function titleOf(words: Words): string {
  const title = words.title.replace(/ \{\w+\}/g, '').replace(/\{\w+\|([^}]*)\}/g, '$1');
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
  const construct = resource?.construct;
  if (generatedBy === 'plan') return `Mend it in the configuration${resource ? ` of ${resource.address}` : ''}.`;
  if (!construct) return 'Mend it in the code that this is made from.';
  return `Mend it in the construct ${construct.path}${construct.kind ? ` (${construct.kind})` : ''}.`;
}

/** What the AWS pages say of a kind of resource. */
export function notesOf(kind: string): readonly Note[] {
  return wordsTable().notes[kind] ?? [];
}

/** What AWS answers for every resource of a kind. */
export function givensOf(kind: string): readonly Given[] {
  return wordsTable().givens[kind] ?? [];
}

/** The other tools, as they call themselves. */
export const toolNames: Readonly<Record<keyof SameAs, string>> = {
  checkov: 'Checkov',
  trivy: 'Trivy',
  cdkNag: 'cdk-nag',
  guard: 'AWS Guard rules registry',
  cfnNag: 'cfn_nag',
};

/** What to say where a rule is named that does not exist. */
export function noSuchRule(id: string, known: readonly string[]): string {
  return `There is no rule "${id}".${meantBy(id, known)}`;
}

/** The end of a message about a rule that does not exist: which one is meant, if that can be told. */
export function meantBy(id: string, known: readonly string[]): string {
  const tools = Object.keys(toolNames) as (keyof SameAs)[];
  const called = id.includes('*') ? [] : [...new Set(tools.flatMap((tool) => rulesSameAs(tool, id)))];
  return called.length > 0 ? ` Here that is ${called.map((one) => `"${one}"`).join(', ')}.` : suggestion(id, known);
}

/** What the AWS pages recommend, in one sentence. */
export function recommendationText(id: Recommendation | string): string {
  return wordsTable().recommendations[id] ?? id;
}
