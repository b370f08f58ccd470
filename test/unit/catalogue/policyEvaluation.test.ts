import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allows } from '../../../server/src/catalogue/policies/evaluate';
import type { Extent } from '../../../server/src/catalogue/policies/extent';
import { type Request, requests } from '../../../server/src/catalogue/policies/request';
import type { Policy } from '../../../server/src/model/policy';
import { checkText } from '../../support/checking';

/** A policy document as the product reads it. */
function policy(statements: unknown): Policy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { model, world } = checkText('policy.json', text);
  const [found] = model.resources.flatMap((resource) => world.policiesIn(resource));
  assert.ok(found, text);
  return found;
}

const own = { kind: 'aws', arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' } as const;
const foreign = { kind: 'aws', arn: 'arn:aws:iam::444455556666:user/eve', account: '444455556666' } as const;

describe('what a policy lets through', () => {
  const everything = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' };
  const cases: [name: string, statements: unknown, request: Request, expected: Extent][] = [
    ['an Allow of everything, anybody', everything, requests({}, { action: 's3:GetObject' }), 'all'],
    ['an Allow of another service', everything, requests({}, { action: 'sqs:SendMessage' }), 'none'],
    [
      'an Allow held to an organisation, an outsider',
      { ...everything, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } },
      requests({ 'aws:PrincipalOrgID': 'o-other' }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'an Allow held to an organisation, somebody without any',
      { ...everything, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } },
      requests({ 'aws:PrincipalOrgID': [] }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'a Deny of what lacks a key, where the operator passes missing keys',
      [
        everything,
        { ...everything, Effect: 'Deny', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
      ],
      requests({ 'aws:MultiFactorAuthPresent': [] }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'a Deny of what lacks a key, where the operator does not pass missing keys',
      [everything, { ...everything, Effect: 'Deny', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
      requests({ 'aws:MultiFactorAuthPresent': [] }, { action: 's3:GetObject' }),
      'all',
    ],
    [
      'a Deny of plain HTTP, over TLS and not',
      [everything, { ...everything, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      requests({}, { action: 's3:GetObject' }),
      'some',
    ],
    [
      'an Allow and a Deny that hang on the same key',
      [
        { ...everything, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } },
        { ...everything, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } },
      ],
      requests({}, { action: 's3:GetObject' }),
      undefined,
    ],
    [
      'an account named by its root, one of its roles',
      { ...everything, Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
      requests({}, { action: 's3:GetObject', caller: own }),
      'all',
    ],
    [
      'an account named by its number, a user of another',
      { ...everything, Principal: { AWS: '111122223333' } },
      requests({}, { action: 's3:GetObject', caller: foreign }),
      'none',
    ],
    [
      'everybody but one, that one',
      { Effect: 'Allow', NotPrincipal: { AWS: foreign.arn }, Action: '*', Resource: '*' },
      requests({}, { action: 's3:GetObject', caller: foreign }),
      'none',
    ],
    [
      'a variable that the request fills',
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
      requests({ 'aws:username': 'ada' }, { action: 's3:GetObject', resource: 'arn:aws:s3:::home/ada/notes' }),
      'all',
    ],
    [
      'a variable that the request leaves open',
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
      requests({}, { action: 's3:GetObject', resource: 'arn:aws:s3:::home/ada/notes' }),
      'some',
    ],
    [
      'ARNs compared by their parts, where a wildcard would have to stand for several',
      { ...everything, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:*:topic' } } },
      requests({ 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:topic' }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'an address outside a range',
      { ...everything, Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } } },
      requests({ 'aws:SourceIp': '2001:db8:1::5' }, { action: 's3:GetObject' }),
      'none',
    ],
  ];
  for (const [name, statements, request, expected] of cases) {
    test(`${name}: ${expected ?? 'cannot be known'}`, () => {
      assert.equal(allows(policy(statements), request), expected);
    });
  }
});

/** Draws from lists, the same on every run. */
class Dice {
  constructor(private seed: number) {}

  upTo(limit: number): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }

  one<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }

  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.upTo(3) === 0);
  }
}

const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'sts:AssumeRole'];
const patterns = ['*', 's3:*', 's3:Get*', 's3:?etObject', 'SQS:sendmessage', 'sts:AssumeRole'];
const resources = ['arn:aws:s3:::a/1', 'arn:aws:s3:::b/x/y', 'arn:aws:sqs:eu-west-1:111122223333:q'];
const resourcePatterns = ['*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::?/*', 'arn:aws:sqs:*:*:q', resources[1] as string];
const keys: Record<string, readonly string[]> = {
  'aws:SecureTransport': ['true', 'false'],
  'aws:PrincipalOrgID': ['o-one', 'o-two'],
  'aws:SourceVpc': ['vpc-1', 'vpc-2'],
  'aws:TagKeys': ['team', 'cost'],
  's3:max-keys': ['1', '10', '100'],
  'aws:SourceIp': ['203.0.113.9', '198.51.100.1'],
  'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
};
const operatorsOf: Record<string, readonly string[]> = {
  'aws:SecureTransport': ['Bool', 'BoolIfExists', 'Null'],
  'aws:PrincipalOrgID': ['StringEquals', 'StringNotEquals', 'StringEqualsIfExists', 'StringNotEqualsIfExists', 'Null'],
  'aws:SourceVpc': ['StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'],
  'aws:TagKeys': [
    'ForAllValues:StringEquals',
    'ForAnyValue:StringLike',
    'ForAnyValue:StringNotEquals',
    'ForAllValues:StringNotLike',
  ],
  's3:max-keys': ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericGreaterThanEqualsIfExists'],
  'aws:SourceIp': ['IpAddress', 'NotIpAddress', 'NotIpAddressIfExists'],
  'aws:CurrentTime': ['DateLessThan', 'DateGreaterThanEquals'],
};
const testValues: Record<string, readonly string[]> = {
  ...keys,
  'aws:SourceVpc': ['vpc-*', 'vpc-1', 'VPC-2'],
  'aws:TagKeys': ['team', 'c*'],
  'aws:SourceIp': ['203.0.113.0/24', '198.51.100.1', '0.0.0.0/0'],
  'aws:CurrentTime': ['2026-06-01', '2026-01-01T00:00:00Z'],
};

interface PlainStatement {
  Effect: string;
  Action?: string[];
  NotAction?: string[];
  Resource?: string[];
  NotResource?: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

function randomStatement(dice: Dice): PlainStatement {
  const statement: PlainStatement = { Effect: dice.one(['Allow', 'Allow', 'Deny']) };
  statement[dice.one(['Action', 'Action', 'NotAction'] as const)] = [dice.one(patterns), ...dice.some(patterns)];
  statement[dice.one(['Resource', 'Resource', 'NotResource'] as const)] = [
    dice.one(resourcePatterns),
    ...dice.some(resourcePatterns),
  ];
  const condition: Record<string, Record<string, string[]>> = {};
  for (const key of dice.some(Object.keys(keys))) {
    const operator = dice.one(operatorsOf[key] as readonly string[]);
    const values =
      operator === 'Null'
        ? [dice.one(['true', 'false'])]
        : [dice.one(testValues[key] as readonly string[]), ...dice.some(testValues[key] as readonly string[])];
    condition[operator] = { ...condition[operator], [key]: values };
  }
  if (Object.keys(condition).length > 0) statement.Condition = condition;
  return statement;
}

function randomRequest(dice: Dice): Request {
  const context = Object.fromEntries(
    Object.entries(keys).map(([key, values]) => {
      if (dice.upTo(3) === 0) return [key, []];
      return [key, key === 'aws:TagKeys' ? [dice.one(values), ...dice.some(values)] : [dice.one(values)]];
    }),
  );
  return requests(context, { action: dice.one(actions), resource: dice.one(resources) });
}

/** Evaluation as the IAM User Guide tells it, step by step, with nothing left open: slow and plain on purpose. */
function referenceAllows(statements: readonly PlainStatement[], request: Request): boolean {
  const applying = statements.filter((statement) => referenceApplies(statement, request));
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}

function referenceApplies(statement: PlainStatement, request: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const action = (request.action as string).toLowerCase();
  const inActions = (Action ?? NotAction ?? []).some((pattern) => like(pattern.toLowerCase(), action));
  const inResources = (Resource ?? NotResource ?? []).some((pattern) => like(pattern, request.resource as string));
  if (inActions !== (Action !== undefined) || inResources !== (Resource !== undefined)) return false;
  return Object.entries(Condition).every(([operator, block]) =>
    Object.entries(block).every(([key, wanted]) =>
      referenceTest(operator, wanted, request.context.get(key.toLowerCase()) ?? []),
    ),
  );
}

function referenceTest(operator: string, wanted: readonly string[], given: readonly string[]): boolean {
  if (operator === 'Null') return wanted.some((one) => (one === 'true') === (given.length === 0));
  const forAll = operator.startsWith('ForAllValues:');
  const forAny = operator.startsWith('ForAnyValue:');
  const base = operator.replace(/^For\w+:/, '').replace(/IfExists$/, '');
  const negated = base.includes('Not');
  if (given.length === 0) return operator.endsWith('IfExists') || forAll || (negated && !forAny);
  const passes = (value: string) => {
    const matched = wanted.some((one) => referenceCompare(base.replace('Not', ''), one, value));
    return negated ? !matched : matched;
  };
  return forAll ? given.every(passes) : given.some(passes);
}

function referenceCompare(operator: string, wanted: string, given: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return wanted === given;
    case 'StringEqualsIgnoreCase':
    case 'Bool':
      return wanted.toLowerCase() === given.toLowerCase();
    case 'StringLike':
      return like(wanted, given);
    case 'NumericEquals':
      return Number(given) === Number(wanted);
    case 'NumericLessThan':
      return Number(given) < Number(wanted);
    case 'NumericGreaterThanEquals':
      return Number(given) >= Number(wanted);
    case 'DateLessThan':
      return new Date(given) < new Date(wanted);
    case 'DateGreaterThanEquals':
      return new Date(given) >= new Date(wanted);
    case 'IpAddress': {
      const [network = '', length = '32'] = wanted.split('/');
      const number = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
      const size = 2 ** (32 - Number(length));
      return Math.floor(number(given) / size) === Math.floor(number(network) / size);
    }
    default:
      throw new Error(`The reference knows no ${operator}`);
  }
}

/** Wildcards by trying every length. */
function like(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] === '*') {
    for (let taken = 0; taken <= text.length; taken++) if (like(pattern.slice(1), text.slice(taken))) return true;
    return false;
  }
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && like(pattern.slice(1), text.slice(1));
}

