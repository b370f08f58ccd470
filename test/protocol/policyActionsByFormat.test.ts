import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursor } from '../support/completions';
import { rewritten, titlesIn } from '../support/rewrites';

/** A statement as a policy has it, with a cursor in one of its texts. */
interface Written {
  readonly Principal?: unknown;
  readonly Action: string;
}

const orders = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const policyOf = (statement: Written, resource = orders) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement, Resource: resource }],
});
const inDocument = (policy: unknown) => JSON.stringify(policy, null, 2);

/** The same as the blocks of a data source. */
function blockOf({ Principal, Action }: Written): object {
  const [[type, name] = ['*', '*']] = typeof Principal === 'object' && Principal ? Object.entries(Principal) : [];
  const principals = Principal === undefined ? {} : { principals: [{ type, identifiers: [name] }] };
  return { ...principals, actions: [Action], resources: [orders] };
}

const queue = { Queue: { Type: 'AWS::SQS::Queue' } };
const queuePolicy = (document: unknown) => ({
  Access: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: document } },
});
const inSub = (statement: Written) => inDocument(policyOf(statement, '${Queue.Arn}'));
const terraformQueue = { aws_sqs_queue: { orders: { name: 'orders' } } };
const terraformPolicy = (policy: string) => ({
  aws_sqs_queue_policy: { access: { queue_url: '${aws_sqs_queue.orders.id}', policy } },
});

/** The ways to write a statement of the policy of a queue. */
const forms: readonly [name: string, path: string, write: (statement: Written) => string][] = [
  [
    'a template in JSON',
    'template.json',
    (statement) => inDocument({ Resources: { ...queue, ...queuePolicy(policyOf(statement)) } }),
  ],
  [
    'a text of Fn::Sub in JSON',
    'template.json',
    (statement) => inDocument({ Resources: { ...queue, ...queuePolicy({ 'Fn::Sub': inSub(statement) }) } }),
  ],
  [
    'a text of !Sub in YAML',
    'template.yaml',
    (statement) => `Resources:
  Queue:
    Type: AWS::SQS::Queue
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: !Sub |
${inSub(statement).replace(/^/gm, '        ')}
`,
  ],
  [
    'a string of Terraform',
    'main.tf.json',
    (statement) =>
      inDocument({ resource: { ...terraformQueue, ...terraformPolicy(JSON.stringify(policyOf(statement))) } }),
  ],
  [
    'the data source of Terraform',
    'main.tf.json',
    (statement) =>
      inDocument({
        data: { aws_iam_policy_document: { access: { statement: [blockOf(statement)] } } },
        resource: { ...terraformQueue, ...terraformPolicy('${data.aws_iam_policy_document.access.json}') },
      }),
  ],
];
const bare: (typeof forms)[number] = ['a policy', 'policy.json', (statement) => inDocument(policyOf(statement))];

const settings = { organizationId: 'o-a1b2c3d4e5' };
const role = { AWS: 'arn:aws:iam::111122223333:role/worker' };
const s3 = { Service: 's3.amazonaws.com' };

for (const [name, path, write] of [...forms, bare]) {
  describe(`In ${name}`, () => {
    test('a pattern is written out', async () => {
      const text = await rewritten(
        path,
        write({ Principal: role, Action: `sqs:De${cursor}*` }),
        'Write out the 2 actions',
      );
      assert.match(text, /sqs:DeleteMessage[\s\S]*sqs:DeleteQueue/);
    });

    test('the organization of the settings is asked for', async () => {
      const marked = write({ Principal: '*', Action: `sqs:Send${cursor}Message` });
      const text = await rewritten(path, marked, 'Allow only principals of your organization', settings);
      assert.match(text, /aws:PrincipalOrgID[\s\S]*o-a1b2c3d4e5/);
    });

    test('plain HTTP is denied', async () => {
      const text = await rewritten(
        path,
        write({ Principal: role, Action: `sqs:Send${cursor}Message` }),
        'Deny plain HTTP in the policy',
      );
      assert.match(text, /aws:SecureTransport/);
    });
  });
}

