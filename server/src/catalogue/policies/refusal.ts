import type { Element, Policy, Statement } from '../../model/policy';
import { or, type Truth } from '../../model/truth';
import { mentions } from '../../model/value';
import type { View } from '../../model/view';
import { testHolds } from './conditions';
import { actionMatches, allows, callerMatches } from './evaluate';
import { allOf, type Extent, extentOf } from './extent';
import { type Request, requests } from './request';

/** What a policy has to cover in order to refuse some requests to its resource. */
export interface Guarded {
  /** The action to deny: as few as the service lets a policy deny at once. */
  readonly action: string;
  /**
   * Whether what statements name is all there is of a resource; of whichever the policy has, without one. They may name
   * nothing.
   */
  readonly isEverything: (named: Element | undefined, resource?: View) => Truth;
  /**
   * The action without which nobody gets in, where the policy alone decides on who does: there it is enough that the
   * policy allows no such request.
   */
  readonly entry?: string;
}

/**
 * Requests that clients make. What AWS services do by themselves is left out: they use TLS, so a statement that exempts
 * them leaves nothing open.
 */
export function clientRequests(context: Parameters<typeof requests>[0]): Request {
  return requests({ ...context, 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' });
}

/** Whether what statements of a resource's own policy name is the resource. Of a policy out of sight of it, it is. */
export function namesResource(named: Element | undefined, view?: View): Truth {
  if (!named) return false;
  return or(
    ...named.values.map((value) => {
      if (!view || (value.kind === 'literal' && value.text === '*')) return true;
      const addresses = mentions(value);
      return addresses.length > 0 ? addresses.includes(view.resource.address) : undefined;
    }),
  );
}

/** Whether a policy refuses some requests, whoever makes them and whatever they are for. */
export function refuses(policy: Policy, request: Request, guarded: Guarded, resource?: View): Truth {
  const entry = guarded.entry && allows(policy, { ...request, action: guarded.entry });
  const denials = policy.statements.map((statement) => ({ statement, extent: denies(statement, request, guarded) }));
  // Several statements may share what there is to deny: one the bucket, another its objects.
  const reach = (...extents: Extent[]): Truth => {
    const statements = denials.filter(({ extent }) => extents.includes(extent)).map(({ statement }) => statement);
    return coversAll(statements, guarded, resource);
  };
  if (entry === 'none' || reach('all')) return true;
  const mayStill = policy.open || reach('all', undefined) !== false || (guarded.entry && entry === undefined);
  return mayStill ? undefined : false;
}

function coversAll(statements: readonly Statement[], { isEverything }: Guarded, resource?: View): Truth {
  const named = statements.flatMap(({ resources }) => resources ?? []);
  const [first] = named;
  const together = first && { key: first.key, values: named.flatMap(({ values }) => values) };
  return or(
    together ? isEverything(together, resource) : false,
    statements.some(({ resources, notResources }) => !resources && !notResources)
      ? isEverything(undefined, resource)
      : false,
    statements.some(({ notResources }) => notResources) ? undefined : false,
  );
}

/** Which of some requests a statement denies on the resources that it names. */
function denies(statement: Statement, request: Request, { action }: Guarded): Extent {
  if (statement.effect === 'Allow') return 'none';
  const extent = allOf(
    callerMatches(statement, request),
    actionsDenied(statement, request, action),
    ...statement.conditions.map((test) => testHolds(test, request)),
  );
  const isTold = statement.effect !== undefined && !statement.open && !statement.notResources;
  return isTold || extent === 'none' ? extent : undefined;
}

/** A list of what is not denied leaves all of a service denied where it is about other services. */
function actionsDenied(statement: Statement, request: Request, action: string): Extent {
  const { notActions } = statement;
  if (!notActions || !action.includes('*')) return actionMatches(statement, { ...request, action });
  const isElsewhere = notActions.values.every(
    (value) => value.kind === 'literal' && /^[\w-]+:/.test(value.text) && prefixOf(value.text) !== prefixOf(action),
  );
  return extentOf(isElsewhere && action !== '*');
}

function prefixOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}
