import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const head = 'Transform: AWS::Serverless-2016-10-31\n';
const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}';
const managed = /^iam-(?:administrator-access|broad-managed-policy|full-access)$/;
const entrance = /^api-gateway-(?:v2-)?authorization$/;
const url = /^lambda-url-/;

function lambda(properties: string, before = ''): string {
  return `${head}${before}Resources:\n  Hello:\n    Type: AWS::Serverless::Function\n    Properties:\n${properties}`;
}

function api(auth: string, type = 'Api'): string {
  return `  Front:\n    Type: AWS::Serverless::${type}\n    Properties:\n      StageName: live\n${auth}`;
}

const get = (more = '') => `      Events:\n        Get: {Type: Api, Properties: {Path: /, Method: get${more}}}\n`;
const marked = (events: string, rule = 'api-gateway-authorization') => events.replace('Get', `⟦${rule}|Get⟧`);
const web = (more = '') => `      Events:\n        Get: {Type: HttpApi, Properties: {Path: /, Method: get${more}}}\n`;

/** The text that the first fix of the only finding among some rules leaves. */
function fixed(text: string, about: RegExp, path = 't.yaml'): string | undefined {
  const checked = checkText(path, text);
  const [finding, ...others] = checked.findings.filter(({ rule }) => about.test(rule));
  assert.ok(finding && others.length === 0, `not one finding of ${about}`);
  const [fix] = fixesFor(checked, finding);
  return fix && proveFix(checked, finding, fix);
}

