import { type AccessLevel, actionsOf, type IamAction } from '../../data/iamActions';
import { managedPolicyLists } from '../../data/policyLocations';
import type { Policy, Statement } from '../../model/policy';
import type { Resource } from '../../model/resource';
import { cases, fieldOf, mentions, textWithHoles, type Value } from '../../model/value';
import type { World } from '../../model/view';
import { bearersOf, isRole } from './bearers';

/** More than so many actions are no list that anybody reads. */
const longest = 50;

/**
 * The actions of some services that have no other access level than some, as briefly as wildcards can say it; none
 * where that is too long to be of use.
 */
export function actionsOfLevels(prefixes: readonly string[], levels: readonly AccessLevel[]): readonly string[] {
  const found = prefixes.flatMap((prefix) => {
    const byVerb = new Map<string, IamAction[]>();
    for (const action of actionsOf(prefix).values()) {
      const verb = /^[A-Z][a-z]*/.exec(action.name)?.[0] ?? action.name;
      byVerb.set(verb, [...(byVerb.get(verb) ?? []), action]);
    }
    const isMeant = ({ accessLevels }: IamAction) => accessLevels.every((level) => levels.includes(level));
    return [...byVerb].flatMap(([verb, actions]) => {
      const meant = actions.filter(isMeant).map(({ name }) => `${prefix}:${name}`);
      return meant.length === actions.length && meant.length > 1 ? [`${prefix}:${verb}*`] : meant;
    });
  });
  return found.length > longest ? [] : found.sort();
}

/**
 * The actions of some services that the identities of the unit may use, or some roles of it alone, as their policies
 * name them; `undefined` where one of them may be allowed more than the unit tells.
 */
export function actionsInUse(
  prefixes: readonly string[],
  world: World,
  roles?: readonly Resource[],
): readonly string[] | undefined {
  if (!world.complete) return undefined;
  const used = new Set<string>();
  for (const resource of world.resources) {
    if (hasPoliciesElsewhere(resource, prefixes)) return undefined;
    for (const policy of world.policiesIn(resource)) {
      if (policy.use !== 'identity' || (roles && !mayBeOf(policy, roles, world))) continue;
      const actions = actionsIn(policy, prefixes);
      if (!actions) return undefined;
      for (const action of actions) used.add(action);
    }
  }
  return [...used].sort();
}

/** Whether a policy may be for one of some roles: it is, or it does not tell for whom. */
function mayBeOf(policy: Policy, roles: readonly Resource[], world: World): boolean {
  const [holder, ...others] = bearersOf(policy, world) as [Resource, ...Resource[]];
  const bearers = isRole(holder) ? [holder] : others;
  return bearers.length === 0 || bearers.some((bearer) => roles.includes(bearer));
}

/** The actions of some services that a policy allows. */
function actionsIn(policy: Policy, prefixes: readonly string[]): readonly string[] | undefined {
  const all = policy.statements
    .filter(({ effect }) => effect !== 'Deny')
    .map((one) => actionsOfStatement(one, prefixes));
  return policy.open || all.includes(undefined) ? undefined : all.flatMap((actions) => actions ?? []);
}

function actionsOfStatement({ actions, open }: Statement, prefixes: readonly string[]): readonly string[] | undefined {
  if (open || !actions) return undefined;
  const texts = actions.values.map((value) => (value.kind === 'literal' ? value.text : undefined));
  // An action of all services, or a whole service, says nothing of what is used.
  const isTold = texts.every((text) => text !== undefined && /^[\w-]+:/.test(text));
  const ours = texts.filter((text) => text !== undefined && prefixes.includes(text.replace(/:.*/, '').toLowerCase()));
  return isTold && ours.every((text) => !text?.endsWith(':*')) ? (ours as string[]) : undefined;
}

/** What the managed policies that most functions have allow, in services of their own. */
const plainManagedPolicies = /:iam::aws:policy\/service-role\/AWSLambda(BasicExecution|VPCAccessExecution)Role$/;
const plainServices = ['logs', 'ec2'];

/** Whether a resource gives an identity policies that do not stand in the unit. */
function hasPoliciesElsewhere(resource: Resource, prefixes: readonly string[]): boolean {
  const { properties, type } = resource;
  const lists =
    resource.dialect === 'cloudformation'
      ? managedPolicyLists(type).map((name) => fieldOf(properties, name))
      : /^aws_iam_/.test(type)
        ? ['managed_policy_arns', 'policy_arn', 'policy_arns'].map((name) => fieldOf(properties, name))
        : [];
  const isHarmless = (value: Value) =>
    value.kind === 'notWritten' ||
    mentions(value).length > 0 ||
    ((textWithHoles(value, '*') ?? '*').match(plainManagedPolicies) !== null &&
      !plainServices.some((one) => prefixes.includes(one)));
  const ofSam = type === 'AWS::Serverless::Function' ? fieldOf(properties, 'Policies') : undefined;
  const isInline = (value: Value) => fieldOf(value, 'Statement') !== undefined;
  return lists.some((list) => list && !itemsOf(list).every(isHarmless)) || !itemsOf(ofSam).every(isInline);
}

function itemsOf(value: Value | undefined): Value[] {
  return (value ? cases(value) : []).flatMap((one) =>
    one.value.kind === 'list' && !one.value.open ? one.value.items.flatMap(itemsOf) : [one.value],
  );
}
