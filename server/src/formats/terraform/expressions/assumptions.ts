import type { Expression } from '../../../syntax/hcl/tree';

/** Conditions are short: longer ones are not worth to be kept in mind. */
const longest = 200;

/** Whether an expression may be one that is known from a condition around it. */
export function isTestable({ kind, start, end }: Expression): boolean {
  return end - start <= longest && (kind === 'attribute' || kind === 'binary' || kind === 'unary' || kind === 'call');
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
    if (expression.operator !== (holds ? '&&' : '||')) return;
    collect(expression.left, holds);
    collect(expression.right, holds);
  };
  collect(condition, truth);
  return facts;
}
