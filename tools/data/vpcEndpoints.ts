import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamServiceNames } from './iam';
import { PACKAGES, sortedRecord, sourceOf, type Table } from './sources';
import { ADDED_INTERFACE_SERVICES, IAM_PREFIXES, POLICY_SUPPORT } from './vpcEndpointServices';

const PACKAGE = 'aws-cdk-lib';
const DEFAULT_NAMESPACE = 'com.amazonaws';

interface EndpointService {
  readonly kinds: Set<string>;
  readonly namespace: string;
  readonly isGlobal: boolean;
}

/**
 * The endpoint services of AWS by the part of their name after the region: kinds (`i` interface, `g` gateway), IAM
 * prefixes where known, and, where they differ from `com.amazonaws` with a region, the namespace and whether the name
 * has no region.
 */
export function vpcEndpoints(): Table {
  const prefixes = new Set(Object.keys(iamServiceNames()));
  const services = endpointServices();
  checkReviewedLists(services, prefixes);
  const entries = [...services].map(([name, service]) => [name, describe(name, service, prefixes)] as const);
  return {
    source: sourceOf(PACKAGE, 'vpcEndpoints.ts'),
    services: sortedRecord(entries),
    policySupport: sortedRecord(Object.entries(POLICY_SUPPORT)),
  };
}

/** Reads the service names from the text of the library, whose constructor calls are one a service. */
function endpointServices(): Map<string, EndpointService> {
  const text = readFileSync(join(PACKAGES, PACKAGE, 'aws-ec2/lib/vpc-endpoint.js'), 'utf8');
  const services = new Map<string, EndpointService>();
  for (const [, kind, name = '', rest = ''] of text.matchAll(
    /new (Interface|Gateway)VpcEndpointAwsService\("([^"]+)"([^)]*)\)/g,
  )) {
    const namespace = /^,"([^"]+)"/.exec(rest)?.[1] ?? DEFAULT_NAMESPACE;
    const service = services.get(name) ?? { kinds: new Set<string>(), namespace, isGlobal: rest.includes('global:!0') };
    service.kinds.add(kind === 'Gateway' ? 'g' : 'i');
    services.set(name, service);
  }
  for (const name of ADDED_INTERFACE_SERVICES) {
    if (services.has(name)) throw new Error(`${PACKAGE} knows ${name} by now: take it off the list of added services`);
    services.set(name, { kinds: new Set(['i']), namespace: DEFAULT_NAMESPACE, isGlobal: false });
  }
  return services;
}

function describe(
  name: string,
  { kinds, namespace, isGlobal }: EndpointService,
  prefixes: ReadonlySet<string>,
): unknown[] {
  const entry: unknown[] = [[...kinds].sort().join(''), iamPrefixes(name, prefixes)?.join(' ') ?? null];
  if (namespace !== DEFAULT_NAMESPACE || isGlobal) entry.push(isGlobal ? `${namespace}.` : `${namespace}.*.`);
  return entry;
}

/**
 * The IAM prefixes whose actions pass through an endpoint: the reviewed ones, else the prefix of the same name, else
 * the one before the first dot (`ecr.api`). A FIPS endpoint serves the same actions as the endpoint without FIPS.
 */
function iamPrefixes(name: string, prefixes: ReadonlySet<string>): readonly string[] | undefined {
  const plain = name.replace(/-fips$/, '');
  const reviewed = IAM_PREFIXES[plain];
  if (reviewed !== undefined) return reviewed;
  const candidates = [plain, plain.slice(0, plain.indexOf('.'))];
  const prefix = candidates.find((candidate) => prefixes.has(candidate));
  return prefix === undefined ? undefined : [prefix];
}

function checkReviewedLists(services: ReadonlyMap<string, EndpointService>, prefixes: ReadonlySet<string>): void {
  const unknownServices = [...Object.keys(IAM_PREFIXES), ...Object.keys(POLICY_SUPPORT)].filter(
    (name) => !services.has(name),
  );
  if (unknownServices.length > 0) throw new Error(`Not endpoint services (any more): ${unknownServices.join(', ')}`);
  const unknownPrefixes = Object.values(IAM_PREFIXES)
    .flat()
    .filter((prefix) => !prefixes.has(prefix));
  if (unknownPrefixes.length > 0) throw new Error(`Not IAM prefixes: ${unknownPrefixes.join(', ')}`);
}
