import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver/node';
import { inEditor } from '../support/completions';
import { rewritesIn, rewritten, titlesIn } from '../support/rewrites';

const identity = (action: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: ${action}
            Resource: !Sub arn:\${AWS::Partition}:sqs:*:*:orders
`;

describe('A pattern is written out as the actions that it stands for:', () => {
  const names = ['sqs:DeleteMessage', 'sqs:DeleteQueue'];

  test('one in YAML becomes a list', async () => {
    const text = await rewritten('template.yaml', identity('sqs:De│*'), 'Write out the 2 actions of sqs:De*');
    assert.ok(
      text.includes(`            Action:\n              - ${names.join('\n              - ')}\n            Resource:`),
      text,
    );
  });

  test('one of several stays among them', async () => {
    const text = await rewritten('template.yaml', identity('[sqs:SendMessage, sqs:De│*]'), 'Write out the 2 actions');
    for (const name of ['sqs:SendMessage', ...names]) assert.match(text, new RegExp(`\\b${name}\\b`));
    assert.doesNotMatch(text, /\*\]|De\*/);
  });

  test('one that stands for a single action becomes that', async () => {
    const title = 'Write out the only action of sqs:Send*';
    assert.match(await rewritten('template.yaml', identity('sqs:Send│*'), title), /Action: sqs:SendMessage\n/);
    assert.match(await rewritten('template.yaml', identity('[sqs:Send│*]'), title), /Action: \[sqs:SendMessage\]\n/);
  });

  test('in a bare policy and in a string', async () => {
    const policy =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:De│*", "Resource": "*" }] }';
    const bare = JSON.parse(await rewritten('policy.json', policy, 'Write out the 2 actions'));
    assert.deepEqual(bare.Statement[0].Action, names);
    const held = `{ "resource": { "aws_iam_policy": { "a": { "policy": ${JSON.stringify(policy)} } } } }`;
    const text = await rewritten('main.tf.json', held, 'Write out the 2 actions');
    const { policy: inner } = JSON.parse(text).resource.aws_iam_policy.a;
    assert.deepEqual(JSON.parse(inner).Statement[0].Action, names);
  });

  test('not where it stands for more than a person reads, for none, or beside what is filled in later', async () => {
    for (const action of ['ec2:│*', '"│*"', 'sqs:Nothing│*', '[!Ref Action, sqs:De│*]', 'sqs:Send│Message']) {
      const titles = await titlesIn('template.yaml', identity(action));
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Write out')),
        [],
        action,
      );
    }
  });
});

const resourcePolicy = (principal: string, condition = '') => `Resources:
  Orders:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!ImportValue orders]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: │sqs:SendMessage
            Resource: '*'${condition}
`;
const trust = (principal: string) => `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: ${principal}
            Action: │sts:AssumeRole
`;
const endpoint = `Resources:
  Messages:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue vpc
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.sms-voice
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: │sms-voice:*
            Resource: '*'
