import { endpointService, endpointServiceNames } from '../data/vpcEndpoints';
import type { Change, Objection, Remedy } from '../model/finding';
import { certain } from '../model/nearest';
import type { Truth } from '../model/truth';
import { mentions, textOf, textWithHoles } from '../model/value';
import type { Fact, View, World } from '../model/view';
import { type Written, WrittenReference } from '../model/written';
import { attributeRule, equals, exampleOf, objectionTo, resourceRule, setAttribute } from './define';
import { type ServiceName, serviceNameParts, serviceOf, vpcEndpoint } from './ec2';
import { subnet } from './subnets';

/** Services for which private DNS is a decision of its own: gateways beside them, or public APIs under the same name. */
const privateDnsIsSpecial = /^(s3|s3-.*|dynamodb|dynamodb-.*|execute-api)$/;

function wantsPrivateDns(endpoint: View): Truth {
  const service = serviceOf(endpoint);
  if (!service || privateDnsIsSpecial.test(service.name)) return false;
  return endpoint.is('type', (type) => type === 'Interface');
}

/** An endpoint as it should be, for the examples of rules that object to one thing. */
export function goodEndpoint(service = 'sqs', prefix = service): Readonly<Record<string, Written>> {
  const condition = { StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' } };
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: [`${prefix}:*`], Resource: '*', Condition: condition }];
  return {
    type: 'Interface',
    serviceName: `com.amazonaws.eu-west-1.${service}`,
    vpc: 'vpc-0123456789abcdef0',
    privateDns: true,
    policy: { Statement },
  };
}

const privateDns = attributeRule({
  id: 'vpc-endpoint-private-dns',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: vpcEndpoint,
  when: wantsPrivateDns,
  requires: { privateDns: equals(true) },
  safety: 'review',
  caution: 'everything in the VPC then uses the endpoint; the VPC needs DNS support and DNS hostnames',
  example: exampleOf(vpcEndpoint, 'Messaging', { ...goodEndpoint(), privateDns: false }),
});

/**
 * The services that a name no service has may stand for: those whose actions have it for a prefix, or one whose name is
 * nearly the same. The services of AWS grow faster than any table, so a name that resembles none is not objected to.
 */
function meantServices(name: string): readonly string[] {
  const lower = name.toLowerCase();
  const known = endpointServiceNames().filter((one) => !one.endsWith('-fips'));
  if (known.includes(lower)) return [lower];
  // Where AWS has split a service into parts (`iot.data`), or named it otherwise, it has no endpoint of the plain name.
  const byPrefix = known
    .filter((one) => one.startsWith(`${lower}.`) || !one.startsWith(lower))
    .filter((one) => endpointService(one)?.iamPrefixes?.includes(lower));
  if (byPrefix.length > 0) return byPrefix.slice(0, 4);
  // The shortest names are all near to each other.
  const near = name.length < 5 ? undefined : certain(name, known);
  return near === undefined ? [] : [near];
}

/** The full names an endpoint's service may have, taken apart. Those that are chosen outside the document are not told. */
function writtenNames(endpoint: View): { fact: Fact; name: ServiceName }[] {
  return endpoint.facts('serviceName').flatMap((fact) => {
    const isTold = fact.value.kind === 'literal' ? !fact.parameter || fact.parameter.fallback : true;
    const name = isTold ? serviceNameParts(textWithHoles(fact.value, '*') ?? '*') : undefined;
    return name ? [{ fact, name }] : [];
  });
}

/** The change that gives a part of the service's name another text, holes around it staying as they are. */
function renamed({ value }: Fact, part: string, text: string): Change {
  return { kind: 'replaceText', origin: value.origin, part, text, sets: { of: vpcEndpoint, attribute: 'serviceName' } };
}

