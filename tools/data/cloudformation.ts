import { byCodeUnit, loadPackage, readPatterns, sortedRecord, sourceOf, type Table } from './sources';

const PACKAGE = '@aws-cdk/aws-service-spec';

/** Properties nested deeper than this are left out; no rule looks further. */
const MAX_DEPTH = 6;

/**
 * Words of a property name that bear on data protection. Whole words only: a search for `tls` or `sse` anywhere would
 * also find `AccessLevel` and `Assets`.
 */
const PROTECTIVE_WORDS = new Set([
  'kms',
  'encrypt',
  'encrypted',
  'encryption',
  'sse',
  'tls',
  'ssl',
  'https',
  'logging',
  'public',
  'publicly',
  'password',
  'secret',
  'credential',
  'credentials',
]);

/** The type of a property, as the service specification has it. */
export interface PropertyType {
  readonly type: string;
  readonly element?: PropertyType;
  readonly types?: readonly PropertyType[];
  readonly reference?: { readonly $ref: string };
  readonly allowedValues?: readonly string[];
}

/** What the service specification says of a property. */
export interface Property {
  readonly type: PropertyType;
  readonly required?: boolean;
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
  /** The default as JSON, where the specification tells one. */
  readonly defaultValue?: string;
  readonly scrutinizable?: string;
  readonly relationshipRefs?: readonly { readonly cloudFormationType: string }[];
}

type Properties = Readonly<Record<string, Property>>;

/** What the service specification says of a resource type. */
export interface Resource {
  readonly cloudFormationType: string;
  readonly properties: Properties;
  readonly scrutinizable?: string;
  readonly additionalReplacementProperties?: readonly (readonly string[])[];
}

interface Database {
  all(entity: 'resource'): Iterable<Resource>;
  get(entity: 'typeDefinition', id: string): { readonly $id: string; readonly properties: Properties };
}

/** A node of the schema table: a code, with children or allowed values where it has some. */
type Node = string | [string, Record<string, Node> | readonly string[]];

/** The specification knows the tag as a type of its own and leaves its two texts to the reader. */
const TAG: Record<string, Node> = { Key: 's', Value: 's' };

/** The CloudFormation resource specification, as the package delivers it. */
export class ResourceSpecification {
  readonly source = (generator: string) => sourceOf(PACKAGE, generator);
  private readonly database = loadPackage<{ loadAwsServiceSpecSync(): Database }>(PACKAGE).loadAwsServiceSpecSync();

  resources(): Resource[] {
    return [...this.database.all('resource')].sort((left, right) =>
      byCodeUnit(left.cloudFormationType, right.cloudFormationType),
    );
  }

  /** The default of a property, by its path without brackets; `undefined` where the specification tells none. */
  defaultOf(resourceType: string, path: string): unknown {
    const resource = this.resources().find((one) => one.cloudFormationType === resourceType);
    let properties = resource?.properties;
    let property: Property | undefined;
    for (const name of path.split('.')) {
      property = properties?.[name];
      properties = property && this.definition(unwrap(property.type).element)?.properties;
    }
    return property?.defaultValue === undefined ? undefined : JSON.parse(property.defaultValue);
  }

  definition(type: PropertyType): { readonly id: string; readonly properties: Properties } | undefined {
    if (type.reference === undefined) return undefined;
    const definition = this.database.get('typeDefinition', type.reference.$ref);
    return { id: definition.$id, properties: definition.properties };
  }
}

/** All resource types, by service: `{"AWS::S3": ["AccessPoint", "Bucket", ...]}`. */
export function cloudFormationTypes(specification: ResourceSpecification): Table {
  const byService = new Map<string, string[]>();
  for (const { cloudFormationType } of specification.resources()) {
    const cut = cloudFormationType.lastIndexOf('::');
    const service = cloudFormationType.slice(0, cut);
    byService.set(service, [...(byService.get(service) ?? []), cloudFormationType.slice(cut + 2)]);
  }
  const services = sortedRecord([...byService].map(([service, names]) => [service, names.sort(byCodeUnit)] as const));
  return { source: specification.source('cloudformation.ts'), services };
}

/**
 * The property schemas. `complete` holds every property of the types listed in types.txt; `partial` holds, of all other
 * types, the properties that bear on data protection and what leads to them. The codes are read by
 * server/src/data/cloudformationSchema.ts.
 */
