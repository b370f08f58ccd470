import type { Property, Resource, ResourceSpecification } from './cloudformation';
import { byCodeUnit, type Table } from './sources';

/** How a policy document at a place is to be read. */
type Role = 'resource' | 'identity' | 'trust';

interface Location {
  readonly type: string;
  readonly path: string;
}

/**
 * Places that the resource specification marks as policies and that hold something else, each with the reason. They
 * were found by reading the whole list of marked places.
 */
const NOT_AN_IAM_POLICY: Readonly<Record<string, string>> = {
  'AWS::Logs::LogGroup DataProtectionPolicy': 'names data to audit or mask; it has no principals or actions',
  'AWS::MPA::ApprovalTeam Policies': 'a list of policy ARNs',
  'AWS::NetworkManager::CoreNetwork PolicyDocument': 'describes segments and attachments of a network',
  'AWS::RAM::Permission PolicyTemplate': 'a fragment that RAM completes with principals and resources',
  'AWS::SNS::Subscription RedrivePolicy': 'names a dead-letter queue',
  'AWS::SNS::Subscription ReplayPolicy': 'a span of time',
  'AWS::SNS::Topic ArchivePolicy': 'a retention period',
  'AWS::SNS::Topic DataProtectionPolicy': 'names data to audit or mask; it has no principals or actions on resources',
  'AWS::SQS::Queue RedriveAllowPolicy': 'names the queues that may use this one as a dead-letter queue',
};

/** Marked places whose role differs from the mark, each with the reason. */
const OTHER_ROLE: Readonly<Record<string, { readonly role: Role; readonly reason: string }>> = {
  'AWS::IAM::Role AssumeRolePolicyDocument': {
    role: 'trust',
    reason: 'says who may become the role, not who may use a resource',
  },
  'AWS::IoT::Policy PolicyDocument': { role: 'identity', reason: 'is attached to a certificate and has no principal' },
  'AWS::SSO::PermissionSet InlinePolicy': {
    role: 'identity',
    reason: 'becomes the inline policy of a role and has no principal',
  },
  'AWS::Serverless::Function AssumeRolePolicyDocument': {
    role: 'trust',
    reason: 'the trust policy of the function role',
  },
};

/** Places of policies that the specification does not mark; the generator fails if one of them no longer exists. */
const UNMARKED: Readonly<Record<Role, readonly string[]>> = {
  resource: [
    'AWS::AIOps::InvestigationGroup InvestigationGroupPolicy',
    'AWS::APS::ResourcePolicy PolicyDocument',
    'AWS::BedrockAgentCore::ResourcePolicy Policy',
    'AWS::DSQL::Cluster PolicyDocument',
    'AWS::DynamoDB::GlobalTable Replicas[*].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::GlobalTable Replicas[*].ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::Table ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::Table StreamSpecification.ResourcePolicy.PolicyDocument',
    'AWS::ECR::RepositoryCreationTemplate RepositoryPolicy',
    'AWS::Elasticsearch::Domain AccessPolicies',
    'AWS::FSx::S3AccessPointAttachment S3AccessPoint.Policy',
    'AWS::Logs::DeliveryDestination DeliveryDestinationPolicy.DeliveryDestinationPolicy',
    'AWS::Logs::Destination DestinationPolicy',
    'AWS::MediaStore::Container Policy',
    'AWS::OSIS::Pipeline ResourcePolicy.Policy',
    'AWS::OpenSearchService::Domain AccessPolicies',
    'AWS::Organizations::ResourcePolicy Content',
    'AWS::PaymentCryptography::Key Policy',
    'AWS::RUM::AppMonitor ResourcePolicy.PolicyDocument',
    'AWS::XRay::ResourcePolicy PolicyDocument',
  ],
  identity: [
    'AWS::EKS::PodIdentityAssociation Policy',
    'AWS::IAM::Group Policies[*].PolicyDocument',
    'AWS::IAM::Role Policies[*].PolicyDocument',
    'AWS::IAM::User Policies[*].PolicyDocument',
    'AWS::RolesAnywhere::Profile SessionPolicy',
    'AWS::Transfer::User Policy',
  ],
  trust: [],
};

/** Names under which a resource that *is* a policy keeps the document, the most specific first. */
const DOCUMENT_NAMES = ['PolicyDocument', 'ResourcePolicy', 'PolicyText', 'Policy'];

