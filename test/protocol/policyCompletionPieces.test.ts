import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertAccepted, completeIn, inEditor } from '../support/completions';
import { inEndpoint, inPolicy, inTemplate } from '../support/policyTexts';

const inTrust = (element: string) => `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            ${element}
`;
const inBucketPolicy = (action: string) =>
  `{ "Resources": { "Access": { "Type": "AWS::S3::BucketPolicy", "Properties": { "PolicyDocument": { "Statement": [{
  "Action": ${action} }] } } } } }`;

/** What is offered at a cursor, and what the line with the cursor becomes. */
const written: readonly [where: string, path: string, marked: string, label: string, line: string][] = [
  [
    'the end of a joined name of a service',
    'template.yaml',
    inEndpoint("!Join ['', [com.amazonaws., !Ref AWS::Region, .sq│]]"),
    '.sqs',
    "ServiceName: !Join ['', [com.amazonaws., !Ref AWS::Region, .sqs]]",
  ],
  [
    'one with a separator, in block style',
    'template.yaml',
    inEndpoint(
      '\n        Fn::Join:\n          - .\n          - - com.amazonaws\n            - Ref: AWS::Region\n            - sq│',
    ),
    'sqs',
    '- sqs',
  ],
  [
    'the end of a joined action in JSON',
    'template.json',
    inBucketPolicy('{ "Fn::Join": [":", ["s3", "GetO│"]] }'),
    'GetObject',
    '"Action": { "Fn::Join": [":", ["s3", "GetObject"]] } }] } } } } }',
  ],
  ['what a trust policy is about', 'template.yaml', inTrust('Action: │'), 'sts:AssumeRole', 'Action: sts:AssumeRole'],
  ['an action by its name', 'template.yaml', inTrust('Action: Assume│'), 'sts:AssumeRole', 'Action: sts:AssumeRole'],
  [
    'an action of the resource by its name',
    'template.json',
    inBucketPolicy('"GetO│"'),
    's3:GetObject',
    '"Action": "s3:GetObject" }] } } } } }',
  ],
  [
    'an element of a policy that says no more than its version',
    'policy.json',
    '{ "Version": "2012-10-17",\n"St│" }',
    'Statement',
    '"Statement":  }',
  ],
  [
    'the version of a policy without statements',
    'policy.json',
    '{ "Version": "│",\n"Statement": [] }',
    '2012-10-17',
    '{ "Version": "2012-10-17",',
  ],
  [
    'an item in brackets over several lines',
    'template.yaml',
    inTemplate('Action: [\n  s3:PutObject,\n  s3:GetO│\n]'),
    's3:GetObject',
    's3:GetObject',
  ],
  [
    'the first element of a policy of a template',
    'template.yaml',
    'Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        St│\n',
    'Statement',
    'Statement:',
  ],
  [
    'the key of a tag that the table writes otherwise',
    'template.yaml',
    inTemplate('Action: s3:GetObject\nCondition:\n  StringEquals:\n    s3:Exi│'),
    's3:ExistingObjectTag/<key>',
    's3:ExistingObjectTag/key:',
  ],
  [
    'a provider of identities',
    'policy.json',
    inPolicy('"Principal": { "Federated": "oidc│" }'),
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    '"Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }',
  ],
  [
    'a service that is known to assume roles',
    'policy.json',
    inPolicy('"Principal": { "Service": ["transf│"] }'),
    'transfer.amazonaws.com',
    '"Principal": { "Service": ["transfer.amazonaws.com"] }',
  ],
];

describe('What is offered fits what stands around the word:', () => {
  for (const [where, path, marked, label, line] of written) {
    test(where, () => assertAccepted(path, marked, label, line));
  }

  test('beside a piece that is not known nothing is', async () => {
    const marked = inEndpoint("!Join ['', [!ImportValue prefix, .sq│]]");
    const { items } = await inEditor((editor) => completeIn(editor, 'template.yaml', marked));
    assert.deepEqual(items, []);
  });
});
