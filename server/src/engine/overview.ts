import type { Aspect, Attribute, Default, KeyHolder, Note } from '../model/kind';
import type { Resource } from '../model/resource';
import type { AttributeRule, Recommendation, ResourceRule } from '../model/rule';
import { and, type Truth } from '../model/truth';
import { asBoolean, textWithHoles } from '../model/value';
import type { Fact, View } from '../model/view';
import type { Checked } from './check';
import { attributeName, satisfies, spelled } from './judge';
import { isSensitive, redacted } from './redaction';
import { kindOf, rulesOf } from './rules';
import type { UnitWorld } from './view';
import { fillIn, notesOf, wordsOf } from './words';

/** A question about the protection of a resource. Whose key it is encrypted with is part of the first answer. */
type Question = Exclude<Aspect, 'key'>;

/** What a document answers to a question, defaults applied. */
export interface Answer {
  readonly question: Question;
  /** Whether it is as it should be; unknown where the document does not tell. */
  readonly isRight: Truth;
  /** The answer in words, such as "yes by default since 2023-01-05, with an AWS managed key". */
  readonly text: string;
  /** The pages that tell of the defaults in it. */
  readonly sources: readonly string[];
}

/** A resource for a person: what it is, how its document protects it, and what AWS says of its kind. */
export interface Overview {
  /** What a person calls its kind. */
  readonly title: string;
  /** Its own name; a policy in a file of its own has none. */
  readonly name?: string;
  readonly answers: readonly Answer[];
  readonly notes: readonly Note[];
}

/** The answers in their order, as they are when all is right and when it is not. */
const answers: readonly (readonly [question: Question, right: string, wrong: string])[] = [
  ['at-rest', 'yes', 'no'],
  ['in-transit', 'yes', 'no'],
  ['logging', 'yes', 'no'],
  ['public', 'no', 'possible'],
  ['backup', 'yes', 'no'],
];

/** The question that a rule answers whose subject is more than a row. */
const questionOf: Partial<Record<Recommendation, Question>> = {
  'encrypt-at-rest': 'at-rest',
  'encrypt-in-transit': 'in-transit',
  'log-activity': 'logging',
  'private-connectivity': 'public',
  'sign-requests': 'public',
};

/** What is known of the protection of a resource; `undefined` for what the catalogue does not know. */
export function overviewOf({ world }: Checked, resource: Resource): Overview | undefined {
  const kind = kindOf(resource);
  if (!kind) return undefined;
  const view = world.view(resource, kind);
  return {
    title: kind.title,
    ...(resource.name !== resource.type && { name: resource.name }),
    answers: answers.flatMap(([question, right, wrong]) => {
      const verdict = verdictOfRows(question, view, world);
      if (!verdict) return verdictOfRules(question, right, view, world) ?? [];
      const short = verdict.isRight === undefined ? 'unknown' : verdict.isRight ? right : wrong;
      return { question, ...verdict, text: `${short}${verdict.text}` };
    }),
    notes: notesOf(kind.id).filter((note) => isAbout(note, view)),
  };
}

/** Whether a note is about a resource, and not only about others of its kind. */
function isAbout({ where }: Note, view: View): boolean {
  if (!where) return true;
  const pattern = new RegExp(where.matches);
  return view.facts(where.attribute).some(({ value }) => pattern.test(textWithHoles(value, '*') ?? ''));
}

/** A fact and whether it is as it should be. */
interface Judged {
  readonly name: string;
  readonly fact: Fact;
  readonly isRight: Truth;
}

/** What the rows of a kind answer: the facts that decide, after the short answer. */
function verdictOfRows(question: Question, view: View, world: UnitWorld): Omit<Answer, 'question'> | undefined {
  const rows = rowsAbout(question, view).flatMap((name) => judge(name, view, world));
  const keys = question === 'at-rest' ? rowsAbout('key', view).flatMap((name) => judgeKey(name, view)) : [];
  const judged = rows.length > 0 ? rows : keys;
  if (judged.length === 0) return undefined;
  const isRight = and(...judged.map((one) => one.isRight));
  const deciding = judged.filter((one) => one.isRight === isRight);
  const holding = isRight ? keys.filter(({ fact }) => keyOf(fact) !== undefined) : [];
  const isMixed = isRight === false && judged.some((one) => one.isRight && one.name === deciding[0]?.name);
  const said = judged === keys && isRight ? '' : saidOf(deciding, isRight, view, world);
  return {
    isRight,
    text: `${isMixed ? ' in some cases' : ''}${said}${keyPhrase(holding, judged === keys)}`,
    sources: sourcesOf([...deciding, ...holding]),
  };
}

