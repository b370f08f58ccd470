import { actionsOf, type IamAction, iamAction } from '../data/iamActions';
import { type ConditionKey, conditionKey, globalConditionKeys } from '../data/iamConditionKeys';
import type { Remedy } from '../model/finding';
import type { ConditionTest, Policy, Statement } from '../model/policy';
import type { Value } from '../model/value';
import { isInRange } from './policies/addresses';
import { holdsWithoutKey } from './policies/conditions';
import { type Defect, defectRule, literals, opensUnmatched, withOperator } from './policies/defects';
import { type Comparison, type Operator, operatorOf } from './policies/operators';
import { queuePolicy } from './policyCorrectnessExample';

/** The part of an operator that is its own: `StringEquals` of `ForAnyValue:StringEqualsIfExists`. */
const operatorParts = /^(for(?:any|all)value(?:s)?:)?(\w+?)(ifexists)?$/i;

/** An operator with another word in the place of its own. */
function renamed(operator: string, rename: (base: string) => string): string {
  return operator.replace(operatorParts, (_all, over = '', base: string, suffix = '') => over + rename(base) + suffix);
}

/** All tests of a statement whose operators are known. */
function testsOf({ conditions }: Statement): { test: ConditionTest; operator: Operator }[] {
  return conditions.flatMap((test) => {
    const operator = operatorOf(test.operator);
    return operator ? [{ test, operator }] : [];
  });
}

const inapplicableKey = defectRule({
  id: 'policy-inapplicable-condition-key',
  fix: 'none',
  inStatement: (statement) => {
    const keys = testsOf(statement).flatMap(({ test, operator }) => {
      const key = operator.ifExists || operator.comparison === 'absence' ? undefined : ownKey(test);
      return key ? [{ test, name: key.name.toLowerCase() }] : [];
    });
    const actions = keys.length > 0 ? knownActions(statement) : undefined;
    if (!actions) return [];
    return keys
      .filter(({ name }) => !actions.some((action) => carries(action, name)) && isTold(name))
      .map(({ test }) => ({
        origin: test.keyOrigin,
        opens: opensUnmatched(statement, test),
        details: { written: `"${test.key}"` },
      }));
  },
  example: queuePolicy({ Condition: { StringEquals: { 'sns:Protocol': 'https' } } }),
});

/** The key of a test, if it is one of a service and not of all. */
function ownKey({ key }: ConditionTest): ConditionKey | undefined {
  const known = conditionKey(key);
  return known && !globalConditionKeys().includes(known) ? known : undefined;
}

/** The actions of a statement; `undefined` where not each is known. */
function knownActions({ actions, open }: Statement): IamAction[] | undefined {
  if (!actions?.values.length || open) return undefined;
  const known = actions.values.flatMap((value) => (value.kind === 'literal' ? (iamAction(value.text) ?? []) : []));
  return known.length === actions.values.length ? known : undefined;
}

function carries({ conditionKeys }: IamAction, name: string): boolean {
  return conditionKeys.some((key) => key.toLowerCase() === name);
}

/** Whether the tables tell which actions carry a key, which they do not of every one. */
function isTold(name: string): boolean {
  return [...actionsOf(name.split(':')[0] as string).values()].some((action) => carries(action, name));
}

const operatorType = defectRule({
  id: 'policy-operator-type',
  fix: 'sometimes',
  inStatement: (statement, policy) =>
    testsOf(statement).flatMap(({ test, operator }): Defect[] => {
      const opens = opensUnmatched(statement, test);
      const key = conditionKey(test.key);
      const right = key && rightOperator(key, test, operator);
      if (key && right) {
        const remedies = right.operator ? withOperator(policy, statement, test, { operator: right.operator }) : [];
        return [{ origin: test.operatorOrigin, opens, remedies, details: { problem: right.problem } }];
      }
      return misfits(test.values, operator.comparison).map(({ text, origin }) => ({
        origin,
        opens,
        details: { problem: `"${text}" is not ${compared[operator.comparison]}` },
      }));
    }),
  example: queuePolicy({ Condition: { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } } }),
});

const compared: Readonly<Record<Comparison, string>> = {
  text: 'text',
  textAnyCase: 'text',
  textPattern: 'text',
  arn: 'an ARN',
  number: 'a number',
  date: 'a date',
  boolean: 'true or false',
  address: 'an address range',
  binary: 'a binary value',
  absence: 'true or false',
};

