import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../../server/src/engine/settings';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';

const organization: Settings = { ...defaultSettings, organizationId: 'o-a1b2c3d4e5' };

/** An endpoint with statements, each with what is not usual in it. */
function endpoint(service: string, ...statements: object[]): string {
  const Statement = statements.map((one) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: `${service}:*`,
    Resource: '*',
    ...one,
  }));
  const properties = {
    VpcId: 'vpc-1',
    VpcEndpointType: service === 's3' || service === 'dynamodb' ? 'Gateway' : 'Interface',
    PrivateDnsEnabled: true,
    ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` },
    PolicyDocument: { Version: '2012-10-17', Statement },
  };
  return JSON.stringify({ Resources: { Way: { Type: 'AWS::EC2::VPCEndpoint', Properties: properties } } }, null, 2);
}

const outsiders = 'vpc-endpoint-outside-identities';
const foreign = 'vpc-endpoint-foreign-resources';

function findings(text: string): string[] {
  return checkText('template.json', text, organization)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule === outsiders || rule === foreign);
}

/** The statements after the first fix of the only finding, which leaves no other. */
function mended(text: string): { title: string; statements: Record<string, unknown>[] } {
  const checked = checkText('template.json', text, organization);
  const [finding] = checked.findings;
  assert.ok(finding && checked.findings.length === 1);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix);
  assert.equal(fix.safety, 'review');
  const fixed = applyEdits(text, fix.edits);
  assert.deepEqual(checkText('template.json', fixed, organization).findings, []);
  return { title: fix.title, statements: JSON.parse(fixed).Resources.Way.Properties.PolicyDocument.Statement };
}

const equals = (...keys: string[]) => ({
  Condition: { StringEquals: Object.fromEntries(keys.map((key) => [key, 'o-a1b2c3d4e5'])) },
});
const ours = equals('aws:PrincipalOrgID', 'aws:ResourceOrgID');
const send = { Action: 'sqs:SendMessage' };

describe('Identities of any account', () => {
  test('are let through by a statement that bounds neither them nor their resources', () => {
    for (const statement of [
      send,
      { ...send, Resource: 'arn:aws:sqs:*:*:*' },
      { Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { ...send, Condition: { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } } },
    ]) {
      assert.deepEqual(findings(endpoint('sqs', statement)), [outsiders], JSON.stringify(statement));
    }
    assert.deepEqual(findings(endpoint('s3', { Action: 's3:PutObject' })), [outsiders]);
    assert.deepEqual(findings(endpoint('s3', { Action: 's3:PutObject', Resource: 'arn:aws:s3:::*' })), [outsiders]);
  });

  test('are not where callers or resources are bounded, or the policy denies it', () => {
    for (const statements of [
      [{ ...send, ...ours }],
      [{ ...send, Principal: { AWS: '111122223333' } }],
      [{ ...send, Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }],
      [{ ...send, Resource: { 'Fn::GetAtt': ['Orders', 'Arn'] } }],
      [{ ...send, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'orders' } } }],
      [{ ...send, Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }],
      [{ ...send, Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } } }],
      [{ ...send, Condition: { 'Fn::ImportValue': 'perimeter' } }],
      [send, { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }],
    ]) {
      const found = findings(endpoint('sqs', ...statements)).filter((rule) => rule === outsiders);
      assert.deepEqual(found, [], JSON.stringify(statements));
    }
  });

  test('ask STS for their first credentials without having any', () => {
    const federation = { Action: ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'] };
    assert.deepEqual(findings(endpoint('sts', federation)), []);
    assert.deepEqual(findings(endpoint('sts', { Action: 'sts:AssumeRole' })), [outsiders]);
  });

  test('are kept out by a boundary around them and their resources, which keeps the actions', () => {
    const { title, statements } = mended(endpoint('sqs', send));
    assert.equal(title, 'Allow only your organization (denies everyone else)');
    assert.deepEqual(statements, [
      { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*', ...ours },
    ]);
    const packages = mended(endpoint('s3', { Action: ['s3:GetObject', 's3:PutObject'] })).statements[1];
    assert.equal(packages?.Condition, undefined);
    assert.deepEqual(packages?.Action, ['s3:GetObject']);
    assert.equal(mended(endpoint('s3', { Action: 's3:PutObject' })).statements.length, 1);
  });
});

describe('Resources of any account', () => {
  const caller = equals('aws:PrincipalOrgID');

  test('are reached where only the callers are bounded', () => {
    assert.deepEqual(findings(endpoint('sqs', caller)), [foreign]);
    assert.deepEqual(findings(endpoint('sqs', { ...caller, Resource: 'arn:aws:sqs:eu-west-1:*:*' })), [foreign]);
    assert.deepEqual(findings(endpoint('dynamodb', { ...caller, Resource: 'arn:aws:dynamodb:*:*:table/*' })), [
      foreign,
    ]);
    assert.deepEqual(
      findings(endpoint('s3', { ...caller, Action: 's3:*', NotResource: 'arn:aws:s3:::logs/*', Resource: undefined })),
      [foreign],
    );
  });

  test('are not where the statement, or another that denies, holds the resources to somebody', () => {
    for (const statements of [
      [ours],
      [{ ...caller, Resource: 'arn:aws:sqs:eu-west-1:111122223333:*' }],
      [
        {
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:PrincipalTag/dp:exclude:resource': 'true' },
          },
        },
      ],
      [{ ...caller, Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } }],
      [{ ...caller, Action: ['sqs:ListQueues'] }],
      [caller, { Effect: 'Deny', Condition: { StringNotEqualsIfExists: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } } }],
    ]) {
      assert.deepEqual(findings(endpoint('sqs', ...statements)), [], JSON.stringify(statements));
    }
  });

  test('are not where AWS keeps in accounts of its own what the service needs', () => {
    const jobs = { ...caller, Action: '*', Resource: ['arn:aws:iot:*:*:jobtemplate/*'] };
    const pulling = ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
    assert.deepEqual(findings(endpoint('ecr.api', { ...caller, Action: pulling })), []);
    assert.deepEqual(findings(endpoint('lambda', { ...caller, Action: 'lambda:GetLayerVersion' })), []);
    assert.deepEqual(findings(endpoint('iot.api', jobs)), []);
  });

  test('are shut off by a boundary, but for the images and layers of AWS', () => {
    for (const [service, all, kept] of [
      ['ecr.api', 'ecr:*', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']],
      ['ecr.dkr', ['ecr:PutImage', 'ecr:BatchGetImage'], ['ecr:BatchGetImage']],
      ['lambda', ['lambda:InvokeFunction', 'lambda:Get*'], ['lambda:GetLayerVersion']],
    ] as const) {
      const text = endpoint(service, { ...caller, Action: all });
      assert.deepEqual(findings(text), [foreign]);
      const { statements } = mended(text);
      assert.deepEqual(statements[0]?.Condition, ours.Condition);
      assert.deepEqual(statements[1]?.Action, kept);
      assert.deepEqual(statements[1]?.Condition, caller.Condition);
    }
  });

  test('are shut off by a boundary, but for what AWS keeps', () => {
    const { title, statements } = mended(endpoint('ssm', caller));
    assert.equal(title, 'Allow only resources of your organization (denies all others)');
    assert.deepEqual(statements[0]?.Condition, ours.Condition);
    assert.ok(JSON.stringify(statements[1]?.Action).includes('ssm:Get*'));
    assert.deepEqual(statements[1]?.Condition, caller.Condition);
  });
});

test('In Terraform a policy is judged and mended where it stands, at the endpoint or in a resource of its own', () => {
  const statement = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const way = {
    vpc_id: 'vpc-1',
    vpc_endpoint_type: 'Interface',
    service_name: 'com.amazonaws.${var.region}.sqs',
    private_dns_enabled: true,
  };
  const aside = { vpc_endpoint_id: '${aws_vpc_endpoint.way.id}', policy };
  for (const [resource, read] of [
    [{ aws_vpc_endpoint: { way: { ...way, policy } } }, 'aws_vpc_endpoint'],
    [{ aws_vpc_endpoint: { way }, aws_vpc_endpoint_policy: { way: aside } }, 'aws_vpc_endpoint_policy'],
  ] as const) {
    const text = JSON.stringify({ variable: { region: {} }, resource }, null, 2);
    const checked = checkText('main.tf.json', text, organization);
    const [finding] = checked.findings;
    assert.ok(finding?.rule === outsiders && checked.findings.length === 1);
    const [fix] = fixesFor(checked, finding);
    const fixed = applyEdits(text, fix?.edits ?? []);
    assert.deepEqual(checkText('main.tf.json', fixed, organization).findings, []);
    assert.deepEqual(JSON.parse(JSON.parse(fixed).resource[read].way.policy).Statement, [{ ...statement, ...ours }]);
  }
});
