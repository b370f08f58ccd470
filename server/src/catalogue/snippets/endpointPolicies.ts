import { endpointService } from '../../data/vpcEndpoints';
import type { Kind } from '../../model/kind';
import { inSatellite } from '../define';
import { vpcEndpoint } from '../ec2';
import { statementsFor } from './endpoints';
import { type Deployment, exampleAccount, exampleRegion, policyOf, type Snippet } from './snippet';

/** An endpoint whose policy Terraform keeps in a resource of its own. */
const endpointWithPolicy: Kind = {
  ...vpcEndpoint,
  attributes: {
    policy: {
      cloudformation: 'PolicyDocument',
      terraform: inSatellite('aws_vpc_endpoint_policy', 'policy', 'vpc_endpoint_id'),
      type: 'policy',
    },
  },
};

const whom = 'Lets the identities of the account through to its own resources, and nobody else to anything.';

/** Services whose endpoints are in common use: the name of the snippet, what people call the service, and its endpoint. */
const services: readonly (readonly [name: string, title: string, service: string])[] = [
  ['athena', 'Athena', 'athena'],
  ['autoscaling', 'EC2 Auto Scaling', 'autoscaling'],
  ['bedrock', 'Bedrock', 'bedrock-runtime'],
  ['cloudformation', 'CloudFormation', 'cloudformation'],
  ['cloudwatch', 'CloudWatch', 'monitoring'],
  ['codebuild', 'CodeBuild', 'codebuild'],
  ['dynamodb', 'DynamoDB', 'dynamodb'],
  ['ec2', 'EC2', 'ec2'],
  ['ec2messages', 'EC2 messages of Systems Manager', 'ec2messages'],
  ['ecr', 'ECR', 'ecr.api'],
  ['ecs', 'ECS', 'ecs'],
  ['efs', 'EFS', 'elasticfilesystem'],
  ['eks', 'EKS', 'eks'],
  ['elb', 'Elastic Load Balancing', 'elasticloadbalancing'],
  ['events', 'EventBridge', 'events'],
  ['execute-api', 'API Gateway', 'execute-api'],
  ['firehose', 'Data Firehose', 'kinesis-firehose'],
  ['glue', 'Glue', 'glue'],
  ['kinesis', 'Kinesis Data Streams', 'kinesis-streams'],
  ['kms', 'KMS', 'kms'],
  ['lambda', 'Lambda', 'lambda'],
  ['logs', 'CloudWatch Logs', 'logs'],
  ['rds-data', 'the RDS Data API', 'rds-data'],
  ['redshift-data', 'the Redshift Data API', 'redshift-data'],
  ['s3', 'S3', 's3'],
  ['sagemaker', 'SageMaker', 'sagemaker.runtime'],
  ['secretsmanager', 'Secrets Manager', 'secretsmanager'],
  ['sns', 'SNS', 'sns'],
  ['sqs', 'SQS', 'sqs'],
  ['ssm', 'Systems Manager', 'ssm'],
  ['ssmmessages', 'Session Manager messages', 'ssmmessages'],
  ['states', 'Step Functions', 'states'],
  ['sts', 'STS', 'sts'],
];

const ofAnyService: Snippet = {
  ...policyFor('sms-voice', 'MessagingEndpoint'),
  suits: { use: 'endpoint' },
  name: 'endpoint-policy',
  title: 'Endpoint policy for the account',
  description: whom,
  blanks: ['sms-voice:*', exampleAccount],
};

const ofServices = services.map(
  ([name, title, service]): Snippet => ({
    ...policyFor(service, 'PrivateEndpoint'),
    name: `endpoint-policy-${name}`,
    title: `Endpoint policy for ${title}`,
    description: whom,
    blanks: [exampleRegion, exampleAccount],
  }),
);

/** The policy of the endpoint of a service; the endpoint is in the document already. */
function policyFor(service: string, endpoint: string): Pick<Snippet, 'resources' | 'policy' | 'suits'> {
  const policy = (deployment: Deployment) => policyOf(...statementsFor(service, deployment));
  const [prefix] = endpointService(service)?.iamPrefixes ?? [];
  return {
    resources: (deployment) => [
      { kind: endpointWithPolicy, name: endpoint, exists: true, attributes: { policy: policy(deployment) } },
    ],
    policy: policy({ account: exampleAccount, region: exampleRegion }),
    suits: { use: 'endpoint', ...(prefix && { service: prefix }) },
  };
}

/** Endpoint policies for the account: one to be filled in, and those of services in common use. */
export const endpointPolicies: readonly Snippet[] = [ofAnyService, ...ofServices];
