import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsMeant } from '../../../server/src/catalogue/policies/grants';
import { samConnection } from '../../../server/src/data/samConnectors';
import { samConnectorsTable } from '../../../server/src/data/tables';
import { withEditor } from '../../protocol/documents';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';
import {
  actionsNamed,
  type Json,
  narrowings,
  type Properties,
  ref,
  samTemplate,
  samTexts,
} from '../../support/samTemplates';

const own = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:DescribeTable', Resource: '*' }] };
const toTable = { Destination: { Id: 'Orders' }, Permissions: ['Write'] };
const writing = [
  'BatchWriteItem',
  'DeleteItem',
  'PartiQLDelete',
  'PartiQLInsert',
  'PartiQLUpdate',
  'PutItem',
  'UpdateItem',
].map((name) => `dynamodb:${name}`);

const connector = (properties: Properties) => ({ Type: 'AWS::Serverless::Connector', Properties: properties });

/** What endpoints of a service are narrowed to, in YAML and in JSON, beside what the policy of the function allows. */
function allowed(service: string, more: Properties, attributes: Properties = {}): readonly (readonly string[])[] {
  const after = narrowings(samTemplate([own], [service], more, attributes));
  return after.map((text) => actionsNamed(text, service).filter((action) => action !== 'dynamodb:DescribeTable'));
}

describe('A connector', () => {
  test('tells what a function does, be it embedded or not, to one destination or several', () => {
    const embedded = { Connectors: { Stored: { Properties: toTable } } };
    assert.deepEqual(allowed('dynamodb', {}, embedded), [writing, writing]);
    const ends = { ...toTable, Source: { Id: 'Hello' } };
    assert.deepEqual(allowed('dynamodb', { Stored: connector(ends) }), [writing, writing]);
    const Jobs = { Type: 'AWS::SQS::Queue' };
    const both = { ...ends, Destination: [{ Id: 'Jobs' }, { Id: 'Orders' }] };
    assert.deepEqual(allowed('dynamodb', { Jobs, Stored: connector(both) }), [writing, writing]);
  });

  test('tells what a role does that the author wrote', () => {
    const Role = {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'own', PolicyDocument: own }] },
    };
    const Flow = {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    };
    const Stored = connector({ ...toTable, Source: { Id: 'Flow' } });
    assert.deepEqual(allowed('dynamodb', { Role, Flow, Stored }), [writing, writing]);
    const named = connector({ ...toTable, Source: { Type: 'AWS::Lambda::Function', RoleName: ref('Role') } });
    assert.deepEqual(allowed('dynamodb', { Role, Stored: named }), [writing, writing]);
  });

  test('gives the destination its rights where that reads from the source', () => {
    const Jobs = { Type: 'AWS::SQS::Queue' };
    const Polled = connector({
      Source: { Id: 'Jobs' },
      Destination: { Id: 'Hello' },
      Permissions: ['Read', 'Write'],
    });
    const polling = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
    assert.deepEqual(allowed('sqs', { Jobs, Polled }), [polling, polling]);
  });

  test('gives the role of a rule rights on the target that the role is for', () => {
    const Role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
    const Flow = { Type: 'AWS::Serverless::StateMachine', Properties: { DefinitionUri: 'flow.asl.json' } };
    const Targets = [{ Id: 'flow', Arn: ref('Flow'), RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }];
    const Tick = { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets } };
    const Started = connector({ Source: { Id: 'Tick' }, Destination: { Id: 'Flow' }, Permissions: ['Write'] });
    const start = ['states:StartExecution'];
    assert.deepEqual(allowed('states', { Role, Flow, Tick, Started }), [start, start]);
  });

  test('tells nothing while it is not known what SAM makes of it', () => {
    const unknown: readonly Properties[] = [
      { ...toTable, Permissions: ['Write', 'Admire'] },
      { ...toTable, Permissions: [] },
      { ...toTable, Permissions: [ref('Right')] },
      { ...toTable, Destination: { Id: 'Inner' } },
      { ...toTable, Destination: { Id: 'Elsewhere' } },
      { ...toTable, Destination: { Arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t' } },
    ];
    for (const properties of unknown) {
      assert.deepEqual(allowed('dynamodb', {}, { Connectors: { Stored: { Properties: properties } } }), []);
      assert.deepEqual(allowed('dynamodb', { Stored: connector({ ...properties, Source: { Id: 'Hello' } }) }), []);
    }
  });

  test('stands for the calls that need an endpoint, where its permission is written', () => {
    const Jobs = { Type: 'AWS::SQS::Queue' };
    const Properties: Json = { Destination: { Id: 'Jobs' }, Permissions: ['Read', '⟦vpc-endpoint-missing|Write⟧'] };
    for (const [path, text] of samTexts(samTemplate([], [], { Jobs }, { Connectors: { Sent: { Properties } } }))) {
      assertFindings(path, text, /^vpc-endpoint-missing$/);
    }
  });

  test("is told of by nothing where it is named, since its policy is AWS's", () =>
    withEditor('in process', {}, async (editor) => {
      const Stored = connector({ ...toTable, Source: { Id: 'Hello' } });
      for (const [path, text] of samTexts(samTemplate([], [], { Stored }))) {
        editor.open(path, text);
        await editor.diagnostics(path);
        const at = TextDocument.create('', '', 0, text).positionAt(text.indexOf('Stored') + 3);
        assert.equal(await editor.hover(path, at), null);
      }
    }));

  test('makes unknown only the policy of a resource that it gives one', () => {
    const Jobs = { Type: 'AWS::SQS::Queue' };
    const News = { Type: 'AWS::SNS::Topic' };
    const lacking = (source: string, Destination: Json, Permissions: Json = ['Write']) => {
      const Link = connector({ Source: { Id: source }, Destination, Permissions });
      return samTexts(samTemplate([], [], { Jobs, News, Link })).map(([path, text]) =>
        checkText(path, text)
          .findings.flatMap(({ rule, resource }) => (rule.endsWith('-tls-only') ? [resource?.name] : []))
          .sort(),
      );
    };
    const [both, topic] = [['Jobs', 'News'], ['News']];
    assert.deepEqual(lacking('Hello', { Id: 'Jobs' }), [both, both]);
    assert.deepEqual(lacking('News', { Id: 'Hello' }), [both, both]);
    assert.deepEqual(lacking('News', [{ Id: 'Jobs' }, { Id: 'Hello' }]), [topic, topic]);
    assert.deepEqual(lacking('News', { Id: 'Jobs' }, ['Read']), [[], []]);
  });
});

test('connectors are in the table with actions that exist', () => {
  const keys = Object.keys(samConnectorsTable().connections);
  assert.equal(keys.length, 40);
  for (const key of keys) {
    const [source = '', destination = '', permission = ''] = key.split(' ');
    const made = samConnection(`AWS::${source}`, `AWS::${destination}`, permission);
    assert.ok(made && made.statements.length > 0 === made.given.endsWith('-role'), key);
    for (const { actions } of made.statements) {
      for (const action of actions) assert.ok(actionsMeant(action).length > 0, `${key}: ${action}`);
    }
  }
  assert.equal(samConnection('AWS::S3::Bucket', 'AWS::S3::Bucket', 'Read'), undefined);
});
