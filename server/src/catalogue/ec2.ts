import { type EndpointService, endpointServiceOfFullName } from '../data/vpcEndpoints';
import type { Change, Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { Policy, Statement } from '../model/policy';
import { and, or, type Truth } from '../model/truth';
import { matchText } from '../model/value';
import type { RuleSettings, View } from '../model/view';
import { attributeRule, defaultsTo, equals, exampleOf, inSatellite, resourceRule, setAttribute } from './define';
import {
  actionsOfServices,
  conditionOf,
  federationStatements,
  perimeterStatements,
  perimeters,
} from './policies/endpoint';
import { covers, isAboutAnyone, isWholly, someStatement } from './policies/statements';

const endpointPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpoint.html';
const endpointDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint';

export const vpcEndpoint: Kind = {
  id: 'vpc-endpoint',
  title: 'VPC endpoint',
  cloudformation: ['AWS::EC2::VPCEndpoint'],
  terraform: ['aws_vpc_endpoint'],
  // CloudFormation gives no ARN of an endpoint; nothing refers to one by it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
  withoutPolicy: {
    access: 'full',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
  attributes: {
    type: {
      cloudformation: 'VpcEndpointType',
      terraform: 'vpc_endpoint_type',
      type: 'text',
      defaults: defaultsTo('Gateway', endpointPage, endpointDocumentation),
    },
    serviceName: { cloudformation: 'ServiceName', terraform: 'service_name', type: 'text' },
    vpc: { cloudformation: 'VpcId', terraform: 'vpc_id', type: 'text' },
    privateDns: {
      cloudformation: 'PrivateDnsEnabled',
      terraform: [
        'private_dns_enabled',
        inSatellite('aws_vpc_endpoint_private_dns', 'private_dns_enabled', 'vpc_endpoint_id'),
      ],
      type: 'boolean',
      defaults: defaultsTo(false, endpointPage, endpointDocumentation),
    },
    policy: {
      cloudformation: 'PolicyDocument',
      terraform: ['policy', inSatellite('aws_vpc_endpoint_policy', 'policy', 'vpc_endpoint_id')],
      type: 'policy',
    },
  },
};

/** A policy in a file of its own. What it belongs to is not known. */
export const policyDocument: Kind = {
  id: 'iam-policy-document',
  title: 'IAM policy document',
  cloudformation: ['policy'],
  terraform: [],
  attributes: { policy: { cloudformation: 'PolicyDocument', type: 'policy' } },
};

/** The names of the services an endpoint may lead to, holes as `*`; `undefined` where one cannot be known at all. */
function serviceNames(endpoint: View): readonly string[] | undefined {
  const names = endpoint.facts('serviceName').map(({ value }) => {
    if (value.kind === 'literal') return value.text;
    if (value.kind !== 'template') return undefined;
    return value.parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
  });
  return names.length > 0 && names.every((name) => name !== undefined) ? (names as string[]) : undefined;
}

/** Whether an endpoint leads to a service of AWS, and not to one that somebody else offers. */
function isOfAws(endpoint: View): Truth {
  const names = serviceNames(endpoint);
  if (!names) return undefined;
  return and(...names.map((name) => /^(cn\.)?com\.amazonaws\.(?!vpce\.)|^aws\./.test(name)));
}

/** The AWS service an endpoint leads to, if it is a known one and the same in every case. */
function serviceOf(endpoint: View): EndpointService | undefined {
  const services = (serviceNames(endpoint) ?? []).map(endpointServiceOfFullName);
  return services.every((service) => service?.name === services[0]?.name) ? services[0] : undefined;
}

/** Services for which private DNS is a decision of its own: gateways beside them, or public APIs under the same name. */
const privateDnsIsSpecial = /^(s3|s3-.*|dynamodb|dynamodb-.*|execute-api)$/;

function wantsPrivateDns(endpoint: View): Truth {
  const service = serviceOf(endpoint);
  if (!service || privateDnsIsSpecial.test(service.name)) return false;
  return endpoint.is('type', (type) => type === 'Interface');
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
  example: exampleOf(vpcEndpoint, 'Messaging', {
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sqs',
    vpc: 'vpc-0123456789abcdef0',
    privateDns: false,
    policy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: ['sqs:*'],
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' },
          },
        },
      ],
    },
  }),
});

/** Only interface and gateway endpoints take policies, and only those of AWS's own services. */
function takesPolicy(endpoint: View): Truth {
  return and(
    endpoint.is('type', (type) => type === 'Interface' || type === 'Gateway'),
    isOfAws(endpoint),
    serviceOf(endpoint)?.iamPrefixes?.length !== 0,
  );
}

