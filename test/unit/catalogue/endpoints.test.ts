import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../../server/src/engine/settings';
import { messageOf } from '../../../server/src/engine/words';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';

const organization: Settings = { ...defaultSettings, organizationId: 'o-a1b2c3d4e5' };

function endpoint(serviceName: unknown, more: object = {}): string {
  const properties = { VpcId: 'vpc-1', VpcEndpointType: 'Interface', PrivateDnsEnabled: true, ...more };
  const resource = { Type: 'AWS::EC2::VPCEndpoint', Properties: { ServiceName: serviceName, ...properties } };
  return JSON.stringify({ Resources: { Way: resource } }, null, 2);
}

function findings(text: string, settings = defaultSettings): string[] {
  return checkText('template.json', text, settings).findings.map(({ rule }) => rule);
}

/** The policy of the endpoint after the first fix of the only finding. */
function mended(text: string, settings = defaultSettings) {
  const checked = checkText('template.json', text, settings);
  const [finding] = checked.findings;
  assert.ok(finding && checked.findings.length === 1, findings(text).join());
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, 'there is no fix');
  const fixed = applyEdits(text, fix.edits);
  assert.deepEqual(findings(fixed, settings), []);
  return { fix, statements: JSON.parse(fixed).Resources.Way.Properties.PolicyDocument.Statement };
}

const open = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const region = (name: string) => ({ 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${name}` });

describe('An endpoint without a policy', () => {
  test('gets one with the actions of its service, held to the account or the organisation', () => {
    const byAccount = mended(endpoint(region('pinpoint-sms-voice-v2')));
    const account = { Ref: 'AWS::AccountId' };
    assert.equal(byAccount.fix.safety, 'review');
    assert.deepEqual(byAccount.statements, [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: ['sms-voice:*'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
      },
    ]);
    const byOrganization = mended(endpoint('com.amazonaws.eu-west-1.sqs'), organization);
    assert.equal(byOrganization.fix.safety, 'review');
    assert.deepEqual(byOrganization.statements[0].Condition, {
      StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:ResourceOrgID': 'o-a1b2c3d4e5' },
    });
  });

  test('is held to its callers alone where the service serves resources of AWS', () => {
    const { statements } = mended(endpoint(region('ecr.api')), organization);
    assert.deepEqual(statements[0].Condition, { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } });
  });

  test('keeps letting federated identities ask STS for credentials', () => {
    const { statements } = mended(endpoint(region('sts')), organization);
    assert.deepEqual(statements[1].Action, ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML']);
    assert.deepEqual(statements[1].Condition, { StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } });
  });

  test('of a service that is not known is told, without a fix', () => {
    const checked = checkText('template.json', endpoint('com.amazonaws.eu-west-1.brand-new'));
    assert.deepEqual(
      checked.findings.map((finding) => [finding.rule, fixesFor(checked, finding).length]),
      [['vpc-endpoint-policy-missing', 0]],
    );
  });

  test('is none of our business where the service is not of AWS, not known or takes none', () => {
    assert.deepEqual(findings(endpoint('com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0')), []);
    assert.deepEqual(findings(endpoint({ 'Fn::ImportValue': 'service' })), []);
    assert.deepEqual(findings(endpoint('com.amazonaws.eu-west-1.sqs', { VpcEndpointType: 'GatewayLoadBalancer' })), []);
  });
});

describe('An open endpoint policy', () => {
  const withPolicy = (...statements: object[]) =>
    endpoint(region('sqs'), { PolicyDocument: { Version: '2012-10-17', Statement: statements } });

  test('is held to a perimeter and to the actions of the service', () => {
    const { statements } = mended(withPolicy(open), organization);
    assert.deepEqual(statements[0].Action, ['sqs:*']);
    assert.ok(statements[0].Condition.StringEquals['aws:PrincipalOrgID']);
  });

  test('is one that allows all actions of the service to everyone, too', () => {
    assert.deepEqual(findings(withPolicy({ ...open, Action: 'sqs:*' })), ['vpc-endpoint-policy-open']);
    assert.deepEqual(findings(withPolicy({ ...open, Principal: { AWS: '*' } })), ['vpc-endpoint-policy-open']);
  });

  test('is not one that names callers, actions, resources or conditions, or denies on conditions', () => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    const unlike = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    for (const statements of [
      [{ ...open, Principal: { AWS: '111122223333' } }],
      [{ ...open, Action: ['sqs:SendMessage'] }],
      [{ ...open, Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }],
      [{ ...open, Condition: condition }],
      [open, { ...open, Effect: 'Deny', Condition: unlike }],
      [{ ...open, Condition: { 'Fn::ImportValue': 'perimeter' } }],
    ]) {
      assert.deepEqual(findings(withPolicy(...statements)), [], JSON.stringify(statements));
    }
  });

  test('is found in a file of its own, and mended where the organisation is known', () => {
    const text = JSON.stringify({
      Statement: [{ Principal: '*', Action: ['sms-voice:*'], Effect: 'Allow', Resource: '*' }],
    });
    const unknown = checkText('policy.json', text);
    assert.deepEqual(unknown.findings.map(messageOf), [
      'This policy allows everybody to do everything with every resource.',
    ]);
    const known = checkText('policy.json', text, organization);
    const [finding] = known.findings;
    const [fix] = finding ? fixesFor(known, finding) : [];
    assert.ok(fix);
    assert.deepEqual(checkText('policy.json', applyEdits(text, fix.edits), organization).findings, []);
  });
});

describe('Private DNS', () => {
  const without = { PrivateDnsEnabled: false, PolicyDocument: { Statement: [{ ...open, Action: 'x:Y' }] } };

  test('is wanted for interface endpoints of known services', () => {
    assert.deepEqual(findings(endpoint(region('sms-voice'), without)), ['vpc-endpoint-private-dns']);
    assert.deepEqual(findings(endpoint('com.amazonaws.eu-west-1.sqs', { ...without, PrivateDnsEnabled: undefined })), [
      'vpc-endpoint-private-dns',
    ]);
  });

  test('is a decision of its own for S3, DynamoDB and private APIs, and impossible for gateways', () => {
    for (const service of ['s3', 'dynamodb', 'execute-api', 's3-global.accesspoint']) {
      assert.deepEqual(findings(endpoint(region(service), without)), [], service);
    }
    assert.deepEqual(findings(endpoint(region('sqs'), { ...without, VpcEndpointType: 'Gateway' })), []);
  });
});
