import type { Property, Resource, ResourceSpecification } from './cloudformation';
import { iamServiceNames } from './iam';
import { byCodeUnit, readLines, sortedRecord, type Table } from './sources';
import type { TerraformProvider } from './terraform';

/** What a policy document at a place is for. */
type Use = 'resource' | 'identity' | 'trust' | 'endpoint' | 'session' | 'organization';

interface Location {
  readonly type: string;
  readonly path: string;
}

/** IAM prefixes of services whose CloudFormation name is another, and of places in which another service's policy stands. */
const PREFIXES: Readonly<Record<string, string>> = {
  ApiGateway: 'execute-api',
  BedrockAgentCore: 'bedrock-agentcore',
  EFS: 'elasticfilesystem',
  Elasticsearch: 'es',
  EventSchemas: 'schemas',
  EventsV2: 'events',
  MSK: 'kafka',
  OpenSearchService: 'es',
  PaymentCryptography: 'payment-cryptography',
  RedshiftServerless: 'redshift-serverless',
  S3ObjectLambda: 's3-object-lambda',
  S3Outposts: 's3-outposts',
  SMSVOICE: 'sms-voice',
  VpcLattice: 'vpc-lattice',
  'AWS::ECR::PublicRepository RepositoryPolicyText': 'ecr-public',
  'AWS::FSx::S3AccessPointAttachment S3AccessPoint.Policy': 's3',
  'AWS::Omics::SequenceStore S3AccessPolicy': 's3',
  'AWS::Serverless::Api DefinitionBody.x-amazon-apigateway-policy': 'execute-api',
  'AWS::VpcLattice::AuthPolicy Policy': 'vpc-lattice-svcs',
};

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

/** Marked places whose use differs from the mark, each with the reason. */
const OTHER_USE: Readonly<Record<string, { readonly use: Use; readonly reason: string }>> = {
  'AWS::EC2::VPCEndpoint PolicyDocument': {
    use: 'endpoint',
    reason: 'says what may pass, not who may use the endpoint',
  },
  'AWS::IAM::Role AssumeRolePolicyDocument': {
    use: 'trust',
    reason: 'says who may become the role, not who may use a resource',
  },
  'AWS::IoT::Policy PolicyDocument': { use: 'identity', reason: 'is attached to a certificate and has no principal' },
  'AWS::SSO::PermissionSet InlinePolicy': {
    use: 'identity',
    reason: 'becomes the inline policy of a role and has no principal',
  },
  'AWS::Serverless::Function AssumeRolePolicyDocument': {
    use: 'trust',
    reason: 'the trust policy of the function role',
  },
};

/**
 * Places of policies that the specification does not mark; the generator fails if one of them no longer exists. A type
 * without a path is a document by itself: its statement stands among its properties.
 */
const UNMARKED: Readonly<Partial<Record<Use, readonly string[]>>> = {
  resource: [
    'AWS::AIOps::InvestigationGroup InvestigationGroupPolicy',
    'AWS::APS::ResourcePolicy PolicyDocument',
    'AWS::ApiGateway::RestApi Body.x-amazon-apigateway-policy',
    'AWS::BedrockAgentCore::ResourcePolicy Policy',
    'AWS::DSQL::Cluster PolicyDocument',
    'AWS::DynamoDB::GlobalTable Replicas[*].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::GlobalTable Replicas[*].ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::Table ResourcePolicy.PolicyDocument',
    'AWS::DynamoDB::Table StreamSpecification.ResourcePolicy.PolicyDocument',
    'AWS::ECR::RepositoryCreationTemplate RepositoryPolicy',
    'AWS::Elasticsearch::Domain AccessPolicies',
    'AWS::Events::EventBusPolicy',
    'AWS::FSx::S3AccessPointAttachment S3AccessPoint.Policy',
    'AWS::Logs::DeliveryDestination DeliveryDestinationPolicy.DeliveryDestinationPolicy',
    'AWS::Logs::Destination DestinationPolicy',
    'AWS::MediaStore::Container Policy',
    'AWS::OSIS::Pipeline ResourcePolicy.Policy',
    'AWS::OpenSearchService::Domain AccessPolicies',
    'AWS::Organizations::ResourcePolicy Content',
    'AWS::PaymentCryptography::Key Policy',
    'AWS::RUM::AppMonitor ResourcePolicy.PolicyDocument',
    'AWS::Serverless::Api DefinitionBody.x-amazon-apigateway-policy',
    'AWS::XRay::ResourcePolicy PolicyDocument',
  ],
  identity: [
    'AWS::IAM::Group Policies[*].PolicyDocument',
    'AWS::IAM::Role Policies[*].PolicyDocument',
    'AWS::IAM::User Policies[*].PolicyDocument',
    'AWS::Serverless::Function Policies[*]',
    'AWS::Serverless::StateMachine Policies[*]',
  ],
  session: [
    'AWS::EKS::PodIdentityAssociation Policy',
    'AWS::RolesAnywhere::Profile SessionPolicy',
    'AWS::Transfer::User Policy',
  ],
  organization: ['AWS::Organizations::Policy Content'],
};

