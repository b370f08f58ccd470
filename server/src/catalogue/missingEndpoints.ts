import { serviceName as titleOfService } from '../data/iamActions';
import {
  type EndpointService,
  endpointService,
  endpointServiceNames,
  endpointServiceOfFullName,
} from '../data/vpcEndpoints';
import type { Change, Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { Policy } from '../model/policy';
import { type Literal, textOf } from '../model/value';
import type { View, World } from '../model/view';
import { type Written, WrittenReference, WrittenRegion, WrittenText } from '../model/written';
import { isOn, policyRule } from './define';
import { serviceOf, vpc, vpcEndpoint } from './ec2';
import { role, rolePolicy } from './iamRoles';
import { lambdaFunction } from './lambda';
import { actionsInUse } from './policies/actionSets';
import { perimeterStatements, perimeters } from './policies/endpoint';
import { writtenActions } from './policies/grants';
import { type PrivateCode, privateCodeWith, viewsNamed } from './privateNetwork';
import { securityGroup } from './securityGroups';
import { subnet } from './subnets';

/**
 * What Lambda itself does with the role of a function: it writes logs and traces, makes network interfaces, and reads
 * the events of queues and streams. None of it passes the subnets.
 * See https://docs.aws.amazon.com/lambda/latest/dg/permissions-managed-policies.html.
 */
const doneByLambda = new RegExp(
  [
    '^(logs|xray):',
    '^ec2:(\\w*NetworkInterfaces?|\\w*PrivateIpAddresses|DescribeSubnets|DescribeSecurityGroups|DescribeVpcs)$',
    '^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|ChangeMessageVisibility)$',
    '^kinesis:(DescribeStream|DescribeStreamSummary|GetRecords|GetShardIterator|ListShards|ListStreams|SubscribeToShard)$',
    '^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$',
  ].join('|'),
);

/**
 * Services use keys on behalf of those who call them, so who may use a key need not call KMS.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html.
 */
const doneOnBehalf = /^kms:(Decrypt|GenerateDataKey.*|ReEncrypt.*|DescribeKey|CreateGrant|\*)$/;

/** Where Lambda sends the events that a function fails on. */
const deadLetters = /^(sqs:SendMessage|sns:Publish)$/;

/** Whether an action may be there for calls that do not come from the code itself. */
function isDoneByOthers(action: string, runner: View): boolean {
  if (doneOnBehalf.test(action)) return true;
  if (runner.kind !== lambdaFunction) return false;
  return doneByLambda.test(action) || (deadLetters.test(action) && runner.isWritten('deadLetters') !== false);
}

/** The endpoint service of an IAM prefix, where that is certain. */
function serviceOfPrefix(prefix: string): EndpointService | undefined {
  const isFor = (service: EndpointService | undefined) =>
    service?.iamPrefixes?.includes(prefix) === true &&
    endpointServiceOfFullName(`com.amazonaws.*.${service.name}`) !== undefined;
  const same = endpointService(prefix);
  if (isFor(same)) return same;
  const others = endpointServiceNames()
    .filter((name) => !name.endsWith('-fips'))
    .map(endpointService)
    .filter(isFor);
  return others.length === 1 ? others[0] : undefined;
}

/** The services that a policy lets code call, each with the first action that says so. */
function servicesCalled(policy: Policy, { runner }: PrivateCode): ReadonlyMap<EndpointService, Literal> {
  const called = new Map<string, Literal>();
  for (const action of policy.statements.filter(({ effect }) => effect === 'Allow').flatMap(writtenActions)) {
    const [prefix = '', name] = action.text.toLowerCase().split(':');
    if (name === undefined || isDoneByOthers(action.text, runner)) continue;
    if (!called.has(prefix)) called.set(prefix, action);
  }
  return new Map(
    [...called].flatMap(([prefix, action]) => {
      const service = serviceOfPrefix(prefix);
      return service ? [[service, action] as const] : [];
    }),
  );
}

/** Whether a VPC certainly has no endpoint for the actions of a service. */
function lacksEndpoint(network: View, { iamPrefixes }: EndpointService, world: World): boolean {
  const { views, maybeMore } = world.pointingAt(network, vpcEndpoint, 'vpc');
  return (
    !maybeMore &&
    views.every((endpoint) => {
      const other = serviceOf(endpoint);
      return other && !other.iamPrefixes?.some((prefix) => iamPrefixes?.includes(prefix));
    })
  );
}

/** A security group as a new endpoint needs one. */
const endpointGroup: Kind = {
  ...securityGroup,
  attributes: {
    description: { cloudformation: 'GroupDescription', terraform: 'description', type: 'text' },
    vpc: { cloudformation: 'VpcId', terraform: 'vpc_id', type: 'text' },
    ...securityGroup.attributes,
  },
};

const idOf = ({ resource }: View) => new WrittenReference(resource, 'id');

/** Names a new resource as the language's users do: `SqsEndpoint`, `sqs_endpoint`. */
function nameOf(service: string, what: string, dialect: 'cloudformation' | 'terraform'): string {
  const words = `${service} ${what}`.split(/[^A-Za-z0-9]+/);
  if (dialect === 'terraform') return words.join('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Adds an endpoint for a service, with its policy; one that is an interface with its security group. */
function additions(code: PrivateCode, service: EndpointService, world: World): readonly Change[] | undefined {
  const { network, subnets, routeTables } = code;
  const beside = network.resource;
  const isGateway = service.kinds.includes('gateway');
  const endpoint = world.newResource(vpcEndpoint, nameOf(service.name, 'endpoint', beside.dialect), beside);
  const passage = { prefixes: service.iamPrefixes ?? [], region: new WrittenRegion() };
  const used = actionsInUse(passage.prefixes, world) ?? [];
  const [perimeter] = perimeters(world.settings);
  const group = isGateway ? undefined : groupFor(code, service, world);
  if (!perimeter || (isGateway ? routeTables.length === 0 : !group)) return undefined;
  const attributes: Readonly<Record<string, Written>> = {
    type: isGateway ? 'Gateway' : 'Interface',
    serviceName: new WrittenText(['com.amazonaws.', new WrittenRegion(), `.${service.name}`]),
    vpc: idOf(network),
    ...(group
      ? { subnets: subnets.map(idOf), securityGroups: [new WrittenReference(group.resource, 'id')], privateDns: true }
      : { routeTables: routeTables.map(idOf) }),
    policy: {
      Version: '2012-10-17',
      Statement: perimeterStatements(perimeter, { ...passage, ...(used.length > 0 && { actions: used }) }),
    },
  };
  return [
    ...(group?.changes ?? []),
    ...Object.entries(attributes).map(([attribute, value]): Change => {
      return { kind: 'set', resource: endpoint, of: vpcEndpoint, attribute, value };
    }),
  ];
}

/** The security group of an endpoint, which admits the code to port 443, and private DNS in the VPC. */
function groupFor({ runner, network }: PrivateCode, service: EndpointService, world: World) {
  const { dialect } = network.resource;
  const resource = world.newResource(endpointGroup, nameOf(service.name, 'endpoint group', dialect), network.resource);
  const from = sourceOf(runner, network, world);
  if (!from) return undefined;
  const ingress: Written =
    dialect === 'cloudformation'
      ? { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...from.cloudformation }
      : { protocol: 'tcp', from_port: 443, to_port: 443, ...from.terraform };
  const attributes = { description: `To ${service.name} over TLS`, vpc: idOf(network), ingress };
  const changes = Object.entries(attributes).map(([attribute, value]): Change => {
    return { kind: 'set', resource, of: endpointGroup, attribute, value };
  });
  const names: Change = { kind: 'set', resource: network.resource, of: vpc, attribute: 'dnsHostnames', value: true };
  const hasNames = isOn(network, 'dnsHostnames') === true;
  return { resource, changes: hasNames ? changes : [...changes, names] };
}

/** Whom the endpoint's security group admits: the group of the code, or else the range of the VPC. */
function sourceOf(runner: View, network: View, world: World) {
  const groups = viewsNamed(runner, 'groups', securityGroup, world);
  const [group] = groups ?? [];
  if (group && groups?.length === 1) {
    return { cloudformation: { SourceSecurityGroupId: idOf(group) }, terraform: { security_groups: [idOf(group)] } };
  }
  const [range] = network.facts('range').map(({ value }) => textOf(value));
  return range === undefined ? undefined : { cloudformation: { CidrIp: range }, terraform: { cidr_blocks: [range] } };
}

const trustsLambda: Written = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const missingEndpoint = policyRule({
  id: 'vpc-endpoint-missing',
  recommendation: 'private-connectivity',
  severity: 'information',
  fix: 'sometimes',
  uses: ['identity'],
  alsoPresets: true,
  check(policy, world) {
    if (!world.complete || world.views(vpc).length === 0) return [];
    const told = new Set<string>();
    return privateCodeWith(policy, world).flatMap((code) =>
      [...servicesCalled(policy, code)].flatMap(([service, action]): Objection[] => {
        if (told.has(service.name) || !lacksEndpoint(code.network, service, world)) return [];
        told.add(service.name);
        return [objection(policy, code, service, action, world)];
      }),
    );
  },
  example: {
    resources: [
      { kind: vpc, name: 'Network', attributes: { range: '10.0.0.0/16', dnsHostnames: true } },
      { kind: subnet, name: 'Subnet', attributes: { vpc: (_, named) => new WrittenReference(named('Network'), 'id') } },
      { kind: role, name: 'Role', attributes: { trust: trustsLambda } },
      {
        kind: rolePolicy,
        name: 'Access',
        attributes: {
          role: (_, named) => new WrittenReference(named('Role'), 'id'),
          policy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: ['sqs:SendMessage'],
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
              },
            ],
          },
        },
      },
      {
        kind: lambdaFunction,
        name: 'Worker',
        attributes: {
          role: (_, named) => new WrittenReference(named('Role'), 'arn'),
          subnets: (_, named) => [new WrittenReference(named('Subnet'), 'id')],
        },
      },
    ],
  },
});

function objection(
  policy: Policy,
  code: PrivateCode,
  service: EndpointService,
  action: Literal,
  world: World,
): Objection {
  const changes = additions(code, service, world);
  const remedy = (made: readonly Change[]): Remedy => ({
    title: `Add an endpoint for ${service.name} to ${code.network.resource.name}${price(service)}`,
    safety: 'review',
    changes: made,
  });
  return {
    origin: action.origin,
    written: true,
    likelihood: policy.likelihood,
    resource: policy.holder,
    severity: code.hasNat ? 'hint' : 'information',
    remedies: changes ? [remedy(changes)] : [],
    details: {
      code: code.runner.resource.name,
      vpc: code.network.resource.name,
      service: titleOfService(service.iamPrefixes?.[0] ?? '') ?? service.name,
      outcome: code.hasNat ? 'leave it through the NAT gateway' : 'do not get out',
    },
  };
}

function price({ kinds }: EndpointService): string {
  return kinds.includes('gateway') ? '' : ' (has a price by the hour)';
}

export const rules = [missingEndpoint];
export const kinds = [];