`;
const organization = 'Allow only principals of your organization';
const multiFactor = 'Allow only those who signed in with MFA';
const sourceAccount = 'Allow the service only for resources of this account';
const plainHttp = 'Deny plain HTTP in the policy';

describe('A condition is added to a statement:', () => {
  test('the organization of the settings', async () => {
    const settings = { organizationId: 'o-a1b2c3d4e5' };
    const text = await rewritten('template.yaml', resourcePolicy('{ AWS: "*" }'), organization, settings);
    assert.match(text, / {12}Condition:\n {14}StringEquals:\n {16}aws:PrincipalOrgID: o-a1b2c3d4e5\n/);
  });

  test('an organization that is asked for', async () => {
    const text = await rewritten('template.yaml', resourcePolicy('{ AWS: "*" }'), organization);
    assert.match(text, /aws:PrincipalOrgID: !Ref OrganizationId\n/);
    assert.match(text, /Parameters:\n {2}OrganizationId:\n/);
  });

  test('in front of an endpoint the organization of the resources, too', async () => {
    const settings = { organizationId: 'o-a1b2c3d4e5' };
    const text = await rewritten('template.yaml', endpoint, organization, settings);
    assert.match(text, /aws:PrincipalOrgID: o-a1b2c3d4e5\n +aws:ResourceOrgID: o-a1b2c3d4e5\n/);
  });

  test('beside the conditions that are there', async () => {
    const condition =
      '\n            Condition:\n              StringEquals:\n                aws:PrincipalTag/team: orders';
    const settings = { organizationId: 'o-a1b2c3d4e5' };
    const text = await rewritten('template.yaml', resourcePolicy('{ AWS: "*" }', condition), organization, settings);
    assert.match(
      text,
      /aws:PrincipalTag\/team: orders\n +aws:PrincipalOrgID: o-a1b2c3d4e5\n|aws:PrincipalOrgID: o-a1b2c3d4e5\n/,
    );
    assert.match(text, /aws:PrincipalTag\/team: orders/);
  });

  test('MFA for those who become a role, and for what users may do', async () => {
    const text = await rewritten('template.yaml', trust('{ AWS: !Ref AWS::AccountId }'), multiFactor);
    assert.match(text, / {12}Condition:\n {14}Bool:\n {16}aws:MultiFactorAuthPresent: ["']true["']\n/);
    await rewritten('template.yaml', identity('│sqs:SendMessage'), multiFactor);
  });

  test('the account for which a service acts', async () => {
    const text = await rewritten('template.yaml', trust('{ Service: scheduler.amazonaws.com }'), sourceAccount);
    assert.match(text, /StringEquals:\n {16}aws:SourceAccount: !Ref AWS::AccountId\n/);
    await rewritten('template.yaml', resourcePolicy('{ Service: sns.amazonaws.com }'), sourceAccount);
  });

  test('a statement that denies plain HTTP, from anywhere in the policy', async () => {
    const text = await rewritten(
      'template.yaml',
      resourcePolicy('{ AWS: !Ref AWS::AccountId }')
        .replace('!ImportValue orders', '!Ref Queue')
        .concat('  Queue:\n    Type: AWS::SQS::Queue\n'),
      plainHttp,
    );
    assert.match(text, /Effect: Deny\n +Principal: ["']\*["']\n/);
    assert.match(text, /aws:SecureTransport: ["']false["']/);
  });
});

const absent: readonly [where: string, marked: string, title: string][] = [
  ['MFA of a service', trust('{ Service: scheduler.amazonaws.com }'), multiFactor],
  [
    'MFA in the policy of a role',
    identity('│sqs:SendMessage').replace('AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'),
    multiFactor,
  ],
  ['the account of a service that never tells it', trust('{ Service: lambda.amazonaws.com }'), sourceAccount],
  ['the account of somebody who is no service', resourcePolicy('{ AWS: "*" }'), sourceAccount],
  ['the organization of a service', resourcePolicy('{ Service: sns.amazonaws.com }'), organization],
  ['the organization in the policy of an identity', identity('│sqs:SendMessage'), organization],
  ['anything for a statement that denies', endpoint.replace('Effect: Allow', 'Effect: Deny'), organization],
  [
    'what is there',
    resourcePolicy('{ AWS: "*" }', '\n            Condition: { StringLike: { aws:PrincipalOrgPaths: "o-1/*" } }'),
    organization,
  ],
  ['anything outside of policies', 'Resources:\n  Or│ders:\n    Type: AWS::SQS::Queue\n', 'Allow'],
];

test('what makes no sense for a statement is not offered', async () => {
  for (const [what, marked, title] of absent) {
    const titles = await titlesIn('template.yaml', marked);
    assert.deepEqual(
      titles.filter((one) => one.startsWith(title)),
      [],
      what,
    );
  }
});

test('what a tool made is not rewritten', async () => {
  const made = `{ "Resources": { "Access": { "Type": "AWS::IAM::ManagedPolicy", "Metadata": { "aws:cdk:path": "Stack/Access" },
    "Properties": { "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Action": "sqs:De│*", "Resource": "*" }] } } } } }`;
  assert.deepEqual(await titlesIn('template.json', made), []);
});

test('rewrites come to those who ask for them, not by themselves and not among quick fixes', async () => {
  await inEditor(async (editor) => {
    const marked = identity('sqs:De│*');
    await rewritesIn(editor, 'template.yaml', marked);
    const at = { line: 7, character: 25 };
    const fixes = await editor.codeActions('template.yaml', { start: at, end: at }, ['quickfix']);
    assert.ok(fixes.every(({ kind }) => kind === 'quickfix'));
    const isRewrite = ({ kind }: CodeAction) => kind === 'refactor.rewrite';
    assert.ok((await editor.codeActions('template.yaml', { start: at, end: at })).some(isRewrite));
    const automatic: CodeAction[] = await editor.request('textDocument/codeAction', {
      textDocument: { uri: editor.uri('template.yaml') },
      range: { start: at, end: at },
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic },
    });
    assert.ok(!automatic.some(isRewrite));
  });
});
