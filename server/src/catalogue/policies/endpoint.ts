import type { Safety } from '../../model/finding';
import type { RuleSettings } from '../../model/view';
import { type Written, WrittenAccount, WrittenInput } from '../../model/written';
import { awsResourcesOf, type Region } from './awsResources';
import { coveredBy } from './statements';

/** A boundary that an endpoint policy draws: whose identities may reach whose resources. */
export interface Boundary {
  /** The condition keys to compare, with their values: who asks, and whom the resource belongs to. */
  readonly principal: Readonly<Record<string, Written>>;
  readonly resource: Readonly<Record<string, Written>>;
}

/** A boundary to choose. */
export interface Perimeter extends Boundary {
  /** Whom it lets through, as a title's last words. */
  readonly whom: string;
  readonly safety: Safety;
}

/** What passes an endpoint. */
export interface Passage {
  /** The IAM prefixes of the services it leads to. */
  readonly prefixes: readonly string[];
  /** The actions to let through; all of the services without them. */
  readonly actions?: readonly string[];
  /** Where it is. Without it, what AWS keeps in each Region has no name. */
  readonly region?: Region | undefined;
}

/** The boundaries to choose from, the organisation first where it is known. */
export function perimeters({ organizationId, trustedAccounts }: RuleSettings): readonly Perimeter[] {
  const organization =
    organizationId ??
    new WrittenInput('OrganizationId', 'The id of the AWS organization to allow', '^o-[a-z0-9]{10,32}$');
  const accounts = trustedAccounts.length > 0 ? [new WrittenAccount(), ...trustedAccounts] : new WrittenAccount();
  const byOrganization: Perimeter = {
    whom: 'your organization',
    safety: organizationId ? 'review' : 'input',
    principal: { 'aws:PrincipalOrgID': organization },
    resource: { 'aws:ResourceOrgID': organization },
  };
  const byAccount: Perimeter = {
    whom: trustedAccounts.length > 0 ? 'this account and the ones you trust' : 'this account',
    safety: 'review',
    ...aroundAccounts(accounts),
  };
  return organizationId ? [byOrganization, byAccount] : [byAccount, byOrganization];
}

/** The boundary around an account, or some. */
export function aroundAccounts(accounts: Written): Boundary {
  return { principal: { 'aws:PrincipalAccount': accounts }, resource: { 'aws:ResourceAccount': accounts } };
}

/** The condition that holds requests to a perimeter. */
export function conditionOf({ principal, resource }: Boundary): Readonly<Record<string, Written>> {
  return { StringEquals: { ...principal, ...resource } };
}

/** All actions of some services, as a policy names them. */
export function actionsOfServices(prefixes: readonly string[]): readonly string[] {
  return prefixes.map((prefix) => `${prefix}:*`);
}

/** The statements of a policy that lets what passes an endpoint through, within a perimeter. */
export function perimeterStatements(perimeter: Boundary, passage: Passage): readonly Written[] {
  const { prefixes, actions = actionsOfServices(prefixes) } = passage;
  return [allow(actions, '*', conditionOf(perimeter)), ...exceptions(perimeter, passage)];
}

/** The statements that a perimeter needs besides: for requests that say nothing of it, and to what AWS keeps itself. */
export function exceptions(perimeter: Boundary, passage: Passage): readonly Written[] {
  return [...federationStatements(perimeter, passage), ...awsStatements(perimeter, passage)];
}

/** Calls to STS that are made without credentials: for their first ones. */
export const unsignedActions: readonly string[] = ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/**
 * Federated identities have no account or organisation yet when they ask STS for their first credentials, so only the
 * role they ask for is held to the perimeter.
 * See https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html.
 */
function federationStatements(perimeter: Boundary, passage: Passage): readonly Written[] {
  const unsigned = passage.prefixes.includes('sts') ? narrowed(unsignedActions, passage) : [];
  return unsigned.length > 0 ? [allow(unsigned, '*', { StringEquals: perimeter.resource })] : [];
}

/** What AWS keeps in its own accounts lies outside of every boundary around resources. */
function awsStatements(perimeter: Boundary, passage: Passage): readonly Written[] {
  return awsResourcesOf(passage.prefixes, passage.region).flatMap(({ resources, arns }) => {
    const actions = narrowed(resources.actions, passage);
    if (actions.length === 0) return [];
    return [allow(actions, arns, resources.isForAnyone ? undefined : { StringEquals: perimeter.principal })];
  });
}

/** Those of some actions that are to pass. */
function narrowed(actions: readonly string[], { actions: passing }: Passage): readonly string[] {
  return passing ? actions.filter((action) => passing.some((pattern) => coveredBy(pattern)(action))) : actions;
}

function allow(
  actions: readonly string[],
  resources: Written,
  condition: Readonly<Record<string, Written>> | undefined,
): Written {
  const statement = { Effect: 'Allow', Principal: '*', Action: actions, Resource: resources };
  return condition ? { ...statement, Condition: condition } : statement;
}
