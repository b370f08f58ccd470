import { endpointService } from '../../data/vpcEndpoints';
import { type Written, WrittenText } from '../../model/written';
import { vpcEndpoint } from '../ec2';
import { aroundAccounts, perimeterStatements } from '../policies/endpoint';
import {
  type Deployment,
  exampleAccount,
  exampleRegion,
  policyOf,
  type Snippet,
  type SnippetResource,
} from './snippet';

const vpc = 'vpc-0123456789abcdef0';
const subnets = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const securityGroup = 'sg-0123456789abcdef0';
const routeTable = 'rtb-0123456789abcdef0';
const privateBlanks = [vpc, ...subnets, securityGroup, exampleRegion, exampleAccount];

/** Services whose endpoints come as one snippet: its name, what people call it, the endpoints by their names. */
const interfaces: readonly (readonly [name: string, title: string, endpoints: Readonly<Record<string, string>>])[] = [
  ['sms-voice', 'End User Messaging SMS', { MessagingEndpoint: 'sms-voice' }],
  ['sts', 'STS', { StsEndpoint: 'sts' }],
  ['kms', 'KMS', { KmsEndpoint: 'kms' }],
  ['secretsmanager', 'Secrets Manager', { SecretsEndpoint: 'secretsmanager' }],
  ['sns', 'SNS', { SnsEndpoint: 'sns' }],
  ['sqs', 'SQS', { SqsEndpoint: 'sqs' }],
  ['pinpoint', 'Pinpoint', { PinpointEndpoint: 'pinpoint' }],
  [
    'iottwinmaker',
    'IoT TwinMaker',
    { TwinMakerApiEndpoint: 'iottwinmaker.api', TwinMakerDataEndpoint: 'iottwinmaker.data' },
  ],
  ['logs', 'CloudWatch Logs', { LogsEndpoint: 'logs' }],
  ['ecr', 'ECR', { EcrApiEndpoint: 'ecr.api', EcrDockerEndpoint: 'ecr.dkr' }],
  ['ssm', 'Systems Manager', { SsmEndpoint: 'ssm' }],
];

const interfaceEndpoints = interfaces.map(
  ([name, title, endpoints]): Snippet => ({
    name: `endpoint-${name}`,
    title: `Interface endpoint for ${title}`,
    description: `Keeps the traffic to ${title} inside of the VPC, for the identities of the account only.`,
    blanks: privateBlanks,
    resources: (deployment) =>
      Object.entries(endpoints).map(([endpoint, service]) => interfaceEndpoint(endpoint, service, deployment)),
  }),
);

function interfaceEndpoint(name: string, service: string, deployment: Deployment): SnippetResource {
  return {
    kind: vpcEndpoint,
    name,
    attributes: {
      vpc,
      subnets,
      securityGroups: [securityGroup],
      ...endpointTo(service, 'Interface', deployment),
      privateDns: true,
      policy: policyOf(...statementsFor(service, deployment)),
    },
  };
}

const gatewayEndpoints = [
  { name: 's3', title: 'S3', endpoint: 'S3Endpoint' },
  { name: 'dynamodb', title: 'DynamoDB', endpoint: 'DynamoDbEndpoint' },
].map(
  ({ name, title, endpoint }): Snippet => ({
    name: `endpoint-${name}`,
    title: `Gateway endpoint for ${title}`,
    description: `Keeps the traffic to ${title} inside of the VPC, for the identities of the account only.`,
    blanks: [vpc, routeTable, exampleRegion, exampleAccount],
    resources: (deployment) => [
      {
        kind: vpcEndpoint,
        name: endpoint,
        attributes: {
          vpc,
          routeTables: [routeTable],
          ...endpointTo(name, 'Gateway', deployment),
          policy: policyOf(...statementsFor(name, deployment)),
        },
      },
    ],
  }),
);

function endpointTo(service: string, type: string, { region }: Deployment): Readonly<Record<string, Written>> {
  return { type, serviceName: joined('com.amazonaws.', region, `.${service}`) };
}

/** The statements of a policy that holds the endpoint of a service to the account. */
export function statementsFor(service: string, { account, region }: Deployment): readonly Written[] {
  return perimeterStatements(aroundAccounts(account), {
    prefixes: endpointService(service)?.iamPrefixes ?? [],
    region,
  });
}

/** A text with the Region in it. */
function joined(before: string, region: Deployment['region'], after: string): Written {
  return typeof region === 'string' ? before + region + after : new WrittenText([before, region, after]);
}

export const endpoints = [...interfaceEndpoints, ...gatewayEndpoints];