const serviceName = resourceRule({
  id: 'vpc-endpoint-service-name',
  recommendation: 'private-connectivity',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint],
  check(endpoint) {
    return writtenNames(endpoint).flatMap(({ fact, name: { service } }): Objection[] => {
      if (service.includes('*') || endpointService(service)) return [];
      const meant = meantServices(service);
      if (meant.length === 0) return [];
      const remedies = meant.map(
        (one): Remedy => ({
          title: `Connect to ${one}`,
          safety: 'review',
          changes: [renamed(fact, service, one)],
        }),
      );
      return [{ ...objectionTo(endpoint, fact, remedies), details: { service, meant: meant.join(' or ') } }];
    });
  },
  example: exampleOf(vpcEndpoint, 'Metrics', goodEndpoint('cloudwatch')),
});

/** A gateway leads to services that have one; CloudFormation and Terraform make one where no type is written. */
const endpointType = resourceRule({
  id: 'vpc-endpoint-type',
  recommendation: 'private-connectivity',
  severity: 'warning',
  fix: 'always',
  kinds: [vpcEndpoint],
  check(endpoint) {
    const service = serviceOf(endpoint);
    if (!service || service.kinds.includes('gateway')) return [];
    const remedy: Remedy = {
      title: 'Make it an interface endpoint with private DNS (has a price by the hour)',
      safety: 'review',
      changes: [
        setAttribute(endpoint, 'type', 'Interface'),
        ...(privateDnsIsSpecial.test(service.name) ? [] : [setAttribute(endpoint, 'privateDns', true)]),
      ],
    };
    return endpoint
      .facts('type')
      .filter(({ value, parameter }) => textOf(value) === 'Gateway' && (!parameter || parameter.fallback))
      .map((fact) => ({ ...objectionTo(endpoint, fact, [remedy]), details: { service: service.name } }));
  },
  example: exampleOf(vpcEndpoint, 'Queues', { ...goodEndpoint(), type: 'Gateway', privateDns: false }),
});

/** The Region that an endpoint's subnets, or others of its VPC, are in, as far as their zones are written plainly. */
function regionOfSubnets(endpoint: View, world: World): string | undefined {
  const named = (view: View, attribute: string) => view.facts(attribute).flatMap(({ value }) => mentions(value));
  const own = named(endpoint, 'subnets');
  const vpcs = named(endpoint, 'vpc');
  const regions = world
    .views(subnet)
    .filter((one) => own.includes(one.resource.address) || named(one, 'vpc').some((vpc) => vpcs.includes(vpc)))
    .flatMap((one) => one.facts('zone'))
    .map(({ value, parameter }) =>
      parameter ? undefined : /^([a-z]+(?:-[a-z]+)+-\d)[a-z]$/.exec(textOf(value) ?? '')?.[1],
    );
  return new Set(regions).size === 1 ? regions[0] : undefined;
}

const endpointRegion = resourceRule({
  id: 'vpc-endpoint-region',
  recommendation: 'private-connectivity',
  severity: 'warning',
  fix: 'always',
  kinds: [vpcEndpoint],
  check(endpoint, world) {
    if (endpoint.isWritten('serviceRegion') !== false) return [];
    const region = endpoint.resource.region ?? regionOfSubnets(endpoint, world);
    if (!region) return [];
    return writtenNames(endpoint)
      .filter(({ name }) => name.region !== '*' && name.region !== region)
      .map(({ fact, name }) => {
        const remedy: Remedy = {
          title: `Connect to the service in ${region}`,
          safety: 'review',
          changes: [renamed(fact, name.region, region)],
        };
        return { ...objectionTo(endpoint, fact, [remedy]), details: { region: name.region, own: region } };
      });
  },
  example: {
    resources: [
      {
        kind: subnet,
        name: 'Subnet',
        attributes: { vpc: 'vpc-0123456789abcdef0', zone: 'eu-west-1a' },
      },
      {
        kind: vpcEndpoint,
        name: 'Queues',
        attributes: {
          ...goodEndpoint(),
          serviceName: 'com.amazonaws.eu-central-1.sqs',
          subnets: (_, named) => [new WrittenReference(named('Subnet'), 'id')],
        },
      },
    ],
  },
});

export const rules = [privateDns, serviceName, endpointType, endpointRegion];
export const kinds = [];
