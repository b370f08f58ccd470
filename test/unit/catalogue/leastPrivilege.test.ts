import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  credentialActions,
  dataActions,
  escalations,
  everydayWrites,
} from '../../../server/src/catalogue/policies/dangerousActions';
import { iamAction } from '../../../server/src/data/iamActions';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about =
  /^(iam-(full-access|privilege-escalation|pass-any-role|data-exposure|credentials-exposure|service-wildcard|unlimited-.*|administrator-access|broad-managed-policy)|policy-allow-not-.*)$/;

function assertMarked(path: string, marked: string): string {
  return assertFindings(path, marked, about);
}

/** A template with a managed policy of some statements, which are written as JSON. */
function managedPolicy(...statements: string[]): string {
  return `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements.map((statement) => `          - ${statement}`).join('\n')}
`;
}

/** Terraform with a role policy whose document is a JSON string. */
function roleWithText(statement: string): string {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: ['STATEMENT'] });
  const text = JSON.stringify(policy).replace('\\"STATEMENT\\"', statement.replaceAll('"', '\\"'));
  return `{"resource": {"aws_iam_role_policy": {"access": {"role": "app", "policy": ${text}}}}}`;
}

describe('Too much is found', () => {
  const cases: [name: string, statement: string][] = [
    ['full access', '{ Effect: Allow, Action: "⟦iam-full-access|*⟧", Resource: "*" }'],
    ['full access in lists', '{ Effect: Allow, Action: ["⟦iam-full-access|*:*⟧", "s3:*"], Resource: ["*"] }'],
    [
      'all actions on one bucket',
      '{ Effect: Allow, Action: "⟦iam-service-wildcard|*⟧", Resource: "arn:aws:s3:::data" }',
    ],
    ['all of IAM', '{ Effect: Allow, Action: "⟦iam-privilege-escalation|iam:*⟧", Resource: "*" }'],
    [
      'all roles of an account by their ARN',
      '{ Effect: Allow, Action: ["iam:GetRole", "⟦iam-privilege-escalation|iam:PutRolePolicy⟧"], Resource: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*" }',
    ],
    [
      'passing any role to what it starts',
      '{ Effect: Allow, Action: ["⟦iam-privilege-escalation|iam:PassRole⟧", "ec2:RunInstances"], Resource: "*" }',
    ],
    [
      'passing any role by a wildcard',
      '{ Effect: Allow, Action: ["⟦iam-pass-any-role|iam:Pass*⟧", "iam:GetRole"], Resource: "*" }',
    ],
    ['every secret', '{ Effect: Allow, Action: ["⟦iam-data-exposure|secretsmanager:Get*⟧"], Resource: "*" }'],
    ['every object', '{ Effect: Allow, Action: "⟦iam-data-exposure|S3:getobject⟧", Resource: "arn:aws:s3:::*/*" }'],
    ['every role', '{ Effect: Allow, Action: "⟦iam-credentials-exposure|sts:AssumeRole⟧", Resource: "*" }'],
    [
      'a whole service',
      '{ Effect: Allow, Action: ["⟦iam-service-wildcard|sqs:*⟧", "⟦iam-service-wildcard|sns:*⟧"], Resource: "*" }',
    ],
    [
      'permissions of everything',
      '{ Effect: Allow, Action: ["sqs:AddPermission", "sqs:SendMessage"], Resource: "⟦iam-unlimited-permissions-management|*⟧" }',
    ],
    ['writing everywhere', '{ Effect: Allow, Action: ["dynamodb:PutItem"], Resource: "⟦iam-unlimited-write|*⟧" }'],
    ['all but some actions', '{ Effect: Allow, ⟦policy-allow-not-action|NotAction⟧: "iam:*", Resource: "*" }'],
    [
      'all but some resources',
      '{ Effect: Allow, Action: "s3:GetObject", ⟦policy-allow-not-resource|NotResource⟧: "arn:aws:s3:::secret/*" }',
    ],
  ];
  for (const [name, statement] of cases) {
    test(`in an object: ${name}`, () => {
      assertMarked('template.yaml', managedPolicy(statement));
    });
  }

  test('in a JSON string of Terraform', () => {
    assertMarked(
      'main.tf.json',
      roleWithText('{"Effect": "Allow", "Action": "⟦iam-privilege-escalation|iam:AttachUserPolicy⟧", "Resource": "*"}'),
    );
  });

  test('in a data source of Terraform', () => {
    assertMarked(
      'main.tf.json',
      `{
  "data": {"aws_iam_policy_document": {"access": {"statement": [
    {"actions": ["⟦iam-service-wildcard|sqs:*⟧"], "resources": ["*"]},
    {"effect": "Allow", "actions": ["kms:Decrypt"], "resources": ["arn:aws:kms:eu-west-1:111122223333:key/1"]}
  ]}}},
  "resource": {"aws_iam_policy": {"access": {"policy": "\${data.aws_iam_policy_document.access.json}"}}}
}`,
    );
  });

  test('in a text with parts that are filled in', () => {
    assertMarked(
      'template.yaml',
      `Resources:
  Developers:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: Developers
      InstanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef
      InlinePolicy: !Sub |
        {"Statement": [
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:\${AWS::Partition}:s3:::data/*"},
          {"Effect": "Allow", "Action": "⟦iam-pass-any-role|iam:PassRole⟧", "Resource": "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/*"}
        ]}
`,
    );
  });

  test('in a plan', () => {
    const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'ACTION', Resource: '*' }] });
    const values = { name: 'access', role: 'app', policy };
    const address = 'aws_iam_role_policy.access';
    const resource = { address, mode: 'managed', type: 'aws_iam_role_policy', name: 'access', values };
    const plan = { format_version: '1.2', planned_values: { root_module: { resources: [resource] } } };
    assertMarked('plan.json', JSON.stringify(plan).replace('ACTION', '⟦iam-full-access|*⟧'));
  });

  test('in the policies of a serverless function', () => {
    assertMarked(
      'template.yaml',
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - Version: '2012-10-17'
          Statement:
            - { Effect: Allow, Action: '⟦iam-service-wildcard|sqs:*⟧', Resource: '*' }
`,
    );
  });

  test('over the policies of a role together', () => {
    assertMarked(
      'template.yaml',
      `Resources:
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies:
        - PolicyName: pass
          PolicyDocument:
            Statement: { Effect: Allow, Action: '⟦iam-privilege-escalation|iam:PassRole⟧', Resource: '*' }
        - PolicyName: start
          PolicyDocument:
            Statement: { Effect: Allow, Action: 'cloudformation:CreateStack', Resource: '⟦iam-unlimited-write|*⟧' }
`,
    );
  });

  test('in managed policies of AWS, wherever they are attached', () => {
    assertMarked(
      'template.yaml',
      `Resources:
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns:
        - ⟦iam-administrator-access|arn:aws:iam::aws:policy/AdministratorAccess⟧
        - arn:aws:iam::111122223333:policy/AdministratorAccess
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
  Developers:
    Type: AWS::IAM::Group
    Properties:
      ManagedPolicyArns: [!Sub '⟦iam-broad-managed-policy|arn:\${AWS::Partition}:iam::aws:policy/AmazonS3FullAccess⟧']
`,
    );
    assertMarked(
      'main.tf.json',
      `{"resource": {
  "aws_iam_role_policy_attachment": {"a": {"role": "app", "policy_arn": "⟦iam-administrator-access|arn:aws:iam::aws:policy/AdministratorAccess⟧"}},
  "aws_iam_user_policy_attachment": {"b": {"user": "eve", "policy_arn": "⟦iam-broad-managed-policy|arn:aws:iam::aws:policy/IAMFullAccess⟧"}},
  "aws_iam_group_policy_attachment": {"c": {"group": "all", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}
}}`,
    );
  });
});

describe('Nothing is found', () => {
  const cases: [name: string, ...statements: string[]][] = [
    ['where the resources are named', '{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" }'],
    ['where the resource is a reference', '{ Effect: Allow, Action: "sqs:SendMessage", Resource: !Ref Arn }'],
    [
      'in a role with a name to be filled in',
      '{ Effect: Allow, Action: "iam:PassRole", Resource: !Sub "arn:aws:iam::111122223333:role/${Name}" }',
    ],
    [
      'where a condition limits it',
      '{ Effect: Allow, Action: "iam:PassRole", Resource: "*", Condition: { StringEquals: { iam:PassedToService: lambda.amazonaws.com } } }',
    ],
    [
      'where it cannot be limited to a resource',
      '{ Effect: Allow, Action: ["ec2:DescribeInstances", "ecr:GetAuthorizationToken", "cloudwatch:PutMetricData"], Resource: "*" }',
    ],
    [
      'where a function writes logs and joins a VPC',
      '{ Effect: Allow, Action: ["logs:CreateLogGroup", "logs:PutLogEvents", "ec2:CreateNetworkInterface"], Resource: "*" }',
    ],
    [
      'in what is denied',
      '{ Effect: Deny, Action: "*", Resource: "*" }',
      '{ Effect: Deny, NotAction: "iam:*", Resource: "*" }',
    ],
    [
      'where something else denies it',
      '{ Effect: Allow, Action: "iam:CreateAccessKey", Resource: "*" }',
      '{ Effect: Deny, Action: "iam:*", Resource: "*" }',
    ],
    ['in an action that is filled in', '{ Effect: Allow, Action: !Ref Actions, Resource: "*" }'],
  ];
  for (const [name, ...statements] of cases) {
    test(name, () => {
      // Creating keys is a write as well, and a Deny of it does not make the statement narrower.
      const marked = managedPolicy(...statements);
      assertFindings('template.yaml', marked, /^iam-(?!unlimited-write)|^policy-allow/);
    });
  }

  test('in a policy that serves as a boundary', () => {
    assertMarked(
      'template.yaml',
      `${managedPolicy('{ Effect: Allow, Action: "*", Resource: "*" }')}  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: !Ref Access
`,
    );
  });

  test('in a service control policy', () => {
    const content = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
    assertMarked(
      'main.tf.json',
      JSON.stringify({ resource: { aws_organizations_policy: { all: { name: 'all', content } } } }),
    );
  });
});

test('passing roles is held to a service by a parameter', () => {
  const text = managedPolicy('{ Effect: Allow, Action: "iam:PassRole", Resource: "*" }');
  const checked = checkText('template.yaml', text);
  const finding = checked.findings.find(({ rule }) => rule === 'iam-pass-any-role');
  assert.ok(finding);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix);
  assert.equal(fix.safety, 'input');
  proveFix(checked, finding, fix);
  assert.match(applyEdits(text, fix.edits), /iam:PassedToService['"]?: !Ref PassedToService/);
});

test('the actions that rules know exist', () => {
  for (const name of new Set([...escalations.flat(), ...dataActions, ...credentialActions, ...everydayWrites])) {
    const action = iamAction(name);
    assert.equal(action && `${action.prefix}:${action.name}`, name);
  }
});
