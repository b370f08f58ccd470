import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kinds } from '../../../server/src/catalogue';
import { isKnownCloudFormationType } from '../../../server/src/data/cloudformationTypes';
import { fixesFor } from '../../../server/src/engine/fixes';
import { cloudFormation } from '../../../server/src/formats/cloudformation';
import { unitOf } from '../../../tools/examples';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const transform = 'Transform: AWS::Serverless-2016-10-31\n';
const cache = /^api-gateway-cache-encryption$/;
const logs = /^api-gateway-(?:v2-)?access-logs$/;
const backup = /^dynamodb-point-in-time-recovery$/;

function settings(encrypted: string): string {
  return `[{ResourcePath: "/*", HttpMethod: "*", CachingEnabled: true, CacheDataEncrypted: ${encrypted}}]`;
}

function api(name: string, properties: string, attributes = ''): string {
  return `  ${name}:\n    Type: AWS::Serverless::Api\n${attributes}    Properties: {StageName: live${properties && `, ${properties}`}}\n`;
}

function globals(section: string, properties: string): string {
  return `${transform}Globals:\n  ${section}:\n${properties}`;
}

/** A function with some events, under a name that may be marked. */
function lambda(name: string, events: string, more = ''): string {
  return `  ${name}:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: a.b\n${more}      Events:\n${events}`;
}

/** The text that the best fix of the first finding of a rule leaves. */
function fixed(text: string, rule: RegExp): string | undefined {
  const checked = checkText('t.yaml', text);
  const finding = checked.findings.find((one) => rule.test(one.rule));
  assert.ok(finding, `nothing breaks ${rule}`);
  const [fix] = fixesFor(checked, finding);
  return fix && proveFix(checked, finding, fix);
}

describe('Globals', () => {
  test('what they say of all resources of a type is wrong once, where it stands, and is mended there', () => {
    const wrong = globals(
      'Api',
      `    CacheClusterEnabled: true\n    MethodSettings: ${settings('⟦api-gateway-cache-encryption|false⟧')}\n`,
    );
    const text = assertFindings('t.yaml', `${wrong}Resources:\n${api('One', '')}${api('Two', '')}`, cache);
    assert.equal(fixed(text, cache), text.replace('CacheDataEncrypted: false', 'CacheDataEncrypted: true'));
  });

  test('are nothing without the transform, and to resources of other types', () => {
    const text = `${globals('Api', `    CacheClusterEnabled: true\n    MethodSettings: ${settings('false')}\n`)}Resources:\n`;
    assertFindings('t.yaml', `${text.replace(transform, '')}${api('One', '')}`, cache);
    assertFindings(
      't.yaml',
      `${text}  One:\n    Type: AWS::ApiGateway::Stage\n    Properties: {StageName: live}\n`,
      cache,
    );
  });

  test('give way to a scalar and to a function of the resource', () => {
    const text = `${globals('Api', '    CacheClusterEnabled: true\n')}Parameters:\n  Cached: {Type: String}\nResources:\n`;
    const wrong = `MethodSettings: ${settings('⟦api-gateway-cache-encryption|false⟧')}`;
    const quiet = `MethodSettings: ${settings('false')}`;
    assertFindings('t.yaml', text + api('One', wrong), cache);
    assertFindings('t.yaml', text + api('One', `CacheClusterEnabled: false, ${quiet}`), cache);
    assertFindings('t.yaml', text + api('One', `CacheClusterEnabled: !Ref Cached, ${quiet}`), cache);
    assertFindings('t.yaml', text + api('One', `CacheClusterEnabled: !Ref AWS::NoValue, ${quiet}`), cache);
  });

  test('are added to a list and merged with a map', () => {
    const listed = globals(
      'Api',
      `    CacheClusterEnabled: true\n    MethodSettings: ${settings('⟦api-gateway-cache-encryption|false⟧')}\n`,
    );
    const own = `MethodSettings: ${settings('true').replace('"*"', 'GET')}`;
    assertFindings('t.yaml', `${listed}Resources:\n${api('One', own)}`, cache);
    const where = '    AccessLogSetting: {DestinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:a"}\n';
    const format = 'AccessLogSetting: {Format: $context.requestId}';
    assertFindings('t.yaml', `${globals('Api', where)}Resources:\n${api('One', format)}`, logs);
    const left = api('⟦api-gateway-access-logs|One⟧', 'AccessLogSetting: !Ref AWS::NoValue');
    assertFindings('t.yaml', `${globals('Api', where)}Resources:\n${left}`, logs);
  });

  test('do not reach a resource that ignores them', () => {
    const text = globals('Api', `    CacheClusterEnabled: true\n    MethodSettings: ${settings('false')}\n`);
    for (const ignored of ['"*"', '[MethodSettings]', '[Name, CacheClusterEnabled]']) {
      assertFindings('t.yaml', `${text}Resources:\n${api('One', '', `    IgnoreGlobals: ${ignored}\n`)}`, cache);
    }
    const other = text.replace('false', '⟦api-gateway-cache-encryption|false⟧');
    assertFindings('t.yaml', `${other}Resources:\n${api('One', '', '    IgnoreGlobals: [Name]\n')}`, cache);
  });

  test('that are included from elsewhere may say anything', () => {
    const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}';
    const table = '  Orders:\n    Type: AWS::Serverless::SimpleTable\n';
    const marked = table.replace('Orders', '⟦dynamodb-point-in-time-recovery|Orders⟧');
    assertFindings(
      't.yaml',
      `${globals('SimpleTable', '    SSESpecification: {SSEEnabled: true}\n')}Resources:\n${marked}`,
      backup,
    );
    assertFindings('t.yaml', `${globals('SimpleTable', `    ${include}\n`)}Resources:\n${table}`, backup);
    assertFindings('t.yaml', `${transform}Globals:\n  ${include}\nResources:\n${table}`, backup);
  });
});

