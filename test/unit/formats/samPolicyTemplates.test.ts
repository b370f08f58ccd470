import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { stringify } from 'yaml';
import { actionsMeant } from '../../../server/src/catalogue/policies/grants';
import { samPolicyTemplate } from '../../../server/src/data/samPolicyTemplates';
import { samPolicyTemplatesTable } from '../../../server/src/data/tables';
import { fixesFor } from '../../../server/src/engine/fixes';
import { withEditor } from '../../protocol/documents';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type Properties = { readonly [key: string]: Json };

const ref = (name: string) => ({ Ref: name });
const narrowed = /only what this document's roles do/;

/** A function that has policies, in a VPC with the endpoints of some services. */
function template(
  policies: Json,
  services: readonly string[] = [],
  more: Properties = {},
  attributes: Properties = {},
) {
  const endpoints = services.map((service) => [
    `To${service}`,
    {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: {
        VpcId: ref('Net'),
        VpcEndpointType: service === 'dynamodb' ? 'Gateway' : 'Interface',
        ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` },
      },
    },
  ]);
  return {
    Transform: 'AWS::Serverless-2016-10-31',
    Conditions: { IsLive: { 'Fn::Equals': [ref('AWS::Region'), 'eu-west-1'] } },
    Resources: {
      Hello: {
        Type: 'AWS::Serverless::Function',
        ...attributes,
        Properties: {
          VpcConfig: { SubnetIds: [ref('Inner')], SecurityGroupIds: [ref('Group')] },
          Policies: policies,
        },
      },
      Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Inner: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Net'), CidrBlock: '10.0.0.0/24' } },
      Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'g', VpcId: ref('Net') } },
      Orders: { Type: 'AWS::DynamoDB::Table' },
      ...Object.fromEntries(endpoints),
      ...more,
    },
  };
}

const texts = (value: Json): readonly (readonly [path: string, text: string])[] => [
  ['t.yaml', stringify(value)],
  ['t.json', JSON.stringify(value, null, 2)],
];

/** The texts after the endpoint of a template was narrowed to what its roles do; none where that is not offered. */
function narrowings(value: Json): readonly string[] {
  return texts(value).flatMap(([path, text]) => {
    const checked = checkText(path, text);
    const finding = checked.findings.find(({ rule }) => rule === 'vpc-endpoint-policy-missing');
    assert.ok(finding, 'the endpoint has a policy');
    const fix = fixesFor(checked, finding).find(({ title }) => narrowed.test(title));
    return fix ? [proveFix(checked, finding, fix)] : [];
  });
}

const reading = ['BatchGetItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'].map((name) => `dynamodb:${name}`);
const actionsIn = (text: string) => [...new Set(text.match(/dynamodb:\w+/g))].sort();
const read = { DynamoDBReadPolicy: { TableName: ref('Orders') } };

describe('A policy template', () => {
  test('tells what a function does, so that an endpoint can allow only that', () => {
    for (const policies of [[read], read, [read, { CloudWatchPutMetricPolicy: {} }]]) {
      const after = narrowings(template(policies, ['dynamodb']));
      assert.deepEqual(after.map(actionsIn), [reading, reading]);
    }
  });

  test('is known beside statements, and on a condition', () => {
    const own = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '*' }] };
    const policies = [own, { 'Fn::If': ['IsLive', read, ref('AWS::NoValue')] }];
    const all = [...reading, 'dynamodb:PutItem'].sort();
    assert.deepEqual(narrowings(template(policies, ['dynamodb'])).map(actionsIn), [all, all]);
  });

  test('tells what a state machine does', () => {
    const Flow = { Type: 'AWS::Serverless::StateMachine', Properties: { Policies: [read] } };
    const policies = [{ SQSPollerPolicy: { QueueName: 'q' } }];
    assert.deepEqual(narrowings(template(policies, ['dynamodb'], { Flow })).map(actionsIn), [reading, reading]);
  });

  test('tells nothing where SAM may add more: by another template, or by a connector', () => {
    assert.deepEqual(narrowings(template([read, { NewestPolicy: { TableName: 't' } }], ['dynamodb'])), []);
    assert.deepEqual(narrowings(template([read, { ...read, SQSPollerPolicy: {} }], ['dynamodb'])), []);
    const connector = { Properties: { Destination: { Id: 'Orders' }, Permissions: ['Write'] } };
    assert.deepEqual(narrowings(template([read], ['dynamodb'], {}, { Connectors: { Stored: connector } })), []);
    const ends = { Source: { Id: 'Hello' }, Destination: { Id: 'Orders' }, Permissions: ['Write'] };
    const Stored = { Type: 'AWS::Serverless::Connector', Properties: ends };
    assert.deepEqual(narrowings(template([read], ['dynamodb'], { Stored })), []);
  });

  test('stands for the calls that need an endpoint', () => {
    const policies: Json = [
      { '⟦vpc-endpoint-missing|SQSSendMessagePolicy⟧': { QueueName: 'q' } },
      { UnheardOfPolicy: {} },
    ];
    for (const [path, text] of texts(template(policies))) assertFindings(path, text, /^vpc-endpoint-missing$/);
  });

  test('is never accused of what AWS wrote in it', () => {
    const policies: Json = [
      { S3FullAccessPolicy: { BucketName: '*' } },
      { TextractPolicy: {} },
      { AWSSecretsManagerRotationPolicy: { FunctionName: 'rotate' } },
      { AWSSecretsManagerGetSecretValuePolicy: { SecretArn: ref('Secret') } },
      { SSMParameterReadPolicy: { ParameterName: 'p' } },
      { KMSDecryptPolicy: { KeyId: '*' } },
      { EC2CopyImagePolicy: { ImageId: '*' } },
      { CodeCommitCrudPolicy: { RepositoryName: 'r' } },
      { LambdaInvokePolicy: { FunctionName: ref('Hello') } },
      { AthenaQueryPolicy: { WorkGroupName: 'w' } },
      { OrganizationsListAccountsPolicy: {} },
      { VPCAccessPolicy: {} },
      { EFSWriteAccessPolicy: { FileSystem: 'fs-1', AccessPoint: 'fsap-1' } },
    ];
    const found = (value: Json) =>
      texts(value).map(([path, text]) =>
        checkText(path, text)
          .findings.map(({ rule, resource }) => `${rule} of ${resource?.name}`)
          .filter((one) => !one.startsWith('vpc-endpoint-missing'))
          .sort(),
      );
    assert.deepEqual(found(template(policies)), found(template([])));
  });

  test('is no word of a policy, and no resource, where its name stands', () =>
    withEditor('in process', {}, async (editor) => {
      for (const [path, text] of texts(template([{ TextractPolicy: {} }], ['textract']))) {
        editor.open(path, text);
        await editor.diagnostics(path);
        const at = TextDocument.create('', '', 0, text).positionAt(text.indexOf('TextractPolicy') + 3);
        assert.equal(await editor.hover(path, at), null);
        assert.deepEqual(await editor.codeActions(path, { start: at, end: at }, ['refactor.rewrite']), []);
      }
    }));

  test('is in the table with actions that exist', () => {
    const names = Object.keys(samPolicyTemplatesTable().templates);
    assert.ok(names.length > 80);
    for (const name of names) {
      for (const { actions } of samPolicyTemplate(name) ?? []) {
        for (const action of actions) assert.ok(actionsMeant(action).length > 0, `${name}: ${action}`);
      }
    }
  });

  test('is in the table with its ARNs and conditions written out', () => {
    const [poll] = samPolicyTemplate('SQSPollerPolicy') ?? [];
    assert.ok(poll?.actions.includes('sqs:ReceiveMessage'));
    assert.deepEqual(poll?.resources, ['arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${QueueName}']);
    assert.deepEqual(samPolicyTemplate('EFSWriteAccessPolicy')?.[0]?.condition, {
      operator: 'StringEquals',
      key: 'elasticfilesystem:AccessPointArn',
      value: 'arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:access-point/${AccessPoint}',
    });
    assert.equal(samPolicyTemplate('toString'), undefined);
  });
});