for (const [name, path, write] of forms) {
  describe(`In ${name}`, () => {
    test('an organization that a parameter or a variable names is asked for', async () => {
      const marked = write({ Principal: '*', Action: `sqs:Send${cursor}Message` });
      const text = await rewritten(path, marked, 'Allow only principals of your organization');
      assert.match(text, /OrganizationId|organization_id/);
    });

    test('a service is held to the account', async () => {
      const marked = write({ Principal: s3, Action: `sqs:Send${cursor}Message` });
      const text = await rewritten(path, marked, 'Allow the service only for resources of this account');
      assert.match(text, /aws:SourceAccount[\s\S]*(?:AWS::AccountId|aws_caller_identity)/);
    });
  });
}

describe('MFA is asked for in the policy of an identity', () => {
  const title = 'Allow only those who signed in with MFA';
  const identity = { Action: `sqs:Send${cursor}Message` };
  const asked: readonly [name: string, path: string, marked: string][] = [
    [
      'in a template in JSON',
      'template.json',
      inDocument({
        Resources: { Access: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policyOf(identity) } } },
      }),
    ],
    [
      'in a string of Terraform',
      'main.tf.json',
      inDocument({ resource: { aws_iam_policy: { access: { policy: JSON.stringify(policyOf(identity)) } } } }),
    ],
    [
      'in the data source of Terraform',
      'main.tf.json',
      inDocument({
        data: { aws_iam_policy_document: { access: { statement: [blockOf(identity)] } } },
        resource: { aws_iam_policy: { access: { policy: '${data.aws_iam_policy_document.access.json}' } } },
      }),
    ],
    ['in a policy', 'policy.json', inDocument(policyOf(identity))],
  ];
  for (const [name, path, marked] of asked) {
    test(name, async () => {
      assert.match(await rewritten(path, marked, title), /aws:MultiFactorAuthPresent/);
    });
  }
});

describe('A condition on the source is the one that the service tells', () => {
  const held = (type: string, property: string, service: string, action: string) =>
    inDocument({
      Resources: {
        Holder: {
          Type: type,
          Properties: { [property]: policyOf({ Principal: { Service: service }, Action: action }) },
        },
      },
    });
  const title = 'Allow the service only for resources of this account';

  test('an ARN, or what a key is used for', async () => {
    const topics = held('AWS::SQS::QueuePolicy', 'PolicyDocument', 'sns.amazonaws.com', `sqs:Send${cursor}Message`);
    assert.match(await rewritten('template.json', topics, title), /"aws:SourceArn": \{ ?\n? *"Fn::Sub": "arn:\*:sns:/);
    const logs = held('AWS::KMS::Key', 'KeyPolicy', 'logs.eu-west-1.amazonaws.com', `kms:De${cursor}crypt`);
    assert.match(await rewritten('template.json', logs, title), /"kms:EncryptionContext:aws:logs:arn"/);
  });

  test('with a word of warning where no page says that it tells one, and none where it never does', async () => {
    const unknown = held('AWS::SQS::QueuePolicy', 'PolicyDocument', 'new.amazonaws.com', `sqs:Send${cursor}Message`);
    assert.ok((await titlesIn('template.json', unknown)).some((one) => /locks it out/.test(one)));
    const known = held('AWS::SQS::QueuePolicy', 'PolicyDocument', 's3.amazonaws.com', `sqs:Send${cursor}Message`);
    assert.ok((await titlesIn('template.json', known)).includes(title));
    const events = held('AWS::SNS::TopicPolicy', 'PolicyDocument', 'events.amazonaws.com', `sns:Pub${cursor}lish`);
    assert.ok(!(await titlesIn('template.json', events)).some((one) => one.startsWith(title)));
  });
});

test('plain HTTP is denied in a file of its own only where the policy is of one service that takes it', async () => {
  const silent = [
    policyOf({ Principal: role, Action: `kms:De${cursor}crypt` }),
    policyOf({ Action: `sqs:Send${cursor}Message` }),
    policyOf({ Principal: role, Action: `*${cursor}` }),
  ];
  for (const policy of silent) {
    const titles = await titlesIn('policy.json', inDocument(policy));
    assert.ok(!titles.some((one) => one.startsWith('Deny plain HTTP')), titles.join());
  }
});
