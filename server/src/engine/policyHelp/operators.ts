import { type Comparison, operatorNames, operatorOf } from '../../catalogue/policies/operators';
import type { ConditionKeyType } from '../../data/iamConditionKeys';

const comparisons: Readonly<Record<ConditionKeyType, readonly Comparison[]>> = {
  string: ['text', 'textAnyCase', 'textPattern'],
  arn: ['arn', 'text', 'textPattern'],
  bool: ['boolean'],
  numeric: ['number'],
  date: ['date'],
  ip: ['address'],
};

/**
 * Whether an operator compares values of a type. ARNs are texts as well; whether a key is there at all can be asked of
 * every key. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function fits(operator: string, type: ConditionKeyType): boolean {
  const comparison = operatorOf(operator)?.comparison;
  return comparison !== undefined && (comparison === 'absence' || comparisons[type].includes(comparison));
}

/** The operators for values of a type, those that suit it best first. */
export function operatorsFor(type: ConditionKeyType): readonly string[] {
  const place = (name: string) => comparisons[type].indexOf(operatorOf(name)?.comparison as Comparison);
  const fitting = operatorNames.filter((name) => name !== 'Null' && fits(name, type));
  return [...fitting.sort((a, b) => place(a) - place(b)), 'Null'];
}

const withoutKey = operatorNames.filter((name) => name !== 'Null').map((name) => `${name}IfExists`);
const overSeveral = ['ForAnyValue:', 'ForAllValues:'].flatMap((start) =>
  operatorNames.filter((name) => /^(?:String|Arn)/.test(name)).map((name) => start + name),
);

/** All operators with their variants: for keys that may be missing, and for keys with several values. */
export const allOperators: readonly string[] = [...operatorNames, ...withoutKey, ...overSeveral];