describe('The role that SAM makes', () => {
  test('is not made beside a role that is given, and then policies are none', () => {
    const wrong = '      Policies: [AdministratorAccess, {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}]\n';
    assertFindings('t.yaml', lambda(`      Role: arn:aws:iam::111122223333:role/r\n${wrong}`), managed);
    assertFindings('t.yaml', lambda(`      ${include}\n${wrong.replace(', {', ' #')}      ]\n`), managed);
  });

  test('is made where a condition takes the given one away', () => {
    const conditions = 'Parameters: {Own: {Type: String}}\nConditions: {Has: !Equals [!Ref Own, ""]}\n';
    const role = '      Role: !If [Has, !Ref Own, !Ref AWS::NoValue]\n';
    const wrong = '      Policies: [⟦iam-administrator-access|AdministratorAccess⟧]\n';
    assertFindings('t.yaml', lambda(role + wrong, conditions), managed);
  });

  test('may be given by what is included or made by a macro', () => {
    assertFindings('t.yaml', lambda(`      ${include}\n      Policies: [AdministratorAccess]\n`), managed);
    assertFindings('t.yaml', lambda('      Policies:\n        Fn::Transform: {Name: Mine}\n'), managed);
  });

  test('has other policies than those it does not know by name', () => {
    const own =
      '      Policies: [!Ref Own, !Sub "arn:aws:iam::${AWS::AccountId}:policy/AdministratorAccess", MyFullAccessory]\n';
    assertFindings('t.yaml', `${lambda(own)}  Own: {Type: AWS::IAM::ManagedPolicy}\n`, managed);
  });

  test('is the role of the function, so that its code is known by what it may do', () => {
    const text = lambda(`      VpcConfig: {SubnetIds: [!Ref Inner], SecurityGroupIds: [!Ref Group]}
      Policies:
        - Statement: [{Effect: Allow, Action: "⟦vpc-endpoint-missing|sqs:SendMessage⟧", Resource: "*"}]
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Inner: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Net}}
`);
    assertFindings('t.yaml', text, /^vpc-endpoint-missing$/);
  });

  test('takes fixes of its statements where they are written', () => {
    const text = lambda(
      '      AssumeRolePolicyDocument:\n        Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: sts:AssumeRole}]\n',
    );
    assert.match(fixed(text, /^iam-trust-anyone$/) ?? '', /Principal: \{AWS: !Ref AWS::AccountId\}|Condition: \{/);
  });
});

describe('The URL of a function', () => {
  test('is mended where it is written, be it in Globals', () => {
    const config = 'FunctionUrlConfig: {AuthType: NONE}\n';
    const own = lambda(`      ${config}`);
    assert.equal(fixed(own, url), own.replace('NONE', 'AWS_IAM'));
    const shared = `${head}Globals:\n  Function:\n    ${config}Resources:\n  Hello: {Type: AWS::Serverless::Function}\n`;
    assert.equal(fixed(shared, url), shared.replace('NONE', 'AWS_IAM'));
  });

  test('is not known where it is included', () => {
    assertFindings('t.yaml', lambda(`      FunctionUrlConfig: {${include}}\n`), url);
    assertFindings('t.yaml', lambda('      FunctionUrlConfig: {AuthType: !Ref Unknown}\n'), url);
  });
});

describe('Who may call an API is told', () => {
  test('by its events, and mended there', () => {
    assertFindings('t.yaml', lambda(marked(get())), entrance);
    const text = lambda(get());
    assert.equal(fixed(text, entrance), text.replace('get}}', 'get, Auth: {Authorizer: AWS_IAM}}}'));
    const keyed = lambda(get(', Auth: {ApiKeyRequired: true}'));
    assert.equal(fixed(keyed, entrance), keyed.replace('true}', 'true, Authorizer: AWS_IAM}'));
    const json = JSON.stringify({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Hello: {
          Type: 'AWS::Serverless::Function',
          Properties: { Events: { Get: { Type: 'Api', Properties: { Path: '/', Method: 'GET' } } } },
        },
      },
    });
    const { Events } = JSON.parse(fixed(json, entrance, 't.json') ?? '').Resources.Hello.Properties;
    assert.deepEqual(Events.Get.Properties.Auth, { Authorizer: 'AWS_IAM' });
  });

  test('by an authorizer for all, unless an event does without', () => {
    const shared = 'Globals: {Api: {Auth: {DefaultAuthorizer: Pool, Authorizers: {Pool: {UserPoolArn: a}}}}}\n';
    assertFindings('t.yaml', lambda(get(), shared), entrance);
    assertFindings('t.yaml', lambda(get(', Auth: {Authorizer: ⟦api-gateway-authorization|NONE⟧}'), shared), entrance);
    const front = api('      Auth: {DefaultAuthorizer: AWS_IAM}\n');
    assertFindings('t.yaml', lambda(get(', RestApiId: !Ref Front') + front), entrance);
    assertFindings('t.yaml', lambda(marked(get(', RestApiId: !Ref Front')) + api('')), entrance);
  });

  test('by being private, or by a policy', () => {
    assertFindings('t.yaml', lambda(get(), 'Globals: {Api: {EndpointConfiguration: {Type: PRIVATE}}}\n'), entrance);
    const policy = '      Auth: {ResourcePolicy: {IpRangeWhitelist: [203.0.113.0/24]}}\n';
    assertFindings('t.yaml', lambda(get(', RestApiId: !Ref Front') + api(policy)), entrance);
    assertFindings('t.yaml', lambda(get(', Auth: {ResourcePolicy: {SourceVpcWhitelist: [vpc-1]}}')), entrance);
  });

  test('by a definition of its own, which is not read', () => {
    for (const body of ['DefinitionUri: api.yaml', 'DefinitionBody: {openapi: 3.0.1}', include]) {
      assertFindings('t.yaml', lambda(get(', RestApiId: !Ref Front') + api(`      ${body}\n`)), entrance);
      assertFindings('t.yaml', lambda(web(', ApiId: !Ref Front') + api(`      ${body}\n`, 'HttpApi')), entrance);
    }
  });

  test('by nothing that is known, where it stands elsewhere or is computed', () => {
    const unknown = [
      ', RestApiId: !ImportValue Api',
      ', RestApiId: a1b2c3d4e5',
      ', Auth: !Ref Unknown',
      `, Auth: {${include}}`,
    ];
    for (const more of unknown) assertFindings('t.yaml', lambda(get(more)), entrance);
    assertFindings('t.yaml', lambda(get(), `Globals: {Api: {Auth: {${include}}}}\n`), entrance);
    assertFindings('t.yaml', lambda(`      Events:\n        ${include}\n`), entrance);
  });

  test('by routes, which take a signature once the API allows it', () => {
    const rule = 'api-gateway-v2-authorization';
    assertFindings('t.yaml', lambda(marked(web(), rule)), entrance);
    assert.equal(fixed(lambda(web()), entrance), undefined);
    const allowing = 'Globals: {HttpApi: {Auth: {EnableIamAuthorizer: true}}}\n';
    const text = lambda(web(), allowing);
    assert.equal(fixed(text, entrance), text.replace('get}}', 'get, Auth: {Authorizer: AWS_IAM}}}'));
    const all = lambda('      Events:\n        Get: {Type: HttpApi}\n', allowing);
    assert.match(fixed(all, entrance) ?? '', /Get: \{Type: HttpApi, Properties: \{Auth: \{Authorizer: AWS_IAM\}\}\}/);
  });
});

