import { describe, test } from 'node:test';
import { stringify } from 'yaml';
import { assertFindings } from '../../support/marked';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const ref = (name: string) => ({ Ref: name });
const text = { Type: 'String' };
const certificate = 'arn:aws:acm:eu-west-1:111122223333:certificate/a';

/** A template in which all is right, though little of it is said where it counts. */
const right: Json = {
  Transform: 'AWS::Serverless-2016-10-31',
  Parameters: {
    Subnet: text,
    Group: text,
    Key: text,
    Logs: text,
    News: text,
    Failed: text,
    OwnPolicy: text,
    Site: text,
  },
  Conditions: { IsOpen: { 'Fn::Equals': [ref('Site'), ''] } },
  Globals: {
    Function: {
      Runtime: 'nodejs22.x',
      KmsKeyArn: ref('Key'),
      VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [ref('Group')] },
      FunctionUrlConfig: { AuthType: 'AWS_IAM', Cors: { AllowOrigins: [ref('Site')] } },
    },
    Api: {
      AccessLogSetting: { DestinationArn: ref('Logs'), Format: '{"requestId":"$context.requestId"}' },
      MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', LoggingLevel: 'INFO', DataTraceEnabled: false }],
      TracingEnabled: true,
      Auth: { DefaultAuthorizer: 'AWS_IAM' },
    },
    HttpApi: {
      AccessLogSettings: { DestinationArn: ref('Logs'), Format: '{"requestId":"$context.requestId"}' },
      Auth: { EnableIamAuthorizer: true, DefaultAuthorizer: 'AWS_IAM' },
      Domain: { DomainName: 'web.example.com', CertificateArn: certificate, SecurityPolicy: 'TLS_1_2' },
    },
    SimpleTable: {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, KMSMasterKeyId: ref('Key') },
    },
  },
  Resources: {
    Orders: {
      Type: 'AWS::Serverless::Function',
      Connectors: { Stored: { Properties: { Destination: { Id: 'Table' }, Permissions: ['Read', 'Write'] } } },
      Properties: {
        Handler: 'index.handler',
        CodeUri: 'src/',
        Policies: [
          { DynamoDBCrudPolicy: { TableName: ref('Table') } },
          'AWSXrayWriteOnlyAccess',
          ref('OwnPolicy'),
          {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
            ],
          },
        ],
        DeadLetterQueue: { Type: 'SQS', TargetArn: ref('Failed') },
        EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SNS', Destination: ref('News') } } },
        Events: {
          Get: { Type: 'Api', Properties: { Path: '/orders', Method: 'get' } },
          Ask: { Type: 'Api', Properties: { Path: '/orders', Method: 'options', Auth: { Authorizer: 'NONE' } } },
          Put: { Type: 'Api', Properties: { Path: '/orders', Method: 'put', RestApiId: ref('Inside') } },
          Web: { Type: 'HttpApi', Properties: { Path: '/orders', Method: 'get' } },
          All: { Type: 'HttpApi' },
          Told: { Type: 'SNS', Properties: { Topic: ref('News'), SqsSubscription: true } },
          Tick: { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)', DeadLetterConfig: { Type: 'SQS' } } },
          Plan: { Type: 'ScheduleV2', Properties: { ScheduleExpression: 'rate(1 day)', KmsKeyArn: ref('Key') } },
        },
      },
    },
    Flow: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        DefinitionUri: 'flow.asl.json',
        Logging: { Level: 'ALL', Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: ref('Logs') } }] },
        Tracing: { Enabled: true },
        Policies: [{ LambdaInvokePolicy: { FunctionName: ref('Orders') } }],
        Events: {
          Start: { Type: 'Api', Properties: { Path: '/flows', Method: 'post', RestApiId: ref('Public') } },
        },
      },
    },
    Table: { Type: 'AWS::Serverless::SimpleTable' },
    Public: {
      Type: 'AWS::Serverless::Api',
      Properties: {
        StageName: 'live',
        EndpointConfiguration: { Type: 'REGIONAL' },
        Domain: {
          DomainName: 'api.example.com',
          CertificateArn: certificate,
          EndpointConfiguration: 'REGIONAL',
          SecurityPolicy: 'TLS_1_2',
        },
      },
    },
    Inside: {
      Type: 'AWS::Serverless::Api',
      Properties: {
        StageName: 'live',
        Auth: {
          ResourcePolicy: {
            CustomStatements: [
              {
                Effect: 'Allow',
                Principal: '*',
                Action: 'execute-api:Invoke',
                Resource: 'execute-api:/*',
                Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
              },
            ],
          },
        },
      },
    },
    Graph: {
      Type: 'AWS::Serverless::GraphQLApi',
      Properties: { Auth: { Type: 'AWS_IAM' }, SchemaUri: 'schema.graphql' },
    },
    Layer: { Type: 'AWS::Serverless::LayerVersion', Properties: { ContentUri: 'layer/' } },
  },
};

/** A template with a value at a path; `A -> B` in a path calls the key A by another name. */
function withValue(template: Json, [step = '', ...path]: readonly string[], value: Json): Json {
  const [key, name = key] = step.split(' -> ') as [string, string?];
  const next = (before: Json) => (path.length === 0 ? value : withValue(before, path, value));
  if (Array.isArray(template)) return template.map((item, i) => (String(i) === key ? next(item) : item));
  const map = template as { readonly [key: string]: Json };
  if (!(key in map)) return { ...map, [name]: next({}) };
  return Object.fromEntries(Object.entries(map).map(([one, it]) => (one === key ? [name, next(it)] : [one, it])));
}

