import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

function assertMarked(path: string, marked: string): string {
  return assertFindings(path, marked, /^policy-mfa-condition$/);
}

describe('A test for a second factor', () => {
  const cases: [name: string, statement: string][] = [
    [
      'that a long-term key passes by a Deny',
      '{ Effect: Deny, Action: "*", Resource: "*", Condition: { ⟦policy-mfa-condition|Bool⟧: { aws:MultiFactorAuthPresent: "false" } } }',
    ],
    [
      'that allows those without',
      '{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*", Condition: { ⟦policy-mfa-condition|Bool⟧: { aws:MultiFactorAuthPresent: "false" } } }',
    ],
    [
      'that allows long-term keys',
      '{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*", Condition: { ⟦policy-mfa-condition|BoolIfExists⟧: { aws:MultiFactorAuthPresent: "true" } } }',
    ],
    [
      'for the presence of the key',
      '{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*", Condition: { ⟦policy-mfa-condition|"Null"⟧: { aws:MultiFactorAuthPresent: "false" } } }',
    ],
    [
      'that is right in a Deny',
      '{ Effect: Deny, Action: "*", Resource: "*", Condition: { BoolIfExists: { aws:MultiFactorAuthPresent: "false" } } }',
    ],
    [
      'that is right in an Allow',
      '{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*", Condition: { Bool: { aws:MultiFactorAuthPresent: "true" } } }',
    ],
    [
      'that lets people set up their device',
      '{ Effect: Allow, Action: [iam:EnableMFADevice, iam:ListMFADevices, sts:GetSessionToken], Resource: "*", Condition: { BoolIfExists: { aws:MultiFactorAuthPresent: "false" } } }',
    ],
  ];
  for (const [name, statement] of cases) {
    test(name, () => {
      const text = `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - ${statement.replace('⟦policy-mfa-condition|"Null"⟧', '"⟦policy-mfa-condition|Null⟧"')}
`;
      assertMarked('template.yaml', text);
    });
  }

  test('is found in a lone document too, whatever it is for', () => {
    const text =
      '{"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false", "aws:ViaAWSService": "false"}}}]}';
    assertMarked('policy.json', text.replace('"Bool"', '"⟦policy-mfa-condition|Bool⟧"'));
    assert.equal(fixed('policy.json', text, 'policy-mfa-condition'), text.replace('"Bool"', '"BoolIfExists"'));
  });
});
