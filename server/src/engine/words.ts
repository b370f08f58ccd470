import { wordsTable } from '../data/words';
import type { Finding } from '../model/finding';
import type { Given, Note } from '../model/kind';
import { nearest, suggestion } from '../model/nearest';
import type { Recommendation, SameAs, Words } from '../model/rule';
import { fillIn } from './placeholders';
import { reportWords } from './reports';
import { settled } from './rules';

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
const tools = Object.keys(toolNames) as (keyof SameAs)[];

/** What to say where a rule is named that does not exist. */
export function noSuchRule(id: string, known: readonly string[]): string {
  const needless = needsNoRule(id);
  return needless ? `"${id}" needs no rule: ${needless}` : `There is no rule "${id}".${meantBy(id, known)}`;
}

/** Why what another tool checks under an id needs no rule; `undefined` where it has one, or is not known. */
export function needsNoRule(id: string): string | undefined {
  if (calledSo(id).length > 0) return undefined;
  const isSettled = (tool: keyof SameAs, known: string) =>
    spellings(tool, known).some((one) => otherKey(tool, one) === otherKey(tool, id));
  return settled.find(({ sameAs }) => tools.some((tool) => sameAs[tool]?.some((one) => isSettled(tool, one))))?.reason;
}

/** The one rule that is meant by an id that is none; `undefined` where none is, or any of several may be. */
export function ruleMeantBy(id: string, known: readonly string[]): string | undefined {
  const called = calledSo(id);
  if (called.length > 0) return called.length === 1 ? called[0] : undefined;
  return needsNoRule(id) === undefined ? nearest(id, known) : undefined;
}

/** The end of a message about a rule that does not exist: which one is meant, if that can be told. */
export function meantBy(id: string, known: readonly string[]): string {
  const called = calledSo(id);
  return called.length > 0 ? ` Here that is ${called.map((one) => `"${one}"`).join(', ')}.` : suggestion(id, known);
}

/** The rules that check what another tool checks under an id. */
function calledSo(id: string): string[] {
  return id.includes('*') ? [] : [...new Set(tools.flatMap((tool) => rulesSameAs(tool, id)))];
}

/** What the AWS pages recommend, in one sentence. */
export function recommendationText(id: Recommendation | string): string {
  return wordsTable().recommendations[id] ?? id;
}
