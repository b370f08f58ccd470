import { vpcEndpoint } from '../../catalogue/ec2';
import { actionsInUse } from '../../catalogue/policies/actionSets';
import { isRole } from '../../catalogue/policies/bearers';
import { writtenActions } from '../../catalogue/policies/grants';
import { coveredBy } from '../../catalogue/policies/statements';
import { passageOf } from '../../catalogue/vpcEndpointPolicies';
import { isIamServicePrefix } from '../../data/iamActions';
import type { Change } from '../../model/finding';
import type { Policy, Statement } from '../../model/policy';
import type { Resource } from '../../model/resource';
import type { World } from '../../model/view';

/**
 * The change by which a statement allows no more than what the document's own roles do with the service that it is
 * about; `undefined` where the document does not tell who does what, or where that is what the statement allows.
 */
export function narrowedToUse(policy: Policy, statement: Statement, world: World): Change | undefined {
  const { effect, actions, open } = statement;
  const written = writtenActions(statement).map(({ text }) => text);
  if (effect !== 'Allow' || open || !actions || written.length < actions.values.length) return undefined;
  const users = usersOf(policy, statement, world);
  const prefixes = users && [...new Set(servicesOf(policy, written, world))];
  const used = prefixes?.length ? actionsInUse(prefixes, world, users === 'anyone' ? undefined : users) : undefined;
  const narrowed = meet(written, used ?? []);
  if (narrowed.length === 0 || written.every((action) => narrowed.includes(action))) return undefined;
  return settingActions(statement, 'Action', narrowed);
}

/** The change that gives an element of a statement some actions. One alone is no list where none was. */
export function settingActions(
  statement: Statement,
  element: 'Action' | 'NotAction',
  names: readonly string[],
): Change {
  const isList = statement.content.fields.get(element)?.value.kind === 'list';
  const [only, ...others] = names;
  const value = only !== undefined && others.length === 0 && !isList ? only : names;
  return { kind: 'setElement', statement, element, value };
}

/** Who is let through: whoever passes an endpoint, or roles of the document; `undefined` for others. */
function usersOf({ use }: Policy, { principals }: Statement, world: World): 'anyone' | readonly Resource[] | undefined {
  if (use === 'endpoint') return 'anyone';
  if (use !== 'resource') return undefined;
  const roles = (principals?.values ?? []).flatMap(({ type, value }) => {
    const role = type === 'AWS' && value.kind === 'reference' ? value.to : undefined;
    return world.resources.filter((resource) => isRole(resource) && resource.address === role);
  });
  return roles.length > 0 && roles.length === principals?.values.length ? roles : undefined;
}

/** The services whose actions a statement may be about: those that it names, or for `*` those of its resource. */
function servicesOf({ service, holder }: Policy, written: readonly string[], world: World): readonly string[] {
  const named = written.map((action) => action.replace(/:.*/, '').toLowerCase());
  if (named.every(isIamServicePrefix)) return named;
  const endpoints = world.ownersOf(holder, vpcEndpoint);
  return endpoints.length > 0 ? endpoints.flatMap((endpoint) => passageOf(endpoint).prefixes) : [service ?? []].flat();
}

/** What both of two lists of patterns stand for, as far as one of two patterns covers the other. */
function meet(some: readonly string[], others: readonly string[]): readonly string[] {
  const within = (actions: readonly string[], patterns: readonly string[]) =>
    actions.filter((action) => patterns.some((pattern) => coveredBy(pattern)(action)));
  const common = [...within(some, others), ...within(others, some)];
  // Case does not matter: what the statement has already stays as it is written.
  const different = [...new Map([...common].reverse().map((action) => [action.toLowerCase(), action])).values()];
  return different.filter((action) => !different.some((other) => other !== action && coveredBy(other)(action))).sort();
}