/** The pages of the defaults in some facts: those that tell a date first, and not more than a person follows. */
function sourcesOf(judged: readonly Judged[]): string[] {
  const defaults = judged.flatMap(({ fact }) => fact.byDefault ?? []);
  const dated = [...defaults.filter(({ since }) => since), ...defaults.filter(({ since }) => !since)];
  return [...new Set(dated.map(({ source }) => source))].slice(0, NAMED);
}

function rowsAbout(aspect: Aspect, { kind }: View): string[] {
  return Object.entries(kind.attributes).flatMap(([name, row]) => (row.about === aspect ? name : []));
}

/** The facts of a row, judged by the rules on it; none where the rules there are do not apply. */
function judge(name: string, view: View, world: UnitWorld): Judged[] {
  const row = view.kind.attributes[name];
  if (!row || row.type === 'policy') return [];
  const tests = rulesOf(view.kind).flatMap((rule) => testOf(rule, name, view, world) ?? []);
  const applying = tests.filter(({ applies }) => applies !== false);
  if (tests.length > 0 && applying.length === 0) return [];
  return view.facts(name).map((fact) => {
    const verdicts = applying.map(({ applies, passes }) => (applies ? passes(fact) : undefined));
    return { name, fact, isRight: tests.length > 0 ? and(...verdicts) : isOn(fact, row) };
  });
}

/** What a rule holds an attribute to, and whether it applies to a resource. */
function testOf(rule: AttributeRule | ResourceRule, name: string, view: View, world: UnitWorld) {
  if (rule.subject === 'resource') {
    const { judges } = rule;
    if (judges?.attribute !== name) return undefined;
    const passes = ({ value }: Fact): Truth => (value.kind === 'literal' ? !judges.isWrong(value.text) : undefined);
    return { applies: judges.when ? judges.when(view, world) : true, passes };
  }
  const requirement = rule.requires.find(({ attribute }) => attribute === name);
  if (!requirement) return undefined;
  const passes = (fact: Fact): Truth => satisfies(fact, requirement.must, world.settings);
  return { applies: rule.when ? rule.when(view, world.settings) : true, passes };
}

/** Whether an attribute that no rule judges is switched on, or there at all. */
function isOn({ value, written }: Fact, { type }: Attribute): Truth {
  if (value.kind === 'notWritten') return false;
  if (value.kind !== 'literal') return value.kind === 'unknown' && (type === 'boolean' || !written) ? undefined : true;
  if (type === 'boolean') return asBoolean(value.text);
  return type === 'number' ? Number(value.text) > 0 : value.text !== '';
}

/** Whether there is a key to encrypt with at all. */
function judgeKey(name: string, view: View): Judged[] {
  return view.facts(name).map((fact) => {
    const { written, byDefault, value } = fact;
    if (value.kind === 'literal') return { name, fact, isRight: value.text !== '' };
    if (written !== false) return { name, fact, isRight: written };
    const isRight = byDefault?.key || byDefault?.is === 'account' ? true : byDefault?.is === 'none' ? false : undefined;
    return { name, fact, isRight };
  });
}

const holders: Record<KeyHolder, string> = {
  service: 'a key that the service keeps',
  'aws-owned': 'an AWS owned key',
  'aws-managed': 'an AWS managed key',
};

/** Whose key it is, in all cases; that a default chooses it is told where nothing else is. */
function keyPhrase(keys: readonly Judged[], isAll: boolean): string {
  const all = [...new Set(keys.map(({ fact }) => keyOf(fact)))];
  const by = isAll && keys.every(({ fact }) => fact.written === false) ? ' by default' : ',';
  return all.length > 0 ? `${by} with ${all.join(' or ')}` : '';
}

