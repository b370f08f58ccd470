import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rewritten, titlesIn } from '../support/rewrites';

const title = "Allow only what this document's roles do";

/** A template with a role that may use a queue, and what else stands in it. */
const template = (others: string, actions = '[sqs:SendMessage, sqs:GetQueueUrl, s3:GetObject]') => `Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: queue
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: ${actions}, Resource: !GetAtt Orders.Arn }]
${others}`;

const endpoint = (statement: string, service = 'sqs') => `  Way:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue vpc
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.${service}
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            ${statement}
            Resource: '*'
`;
const queuePolicy = (principal: string, action = "'sqs:*'") => `  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: ${principal} }
            Action: ${action}│
            Resource: '*'
`;
const other = `  Reader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: queue
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: sqs:ReceiveMessage, Resource: !GetAtt Orders.Arn }]
`;

describe('A statement is narrowed to what the roles of the document do:', () => {
  test('one of an endpoint, to the actions of its service', async () => {
    const text = await rewritten('template.yaml', template(endpoint('Action: sqs:│*')), title);
    assert.match(text, / {12}Action:\n {14}- sqs:GetQueueUrl\n {14}- sqs:SendMessage\n {12}Resource: '\*'\n/);
  });

  test('one for all services, by what the endpoint leads to', async () => {
    const text = await rewritten('template.yaml', template(endpoint("Action: '│*'")), title);
    assert.match(text, /- sqs:GetQueueUrl\n {14}- sqs:SendMessage\n/);
  });

  test('one with conditions, in the list that is there', async () => {
    const statement =
      "Action: ['sqs:│*']\n            Condition: { StringEquals: { aws:PrincipalOrgID: o-a1b2c3d4e5 } }";
    const text = await rewritten('template.yaml', template(endpoint(statement), 'sqs:SendMessage'), title);
    assert.match(text, /Action: \[["']?sqs:SendMessage["']?\]\n/);
  });

  test('what is narrower on either side stays, and a single action is no list', async () => {
    const text = await rewritten(
      'template.yaml',
      template(endpoint('Action: [sqs:Send│*, SQS:GetQueueUrl, sqs:PurgeQueue]'), '[sqs:SendMessage, "sqs:Get*"]'),
      title,
    );
    assert.match(text, /Action: \[SQS:GetQueueUrl, sqs:SendMessage\]\n/);
    const single = await rewritten('template.yaml', template(endpoint('Action: sqs:│*'), 'sqs:SendMessage'), title);
    assert.match(single, / {12}Action: sqs:SendMessage\n/);
  });

  test('one of a resource, to what the roles that it names do', async () => {
    const text = await rewritten('template.yaml', template(other + queuePolicy('!GetAtt Worker.Arn')), title);
    assert.match(text, /- sqs:GetQueueUrl\n {14}- sqs:SendMessage\n/);
    const both = await rewritten(
      'template.yaml',
      template(other + queuePolicy('[!GetAtt Worker.Arn, !GetAtt Reader.Arn]')),
      title,
    );
    assert.match(both, /- sqs:GetQueueUrl\n {14}- sqs:ReceiveMessage\n {14}- sqs:SendMessage\n/);
  });

  test('one in Terraform, in a string and in a data source', async () => {
    const role = {
      aws_iam_role: { worker: { assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' } },
      aws_iam_role_policy: {
        queue: {
          role: '${aws_iam_role.worker.id}',
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:o' },
            ],
          }),
        },
      },
    };
    const way = (policy: string) => ({ vpc_id: 'vpc-1', service_name: 'com.amazonaws.eu-west-1.sqs', policy });
    const held = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:│*', Resource: '*' }],
    });
    const text = await rewritten(
      'main.tf.json',
      JSON.stringify({ resource: { ...role, aws_vpc_endpoint: { way: way(held) } } }, null, 2),
      title,
    );
    const { policy } = JSON.parse(text).resource.aws_vpc_endpoint.way;
    assert.equal(JSON.parse(policy).Statement[0].Action, 'sqs:SendMessage');
    const statement = [{ principals: [{ type: '*', identifiers: ['*'] }], actions: ['sqs:│*'], resources: ['*'] }];
    const written = await rewritten(
      'main.tf.json',
      JSON.stringify(
        {
          data: { aws_iam_policy_document: { way: { statement } } },
          resource: { ...role, aws_vpc_endpoint: { way: way('${data.aws_iam_policy_document.way.json}') } },
        },
        null,
        2,
      ),
      title,
    );
    assert.deepEqual(JSON.parse(written).data.aws_iam_policy_document.way.statement[0].actions, ['sqs:SendMessage']);
  });
});

test('nothing is narrowed where the document does not tell who does what', async () => {
  const managed = template(endpoint('Action: sqs:│*')).replace(
    '      Policies:',
    '      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]\n      Policies:',
  );
  const silent: readonly [why: string, marked: string][] = [
    ['a managed policy of AWS', managed],
    ['a whole service', template(endpoint('Action: sqs:│*'), "'sqs:*'")],
    ['another service', template(endpoint('Action: sns:│*', 'sns'))],
    ['no more than they do', template(endpoint('Action: [sqs:Send│Message, sqs:GetQueueUrl]'))],
    ['a principal elsewhere', template(queuePolicy('arn:aws:iam::111122223333:role/other'))],
    ['a principal elsewhere beside a role', template(queuePolicy('[!GetAtt Worker.Arn, "111122223333"]'))],
    ['a role that does nothing there', template(queuePolicy('!GetAtt Worker.Arn'), 's3:GetObject')],
    ['actions filled in later', template(endpoint('Action: [!Ref Action, sqs:│*]'))],
    ['an identity', template('').replace('sqs:SendMessage,', 'sqs:Send│Message,')],
    ['a denial', template(endpoint('Action: sqs:│*').replace('Effect: Allow', 'Effect: Deny'))],
  ];
  for (const [why, marked] of silent) {
    const titles = await titlesIn('template.yaml', marked);
    assert.ok(!titles.some((one) => one.startsWith(title)), why);
  }
});
