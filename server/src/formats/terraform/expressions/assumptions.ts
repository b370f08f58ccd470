import type { Value } from '../../../model/value';
import type { Binary, Expression } from '../../../syntax/hcl/tree';
import { liftOne, unknown } from './results';

/** Conditions are short: longer ones are not worth to be kept in mind. */
const longest = 200;

/** Whether an expression may be one that is known from a condition around it. */
export function isTestable({ kind, start, end }: Expression): boolean {
  return end - start <= longest && (kind === 'attribute' || kind === 'binary' || kind === 'unary' || kind === 'call');
}

/** How it is kept in mind that an expression, by its source, is not null. */
export function writtenFact(source: string): string {
  return `${source} != null`;
}

/** A value where it is known not to be null: what it then is, its default does not tell. */
export function withoutNull(value: Value): Value {
  return liftOne(value, (one) => (one.kind === 'notWritten' ? unknown('it is not null here', one.origin) : one));
}

/** What an expression compares with null. */
function comparedToNull({ operator, left, right }: Binary): Expression | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  return right.kind === 'null' ? left : left.kind === 'null' ? right : undefined;
}

/**
 * What a condition that is known to hold, or not to, says of its parts: by their source, so that the same words mean
 * the same in all that is evaluated under it.
 */
export function factsOf(condition: Expression, truth: boolean, content: string): Map<string, boolean> {
  const facts = new Map<string, boolean>();
  const collect = (expression: Expression, holds: boolean): void => {
    if (isTestable(expression)) facts.set(content.slice(expression.start, expression.end), holds);
    if (expression.kind === 'unary' && expression.operator === '!') collect(expression.operand, !holds);
    if (expression.kind !== 'binary') return;
    const tested = comparedToNull(expression);
    if (tested)
      facts.set(writtenFact(content.slice(tested.start, tested.end)), holds === (expression.operator === '!='));
    if (expression.operator !== (holds ? '&&' : '||')) return;
    collect(expression.left, holds);
    collect(expression.right, holds);
  };
  collect(condition, truth);
  return facts;
}