const policyMissing = resourceRule({
  id: 'vpc-endpoint-policy-missing',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint],
  check(endpoint, { settings }) {
    if (takesPolicy(endpoint) !== true) return [];
    const facts = endpoint.policies('policy');
    if (facts.length === 0 || facts.some(({ state }) => state !== 'absent')) return [];
    const { resource } = endpoint;
    const remedies = policyRemedies(endpoint, serviceOf(endpoint)?.iamPrefixes ?? [], settings);
    return [{ origin: resource.nameOrigin, written: false, likelihood: resource.likelihood, resource, remedies }];
  },
  example: exampleOf(vpcEndpoint, 'Messages', {
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sms-voice',
    vpc: 'vpc-0123456789abcdef0',
    privateDns: true,
  }),
});

/** Policies to choose from; none for a service whose actions are not known. */
function policyRemedies(endpoint: View, prefixes: readonly string[], settings: RuleSettings): Remedy[] {
  if (prefixes.length === 0) return [];
  return perimeters(settings).map((perimeter) => ({
    title: `Add an endpoint policy for ${perimeter.whom} (denies everyone else)`,
    safety: perimeter.safety,
    changes: [
      setAttribute(endpoint, 'policy', {
        Version: '2012-10-17',
        Statement: perimeterStatements(perimeter, prefixes),
      }),
    ],
  }));
}

const policyOpen = resourceRule({
  id: 'vpc-endpoint-policy-open',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint, policyDocument],
  check(holder, { settings }) {
    const isEndpoint = holder.kind === vpcEndpoint;
    if (isEndpoint && takesPolicy(holder) !== true) return [];
    const service = isEndpoint ? serviceOf(holder)?.iamPrefixes : undefined;
    return holder.policies('policy').flatMap((fact) => {
      if (fact.state !== 'written' || hasGuard(fact.policy) !== false) return [];
      return fact.policy.statements
        .filter((statement) => isOpen(statement, service) === true)
        .map(
          (statement): Objection => ({
            origin: wildcardPrincipal(statement),
            written: true,
            likelihood: fact.likelihood,
            resource: holder.resource,
            remedies: narrowings(fact.policy, statement, service, settings),
            details: { policy: isEndpoint ? `The policy of ${holder.resource.name}` : 'This policy' },
          }),
        );
    });
  },
  example: exampleOf(vpcEndpoint, 'Messages', {
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sms-voice',
    vpc: 'vpc-0123456789abcdef0',
    privateDns: true,
    policy: { Statement: [{ Principal: '*', Action: ['sms-voice:*'], Effect: 'Allow', Resource: '*' }] },
  }),
});

/** Whether a policy denies on conditions: a perimeter may as well be drawn that way. */
function hasGuard(policy: Policy): Truth {
  return someStatement(policy, (statement) =>
    isWholly(statement, 'Deny', statement.conditions.length > 0 || statement.notPrincipals !== undefined),
  );
}

/** Whether a statement lets everyone do all that a service can, with everything. */
function isOpen(statement: Statement, service: readonly string[] | undefined): Truth {
  const names = service?.length ? actionsOfServices(service) : wholeServices(statement);
  return isWholly(
    statement,
    'Allow',
    statement.conditions.length === 0,
    isAboutAnyone(statement),
    covers(statement.resources, '*'),
    or(...names.map((name) => covers(statement.actions, name))),
  );
}

/** The actions of a statement that stand for a whole service, or for all of them. */
function wholeServices({ actions }: Statement): string[] {
  return (actions?.values ?? []).flatMap((action) =>
    action.kind === 'literal' && /^(\*|[\w-]+:\*)$/.test(action.text) ? [action.text] : [],
  );
}

/** The `*` that stands for everyone. */
function wildcardPrincipal({ principals, origin }: Statement): Objection['origin'] {
  return principals?.values.find(({ value }) => matchText(value, '*'))?.value.origin ?? origin;
}

/** Holds an open statement to a perimeter; a `*` for all services becomes the service's own actions. */
function narrowings(
  policy: Policy,
  statement: Statement,
  service: readonly string[] | undefined,
  settings: RuleSettings,
): Remedy[] {
  const prefixes = service ?? wholeServices(statement).flatMap((action) => action.split(':').slice(0, -1));
  const isAnyService = covers(statement.actions, '*') === true;
  return perimeters(settings).map((perimeter): Remedy => {
    const fields = {
      ...(isAnyService && service?.length && { Action: actionsOfServices(service) }),
      Condition: conditionOf(perimeter, prefixes),
    };
    const federation = federationStatements(perimeter, prefixes);
    return {
      title: `Allow only ${perimeter.whom} (denies everyone else)`,
      safety: perimeter.safety,
      changes: [
        { kind: 'merge', origin: statement.origin, fields },
        ...federation.map((added): Change => ({ kind: 'addStatement', policy, statement: added })),
      ],
    };
  });
}

export const rules = [privateDns, policyMissing, policyOpen];
export const kinds = [vpcEndpoint, policyDocument];
