import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsMeant } from '../../../server/src/catalogue/policies/grants';
import { samPolicyTemplate } from '../../../server/src/data/samPolicyTemplates';
import { samPolicyTemplatesTable } from '../../../server/src/data/tables';
import { withEditor } from '../../protocol/documents';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';
import { actionsNamed, type Json, narrowings, ref, samTemplate, samTexts } from '../../support/samTemplates';

const reading = ['BatchGetItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'].map((name) => `dynamodb:${name}`);
const actionsIn = (text: string) => actionsNamed(text, 'dynamodb');
const read = { DynamoDBReadPolicy: { TableName: ref('Orders') } };

describe('A policy template', () => {
  test('tells what a function does, so that an endpoint can allow only that', () => {
    for (const policies of [[read], read, [read, { CloudWatchPutMetricPolicy: {} }]]) {
      const after = narrowings(samTemplate(policies, ['dynamodb']));
      assert.deepEqual(after.map(actionsIn), [reading, reading]);
    }
  });

  test('is known beside statements, and on a condition', () => {
    const own = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '*' }] };
    const policies = [own, { 'Fn::If': ['IsLive', read, ref('AWS::NoValue')] }];
    const all = [...reading, 'dynamodb:PutItem'].sort();
    assert.deepEqual(narrowings(samTemplate(policies, ['dynamodb'])).map(actionsIn), [all, all]);
  });

  test('tells what a state machine does', () => {
    const Flow = { Type: 'AWS::Serverless::StateMachine', Properties: { Policies: [read] } };
    const policies = [{ SQSPollerPolicy: { QueueName: 'q' } }];
    assert.deepEqual(narrowings(samTemplate(policies, ['dynamodb'], { Flow })).map(actionsIn), [reading, reading]);
  });

  test('tells nothing where it is not known', () => {
    assert.deepEqual(narrowings(samTemplate([read, { NewestPolicy: { TableName: 't' } }], ['dynamodb'])), []);
    assert.deepEqual(narrowings(samTemplate([read, { ...read, SQSPollerPolicy: {} }], ['dynamodb'])), []);
  });

  test('stands for the calls that need an endpoint', () => {
    const policies: Json = [
      { '⟦vpc-endpoint-missing|SQSSendMessagePolicy⟧': { QueueName: 'q' } },
      { UnheardOfPolicy: {} },
    ];
    for (const [path, text] of samTexts(samTemplate(policies))) assertFindings(path, text, /^vpc-endpoint-missing$/);
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
      samTexts(value).map(([path, text]) =>
        checkText(path, text)
          .findings.map(({ rule, resource }) => `${rule} of ${resource?.name}`)
          .filter((one) => !one.startsWith('vpc-endpoint-missing'))
          .sort(),
      );
    assert.deepEqual(found(samTemplate(policies)), found(samTemplate([])));
  });

  test('is no word of a policy, and no resource, where its name stands', () =>
    withEditor('in process', {}, async (editor) => {
      for (const [path, text] of samTexts(samTemplate([{ TextractPolicy: {} }], ['textract']))) {
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