test('what a resource and Globals lack is written into the resource', () => {
  const text = `${globals('SimpleTable', '    SSESpecification: {SSEEnabled: true}\n')}Resources:\n  Orders:\n    Type: AWS::Serverless::SimpleTable\n`;
  assert.equal(
    fixed(text, backup),
    `${text}    Properties:\n      PointInTimeRecoverySpecification:\n        PointInTimeRecoveryEnabled: true\n`,
  );
  const http = `${transform}Resources:\n  Web:\n    Type: AWS::Serverless::HttpApi\n`;
  assert.match(
    fixed(http, logs) ?? '',
    /Web:\n {4}Type: AWS::Serverless::HttpApi\n {4}Properties:\n {6}AccessLogSettings:\n/,
  );
});

describe('the APIs that SAM makes', () => {
  const rest = (name: string) => `        ${name}: {Type: Api, Properties: {Path: /, Method: get}}\n`;

  test('are told of at the first event that asks for them, once for all functions', () => {
    const first = lambda('Hello', rest('⟦api-gateway-access-logs|Get⟧') + rest('Put'));
    const second = lambda('Bye', `${rest('Get')}        Web: {Type: HttpApi}\n`).replace(
      'Web:',
      '⟦api-gateway-v2-access-logs|Web⟧:',
    );
    assertFindings('t.yaml', `${transform}Resources:\n${first}${second}`, logs);
    assertFindings('t.yaml', `Resources:\n${lambda('Hello', rest('Get'))}`, logs);
  });

  test('are none where the events name one', () => {
    const named = lambda('Hello', rest('Get').replace('Path', 'RestApiId: a1b2c3d4e5, Path'));
    assertFindings('t.yaml', `${transform}Resources:\n${named}`, logs);
    const timer = '        Tick: {Type: Schedule, Properties: {Schedule: rate(1 day)}}\n';
    assertFindings('t.yaml', `${transform}Resources:\n${lambda('Hello', timer)}`, logs);
  });

  test('are set up, and mended, in Globals', () => {
    const text = `${transform}Resources:\n${lambda('Hello', rest('Get'))}`;
    const mended = fixed(text, logs) ?? '';
    assert.match(mended, /\nGlobals:\n {2}Api:\n {4}AccessLogSetting:\n/);
    assertFindings('t.yaml', mended, logs);
    const wrong = globals(
      'Api',
      `    CacheClusterEnabled: true\n    MethodSettings: ${settings('⟦api-gateway-cache-encryption|false⟧')}\n`,
    );
    assertFindings('t.yaml', `${wrong}Resources:\n${lambda('Hello', rest('Get'))}`, cache);
  });

  test('get no fix where Globals would change others with them', () => {
    const logged =
      'AccessLogSetting: {DestinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:a", Format: $context.requestId}';
    const text = `${transform}Resources:\n${lambda('Hello', rest('Get'))}${api('Own', logged)}`;
    assert.equal(fixed(text, logs), undefined);
  });
});

