import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { messageOf } from '../../../server/src/engine/words';
import { checkText } from '../../support/checking';
import { findings, fixed, found, template } from '../../support/policyDefects';

describe('A slip in a policy', () => {
  const mark = 's3:GetObjekt';
  const statement = { Effect: 'Deny', Action: mark, Resource: 'arn:aws:s3:::data/*' };
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

  const places: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'in a map': [
      'template.yaml',
      `Resources:
  Holder:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          Effect: Deny
          Action: ${mark} # typed in haste
          Resource: arn:aws:s3:::data/*
`,
    ],
    'in a string': [
      'template.json',
      template('AWS::Organizations::Policy', { Type: 'SERVICE_CONTROL_POLICY', Content: document }),
    ],
    'in a text that Fn::Sub fills in': [
      'template.yaml',
      `Resources:
  Holder:
    Type: AWS::Organizations::Policy
    Properties:
      Type: SERVICE_CONTROL_POLICY
      Content: !Sub |
        { "Version": "2012-10-17", "Statement": [{
          "Effect": "Deny", "Action": ["${mark}"], "Resource": "arn:aws:s3:::\${AWS::AccountId}-data/*" }] }
`,
    ],
    'in a file of its own': ['policy.json', document],
    'in a string of Terraform': [
      'main.tf.json',
      JSON.stringify({ resource: { aws_iam_policy: { holder: { policy: document } } } }),
    ],
    'in a policy document of Terraform': [
      'main.tf.json',
      JSON.stringify({
        data: {
          aws_iam_policy_document: {
            holder: { statement: [{ effect: 'Deny', actions: [mark], resources: ['arn:aws:s3:::data/*'] }] },
          },
        },
        resource: { aws_iam_policy: { holder: { policy: '${data.aws_iam_policy_document.holder.json}' } } },
      }),
    ],
  };

  for (const [name, [path, text]] of Object.entries(places)) {
    test(`is found at its very word and mended ${name}`, () => {
      assert.deepEqual(found(path, text), [`unknown-action error ${mark}`]);
      assert.equal(fixed(path, text), text.replace(mark, 's3:GetObject'));
    });
  }

  test('is found in a plan, and mended where that comes from', () => {
    const values = {
      root_module: {
        resources: [
          {
            address: 'aws_iam_policy.p',
            mode: 'managed',
            type: 'aws_iam_policy',
            name: 'p',
            values: { policy: document },
          },
        ],
      },
    };
    const text = JSON.stringify({ format_version: '1.2', terraform_version: '1.9.0', planned_values: values });
    const checked = checkText('plan.json', text);
    const finding = checked.findings.find(({ rule }) => rule === 'policy-unknown-action');
    assert.ok(finding);
    assert.deepEqual(fixesFor(checked, finding), []);
  });

  test('in an operator is mended in a test block of Terraform', () => {
    const text = JSON.stringify({
      data: {
        aws_iam_policy_document: {
          holder: {
            statement: {
              actions: ['s3:GetObject'],
              resources: ['*'],
              condition: { test: 'StringEqual', variable: 'aws:SourceVpc', values: ['vpc-1'] },
            },
          },
        },
      },
      resource: { aws_iam_policy: { holder: { policy: '${data.aws_iam_policy_document.holder.json}' } } },
    });
    assert.equal(fixed('main.tf.json', text), text.replace('StringEqual', 'StringEquals'));
  });

  test('in one of several test blocks is left to a person, since they share an operator', () => {
    const block = { test: 'StringEquals', variable: 'aws:PrincipalArn', values: ['arn:aws:iam::*:role/x'] };
    const other = { test: 'StringEquals', variable: 'aws:SourceVpc', values: ['vpc-1'] };
    const statement = { actions: ['s3:GetObject'], resources: ['*'], condition: [block, other] };
    const text = JSON.stringify({
      data: { aws_iam_policy_document: { holder: { statement } } },
      resource: { aws_iam_policy: { holder: { policy: '${data.aws_iam_policy_document.holder.json}' } } },
    });
    assert.deepEqual(found('main.tf.json', text), ['literal-wildcard warning arn:aws:iam::*:role/x']);
    assert.equal(fixed('main.tf.json', text), undefined);
  });

  test('in an expression is mended where the word can stand in it', () => {
    const encoded = (condition: string) =>
      JSON.stringify({
        resource: {
          aws_iam_policy: {
            holder: {
              policy: `\${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "s3:GetObject", Resource = "*", Condition = ${condition} }] })}`,
            },
          },
        },
      });
    const operator = encoded('{ StringEqual = { "aws:SourceVpc" = "vpc-1" } }');
    assert.equal(fixed('main.tf.json', operator), operator.replace('StringEqual', 'StringEquals'));
    const key = encoded('{ StringEquals = { SourceVpc = "vpc-1" } }');
    assert.deepEqual(found('main.tf.json', key), ['unknown-condition-key error SourceVpc']);
    assert.equal(fixed('main.tf.json', key), undefined);
  });

  test('is told with the word that is meant', () => {
    const [finding] = findings('policy.json', document);
    assert.ok(finding);
    assert.equal(messageOf(finding), 'There is no action "s3:GetObjekt"; "s3:GetObject" may be meant.');
  });
});
