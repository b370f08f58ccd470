import type { PolicyUse } from '../model/policy';
import { entryOf, policyLocationsTable } from './tables';

/** Where a policy document stands in a resource, and what it is for. */
export interface PolicyLocation {
  /** The path without brackets, such as `Policies.PolicyDocument`. */
  readonly path: string;
  readonly use: PolicyUse;
  /** The IAM prefix of the service whose resources a `resource` policy is about. */
  readonly service?: string;
}

/** The types whose entry was read: the table never changes. */
const known = new Map<string, readonly PolicyLocation[]>();

/** Where IAM policy documents stand in a resource of a CloudFormation or Terraform type. */
export function policyLocations(type: string): readonly PolicyLocation[] {
  const found = known.get(type) ?? readLocations(type);
  known.set(type, found);
  return found;
}

/** Paths of lists of managed policy ARNs in a resource of a CloudFormation type. */
export function managedPolicyLists(type: string): readonly string[] {
  return entryOf(policyLocationsTable().managedPolicyLists, type) ?? [];
}

function readLocations(type: string): PolicyLocation[] {
  const { cloudformation, terraform } = policyLocationsTable();
  const texts = entryOf(cloudformation, type) ?? entryOf(terraform, type) ?? [];
  return texts.map((text) => {
    const [written = '', use = ''] = text.split(' ');
    const path = written.replaceAll('[*]', '');
    return use.startsWith('@') ? { path, use: use.slice(1) as PolicyUse } : { path, use: 'resource', service: use };
  });
}

/** The CloudFormation and Terraform types that hold policies for one of some uses. */
export function typesHoldingPolicies(uses: readonly PolicyUse[]): readonly string[] {
  const { cloudformation, terraform } = policyLocationsTable();
  return [...Object.keys(cloudformation), ...Object.keys(terraform)].filter((type) =>
    policyLocations(type).some(({ use }) => uses.includes(use)),
  );
}