test('what SAM makes beside a resource can be referred to', () => {
  const refers = [
    'HelloRole',
    'HelloAliaslive',
    'Hello.Version',
    'ServerlessRestApi',
    'ServerlessRestApiProdStage',
    'OwnliveStage',
  ];
  const more = '      AutoPublishAlias: live\n';
  const hello = lambda('Hello', '        Get: {Type: Api, Properties: {Path: /, Method: get}}\n', more);
  const resources = [...refers, 'GivenRole', 'OtherRole'].map(
    (name, i) => `  P${i}:\n    Type: AWS::SSM::Parameter\n    Properties: {Value: !Ref ${name}}\n`,
  );
  const given =
    '  Given:\n    Type: AWS::Serverless::Function\n    Properties: {Role: "arn:aws:iam::111122223333:role/r"}\n';
  const text = `${transform}Resources:\n${hello}${given}${api('Own', '')}${resources.join('')}`;
  const { resources: lowered } = cloudFormation.lower(unitOf('t.yaml', text));
  const values = lowered.flatMap(({ properties }) => {
    const value = properties.fields.get('Value')?.value;
    return value ? [value.kind === 'reference' ? value.to : value.kind] : [];
  });
  assert.deepEqual(values, [...refers, 'unknown', 'unknown']);
});

test('policy templates and connectors disturb nothing, and policies among them are read', () => {
  const policies = (list: string) =>
    `${transform}Resources:\n  Hello:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:${list}`;
  const template = '\n        - S3ReadPolicy: {BucketName: b}\n        - AWSLambdaBasicExecutionRole\n';
  const full = 'Statement: [{Effect: Allow, Action: "⟦iam-full-access|*⟧", Resource: "*"}]';
  const about = /^iam-full-access$/;
  assertFindings('t.yaml', policies(template), /^(?:iam|policy)-/);
  assertFindings('t.yaml', policies(`${template}        - ${full}\n`), about);
  assertFindings('t.yaml', policies(` {${full}}\n`), about);
});

test('who may write a policy for a queue or topic makes the absence of one unknown', () => {
  const queue = '  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: {SqsManagedSseEnabled: true}\n';
  const topic = '  News:\n    Type: AWS::SNS::Topic\n';
  const rules = (more: string, head = transform) =>
    checkText('t.yaml', `${head}Resources:\n${queue}${topic}${more}`)
      .findings.flatMap(({ rule, resource }) => (rule.endsWith('-tls-only') ? [resource?.name] : []))
      .sort();
  assert.deepEqual(rules(''), ['Jobs', 'News']);
  const event =
    '        Told: {Type: SNS, Properties: {Topic: !Ref News, SqsSubscription: {QueueArn: !GetAtt Jobs.Arn, QueueUrl: !Ref Jobs}}}\n';
  assert.deepEqual(rules(lambda('Hello', event)), ['News']);
});

test('the types of SAM that kinds have exist', () => {
  const types = kinds.flatMap(({ serverless = [] }) => serverless);
  assert.ok(types.length > 0);
  for (const type of types) assert.ok(type.startsWith('AWS::Serverless::') && isKnownCloudFormationType(type), type);
});

test('a template that is cut anywhere accuses nothing that its whole does not', () => {
  const table =
    '  Orders:\n    Type: AWS::Serverless::SimpleTable\n    Properties:\n      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}\n      SSESpecification: {SSEEnabled: true, KMSMasterKeyId: alias/own}\n';
  const own = 'Auth: {Authorizer: AWS_IAM}';
  const http = `        Get: {Type: HttpApi, Properties: {Path: /, Method: get, ${own}}}\n        All: {Type: HttpApi, Properties: {${own}}}\n`;
  const logged =
    '    AccessLogSettings: {DestinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:a", Format: "{}"}\n';
  const asking = '    Auth: {EnableIamAuthorizer: true}\n';
  const policies = '      Policies: [AWSXrayWriteOnlyAccess]\n';
  const text = `${globals('HttpApi', logged + asking)}Resources:\n${table}${lambda('Hello', http, policies)}`;
  const told = new Set(checkText('t.yaml', text).findings.map(({ rule }) => rule));
  assert.deepEqual([...told], ['lambda-function-vpc']);
  for (let length = text.indexOf('    Properties'); length < text.length; length++) {
    const { unit, findings } = checkText('t.yaml', text.slice(0, length));
    const broken = unit.documents.some(({ problems }) => problems.length > 0);
    const accusations = findings.map(({ rule }) => rule).filter((rule) => !told.has(rule));
    assert.deepEqual(broken ? accusations : [], [], text.slice(0, length));
  }
});
