import type { ConditionTest } from '../../model/policy';
import type { Value } from '../../model/value';
import { isInRange } from './addresses';
import { allOf, anyOf, type Extent, extentOf, noneOf } from './extent';
import { type Operator, operatorOf } from './operators';
import { matches } from './patterns';
import type { Request } from './request';

/**
 * For which of some requests a test of a condition block holds. A key that a request leaves open may be missing or have
 * any value.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function testHolds({ operator: written, key, values }: ConditionTest, request: Request): Extent {
  const operator = operatorOf(written);
  if (!operator) return undefined;
  const given = request.context.get(key.toLowerCase());
  if (operator.comparison === 'absence') return absenceHolds(values, given);
  if (given === undefined) return 'some';
  if (given.length === 0) return extentOf(holdsWithoutKey(operator));
  const passing = given.map((one) => valuePasses(one, values, operator, request));
  return operator.over === 'all' ? allOf(...passing) : anyOf(...passing);
}

function absenceHolds(values: readonly Value[], given: readonly string[] | undefined): Extent {
  return anyOf(
    ...values.map((value): Extent => {
      const wanted = value.kind === 'literal' ? value.text.toLowerCase() : undefined;
      if (wanted !== 'true' && wanted !== 'false') return undefined;
      return given === undefined ? 'some' : extentOf((given.length === 0) === (wanted === 'true'));
    }),
  );
}

/** Whether a test holds where a request lacks its key. */
export function holdsWithoutKey({ ifExists, over, isNegated }: Operator): boolean {
  if (ifExists || over === 'all') return true;
  return isNegated && over === 'single';
}

/** Whether one value of a request passes: it equals one of the test's values, or none of them with a `Not`. */
function valuePasses(given: string, values: readonly Value[], operator: Operator, request: Request): Extent {
  const found = anyOf(...values.map((value) => compare(value, given, operator, request)));
  return operator.isNegated ? noneOf(found) : found;
}

function compare(value: Value, given: string, operator: Operator, request: Request): Extent {
  switch (operator.comparison) {
    case 'text':
      return matches(value, given, request, { literally: true });
    case 'textAnyCase':
      return matches(value, given, request, { literally: true, ignoreCase: true });
    case 'textPattern':
      return matches(value, given, request);
    case 'arn':
      return matches(value, given, request, { byArnParts: true });
    case 'boolean':
      return matches(value, given, request, { literally: true, ignoreCase: true });
    default:
      return value.kind === 'literal' ? compareLiterals(value.text, given, operator) : undefined;
  }
}

function compareLiterals(wanted: string, given: string, { comparison, order }: Operator): Extent {
  switch (comparison) {
    case 'address': {
      const inside = isInRange(given, wanted);
      return inside === undefined ? undefined : extentOf(inside);
    }
    case 'number':
      return ordered(Number(wanted), Number(given), order);
    case 'date':
      return ordered(timeOf(wanted), timeOf(given), order);
    default:
      return extentOf(wanted === given);
  }
}

function ordered(wanted: number, given: number, order: Operator['order']): Extent {
  if (Number.isNaN(wanted) || Number.isNaN(given)) return undefined;
  switch (order) {
    case 'equal':
      return extentOf(given === wanted);
    case 'less':
      return extentOf(given < wanted);
    case 'lessOrEqual':
      return extentOf(given <= wanted);
    case 'greater':
      return extentOf(given > wanted);
    case 'greaterOrEqual':
      return extentOf(given >= wanted);
  }
}

/** A date of ISO 8601, or seconds since 1970. */
function timeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