/** Names under which a resource that *is* a policy keeps the document, the most specific first. */
const DOCUMENT_NAMES = ['PolicyDocument', 'ResourcePolicy', 'PolicyText', 'Policy'];

/**
 * Where IAM policy documents stand in resources: a path with the use of the policy (`@trust`), or for a resource's own
 * policy the IAM prefix of its service. Beside them, where CloudFormation resources list managed policies.
 */
export function policyLocations(specification: ResourceSpecification, provider: TerraformProvider): Table {
  const collector = new Collector(specification.resources());
  collector.collect();
  return {
    source: specification.source('policyLocations.ts'),
    cloudformation: collector.documents(),
    terraform: terraformDocuments(provider),
    managedPolicyLists: collector.managedPolicyLists(),
  };
}

function terraformDocuments(provider: TerraformProvider): Record<string, readonly string[]> {
  const locations = readLines('terraform-policies.txt').map((line) => {
    const [type = '', path = '', use = ''] = line.split(' ');
    if (!provider.hasAttribute(type, path)) throw new Error(`${type} ${path} does not exist (any more)`);
    if (!use.startsWith('@')) complainOfPrefix(use, type);
    return { type, path: `${path} ${use}` };
  });
  return byType(locations);
}

function complainOfPrefix(prefix: string, type: string): void {
  if (!(prefix in iamServiceNames())) throw new Error(`${type}: ${prefix} is no service of IAM`);
}

class Collector {
  private readonly found: (Location & { readonly use: Use })[] = [];
  private readonly managed: Location[] = [];
  private readonly used = new Set<string>();

  constructor(private readonly resources: readonly Resource[]) {}

  collect(): void {
    for (const resource of this.resources) {
      this.collectPolicyResource(resource);
      for (const [path, property] of Object.entries(resource.properties))
        this.collectMarked(resource.cloudFormationType, path, property);
    }
    for (const [use, places] of Object.entries(UNMARKED)) {
      for (const place of places) this.collectUnmarked(place, use as Use);
    }
    this.complainOfStaleEntries();
  }

  documents(): Record<string, readonly string[]> {
    return byType(
      this.found.map(({ type, path, use }) => {
        if (use !== 'resource') return { type, path: `${path} @${use}` };
        const service = type.split('::')[1] ?? '';
        const prefix = PREFIXES[`${type} ${path}`] ?? PREFIXES[service] ?? service.toLowerCase();
        complainOfPrefix(prefix, type);
        return { type, path: `${path} ${prefix}` };
      }),
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
    this.add(cloudFormationType, path, scrutinizable === 'ResourcePolicyResource' ? 'resource' : 'identity');
  }

  private collectMarked(type: string, path: string, { scrutinizable }: Property): void {
    if (scrutinizable === 'InlineResourcePolicy') this.add(type, path, 'resource');
    if (scrutinizable === 'ManagedPolicies') this.managed.push({ type, path });
    // A list of inline policies is marked as a whole; the document inside each entry is in the list of unmarked places.
    if (scrutinizable === 'InlineIdentityPolicies') this.used.add(`${type} ${path}`);
  }

  private collectUnmarked(place: string, use: Use): void {
    const [type = '', path = ''] = place.split(' ');
    const resource = this.resources.find(({ cloudFormationType }) => cloudFormationType === type);
    const [property = ''] = (path || 'Statement').split(/[.[]/);
    if (resource === undefined || !(property in resource.properties))
      throw new Error(`${place} does not exist (any more)`);
    this.add(type, path, use);
  }

  private add(type: string, path: string, use: Use): void {
    const place = `${type} ${path}`;
    this.used.add(place);
    if (place in NOT_AN_IAM_POLICY) return;
    if (this.found.some((document) => document.type === type && document.path === path)) {
      throw new Error(`${place} is marked by now: take it off the list of unmarked places`);
    }
    this.found.push({ type, path, use: OTHER_USE[place]?.use ?? use });
  }

  private complainOfStaleEntries(): void {
    const stale = [...Object.keys(NOT_AN_IAM_POLICY), ...Object.keys(OTHER_USE)].filter(
      (place) => !this.used.has(place),
    );
    if (stale.length > 0)
      throw new Error(`These reviewed places are no longer marked by the specification: ${stale.join(', ')}`);
  }
}

function byType(locations: readonly Location[]): Record<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { type, path } of locations) paths.set(type, [...(paths.get(type) ?? []), path]);
  return sortedRecord([...paths].map(([type, list]) => [type, list.sort(byCodeUnit)] as const));
}
