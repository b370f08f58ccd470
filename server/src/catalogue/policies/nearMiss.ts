import type { Change } from '../../model/finding';
import { certain } from '../../model/nearest';
import type { Origin } from '../../model/origin';
import type { ConditionTest, Policy, Statement } from '../../model/policy';
import type { Value } from '../../model/value';
import type { View } from '../../model/view';
import type { Written } from '../../model/written';
import { testHolds } from './conditions';
import { actionMatches, callerMatches } from './evaluate';
import { clientRequests, type Guarded } from './refusal';

/** A statement that was meant to deny plain HTTP and does not do so altogether. */
export interface NearMiss {
  /** The first wrong token. */
  readonly origin: Origin;
  /** What makes it right. */
  readonly changes: readonly Change[];
  /** As it stands it denies requests over TLS: to mend it gives access. */
  readonly deniesTls: boolean;
}

/** A wrong token of a statement, with what makes it right. */
type Flaw = Omit<NearMiss, 'deniesTls'>;

const transport = 'aws:SecureTransport';
const plain = clientRequests({ [transport]: 'false' });
const secure = clientRequests({ [transport]: 'true' });

/** The first statement of a policy that falls short of denying plain HTTP; `names` is what its resources have to be. */
export function nearMissOf(
  { statements }: Policy,
  guarded: Guarded,
  names: Written | undefined,
  resource?: View,
): NearMiss | undefined {
  for (const statement of statements) {
    const found = nearMiss(statement, guarded, names, resource);
    if (found) return found;
  }
  return undefined;
}

/** What is wrong with a statement; nothing where it is about something else or cannot be mended with certainty. */
function nearMiss(
  statement: Statement,
  guarded: Guarded,
  names: Written | undefined,
  resource: View | undefined,
): NearMiss | undefined {
  const [test, ...more] = statement.conditions.filter(isAboutTransport);
  const others = statement.conditions.filter((one) => !isAboutTransport(one));
  const isMeant = test && more.length === 0 && others.every((one) => testHolds(one, plain) === 'all');
  if (statement.effect !== 'Deny' || statement.open || !isMeant) return undefined;
  const found = [
    flawOfPrincipals(statement),
    flawOfActions(statement, guarded),
    flawOfResources(statement, guarded, names, resource),
    flawsOfTest(test),
  ];
  const flaws = found.flatMap((one) => one ?? []);
  const [first] = flaws;
  if (!first || found.includes(undefined)) return undefined;
  return { ...first, changes: flaws.flatMap(({ changes }) => changes), deniesTls: mayHold(test) };
}

/** Whether a test is on the key for TLS, be it misspelled or with the prefix of a service. */
function isAboutTransport({ key }: ConditionTest): boolean {
  return certain(key.split(':').pop() ?? '', ['SecureTransport']) !== undefined;
}

/** What is wrong with an element: nothing, one thing, or `undefined` where that cannot be told or mended. */
type Verdict = readonly Flaw[] | undefined;

function flawOfPrincipals(statement: Statement): Verdict {
  const { principals } = statement;
  const extent = callerMatches(statement, plain);
  if (!principals || extent === undefined) return undefined;
  const values = principals.values.map(({ value }) => value);
  return extent === 'all' ? [] : [wrong(statement, 'Principal', principals.key, values, '*')];
}

function flawOfActions(statement: Statement, { action }: Guarded): Verdict {
  const { actions } = statement;
  const extent = actionMatches(statement, { ...plain, action });
  if (!actions || extent === undefined) return undefined;
  return extent === 'all' ? [] : [wrong(statement, 'Action', actions.key, actions.values, action)];
}

function flawOfResources(
  statement: Statement,
  { isEverything }: Guarded,
  names: Written | undefined,
  resource: View | undefined,
): Verdict {
  const { resources, notResources } = statement;
  const isAll = notResources ? undefined : isEverything(resources, resource);
  if (isAll) return [];
  if (isAll === undefined || !resources || names === undefined) return undefined;
  return [wrong(statement, 'Resource', resources.key, resources.values, names)];
}

function wrong(
  statement: Statement,
  element: 'Principal' | 'Action' | 'Resource',
  key: Origin,
  values: readonly Value[],
  value: Written,
): Flaw {
  const [only, ...more] = values;
  const origin = only?.kind === 'literal' && more.length === 0 ? only.origin : key;
  return { origin, changes: [{ kind: 'setElement', statement, element, value }] };
}

function flawsOfTest(test: ConditionTest): Verdict {
  const flaws: Flaw[] = [];
  if (test.key.toLowerCase() !== transport.toLowerCase()) flaws.push(withText(test.keyOrigin, transport));
  const meant = { ...test, key: transport };
  if (tellsApart(meant)) return flaws;
  const [value] = test.values;
  if (value?.kind !== 'literal' || test.values.length > 1) return undefined;
  const text = ['false', 'true'].find((one) => tellsApart({ ...meant, values: [{ ...value, text: one }] }));
  return text === undefined ? undefined : [...flaws, withText(value.origin, text)];
}

/** Whether a test holds for requests over plain HTTP and for no others. */
function tellsApart(test: ConditionTest): boolean {
  return testHolds(test, plain) === 'all' && testHolds(test, secure) === 'none';
}

/** Whether a test may hold for requests over TLS. They do not carry a key that does not exist. */
function mayHold(test: ConditionTest): boolean {
  const context = new Map([[test.key.toLowerCase(), []], ...secure.context]);
  return testHolds(test, { ...secure, context }) !== 'none';
}

function withText(origin: Origin, text: string): Flaw {
  return { origin, changes: [{ kind: 'replaceText', origin, text }] };
}