test('the policy of an API is made of what it says and of what its events say', () => {
  const policy = /^resource-policy-/;
  const statement =
    '{Effect: Allow, Principal: "*", Action: "⟦resource-policy-service-wildcard|execute-api:*⟧", Resource: "execute-api:/*"}';
  const custom = `Auth: {ResourcePolicy: {CustomStatements: [${statement}]}}`;
  assertFindings('t.yaml', lambda(get(`, ${custom}`)), policy);
  assertFindings('t.yaml', lambda(`      Handler: a.b\n${api(`      ${custom}\n`)}`), policy);
  const whole = `Policy: {Version: "2012-10-17", Statement: [${statement}]}`;
  assertFindings(
    't.yaml',
    lambda(get(', RestApiId: !Ref Front') + api(`      ${whole}\n`)),
    /^(?:resource-)?policy-|^iam-|^api-gateway-authorization$/,
  );
});

test('the domain name of an API is mended where it is written, and has a policy where it is private', () => {
  const domain = (more: string) => api(`      Domain: {DomainName: a.example.com, ${more}}\n`);
  const old = `${lambda('      Handler: a.b\n')}${domain('SecurityPolicy: TLS_1_0')}`;
  assert.equal(fixed(old, /-minimum-tls$/), old.replace('TLS_1_0', 'TLS_1_2'));
  const statement =
    '{Effect: Allow, Principal: "*", Action: "⟦resource-policy-service-wildcard|execute-api:*⟧", Resource: "*"}';
  const inside = domain(`EndpointConfiguration: PRIVATE, Policy: {Version: "2012-10-17", Statement: [${statement}]}`);
  assertFindings('t.yaml', `${lambda('      Handler: a.b\n')}${inside}`, /^(?:resource-)?policy-|^iam-/);
});

test('a topic for records is made where none is named, and the schedule of an event is one of its own', () => {
  const destinations = (one: string) => lambda(`      EventInvokeConfig: {DestinationConfig: {${one}}}\n`);
  const topic = /^sns-topic-(?:encryption|tls-only)$/;
  assertFindings('t.yaml', destinations('⟦sns-topic-encryption|OnSuccess⟧: {Type: SNS}'), topic);
  assertFindings(
    't.yaml',
    destinations('OnSuccess: {Type: SNS, Destination: "arn:aws:sns:eu-west-1:111122223333:a"}'),
    topic,
  );
  assertFindings('t.yaml', destinations(`OnSuccess: {Type: SNS, ${include}}`), topic);
  assertFindings('t.yaml', destinations('OnFailure: {Type: SQS}'), topic);
  const schedule = '      Events:\n        Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}\n';
  assert.match(fixed(lambda(schedule), /^scheduler-/) ?? '', /rate\(1 day\), KmsKeyArn: !Ref \w+\}/);
});

test('a state machine is logged as its own property says', () => {
  const machine = `${head}Resources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: flow.asl.json}\n`;
  assert.match(fixed(machine, /^state-machine-logs$/) ?? '', /flow\.asl\.json, Logging: \{Level: ERROR, /);
});

test('a GraphQL API is logged by SAM, as far as it is not told otherwise', () => {
  const graph = (logging: string, name = 'Graph') =>
    `${head}Resources:\n  ${name}:\n    Type: AWS::Serverless::GraphQLApi\n    Properties: {SchemaUri: a.graphql${logging}}\n`;
  const rule = /^appsync-logs$/;
  for (const logging of ['', ', Logging: true', ', Logging: {ExcludeVerboseContent: true}', `, ${include}`]) {
    assertFindings('t.yaml', graph(logging), rule);
  }
  assertFindings('t.yaml', graph(', Logging: false', '⟦appsync-logs|Graph⟧'), rule);
  assertFindings('t.yaml', graph(', Logging: {FieldLogLevel: ⟦appsync-logs|NONE⟧}'), rule);
});

test('a suppression in a function covers what SAM makes of it', () => {
  const metadata = '    Metadata: {DataProtection: {Ignore: [{Rule: iam-administrator-access, Reason: a test}]}}\n';
  const text = lambda('      Policies: [AdministratorAccess]\n').replace('    Properties', `${metadata}    Properties`);
  assertFindings('t.yaml', text, managed);
});

test('the policy that the definition of an API holds is read as one of the API', () => {
  const statement =
    '{Effect: Allow, Principal: "*", Action: "⟦resource-policy-service-wildcard|execute-api:*⟧", Resource: "*"}';
  const template = (type: string, body: string) =>
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: ${type}\n    Properties:\n      StageName: live\n      ${body}:\n        openapi: 3.0.1\n        x-amazon-apigateway-policy:\n          Version: "2012-10-17"\n          Statement:\n            - ${statement}\n`;
  assertFindings('t.yaml', template('AWS::Serverless::Api', 'DefinitionBody'), /^resource-policy-/);
  assertFindings('t.yaml', template('AWS::ApiGateway::RestApi', 'Body'), /^resource-policy-/);
});