const orders = ['Resources', 'Orders', 'Properties'];
const inline = [...orders, 'Policies', '3', 'Statement', '0'];
const events = [...orders, 'Events'];
const trusting = {
  Statement: [{ Effect: 'Allow', Principal: { AWS: '⟦iam-trust-anyone|*⟧' }, Action: 'sts:AssumeRole' }],
};
const wrongDefault = { Type: 'String', Default: '⟦iam-administrator-access|AdministratorAccess⟧' };

/** What is said wrong, and where. */
const wrongs: readonly [what: string, path: readonly string[], value: Json][] = [
  ['a managed policy by its name', [...orders, 'Policies', '1'], '⟦iam-administrator-access|AdministratorAccess⟧'],
  [
    'a managed policy by its ARN',
    [...orders, 'Policies', '1'],
    '⟦iam-broad-managed-policy|arn:aws:iam::aws:policy/AmazonS3FullAccess⟧',
  ],
  ['the only policy', [...orders, 'Policies'], '⟦iam-broad-managed-policy|AmazonDynamoDBFullAccess⟧'],
  ['a policy of a parameter', ['Parameters', 'OwnPolicy'], wrongDefault],
  [
    'a policy on a condition',
    [...orders, 'Policies', '1'],
    { 'Fn::If': ['IsOpen', '⟦iam-broad-managed-policy|PowerUserAccess⟧', ref('AWS::NoValue')] },
  ],
  [
    'a policy of a state machine',
    ['Resources', 'Flow', 'Properties', 'Policies', '0'],
    '⟦iam-broad-managed-policy|AWSLambda_FullAccess⟧',
  ],
  ['a statement of its own', [...inline, 'Action'], '⟦iam-service-wildcard|sqs:*⟧'],
  ['whom the role trusts', [...orders, 'AssumeRolePolicyDocument'], trusting],
  ['the URL, in Globals', ['Globals', 'Function', 'FunctionUrlConfig', 'AuthType'], '⟦lambda-url-authorization|NONE⟧'],
  ['the URL, over Globals', [...orders, 'FunctionUrlConfig', 'AuthType'], '⟦lambda-url-authorization|NONE⟧'],
  [
    'the sites that may call the URL',
    [...orders, 'FunctionUrlConfig', 'Cors', 'AllowOrigins'],
    ['⟦lambda-url-origins|*⟧'],
  ],
  [
    'a topic that is left to SAM',
    [...orders, 'EventInvokeConfig', 'DestinationConfig', 'OnFailure -> ⟦sns-topic-encryption|OnFailure⟧'],
    { Type: 'SNS' },
  ],
  [
    'a method of the API that SAM makes',
    [...events, 'Get', 'Properties', 'Auth', 'Authorizer'],
    '⟦api-gateway-authorization|NONE⟧',
  ],
  [
    'a method of an API, for a state machine',
    ['Resources', 'Flow', 'Properties', 'Events', 'Start', 'Properties', 'Auth', 'Authorizer'],
    '⟦api-gateway-authorization|NONE⟧',
  ],
  ['the logs of a state machine', ['Resources', 'Flow', 'Properties', 'Logging', 'Level'], '⟦state-machine-logs|OFF⟧'],
  ['the logs of a GraphQL API', ['Resources', 'Graph -> ⟦appsync-logs|Graph⟧', 'Properties', 'Logging'], false],
  ['a route', [...events, 'All', 'Properties', 'Auth', 'Authorizer'], '⟦api-gateway-v2-authorization|NONE⟧'],
  [
    'the domain name of an API',
    ['Resources', 'Public', 'Properties', 'Domain', 'EndpointConfiguration'],
    '⟦api-gateway-edge-domain-name|EDGE⟧',
  ],
  [
    'the TLS of the domain name of an API',
    ['Resources', 'Public', 'Properties', 'Domain', 'SecurityPolicy'],
    '⟦api-gateway-domain-minimum-tls|TLS_1_0⟧',
  ],
  [
    'the TLS of the domain name of an HTTP API',
    ['Globals', 'HttpApi', 'Domain', 'SecurityPolicy'],
    '⟦api-gateway-v2-domain-minimum-tls|TLS_1_0⟧',
  ],
  [
    'the resource policy of an API',
    ['Resources', 'Inside', 'Properties', 'Auth', 'ResourcePolicy', 'CustomStatements', '0', 'Action'],
    '⟦resource-policy-service-wildcard|execute-api:*⟧',
  ],
  [
    'tables, in Globals',
    ['Globals', 'SimpleTable', 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'],
    '⟦dynamodb-point-in-time-recovery|false⟧',
  ],
];

/** All rules but those on whose key it is, which speak of resources whose encryption another rule speaks of, too. */
const about = /^(?!.*-kms-key$)/;

const forms: readonly [name: string, path: string, write: (template: Json) => string][] = [
  [
    'YAML',
    't.yaml',
    (template) =>
      stringify(template, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', aliasDuplicateObjects: false }),
  ],
  ['JSON', 't.json', (template) => JSON.stringify(template, undefined, 2)],
];

for (const [form, path, write] of forms) {
  describe(`A SAM template in ${form}`, () => {
    test('in which all is right has nothing to find', () => {
      assertFindings(path, write(right), about);
    });
    for (const [what, where, value] of wrongs) {
      test(`is wrong once, and there, when it is ${what}`, () => {
        assertFindings(path, write(withValue(right, where, value)), about);
      });
    }
  });
}
