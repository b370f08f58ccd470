import { type EndpointService, endpointServiceOfFullName } from '../data/vpcEndpoints';
import type { Kind } from '../model/kind';
import { and, type Truth } from '../model/truth';
import { textWithHoles } from '../model/value';
import type { View } from '../model/view';
import { WrittenRegion } from '../model/written';
import { defaultsTo, inSatellite, usualIdentifiers } from './define';
import type { Region } from './policies/awsResources';

const endpointPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpoint.html';
const endpointDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint';

/** CloudFormation gives no ARN of most parts of a network; nothing refers to one by it. */
export const identifiedById = { ...usualIdentifiers, cloudformation: { id: '', arn: '' } };

export const vpc: Kind = {
  id: 'vpc',
  title: 'VPC',
  cloudformation: ['AWS::EC2::VPC'],
  terraform: ['aws_vpc'],
  identifiers: identifiedById,
  attributes: {
    range: { cloudformation: 'CidrBlock', terraform: 'cidr_block', type: 'text' },
    dnsHostnames: { cloudformation: 'EnableDnsHostnames', terraform: 'enable_dns_hostnames', type: 'boolean' },
    flowLogs: {
      cloudformation: inSatellite('AWS::EC2::FlowLog', 'ResourceId', 'ResourceId'),
      terraform: inSatellite('aws_flow_log', 'vpc_id', 'vpc_id'),
      type: 'text',
      about: 'logging',
    },
  },
};

/** The routes of subnets. They are resources of their own, or stand in the table in Terraform. */
export const routeTable: Kind = {
  id: 'route-table',
  title: 'route table',
  cloudformation: ['AWS::EC2::RouteTable'],
  terraform: ['aws_route_table'],
  identifiers: identifiedById,
  attributes: { routes: { terraform: 'route[*]', type: 'block' } },
};

export const vpcEndpoint: Kind = {
  id: 'vpc-endpoint',
  title: 'VPC endpoint',
  cloudformation: ['AWS::EC2::VPCEndpoint'],
  terraform: ['aws_vpc_endpoint'],
  identifiers: identifiedById,
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
    serviceRegion: { cloudformation: 'ServiceRegion', terraform: 'service_region', type: 'text' },
    vpc: { cloudformation: 'VpcId', terraform: 'vpc_id', type: 'text' },
    subnets: { cloudformation: 'SubnetIds', terraform: 'subnet_ids', type: 'block' },
    routeTables: { cloudformation: 'RouteTableIds', terraform: 'route_table_ids', type: 'block' },
    securityGroups: { cloudformation: 'SecurityGroupIds', terraform: 'security_group_ids', type: 'block' },
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

/** A policy on its own: in a file, or in a data source that no resource takes over. What it belongs to is not known. */
export const policyDocument: Kind = {
  id: 'iam-policy-document',
  title: 'IAM policy document',
  cloudformation: ['policy'],
  terraform: ['aws_iam_policy_document'],
  attributes: { policy: { cloudformation: 'PolicyDocument', terraform: 'json', type: 'policy' } },
};

/** The names of the services an endpoint may lead to, holes as `*`; `undefined` where one cannot be known at all. */
function serviceNames(endpoint: View): readonly string[] | undefined {
  const names = endpoint.facts('serviceName').map(({ value }) => textWithHoles(value, '*'));
  const told = names.filter((name) => name !== undefined);
  return names.length > 0 && told.length === names.length ? told : undefined;
}

/** Whether an endpoint leads to a service of AWS, and not to one that somebody else offers. */
export function isOfAws(endpoint: View): Truth {
  const names = serviceNames(endpoint);
  if (!names) return undefined;
  return and(...names.map((name) => /^(cn\.)?com\.amazonaws\.(?!vpce\.)|^aws\./.test(name)));
}

/** The AWS service an endpoint leads to, if it is a known one and the same in every case. */
export function serviceOf(endpoint: View): EndpointService | undefined {
  const services = (serviceNames(endpoint) ?? []).map(endpointServiceOfFullName);
  return services.every((service) => service?.name === services[0]?.name) ? services[0] : undefined;
}

/** A full name of an endpoint service, taken apart. A Region that is filled in is `*`. */
export interface ServiceName {
  readonly before: string;
  readonly region: string;
  readonly service: string;
}

/** Takes the full name of a service apart that has a Region in it and is AWS's own. */
export function serviceNameParts(fullName: string): ServiceName | undefined {
  const parts = /^((?:cn\.)?com\.amazonaws\.)(\*|[a-z]{2}(?:-[a-z]+)+-\d)\.(?!vpce-svc-)([\w.-]+)$/i.exec(fullName);
  const [, before, region, service] = parts ?? [];
  return before && region && service ? { before, region, service } : undefined;
}

/** The Region of an endpoint's service, which is that of its VPC unless it says otherwise. */
export function regionOf(endpoint: View): Region | undefined {
  if (endpoint.isWritten('serviceRegion') !== false) return undefined;
  const regions = (serviceNames(endpoint) ?? []).map((name) => serviceNameParts(name)?.region);
  const [region] = regions;
  if (region === undefined || regions.some((one) => one !== region)) return undefined;
  return region === '*' ? new WrittenRegion() : region;
}

export const rules = [];
export const kinds = [vpc, routeTable, vpcEndpoint, policyDocument];
