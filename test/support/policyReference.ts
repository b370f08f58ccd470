// Policies and requests drawn at random, and what a plain reading of the IAM User Guide makes of them.
import { type Request, requests } from '../../server/src/catalogue/policies/request';

/** Draws from lists, the same on every run. */
export class Dice {
  constructor(private seed: number) {}

  /** A whole number from zero, below a limit. */
  upTo(limit: number): number {
    this.seed = (Math.imul(this.seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }

  /** One of a list. */
  one<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }

  /** About a third of a list. */
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.upTo(3) === 0);
  }
}

const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'sts:AssumeRole'];
const patterns = ['*', 's3:*', 's3:Get*', 's3:?etObject', 'SQS:sendmessage', 'sts:AssumeRole'];
const resources = ['arn:aws:s3:::a/1', 'arn:aws:s3:::b/x/y', 'arn:aws:sqs:eu-west-1:111122223333:q'];
const resourcePatterns = ['*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::?/*', 'arn:aws:sqs:*:*:q', resources[1] as string];
/** The condition keys of the policies and requests that are drawn, with the values of requests. */
export const keys: Record<string, readonly string[]> = {
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

/** A statement as its text has it. */
export interface PlainStatement {
  Effect: string;
  Action?: string[];
  NotAction?: string[];
  Resource?: string[];
  NotResource?: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

/** A statement of any actions, resources and conditions of a few. */
export function randomStatement(dice: Dice): PlainStatement {
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

/** A request that says all there is to know, or has no value for a key. */
export function randomRequest(dice: Dice): Request {
  const context = Object.fromEntries(
    Object.entries(keys).map(([key, values]) => {
      if (dice.upTo(3) === 0) return [key, []];
      return [key, key === 'aws:TagKeys' ? [dice.one(values), ...dice.some(values)] : [dice.one(values)]];
    }),
  );
  return requests(context, { action: dice.one(actions), resource: dice.one(resources) });
}

/** Evaluation as the IAM User Guide tells it, step by step, with nothing left open: slow and plain on purpose. */
export function referenceAllows(statements: readonly PlainStatement[], request: Request): boolean {
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
