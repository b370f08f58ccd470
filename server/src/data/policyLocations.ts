import { entryOf, type PathsByType, policyLocationsTable } from './tables';

/**
 * How a policy document is to be read: a `resource` policy says who may use the resource, an `identity` policy what its
 * bearer may do (it has no principal), a `trust` policy who may become the role.
 */
export type PolicyRole = 'resource' | 'identity' | 'trust';

/** Where a policy document stands in a resource. */
export interface PolicyLocation {
  /** The property path, such as `Policies[*].PolicyDocument`. */
  readonly path: string;
  readonly role: PolicyRole;
  /** True if the resource is nothing but this policy, such as `AWS::S3::BucketPolicy`. */
  readonly isWholeResource: boolean;
}

/** Where IAM policy documents stand in a resource of a CloudFormation type. */
export function policyLocations(type: string): readonly PolicyLocation[] {
  const table = policyLocationsTable();
  return [
    ...locations(table.resourcePolicyTypes, type, 'resource', true),
    ...locations(table.inlineResourcePolicies, type, 'resource', false),
    ...locations(table.identityPolicyTypes, type, 'identity', true),
    ...locations(table.inlineIdentityPolicies, type, 'identity', false),
    ...locations(table.trustPolicies, type, 'trust', false),
  ];
}

/** Paths of lists of managed policy ARNs in a resource of a CloudFormation type. */
export function managedPolicyLists(type: string): readonly string[] {
  return entryOf(policyLocationsTable().managedPolicyLists, type) ?? [];
}

function locations(
  paths: PathsByType,
  type: string,
  role: PolicyRole,
  isWholeResource: boolean,
): readonly PolicyLocation[] {
  return (entryOf(paths, type) ?? []).map((path) => ({ path, role, isWholeResource }));
}