export function cloudFormationSchema(specification: ResourceSpecification): Table {
  const isComplete = readPatterns('types.txt');
  const complete: [string, Record<string, Node>][] = [];
  const partial: [string, Record<string, Node>][] = [];
  for (const resource of specification.resources()) {
    const keepAll = isComplete(resource.cloudFormationType);
    const nodes = new SchemaBuilder(specification, resource).build(keepAll);
    if (keepAll) complete.push([resource.cloudFormationType, nodes]);
    else if (Object.keys(nodes).length > 0) partial.push([resource.cloudFormationType, nodes]);
  }
  return {
    source: specification.source('cloudformation.ts'),
    complete: sortedRecord(complete),
    partial: sortedRecord(partial),
  };
}

class SchemaBuilder {
  private readonly replacing: ReadonlySet<string>;

  constructor(
    private readonly specification: ResourceSpecification,
    private readonly resource: Resource,
  ) {
    const paths = resource.additionalReplacementProperties ?? [];
    this.replacing = new Set(paths.map((path) => path.filter((step) => step !== '*').join('.')));
  }

  build(keepAll: boolean): Record<string, Node> {
    return this.children(this.resource.properties, keepAll, [], new Set());
  }

  private children(
    properties: Properties,
    keepAll: boolean,
    path: readonly string[],
    open: ReadonlySet<string>,
  ): Record<string, Node> {
    const nodes: [string, Node][] = [];
    for (const [name, property] of Object.entries(properties)) {
      const keep = keepAll || isProtective(name, property);
      const node = this.node(property, keep, [...path, name], open);
      if (node !== undefined) nodes.push([name, node]);
    }
    return sortedRecord(nodes);
  }

  /** The node of a property; nothing if neither it nor anything below it is to be kept. */
  private node(
    property: Property,
    keep: boolean,
    path: readonly string[],
    open: ReadonlySet<string>,
  ): Node | undefined {
    const { containers, element } = unwrap(property.type);
    const definition = this.specification.definition(element);
    const descend = definition !== undefined && path.length < MAX_DEPTH && !open.has(definition.id);
    const nested = descend ? this.children(definition.properties, keep, path, new Set([...open, definition.id])) : {};
    const below = element.type === 'tag' && keep ? TAG : nested;
    const hasBelow = Object.keys(below).length > 0;
    if (!keep && !hasBelow) return undefined;
    const code = containers + elementLetter(element) + this.flags(property, path);
    if (hasBelow) return [code, below];
    return element.allowedValues === undefined ? code : [code, [...element.allowedValues].sort(byCodeUnit)];
  }

  private flags(property: Property, path: readonly string[]): string {
    const required = property.required === true ? '!' : '';
    if (property.causesReplacement === 'yes' || this.replacing.has(path.join('.'))) return `${required}R`;
    return property.causesReplacement === 'maybe' ? `${required}r` : required;
  }
}

/** Peels lists and maps off a type: their letters, outermost first, and what stands inside them. */
function unwrap(type: PropertyType): { containers: string; element: PropertyType } {
  if (type.type === 'array' && type.element !== undefined) {
    const { containers, element } = unwrap(type.element);
    return { containers: `l${containers}`, element };
  }
  if (type.type === 'map' && type.element !== undefined) {
    const { containers, element } = unwrap(type.element);
    return { containers: `m${containers}`, element };
  }
  return { containers: '', element: type.type === 'union' ? resolveUnion(type) : type };
}

/**
 * One type to stand for a union. Text is also accepted for structured documents, so `json` and `string` is `json`; a
 * union with exactly one structure is that structure, because only its properties can be named; everything else may be
 * anything.
 */
function resolveUnion(type: PropertyType): PropertyType {
  const members = type.types ?? [];
  if (members.every((member) => member.type === 'json' || member.type === 'string')) return { type: 'json' };
  const structures = members.filter((member) => member.type === 'ref');
  return structures.length === 1 && structures[0] !== undefined ? structures[0] : { type: 'union' };
}

function elementLetter(element: PropertyType): string {
  switch (element.type) {
    case 'string':
    case 'date-time':
      return 's';
    case 'boolean':
      return 'b';
    case 'number':
    case 'integer':
      return 'n';
    case 'ref':
    case 'tag':
      return 'o';
    case 'json':
      return 'j';
    case 'union':
      return 'a';
    default:
      throw new Error(`The resource specification has a property type this generator does not know: ${element.type}`);
  }
}

function isProtective(name: string, property: Property): boolean {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [];
  return (
    words.some((word) => PROTECTIVE_WORDS.has(word.toLowerCase())) ||
    (property.scrutinizable !== undefined && property.scrutinizable !== 'None') ||
    (property.relationshipRefs ?? []).some(({ cloudFormationType }) => cloudFormationType.startsWith('AWS::KMS::'))
  );
}
