import type { Origin } from '../../../model/origin';
import { and, not, or, type Truth } from '../../../model/truth';
import type { Value } from '../../../model/value';
import {
  areEqual,
  constantTruth,
  constantValue,
  invalid,
  isInvalid,
  lift,
  liftOne,
  numberOf,
  unknown,
} from './results';

/** `!a`, `-a`. */
export function unary(operator: '!' | '-', operand: Value, origin: Origin): Value {
  return liftOne(operand, (value) => {
    if (isInvalid(value)) return value;
    if (operator === '!') return truthValue(not(constantTruth(value)), origin);
    const number = numberOf(value);
    return number === undefined ? unknown('no number that is known', origin) : constantValue(-number, origin);
  });
}

/** `a && b`, `a == b`, `a + b` and the like. */
export function binary(operator: string, left: Value, right: Value, origin: Origin): Value {
  if (operator === '&&' || operator === '||') return logical(operator, left, right, origin);
  return lift([left, right], ([a, b]) => {
    if (!a || !b || isInvalid(a) || isInvalid(b)) return invalid('an operand', origin);
    if (operator === '==') return truthValue(areEqual(a, b), origin);
    if (operator === '!=') return truthValue(not(areEqual(a, b)), origin);
    const [x, y] = [numberOf(a), numberOf(b)];
    const result = x === undefined || y === undefined ? undefined : numeric[operator]?.(x, y);
    return result === undefined ? unknown('no number that is known', origin) : constantValue(result, origin);
  });
}

const numeric: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** One operand may settle it, whatever the other is. */
function logical(operator: '&&' | '||', left: Value, right: Value, origin: Origin): Value {
  const settles = operator === '||';
  if ([left, right].some((value) => constantTruth(value) === settles)) return constantValue(settles, origin);
  return lift([left, right], ([a, b]) => {
    if (!a || !b || isInvalid(a) || isInvalid(b)) return invalid('an operand', origin);
    const truths = [constantTruth(a), constantTruth(b)];
    return truthValue(operator === '&&' ? and(...truths) : or(...truths), origin);
  });
}

/** A truth as a value. */
export function truthValue(truth: Truth, origin: Origin): Value {
  return truth === undefined ? unknown('a condition that is not known', origin) : constantValue(truth, origin);
}
