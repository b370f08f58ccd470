import type { Safety } from '../../model/finding';
import type { RuleSettings } from '../../model/view';
import { type Written, WrittenAccount, WrittenInput } from '../../model/written';

/** A boundary that an endpoint policy draws: whose identities may reach whose resources. */
export interface Perimeter {
  /** Whom it lets through, as a title's last words. */
  readonly whom: string;
  readonly safety: Safety;
  /** The condition keys to compare, with their values: who asks, and whom the resource belongs to. */
  readonly principal: Readonly<Record<string, Written>>;
  readonly resource: Readonly<Record<string, Written>>;
}

/**
 * IAM prefixes of services whose everyday use reads resources of AWS's own accounts (package repositories, image
 * layers, public images, managed policies, transforms, layers, public parameters), which a boundary around the
 * resources would cut off. See https://github.com/aws-samples/data-perimeter-policy-examples.
 */
const servesAwsResources = new Set([
  's3',
  'ecr',
  'ec2',
  'iam',
  'cloudformation',
  'imagebuilder',
  'iot',
  'lambda',
  'ssm',
]);

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
    principal: { 'aws:PrincipalAccount': accounts },
    resource: { 'aws:ResourceAccount': accounts },
  };
  return organizationId ? [byOrganization, byAccount] : [byAccount, byOrganization];
}

/** The condition that holds the actions of some services to a perimeter. */
export function conditionOf(perimeter: Perimeter, prefixes: readonly string[]): Readonly<Record<string, Written>> {
  const keepsResources = !prefixes.some((prefix) => servesAwsResources.has(prefix));
  return { StringEquals: { ...perimeter.principal, ...(keepsResources && perimeter.resource) } };
}

/** All actions of some services, as a policy names them. */
export function actionsOfServices(prefixes: readonly string[]): readonly string[] {
  return prefixes.map((prefix) => `${prefix}:*`);
}

/** The statements of a policy that lets the actions of some services through, within a perimeter. */
export function perimeterStatements(perimeter: Perimeter, prefixes: readonly string[]): readonly Written[] {
  return [
    allow(actionsOfServices(prefixes), conditionOf(perimeter, prefixes)),
    ...federationStatements(perimeter, prefixes),
  ];
}

/**
 * Federated identities have no account or organisation yet when they ask STS for their first credentials, so only the
 * role they ask for is held to the perimeter.
 * See https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html.
 */
export function federationStatements(perimeter: Perimeter, prefixes: readonly string[]): readonly Written[] {
  if (!prefixes.includes('sts')) return [];
  const actions = ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];
  return [allow(actions, { StringEquals: perimeter.resource })];
}

function allow(actions: readonly string[], condition: Readonly<Record<string, Written>>): Written {
  return { Effect: 'Allow', Principal: '*', Action: actions, Resource: '*', Condition: condition };
}
