/**
 * The generated tables and the only place that loads them. A table is read on first use, never at start: each `require`
 * stands inside a function, so that the bundler makes the table a part that is evaluated lazily. `npm run generate`
 * writes the tables; see tools/data.
 */

/** Where a table comes from: a package, or a repository at a commit. */
export interface TableSource {
  readonly package: string;
  readonly version: string;
  readonly generatedBy: string;
}

/** Resource types by service: `AWS::S3` holds `Bucket`. */
export interface CloudFormationTypesTable {
  readonly source: TableSource;
  readonly services: Readonly<Record<string, readonly string[]>>;
}

/** A code, or a code with what stands below it, or a code with its allowed values. */
export type SchemaNode = string | readonly [string, SchemaNodes | readonly string[]];
/** Properties or attributes by name. */
export type SchemaNodes = { readonly [name: string]: SchemaNode };

/** Property schemas: every property of some types, and of the others those that bear on data protection. */
export interface CloudFormationSchemaTable {
  readonly source: TableSource;
  readonly complete: Readonly<Record<string, SchemaNodes>>;
  readonly partial: Readonly<Record<string, SchemaNodes>>;
}

/** Property paths by resource type. */
export type PathsByType = Readonly<Record<string, readonly string[]>>;

/**
 * Where IAM policies stand in resources: paths with the use of the policy (`PolicyDocument @trust`), or for a
 * resource's own policy the IAM prefix of its service (`PolicyDocument s3`).
 */
export interface PolicyLocationsTable {
  readonly source: TableSource;
  readonly cloudformation: PathsByType;
  readonly terraform: PathsByType;
  readonly managedPolicyLists: PathsByType;
}

/** Terraform resource types of the AWS provider, without the `aws_` they all start with. */
export interface TerraformTypesTable {
  readonly source: TableSource;
  readonly types: readonly string[];
}

/** Attributes and blocks of Terraform resource types. */
export interface TerraformAttributesTable {
  readonly source: TableSource;
  readonly types: Readonly<Record<string, SchemaNodes>>;
}

/**
 * What IAM knows of each service, by prefix: condition keys with the letters of their types (`aws:TagKeys=S+`),
 * a line for each resource type with its ARNs (`queue=~${QueueName}`), and one for the actions of each
 * `LEVELS|RESOURCES|KEYS`. What is several on a line is separated by spaces.
 */
export interface IamActionsTable {
  readonly source: TableSource;
  readonly services: Readonly<Record<string, string>>;
  readonly globalKeys: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly resources: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, string>>;
}

/** Kinds, IAM prefixes (null: unknown) and, if unusual, what precedes the name of a VPC endpoint service. */
export type EndpointEntry = readonly [kinds: string, iamPrefixes: string | null, before?: string];

/** VPC endpoint services, and those that are known to accept an endpoint policy, with the page that says so. */
export interface VpcEndpointsTable {
  readonly source: TableSource;
  readonly services: Readonly<Record<string, EndpointEntry>>;
  readonly policySupport: Readonly<Record<string, string>>;
}

/** The statements of SAM's policy templates, each on a line of `ACTIONS RESOURCES`, with a condition's test behind. */
export interface SamPolicyTemplatesTable {
  readonly source: TableSource;
  readonly templates: Readonly<Record<string, readonly string[]>>;
}

/** Where a permission of a connector is given, and the lines of statements that a role gets. */
export type ConnectorEntry = readonly [given: string, statements: readonly string[]];

/** What the connectors of SAM make, by source, destination and permission: `Lambda::Function S3::Bucket Read`. */
export interface SamConnectorsTable {
  readonly source: TableSource;
  readonly connections: Readonly<Record<string, ConnectorEntry>>;
}

/** The resource types of CloudFormation. */
export const cloudFormationTypesTable = (): CloudFormationTypesTable => require('./cloudformation-types.json');
/** The properties of those types. */
export const cloudFormationSchemaTable = (): CloudFormationSchemaTable => require('./cloudformation-schema.json');
/** The places where policies stand. */
export const policyLocationsTable = (): PolicyLocationsTable => require('./policy-locations.json');
/** The resource types of the AWS provider. */
export const terraformTypesTable = (): TerraformTypesTable => require('./terraform-types.json');
/** The attributes and blocks of those types. */
export const terraformAttributesTable = (): TerraformAttributesTable => require('./terraform-attributes.json');
/** The actions, resources and condition keys of IAM. */
export const iamActionsTable = (): IamActionsTable => require('./iam-actions.json');
/** What the connectors of SAM make. */
export const samConnectorsTable = (): SamConnectorsTable => require('./sam-connectors.json');
/** The statements of SAM's policy templates. */
export const samPolicyTemplatesTable = (): SamPolicyTemplatesTable => require('./sam-policy-templates.json');
/** The services that have VPC endpoints. */
export const vpcEndpointsTable = (): VpcEndpointsTable => require('./vpc-endpoints.json');

/** The entry of a table, without the names that every object inherits. */
export function entryOf<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * The steps of a property path: names, `*` for any key of a map, and brackets for an entry of a list (`[*]`,
 * `[Key=x]`).
 */
export function pathSteps(path: string): readonly string[] {
  return path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
}
