import type { Element, Policy, Principals, Statement } from '../../model/policy';
import { matchText, type Value } from '../../model/value';
import { testHolds } from './conditions';
import { allOf, anyOf, type Extent, extentOf, noneOf } from './extent';
import { matches } from './patterns';
import type { Caller, Request } from './request';

/**
 * Which of some requests a policy lets through: an Allow has to apply, and no Deny may.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function allows(policy: Policy, request: Request): Extent {
  const denied = byEffect(policy, 'Deny', request);
  if (denied === 'all') return 'none';
  const allowed = byEffect(policy, 'Allow', request);
  if (allowed === 'none' || denied === 'none') return allowed;
  if (allowed === undefined || denied === undefined) return undefined;
  // Some are denied. Whether they are those that are allowed cannot be told where both hang on the same.
  const openTo = (effect: Statement['effect']) =>
    new Set(policy.statements.filter((one) => one.effect === effect).flatMap((one) => [...openParts(one, request)]));
  return intersect(openTo('Allow'), openTo('Deny')) ? undefined : 'some';
}

/** Which of some requests the statements of an effect apply to. What could not be read of a policy may apply as well. */
export function byEffect(policy: Policy, effect: 'Allow' | 'Deny', request: Request): Extent {
  const applying = policy.statements.map((statement) => {
    const extent = statement.effect === undefined ? undefined : applies(statement, request);
    return { statement, extent: statement.effect === undefined || statement.effect === effect ? extent : 'none' };
  });
  const extent = anyOf(...applying.map((one) => one.extent), policy.open ? undefined : 'none');
  if (extent !== 'some') return extent;
  // Two statements that each apply to some requests may together apply to all.
  const partly = applying.filter((one) => one.extent === 'some').map((one) => openParts(one.statement, request));
  const mayComplete = partly.some((parts, i) => partly.slice(i + 1).some((others) => intersect(parts, others)));
  return effect === 'Deny' && mayComplete ? undefined : extent;
}

/** Which of some requests a statement applies to, whatever its effect. */
export function applies(statement: Statement, request: Request): Extent {
  const extent = allOf(
    callerMatches(statement, request),
    actionMatches(statement, request),
    resourceMatches(statement, request),
    ...statement.conditions.map((test) => testHolds(test, request)),
  );
  if (extent === 'none' || !statement.open)
    return extent === 'some' && asksTwice(statement, request) ? undefined : extent;
  // What could not be read may narrow it, but not widen it.
  return undefined;
}

/** Whether two tests hang on one key that the requests leave open: they may contradict each other. */
function asksTwice({ conditions }: Statement, request: Request): boolean {
  const open = conditions.map(({ key }) => key.toLowerCase()).filter((key) => !request.context.has(key));
  return new Set(open).size < open.length;
}

/** What decides on a statement and is left open by the requests: condition keys, and who asks for what. */
function openParts(statement: Statement, request: Request): Set<string> {
  const keys = statement.conditions.map(({ key }) => key.toLowerCase()).filter((key) => !request.context.has(key));
  if (callerMatches(statement, request) === 'some') keys.push('caller');
  if (actionMatches(statement, request) === 'some') keys.push('action');
  if (resourceMatches(statement, request) === 'some') keys.push('resource');
  return new Set(keys);
}

function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

/** Which of some requests come from whom a statement names. One that names nobody is of an identity: it is the caller's. */
export function callerMatches({ principals, notPrincipals }: Statement, request: Request): Extent {
  if (principals) return isAmong(principals, request);
  return notPrincipals ? noneOf(isAmong(notPrincipals, request)) : 'all';
}

function isAmong({ values }: Principals, request: Request): Extent {
  return anyOf(...values.map(({ type, value }) => isMeant(type, value, request)));
}

function isMeant(type: string, value: Value, { caller, ...request }: Request): Extent {
  const mayBeAnyone = value.kind !== 'reference' && (type === '*' || type === 'AWS') ? matchText(value, '*') : false;
  if (mayBeAnyone) return 'all';
  if (!caller) return mayBeAnyone === undefined ? undefined : 'some';
  if (caller.kind === 'aws' && type === 'AWS') return isPrincipal(value, caller, request);
  const name = caller.kind === 'service' && type === 'Service' ? caller.name : undefined;
  const provider = caller.kind === 'federated' && type === 'Federated' ? caller.provider : undefined;
  const known = name ?? provider;
  return known === undefined
    ? 'none'
    : matches(value, known, request, { literally: value.kind !== 'literal' || value.text !== '*' });
}

/** An account, by its number or the ARN of its root, means all principals in it. */
function isPrincipal(value: Value, { arn, account }: Extract<Caller, { kind: 'aws' }>, request: Request): Extent {
  const ofAccount = value.kind === 'literal' && /^(?:(\d{12})|arn:[^:]*:iam::(\d{12}):root)$/.exec(value.text);
  if (ofAccount) return extentOf(account === (ofAccount[1] ?? ofAccount[2]));
  return matches(value, arn, request, { literally: true });
}

/** Which of some requests are for an action of a statement. */
export function actionMatches({ actions, notActions }: Statement, request: Request): Extent {
  const has = (element: Element) => someMatches(element, request.action, request, true);
  return actions ? has(actions) : notActions ? noneOf(has(notActions)) : undefined;
}

/** Which of some requests are for a resource of a statement. A trust policy names none: it is for its role. */
function resourceMatches({ resources, notResources }: Statement, request: Request): Extent {
  const has = (element: Element) => someMatches(element, request.resource, request, false);
  return resources ? has(resources) : notResources ? noneOf(has(notResources)) : 'all';
}

function someMatches({ values }: Element, text: string | undefined, request: Request, ignoreCase: boolean): Extent {
  return anyOf(
    ...values.map((value): Extent => {
      if (value.kind === 'literal' && value.text === '*') return 'all';
      return text === undefined ? 'some' : matches(value, text, request, { ignoreCase });
    }),
  );
}
