import type { ConditionTest, Element, Policy, Statement } from '../../model/policy';
import { and, or, type Truth } from '../../model/truth';
import { mentions, type Value } from '../../model/value';
import type { View } from '../../model/view';

/** Whether the patterns of an element cover a name. Wildcards in the name must be covered too: `s3:*` by `*`. */
export function covers(element: Element | undefined, name: string): Truth {
  return or(...(element?.values ?? []).map((pattern) => isCoveredBy(name, pattern)));
}

function isCoveredBy(name: string, pattern: Value): Truth {
  if (pattern.kind !== 'literal') return undefined;
  if (!/[*?]/.test(pattern.text)) return pattern.text.toLowerCase() === name.toLowerCase();
  const source = pattern.text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/** Whether the resources of a statement in a resource's own policy mean that resource. */
export function namesResource({ values }: Element, { resource }: View): Truth {
  return or(
    ...values.map((value) => {
      if (value.kind === 'literal' && value.text === '*') return true;
      const addresses = mentions(value);
      return addresses.length > 0 ? addresses.includes(resource.address) : undefined;
    }),
  );
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

const equalTest = /^(bool|stringequals|stringequalsignorecase|stringlike)(ifexists)?$/i;
const unequalTest = /^(stringnotequals|stringnotequalsignorecase|stringnotlike)(ifexists)?$/i;
const exemptsServices = /^aws:(principalisawsservice|viaawsservice)$/i;

/**
 * Whether the conditions of a statement hold for every request over plain HTTP. Tests that exempt what AWS services do
 * by themselves are of no account: services use TLS.
 */
export function holdsForPlainHttp(statement: Statement): Truth {
  const tests = statement.conditions.filter((test) => !exemptsServices.test(test.key));
  return and(tests.length > 0, ...tests.map(asksForPlainHttp));
}

function asksForPlainHttp({ operator, key, values }: ConditionTest): Truth {
  if (key.toLowerCase() !== 'aws:securetransport') return false;
  const wanted = equalTest.test(operator) ? 'false' : unequalTest.test(operator) ? 'true' : undefined;
  if (wanted === undefined) return false;
  return or(...values.map((value) => (value.kind === 'literal' ? value.text.toLowerCase() === wanted : undefined)));
}