/**
 * What is wrong with an operator for a key, and the operator that does it right. Tags are text that may well hold a
 * number or a date, and what comes as text may be compared as it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function rightOperator(
  key: ConditionKey,
  { operator: written, values }: ConditionTest,
  { comparison, isNegated }: Operator,
): { operator?: string; problem: string } | undefined {
  const not = isNegated ? 'Not' : '';
  const problem = `${written} tests for ${compared[comparison]}, and ${key.name} holds ${held[key.type]}`;
  const use = (base: string | undefined) => (base ? { operator: renamed(written, () => base), problem } : { problem });
  if (key.name.includes('$') || key.name.includes('<')) return undefined;
  if (comparison.startsWith('text')) {
    const hasRange = literals(values).some(({ text }) => /^[\da-f.:]+\/\d+$/i.test(text));
    return key.type === 'ip' && hasRange ? use(isNegated ? 'NotIpAddress' : 'IpAddress') : undefined;
  }
  if (comparison === 'arn' && key.type === 'string' && misfits(values, 'arn').length < values.length) return undefined;
  if (!(comparison in fitting) || fitting[comparison]?.includes(key.type)) return undefined;
  if (literals(values).length < values.length) return use(undefined);
  const fits = (as: Comparison) => misfits(values, as).length === 0;
  if (key.type === 'bool') return use(fits('boolean') && !isNegated ? 'Bool' : undefined);
  if (key.type === 'ip') return use(fits('address') ? (isNegated ? 'NotIpAddress' : 'IpAddress') : undefined);
  if (key.type === 'arn') return use(fits('arn') ? `Arn${not}Like` : undefined);
  if (key.type !== 'string' || comparison === 'number' || comparison === 'date') return use(undefined);
  return use(literals(values).some(({ text }) => /[*?]/.test(text)) ? `String${not}Like` : `String${not}Equals`);
}

const held: Readonly<Record<ConditionKey['type'], string>> = {
  string: 'text',
  arn: 'an ARN',
  bool: 'true or false',
  numeric: 'a number',
  date: 'a date',
  ip: 'an address',
};

/** The types of keys that operators fit which are not for text. */
const fitting: Partial<Record<Comparison, readonly ConditionKey['type'][]>> = {
  arn: ['arn'],
  number: ['numeric', 'date'],
  date: ['date', 'numeric'],
  boolean: ['bool'],
  address: ['ip'],
};

/** The values that cannot be read as what an operator compares. Placeholders are for people to fill in. */
function misfits(values: readonly Value[], comparison: Comparison) {
  const isFit = readable[comparison];
  return isFit ? literals(values).filter(({ text }) => !/[<>{}]|^$/.test(text) && !isFit(text)) : [];
}

const readable: Partial<Record<Comparison, (text: string) => boolean>> = {
  arn: (text) => /^(?:arn:|[*?])/.test(text),
  number: (text) => /^[-+]?\d+(?:\.\d+)?$/.test(text),
  date: (text) => /^\d+$/.test(text) || !Number.isNaN(Date.parse(text)),
  boolean: (text) => /^(?:true|false|yes|no|on|off)$/i.test(text),
  address: (text) => isInRange(text.split('/')[0] as string, text) !== undefined,
  absence: (text) => /^(?:true|false|yes|no|on|off)$/i.test(text),
};

/** Keys whose values are patterns themselves: `*` is one of them. */
const holdPatterns = /^(?:lambda:principal|s3:accessgrants?\w*scope)$/i;

const literalWildcard = defectRule({
  id: 'policy-literal-wildcard',
  fix: 'sometimes',
  inStatement: (statement, policy) =>
    testsOf(statement)
      .filter(({ test, operator }) => /^text(?:AnyCase)?$/.test(operator.comparison) && !holdPatterns.test(test.key))
      .flatMap(({ test, operator }) =>
        test.values.filter(holdsWildcard).map((value) => ({
          origin: value.origin,
          opens: opensUnmatched(statement, test),
          remedies: operator.comparison === 'text' ? patternRemedies(policy, statement, test) : [],
          details: { operator: test.operator },
        })),
      ),
  example: queuePolicy({
    Condition: { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop-*' } },
  }),
});

function holdsWildcard(value: Value): boolean {
  const parts = value.kind === 'literal' ? [value.text] : value.kind === 'template' ? value.parts : [];
  return parts.some((part) => typeof part === 'string' && part.replaceAll('${*}', '').includes('*'));
}

/** ARNs have operators of their own; `StringLike` means the same for all texts without wildcards, so others may come with it. */
function patternRemedies(policy: Policy, statement: Statement, test: ConditionTest): Remedy[] {
  const isOnArns = conditionKey(test.key)?.type === 'arn' && misfits(test.values, 'arn').length === 0;
  const as = (kind: string) => renamed(test.operator, (base) => base.replace(/^string(not)?equals$/i, `${kind}$1Like`));
  return [
    ...(isOnArns ? withOperator(policy, statement, test, { operator: as('Arn') }) : []),
    ...withOperator(policy, statement, test, { operator: as('String'), isForAll: true }),
  ];
}

const setOperator = defectRule({
  id: 'policy-set-operator',
  fix: 'sometimes',
  inStatement: (statement, policy) =>
    testsOf(statement).flatMap(({ test, operator }): Defect[] => {
      const key = conditionKey(test.key);
      if (!key || (operator.over === 'single') !== key.isMultivalued) return [];
      const opens = opensUnmatched(statement, test);
      if (key.isMultivalued) {
        if (operator.comparison === 'absence') return [];
        const problem = `A request may carry several ${test.key}, and ${test.operator} does not tell whether any or all of them have to match`;
        return [{ origin: test.operatorOrigin, opens: false, details: { problem } }];
      }
      const holds = holdsWithoutKey(operator);
      if (holds === holdsWithoutKey({ ...operator, over: 'single' }) || isAskedFor(statement, test)) return [];
      const problem = `A request carries at most one ${test.key}, and ${test.operator} ${holds ? 'holds' : 'does not hold'} where it carries none`;
      const remedies = withOperator(policy, statement, test, { operator: test.operator.replace(/^\w+:/, '') });
      return [{ origin: test.operatorOrigin, opens, remedies, details: { problem } }];
    }),
  example: queuePolicy({ Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
});

/** Whether a statement asks for a key to be there (`Null` is false), so that its absence is of no account. */
function isAskedFor(statement: Statement, { key }: ConditionTest): boolean {
  return statement.conditions.some(
    (test) => test.key.toLowerCase() === key.toLowerCase() && operatorOf(test.operator)?.comparison === 'absence',
  );
}

export const rules = [inapplicableKey, operatorType, literalWildcard, setOperator];
