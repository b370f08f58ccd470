/** What the values of a test and of a request are compared as. */
export type Comparison =
  | 'text'
  | 'textAnyCase'
  | 'textPattern'
  | 'arn'
  | 'number'
  | 'date'
  | 'boolean'
  | 'address'
  | 'binary'
  | 'absence';

/** A condition operator, taken apart. */
export interface Operator {
  readonly comparison: Comparison;
  /** `StringNotEquals` and its kin: they hold where no value matches, and where the request lacks the key. */
  readonly isNegated: boolean;
  /** For numbers and dates: how the request's value must stand to that of the test. */
  readonly order: 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';
  /** Holds where the request lacks the key. */
  readonly ifExists: boolean;
  /** How many of a request's values must pass, for keys that may have several. */
  readonly over: 'single' | 'any' | 'all';
}

const comparisons: Readonly<Record<string, Comparison>> = {
  string: 'text',
  arn: 'arn',
  numeric: 'number',
  date: 'date',
};

/**
 * Takes an operator apart; `undefined` for what is none. Case does not matter.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function operatorOf(written: string): Operator | undefined {
  const set = /^(?:for(anyvalue|allvalues):)?(\w+?)(ifexists)?$/i.exec(written);
  if (!set) return undefined;
  const found = baseOf((set[2] as string).toLowerCase());
  if (!found || (found.comparison === 'absence' && set[3])) return undefined;
  const over = set[1]?.toLowerCase() === 'anyvalue' ? 'any' : set[1] ? 'all' : 'single';
  return { order: 'equal', isNegated: false, ...found, ifExists: set[3] !== undefined, over };
}

function baseOf(name: string): (Pick<Operator, 'comparison'> & Partial<Operator>) | undefined {
  if (name === 'null') return { comparison: 'absence' };
  if (name === 'bool') return { comparison: 'boolean' };
  if (name === 'binaryequals') return { comparison: 'binary' };
  if (name === 'ipaddress') return { comparison: 'address' };
  if (name === 'notipaddress') return { comparison: 'address', isNegated: true };
  const text = /^string(not)?(equalsignorecase|equals|like)$/.exec(name);
  if (text) {
    const comparison = text[2] === 'like' ? 'textPattern' : text[2] === 'equals' ? 'text' : 'textAnyCase';
    return { comparison, isNegated: text[1] !== undefined };
  }
  const arn = /^arn(not)?(?:equals|like)$/.exec(name);
  if (arn) return { comparison: 'arn', isNegated: arn[1] !== undefined };
  const ordered = /^(numeric|date)(not)?(equals|lessthan(?:equals)?|greaterthan(?:equals)?)$/.exec(name);
  if (!ordered || (ordered[2] && ordered[3] !== 'equals')) return undefined;
  const order = (
    {
      equals: 'equal',
      lessthan: 'less',
      lessthanequals: 'lessOrEqual',
      greaterthan: 'greater',
      greaterthanequals: 'greaterOrEqual',
    } as const
  )[ordered[3] as string];
  return (
    order && { comparison: comparisons[ordered[1] as string] as Comparison, isNegated: ordered[2] !== undefined, order }
  );
}

/** The operators there are, in AWS's own spelling, without their variants for several values and missing keys. */
export const operatorNames: readonly string[] = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null',
];
