import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../server/src/engine/settings';
import { checkText } from '../support/checking';
import { fixed } from '../support/fixing';

describe('a VPC endpoint policy', () => {
  test('as open as the example of the service guide is found on its own', () => {
    const text =
      '{ "Statement": [ { "Principal": "*", "Action": [ "sms-voice:*" ], "Effect": "Allow", "Resource": "*" } ] }';
    const checked = checkText('policy.json', text);
    assert.deepEqual(
      checked.findings.map((finding) => finding.rule),
      ['vpc-endpoint-policy-open'],
    );
    const settings = { ...defaultSettings, organizationId: 'o-exampleorgid' };
    const after = fixed('policy.json', text, 'vpc-endpoint-policy-open', settings);
    assert.match(after, /"Condition": \{ ?"StringEquals": \{ ?"aws:PrincipalOrgID": "o-exampleorgid"/);
  });

  test('is held to the account where no organisation is known', () => {
    const text = `Resources:
  Messages:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.sms-voice
      VpcId: vpc-1
`;
    const after = fixed('template.yaml', text, 'vpc-endpoint-policy-missing');
    assert.match(after, /Action:\n {14}- sms-voice:\*\n/);
    assert.match(after, /aws:PrincipalAccount: !Ref AWS::AccountId\n {16}aws:ResourceAccount: !Ref AWS::AccountId\n/);
    const settings = { ...defaultSettings, organizationId: 'o-exampleorgid' };
    assert.match(
      fixed('template.yaml', text, 'vpc-endpoint-policy-missing', settings),
      /aws:PrincipalOrgID: o-exampleorgid/,
    );
  });
});

test('a first topic policy restates what it replaces', () => {
  const text = `Resources:
  Events:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: alias/own
`;
  const after = fixed('template.yaml', text, 'sns-topic-tls-only');
  assert.match(after, /__default_statement_ID[\s\S]*AWS:SourceOwner: !Ref AWS::AccountId[\s\S]*RefusePlainHttp/);
});
