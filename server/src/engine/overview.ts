import type { Note, Question } from '../model/kind';
import type { Resource } from '../model/resource';
import type { AttributeRule, Recommendation, ResourceRule } from '../model/rule';
import { and } from '../model/truth';
import { textWithHoles } from '../model/value';
import type { View } from '../model/view';
import type { Checked } from './check';
import { disposalNotes } from './disposal';
import { objectionsOf } from './judge';
import { fillIn } from './placeholders';
import { redacted } from './redaction';
import { kindOf, rulesOf } from './rules';
import { NAMED, rowsAbout, rowsJudgedBy, type Verdict, verdictOfRows, verdictOfRule } from './verdicts';
import type { UnitWorld } from './view';
import { givensOf, notesOf, wordsOf } from './words';

/** The answer to a question, defaults applied, in words such as "yes by default since 2023-01-05". */
export interface Answer extends Verdict {
  readonly question: Question;
}

/** What a rule makes of the attributes that it judges, where they answer none of the questions. */
export interface RuleVerdict extends Verdict {
  readonly rule: string;
}

/** A resource for a person: what it is, how its document protects it, and what AWS says of its kind. */
export interface Overview {
  /** What a person calls its kind. */
  readonly title: string;
  /** Its own name; a policy in a file of its own has none. */
  readonly name?: string;
  readonly answers: readonly Answer[];
  /** What is unknown, of all that one asks of something that holds data. */
  readonly unanswered: readonly Question[];
  readonly verdicts: readonly RuleVerdict[];
  /** The rules on it whose matter is in none of these, and that have nothing to object. */
  readonly quietRules: readonly string[];
  /** Whether any rule asks something of its kind; the others count where rules look beyond a resource. */
  readonly hasRules: boolean;
  readonly notes: readonly Note[];
}

type ShortAnswers = readonly [question: Question, right: string, wrong: string];

/** The questions in their order, with the short answers when all is right and when it is not. */
const shortAnswers: readonly ShortAnswers[] = [
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

/** What is known of the protection of a resource; `undefined` for what the catalogue does not know, or AWS wrote. */
export function overviewOf({ world }: Checked, resource: Resource): Overview | undefined {
  const kind = resource.isPreset ? undefined : kindOf(resource);
  if (!kind) return undefined;
  const view = world.view(resource, kind);
  const rules = rulesOf(kind);
  const answers = shortAnswers.flatMap((words) => answerTo(words, view, world) ?? []);
  const verdicts = rules.flatMap((rule) => {
    const verdict = verdictOfRule(rule, view, world);
    return verdict ? { rule: rule.id, ...verdict } : [];
  });
  return {
    title: kind.title,
    ...(resource.name !== resource.type && { name: resource.name }),
    answers,
    unanswered: unansweredBy(answers),
    verdicts,
    quietRules: rules
      .filter((rule) => verdicts.every(({ rule: id }) => id !== rule.id) && !answersOne(rule, answers, view))
      .filter((rule) => hasNoObjection(rule, view, world))
      .map(({ id }) => id),
    hasRules: rules.length > 0,
    notes: [...disposalNotes(resource, world.reader), ...notesOf(kind.id).filter((note) => isAbout(note, view))],
  };
}

/** The questions that nothing answers. All five are fair ones of what holds data; of the rest, nobody asks them all. */
function unansweredBy(answers: readonly Answer[]): Question[] {
  const asked = answers.some(({ question }) => question === 'at-rest') ? shortAnswers : [];
  return asked.map(([question]) => question).filter((one) => answers.every(({ question }) => question !== one));
}

/** Whether what a rule asks is part of one of the answers. */
function answersOne(rule: AttributeRule | ResourceRule, answers: readonly Answer[], { kind }: View): boolean {
  const aspects = rowsJudgedBy(rule).map((name) => kind.attributes[name]?.about);
  const asked = [questionOf[rule.recommendation], ...aspects.map((about) => (about === 'key' ? 'at-rest' : about))];
  return answers.some(({ question }) => asked.includes(question));
}

function hasNoObjection(rule: AttributeRule | ResourceRule, view: View, world: UnitWorld): boolean {
  const objections = rule.subject === 'attribute' ? objectionsOf(rule, view, world.settings) : rule.check(view, world);
  return objections.length === 0;
}

/** Whether a note is about a resource, and not only about others of its kind. */
function isAbout({ where }: Note, view: View): boolean {
  if (!where) return true;
  const pattern = new RegExp(where.matches);
  return view.facts(where.attribute).some(({ value }) => pattern.test(textWithHoles(value, '*') ?? ''));
}

/** The answer of the document's own words, or of the rules that look beyond them, or of AWS for all of the kind. */
function answerTo([question, right, wrong]: ShortAnswers, view: View, world: UnitWorld): Answer | undefined {
  const ofRows = verdictOfRows(question, view, world);
  const ofRules = ofRows ? undefined : verdictOfRules(question, right, view, world);
  if (ofRules) return ofRules;
  const verdict = ofRows ?? givenTo(question, view);
  if (!verdict) return undefined;
  const { isRight, isTooLittle } = verdict;
  const short = isRight === undefined ? 'unknown' : isRight ? right : isTooLittle ? `${right}, but not enough` : wrong;
  return { question, ...verdict, text: `${short}${verdict.text}` };
}

function givenTo(question: Question, { kind }: View): Verdict | undefined {
  const given = givensOf(kind.id).find((one) => one.question === question);
  return (
    given && { isRight: given.isRight, text: `${given.isRight ? ', ' : ': '}${given.text}`, sources: [given.source] }
  );
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
  // A rule that has nothing to object, and cannot vouch for it either, does not know.
  const isRight = wrong.length > 0 ? false : and(...met) || undefined;
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
