import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursor, inEditor } from '../support/completions';
import { accept, completionsIn, jsonStatement } from '../support/snippetCompletions';

const queueSnippets = ['dp-queue-policy'];
const anyPolicySnippets = ['dp-bucket-policy', 'dp-endpoint-policy', 'dp-endpoint-policy-kms', 'dp-role-trust'];

const queuePolicyStart = `Resources:
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!ImportValue orders]
      PolicyDocument:`;
const jsonQueuePolicyStart =
  '{ "Resources": { "Access": { "Type": "AWS::SQS::QueuePolicy", "Properties": { "Queues": [{ "Fn::ImportValue": "orders" }], "PolicyDocument": ';
const queueStatement = `
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" }
            Action: sqs:SendMessage
            Resource: '*'`;
const jsonQueueStatement = `"Principal": { "AWS": { "Ref": "AWS::AccountId" } }, ${jsonStatement.replace('s3:GetObject', 'sqs:SendMessage')}`;
const bareStatement = jsonStatement.replace('"Allow"', '"Allow", "Principal": { "AWS": "111122223333" }');

/** An endpoint with a service whose policy is about to be written. */
const endpointStart = (service: string) => `Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue vpc
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      ServiceName: ${service}
      PolicyDocument: │
`;

const policies: readonly [where: string, path: string, text: string][] = [
  ['behind the key of a policy', 'template.yaml', `${queuePolicyStart} │\n`],
  ['below the key of a policy', 'template.yaml', `${queuePolicyStart}\n        │\n`],
  ['behind the dash of a statement', 'template.yaml', `${queuePolicyStart}${queueStatement}\n          - │\n`],
  [
    'in a list of statements that is empty',
    'template.yaml',
    `${queuePolicyStart}\n        Statement:\n          dp-│\n`,
  ],
  ['as the value of its statements', 'template.yaml', `${queuePolicyStart}\n        Statement: │\n`],
  ['as the value of a policy in JSON', 'template.json', `${jsonQueuePolicyStart}│ } } } }`],
  ['as the value of its statements in JSON', 'template.json', `${jsonQueuePolicyStart}{ "Statement": │ } } } } }`],
  [
    'among the statements of a policy in JSON',
    'template.json',
    `${jsonQueuePolicyStart}{ "Statement": [ { ${jsonQueueStatement} } │ ] } } } } }`,
  ],
];

describe('Policies and statements are offered', () => {
  for (const [where, path, marked] of policies) {
    test(`${where}, if they suit it`, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, path, marked));
      assert.deepEqual(
        items.map(({ label }) => label),
        queueSnippets,
      );
      for (const prefix of queueSnippets) await accept(path, marked, prefix);
    });
  }

  for (const [where, marked] of [
    ['among the statements of a bare policy', `{\n  "Statement": [\n    { ${bareStatement} },\n    │\n  ]\n}\n`],
    ['in a bare policy that is just begun', '{ "Version": "2012-10-17", "Statement": [│] }'],
    ['as the statements of a bare policy that is just begun', '{ "Version": "2012-10-17", "Statement": │ }'],
  ] as const) {
    test(`${where}, whatever it is for`, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, 'policy.json', marked));
      const labels = items.map(({ label }) => label);
      for (const prefix of anyPolicySnippets) assert.ok(labels.includes(prefix), `${prefix} is not among ${labels}`);
      for (const prefix of ['dp-endpoint-policy', 'dp-role-trust']) await accept('policy.json', marked, prefix);
    });
  }

  for (const service of [
    'com.amazonaws.eu-west-1.sts',
    '!Sub com.amazonaws.${AWS::Region}.sts',
    '{ "Fn::Sub": "com.amazonaws.${AWS::Region}.sts" }',
  ]) {
    test(`for an endpoint, if they are for the service that it leads to, ${service}`, async () => {
      const { items } = await inEditor((editor) => completionsIn(editor, 'template.yaml', endpointStart(service)));
      assert.deepEqual(
        items.map(({ label }) => label),
        ['dp-endpoint-policy', 'dp-endpoint-policy-sts'],
      );
      await accept('template.yaml', endpointStart(service), 'dp-endpoint-policy-sts');
    });
  }

  test('for an endpoint of which the service is not known, whatever they are for', async () => {
    const { items } = await inEditor((editor) => completionsIn(editor, 'template.yaml', endpointStart('!Ref Service')));
    const labels = items.map(({ label }) => label);
    for (const service of ['kms', 'sts']) assert.ok(labels.includes(`dp-endpoint-policy-${service}`));
  });

  test('in the policies of a list, and not in those of identities', async () => {
    const inlinePolicy = `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: │1
      Policies:
        - PolicyName: work
          PolicyDocument: │2
`;
    const labelsAt = async (mark: string, other: string) => {
      const marked = inlinePolicy.replace(mark, cursor).replace(other, '{}');
      const { items } = await inEditor((editor) => completionsIn(editor, 'template.yaml', marked));
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await labelsAt('│1', '│2'), ['dp-role-trust']);
    assert.deepEqual(await labelsAt('│2', '│1'), []);
  });
});