describe('the evaluator', () => {
  test('agrees with a plain reference on random policies and requests', () => {
    const dice = new Dice(20261122);
    let allowed = 0;
    for (let round = 0; round < 400; round++) {
      const statements = [0, 1, 2].slice(dice.upTo(3)).map(() => randomStatement(dice));
      const read = policy(statements);
      for (let i = 0; i < 25; i++) {
        const request = randomRequest(dice);
        const expected = referenceAllows(statements, request);
        if (expected) allowed++;
        assert.equal(
          allows(read, request),
          expected ? 'all' : 'none',
          JSON.stringify({ statements, request, context: [...request.context] }),
        );
      }
    }
    assert.ok(allowed > 500, `only ${allowed} of the requests are allowed: the policies are too narrow to tell much`);
  });

  test('says of many requests at once only what holds for each of them', () => {
    const dice = new Dice(7);
    for (let round = 0; round < 300; round++) {
      const statements = [randomStatement(dice), randomStatement(dice)];
      const read = policy(statements);
      const concrete = randomRequest(dice);
      const open = dice.some(Object.keys(keys)).map((key) => key.toLowerCase());
      const context = new Map([...concrete.context].filter(([key]) => !open.includes(key)));
      const extent = allows(read, { ...concrete, context });
      const expected = referenceAllows(statements, concrete);
      const told = JSON.stringify({
        statements,
        action: concrete.action,
        context: [...concrete.context],
        open,
        extent,
      });
      if (extent === 'all') assert.ok(expected, told);
      if (extent === 'none') assert.ok(!expected, told);
    }
  });
});
