import { entryOf, vpcEndpointsTable } from './tables';

/** An AWS service that VPC endpoints can reach. */
export interface EndpointService {
  /** The part of the service name after the region, such as `sms-voice` or `ecr.api`. */
  readonly name: string;
  readonly kinds: readonly ('interface' | 'gateway')[];
  /**
   * Prefixes of the IAM actions that pass through the endpoint. Empty: its traffic is no IAM actions. Absent: not
   * known.
   */
  readonly iamPrefixes?: readonly string[];
  /** The page that shows an endpoint policy for the service. Absent: whether it accepts one is not known. */
  readonly policySource?: string;
}

const DEFAULT_BEFORE = 'com.amazonaws.*.';

/** The service of a name without namespace and region, such as `sms-voice`. */
export function endpointService(name: string): EndpointService | undefined {
  const { services, policySupport } = vpcEndpointsTable();
  const entry = entryOf(services, name);
  if (entry === undefined) return undefined;
  const [kinds, iamPrefixes] = entry;
  const policySource = entryOf(policySupport, name);
  return {
    name,
    kinds: [...kinds].map((kind) => (kind === 'g' ? 'gateway' : 'interface')),
    ...(iamPrefixes !== null && { iamPrefixes: iamPrefixes.split(' ').filter((prefix) => prefix !== '') }),
    ...(policySource !== undefined && { policySource }),
  };
}

/**
 * The service of a full name, such as `com.amazonaws.us-east-1.sms-voice`. The region may be anything without a dot, or
 * a hole such as `${AWS::Region}`; the names of the China Regions start with `cn.`.
 */
export function endpointServiceOfFullName(fullName: string): EndpointService | undefined {
  const plain = fullName.replace(/^cn\./, '').replace(/\$\{[^}]*\}/g, 'region');
  const name = suffixes(plain).find((candidate) => {
    const entry = entryOf(vpcEndpointsTable().services, candidate);
    return entry !== undefined && matches(plain.slice(0, plain.length - candidate.length), entry[2] ?? DEFAULT_BEFORE);
  });
  return name === undefined ? undefined : endpointService(name);
}

/** The full name of a service in a Region, which may be a hole; `undefined` for an unknown service. */
export function endpointServiceName(name: string, region: string): string | undefined {
  const entry = entryOf(vpcEndpointsTable().services, name);
  return entry && (entry[2] ?? DEFAULT_BEFORE).replace('*', () => region) + name;
}

/** All known services by the part of their name after the region, in order. */
export function endpointServiceNames(): readonly string[] {
  return Object.keys(vpcEndpointsTable().services);
}

function suffixes(name: string): readonly string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}

/** True if the text before a service name fits its pattern, in which one `*` stands for the region. */
function matches(before: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return before === pattern;
  return (
    before.startsWith(start) &&
    before.endsWith(end) &&
    /^[^.]+$/.test(before.slice(start.length, before.length - end.length))
  );
}
