import type { Aspect, Attribute, Default, KeyHolder, Question } from '../model/kind';
import type { AttributeRule, ResourceRule } from '../model/rule';
import { and, type Truth } from '../model/truth';
import { asBoolean, textWithHoles } from '../model/value';
import type { Fact, View } from '../model/view';
import { attributeName, satisfies, spelled } from './judge';
import { isSensitive } from './redaction';
import { rulesOf } from './rules';
import type { UnitWorld } from './view';

/** What some facts come to: whether all is as it should be, what is said after the short answer, and the pages. */
export interface Verdict {
  readonly isRight: Truth;
  /** What is wrong is only that there is not enough of it. */
  readonly isTooLittle?: boolean;
  readonly text: string;
  readonly sources: readonly string[];
}

/** A fact and whether it is as it should be. */
interface Judged {
  readonly name: string;
  readonly fact: Fact;
  readonly isRight: Truth;
}

/** What the rows of a kind answer: the facts that decide, after the short answer. */
export function verdictOfRows(question: Question, view: View, world: UnitWorld): Verdict | undefined {
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
    isTooLittle: isRight === false && deciding.every((one) => isSome(one, view)),
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

/** The rows of a kind that a question is about. */
export function rowsAbout(aspect: Aspect, { kind }: View): string[] {
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

/** What the rows come to that a rule judges; `undefined` where it judges none, or one that answers a question. */
export function verdictOfRule(rule: AttributeRule | ResourceRule, view: View, world: UnitWorld): Verdict | undefined {
  const rows = rowsJudgedBy(rule);
  if (rows.some((name) => view.kind.attributes[name]?.about)) return undefined;
  const judged = rows.flatMap((name): Judged[] => {
    const test = testOf(rule, name, view, world);
    if (!test || test.applies === false) return [];
    return view.facts(name).map((fact) => ({ name, fact, isRight: test.applies ? test.passes(fact) : undefined }));
  });
  if (judged.length === 0) return undefined;
  const isRight = and(...judged.map((one) => one.isRight));
  const deciding = judged.filter((one) => one.isRight === isRight);
  const text = listed(deciding.map((one) => factText(one, view, world)));
  return { isRight, text, sources: sourcesOf(deciding) };
}

/** The attributes that a rule judges, where it looks at no more than that. */
export function rowsJudgedBy(rule: AttributeRule | ResourceRule): string[] {
  if (rule.subject === 'resource') return rule.judges ? [rule.judges.attribute] : [];
  return rule.requires.map(({ attribute }) => attribute);
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

/** Whether there is some of what an attribute measures. */
function isSome({ name, fact }: Judged, { kind }: View): boolean {
  const row = kind.attributes[name];
  return row !== undefined && (row.isDegree || row.type === 'number') && isOn(fact, row) === true;
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
export const NAMED = 2;

/** What the deciding facts say. A protection that is switched on by default needs no names. */
function saidOf(deciding: readonly Judged[], isRight: Truth, view: View, world: UnitWorld): string {
  const isTold = ({ name, fact }: Judged) => fact.written !== false || view.kind.attributes[name]?.type === 'number';
  const told = isRight ? deciding.filter(isTold) : deciding;
  if (told.length === 0) {
    return ` by default${sinceOf(deciding.map(({ fact }) => fact.byDefault).find((one) => one?.since))}`;
  }
  return `: ${listed(told.map((one) => factText(one, view, world)))}`;
}

/** Some of several texts, each once, and how many more there are. */
function listed(texts: readonly string[]): string {
  const all = [...new Set(texts)];
  const more = all.length > NAMED ? [`${all.length - NAMED} more`] : [];
  return [...all.slice(0, NAMED), ...more].join(', ');
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