function keyOf({ value, written, byDefault }: Fact): string | undefined {
  if (byDefault?.key) return holders[byDefault.key];
  if (byDefault?.is === 'account') return 'the key that the account has chosen';
  if (value.kind === 'reference') return `the key \`${value.to}\``;
  if (value.kind === 'unknown') return written ? `a key that is not known here (${value.reason})` : undefined;
  const text = textWithHoles(value, '*') ?? '';
  if (text === '') return undefined;
  return /\balias\/aws\//.test(text) ? holders['aws-managed'] : 'a key of your own';
}

/** The most facts that an answer names, and the most pages. */
const NAMED = 2;

/** What the deciding facts say. A protection that is switched on by default needs no names. */
function saidOf(deciding: readonly Judged[], isRight: Truth, view: View, world: UnitWorld): string {
  const isTold = ({ name, fact }: Judged) => fact.written !== false || view.kind.attributes[name]?.type === 'number';
  const told = isRight ? deciding.filter(isTold) : deciding;
  if (told.length === 0) {
    return ` by default${sinceOf(deciding.map(({ fact }) => fact.byDefault).find((one) => one?.since))}`;
  }
  const said = [...new Set(told.map((one) => factText(one, view, world)))];
  const more = said.length > NAMED ? [`${said.length - NAMED} more`] : [];
  return `: ${[...said.slice(0, NAMED), ...more].join(', ')}`;
}

function sinceOf(byDefault: Default | undefined): string {
  return byDefault?.since ? ` since ${byDefault.since}` : '';
}

/** Why a default cannot be told. */
const undecided: Readonly<Record<string, string>> = {
  account: 'a setting of the account decides',
  inherited: 'it is taken over from the source',
  unknown: 'its default depends on more than this document tells',
};

function factText({ name, fact, isRight }: Judged, view: View, { model }: UnitWorld): string {
  const { value, written, parameter, byDefault } = fact;
  const attribute = `\`${attributeName(view, name)}\``;
  const by = parameter
    ? ` by the default of ${parameter.name}`
    : written === false
      ? ` by default${sinceOf(byDefault)}`
      : '';
  switch (value.kind) {
    case 'literal':
      if (isSensitive(model, value.origin)) return `${attribute} is given`;
      return `${attribute} is ${inItsWords(name, fact, view, value.text) || 'empty'}${by}`;
    case 'notWritten':
      return `${attribute} is not set`;
    case 'unknown':
      if (isRight) return `${attribute} is given`;
      return typeof byDefault?.is === 'string'
        ? `${attribute} is not set, ${undecided[byDefault.is]}`
        : `${attribute}, ${value.reason}`;
    default:
      return `${attribute} is given`;
  }
}

/** A boolean as its row spells it, anything else as it is. */
function inItsWords(name: string, fact: Fact, view: View, text: string): string {
  const truth = text === 'true' ? true : text === 'false' ? false : undefined;
  return truth === undefined ? text : String(spelled(view, name, fact, truth));
}

/** What the rules answer that look beyond rows: by their objections, or by what they know to be so. */
function verdictOfRules(question: Question, right: string, view: View, world: UnitWorld): Answer | undefined {
  const asked = rulesOf(view.kind).filter(
    (rule): rule is ResourceRule =>
      rule.subject === 'resource' && !rule.judges && questionOf[rule.recommendation] === question,
  );
  const wrong = asked.flatMap((rule) =>
    rule
      .check(view, world)
      .filter(({ resource }) => resource === view.resource)
      .map((objection) => fillIn(wordsOf(rule.id).title.replace(/ \{name\}/g, ''), redacted(objection, world.model))),
  );
  const met = asked.flatMap((rule) => (rule.isMet ? [rule.isMet(view, world)] : []));
  if (wrong.length + met.length === 0) return undefined;
  const isRight = wrong.length > 0 ? false : and(...met);
  const told = [...new Set(wrong)].slice(0, NAMED).map(asClause).join(', ');
  return { question, isRight, text: told || (isRight ? right : `unknown: ${reasonOf(question, view)}`), sources: [] };
}

/** Why a policy does not tell. */
function reasonOf(question: Question, view: View): string {
  const [value] = rowsAbout(question, view)
    .flatMap((name) => view.facts(name))
    .flatMap((fact) => (fact.value.kind === 'unknown' ? fact.value : []));
  return value?.reason ?? 'the document does not tell';
}

/** A sentence within another. */
function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