/** Where IAM policy documents and lists of managed policies stand in CloudFormation resources. */
export function policyLocations(specification: ResourceSpecification): Table {
  const collector = new Collector(specification.resources());
  collector.collect();
  return {
    source: specification.source('policyLocations.ts'),
    resourcePolicyTypes: collector.record('resource', true),
    inlineResourcePolicies: collector.record('resource', false),
    identityPolicyTypes: collector.record('identity', true),
    inlineIdentityPolicies: collector.record('identity', false),
    trustPolicies: collector.record('trust', false),
    managedPolicyLists: collector.managedPolicyLists(),
  };
}

class Collector {
  private readonly documents: (Location & { readonly role: Role; readonly isWholeResource: boolean })[] = [];
  private readonly managed: Location[] = [];
  private readonly used = new Set<string>();

  constructor(private readonly resources: readonly Resource[]) {}

  collect(): void {
    for (const resource of this.resources) {
      this.collectPolicyResource(resource);
      for (const [path, property] of Object.entries(resource.properties))
        this.collectMarked(resource.cloudFormationType, path, property);
    }
    for (const role of Object.keys(UNMARKED) as Role[]) {
      for (const place of UNMARKED[role]) this.collectUnmarked(place, role);
    }
    this.complainOfStaleEntries();
  }

  record(role: Role, isWholeResource: boolean): Record<string, readonly string[]> {
    return byType(
      this.documents.filter((document) => document.role === role && document.isWholeResource === isWholeResource),
    );
  }

  managedPolicyLists(): Record<string, readonly string[]> {
    return byType(this.managed);
  }

  private collectPolicyResource({ cloudFormationType, scrutinizable, properties }: Resource): void {
    if (scrutinizable !== 'ResourcePolicyResource' && scrutinizable !== 'IdentityPolicyResource') return;
    const path = DOCUMENT_NAMES.find((name) => name in properties);
    if (path === undefined)
      throw new Error(`${cloudFormationType} is marked as a policy but has no known document property`);
    this.add(cloudFormationType, path, scrutinizable === 'ResourcePolicyResource' ? 'resource' : 'identity', true);
  }

  private collectMarked(type: string, path: string, { scrutinizable }: Property): void {
    if (scrutinizable === 'InlineResourcePolicy') this.add(type, path, 'resource', false);
    if (scrutinizable === 'ManagedPolicies') this.managed.push({ type, path });
    // A list of inline policies is marked as a whole; the document inside each entry is in the list of unmarked places.
    if (scrutinizable === 'InlineIdentityPolicies') this.used.add(`${type} ${path}`);
  }

  private collectUnmarked(place: string, role: Role): void {
    const [type = '', path = ''] = place.split(' ');
    const resource = this.resources.find(({ cloudFormationType }) => cloudFormationType === type);
    const [property = ''] = path.split(/[.[]/);
    if (resource === undefined || !(property in resource.properties))
      throw new Error(`${place} does not exist (any more)`);
    const isWholeResource = type.endsWith('::ResourcePolicy');
    this.add(type, path, role, isWholeResource);
  }

  private add(type: string, path: string, role: Role, isWholeResource: boolean): void {
    const place = `${type} ${path}`;
    this.used.add(place);
    if (place in NOT_AN_IAM_POLICY) return;
    if (this.documents.some((document) => document.type === type && document.path === path)) {
      throw new Error(`${place} is marked by now: take it off the list of unmarked places`);
    }
    this.documents.push({ type, path, role: OTHER_ROLE[place]?.role ?? role, isWholeResource });
  }

  private complainOfStaleEntries(): void {
    const stale = [...Object.keys(NOT_AN_IAM_POLICY), ...Object.keys(OTHER_ROLE)].filter(
      (place) => !this.used.has(place),
    );
    if (stale.length > 0)
      throw new Error(`These reviewed places are no longer marked by the specification: ${stale.join(', ')}`);
  }
}

function byType(locations: readonly Location[]): Record<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { type, path } of locations) paths.set(type, [...(paths.get(type) ?? []), path]);
  return Object.fromEntries(
    [...paths]
      .map(([type, list]) => [type, list.sort(byCodeUnit)] as const)
      .sort(([left], [right]) => byCodeUnit(left, right)),
  );
}
