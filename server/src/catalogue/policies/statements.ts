import type { Element, Policy, Statement } from '../../model/policy';
import { and, or, type Truth } from '../../model/truth';
import type { Value } from '../../model/value';

/** Whether the patterns of an element cover a name. Wildcards in the name must be covered too: `s3:*` by `*`. */
export function covers(element: Element | undefined, name: string): Truth {
  return or(...(element?.values ?? []).map((pattern) => isCoveredBy(name, pattern)));
}

function isCoveredBy(name: string, pattern: Value): Truth {
  return pattern.kind === 'literal' ? coveredBy(pattern.text)(name) : undefined;
}

/** A test for the names that a pattern covers. Case does not matter, as in the names of actions. */
export function coveredBy(pattern: string): (name: string) => boolean {
  if (!/[*?]/.test(pattern)) return (name) => pattern.toLowerCase() === name.toLowerCase();
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'i');
  return (name) => expression.test(name);
}

/** Whether a statement is about everybody. */
export function isAboutAnyone(statement: Statement): Truth {
  return statement.principals ? statement.principals.anyone : false;
}

/**
 * Whether a statement has an effect and passes all tests. What could not be read of it may narrow it, so it passes for
 * certain only where all was read.
 */
export function isWholly(statement: Statement, effect: 'Allow' | 'Deny', ...tests: Truth[]): Truth {
  if (statement.effect !== undefined && statement.effect !== effect) return false;
  if (statement.effect === undefined || statement.open) return undefined;
  return and(...tests);
}

/** Whether a statement of a policy passes a test. What could not be read may be one that does. */
export function someStatement(policy: Policy, test: (statement: Statement) => Truth): Truth {
  const found = or(...policy.statements.map(test));
  return found === false && policy.open ? undefined : found;
}
