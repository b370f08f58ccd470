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

  test('is held to its callers alone for the images of AWS', () => {
    const { statements } = mended(endpoint(region('ecr.api')), organization);
    assert.deepEqual(Object.keys(statements[0].Condition.StringEquals), ['aws:PrincipalOrgID', 'aws:ResourceOrgID']);
    assert.deepEqual(statements[1], {
      Effect: 'Allow',
      Principal: '*',
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: ['arn:aws:ecr:*:*:repository/*'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    });
  });

  test('keeps letting federated identities ask STS for credentials', () => {
    const { statements } = mended(endpoint(region('sts')), organization);
    assert.deepEqual(statements[1].Action, ['sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML']);
    assert.deepEqual(statements[1].Condition, { StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } });
  });

  test('can be narrowed to reading, or to what the roles of the document do', () => {
    const titles = (text: string) => {
      const checked = checkText('template.json', text);
      const found = checked.findings.find(({ rule }) => rule === 'vpc-endpoint-policy-missing');
      assert.ok(found);
      return fixesFor(checked, found).map(({ title, edits }) => ({ title, text: applyEdits(text, edits) }));
    };
    const [, , reading] = titles(endpoint(region('sqs')));
    assert.match(reading?.title ?? '', /only reading \(/);
    assert.match(reading?.text ?? '', /"sqs:Get\*",\s+"sqs:List\*",\s+"sqs:ReceiveMessage"\s+\]/);
    const statement = {
      Effect: 'Allow',
      Action: ['sqs:SendMessage', 's3:GetObject'],
      Resource: 'arn:aws:s3:::orders/*',
    };
    const withRole = (role: object) => {
      const { Resources } = JSON.parse(endpoint(region('sqs')));
      return JSON.stringify(
        { Resources: { ...Resources, Role: { Type: 'AWS::IAM::Role', Properties: role } } },
        null,
        2,
      );
    };
    const inline = { Policies: [{ PolicyName: 'access', PolicyDocument: { Statement: [statement] } }] };
    const [own] = titles(withRole(inline));
    assert.equal(
      own?.title,
      "Add an endpoint policy for this account, and only what this document's roles do (denies everyone else)",
    );
    const added = JSON.parse(own.text).Resources.Way.Properties.PolicyDocument.Statement;
    assert.deepEqual(added[0].Action, ['sqs:SendMessage']);
    for (const unclear of [
      { ...inline, ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSQSFullAccess'] },
      { Policies: [{ PolicyName: 'access', PolicyDocument: { Statement: [{ ...statement, Action: ['sqs:*'] }] } }] },
      { Policies: [{ PolicyName: 'access', PolicyDocument: { Statement: [{ ...statement, Action: '*' }] } }] },
      { Policies: [{ PolicyName: 'access', PolicyDocument: { Statement: [{ ...statement, Action: { Ref: 'X' } }] } }] },
    ]) {
      const [first] = titles(withRole(unclear));
      assert.equal(
        first?.title,
        'Add an endpoint policy for this account (denies everyone else)',
        JSON.stringify(unclear),
      );
    }
    const lambda = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    assert.match(
      titles(withRole({ ...inline, ManagedPolicyArns: [lambda] }))[0]?.title ?? '',
      /what this document's roles do/,
    );
  });

  test('lets through what AWS itself keeps for a service, in the Region of the endpoint', () => {
    const byName = (name: unknown, more = {}) => mended(endpoint(name, more)).statements;
    const [, transforms] = byName(region('cloudformation'));
    assert.deepEqual(transforms.Resource, [{ 'Fn::Sub': 'arn:aws:cloudformation:${AWS::Region}:aws:transform/*' }]);
    assert.deepEqual(Object.keys(transforms.Condition.StringEquals), ['aws:PrincipalAccount']);
    const [own, packages] = byName('com.amazonaws.eu-west-1.s3', {
      VpcEndpointType: 'Gateway',
      PrivateDnsEnabled: undefined,
    });
    assert.deepEqual(Object.keys(own.Condition.StringEquals), ['aws:PrincipalAccount', 'aws:ResourceAccount']);
    assert.ok(packages.Resource.includes('arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*'));
    assert.equal(packages.Condition, undefined);
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

describe('A policy about other services', () => {
  const about = (...actions: string[]) => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } };
    return { PolicyDocument: { Statement: [{ ...open, Action: actions, Condition: condition }] } };
  };

  test('is told at each action that never passes, with the action of that name where there is one', () => {
    const text = endpoint(
      region('pinpoint-sms-voice-v2'),
      about('sns:SendTextMessage', 'mobiletargeting:*', 'sms-voice:*'),
    );
    const checked = checkText('template.json', text);
    assert.deepEqual(
      checked.findings.map((finding) => [finding.rule, fixesFor(checked, finding).map(({ title }) => title)]),
      [
        ['vpc-endpoint-policy-actions', ['Change it to sms-voice:SendTextMessage']],
        ['vpc-endpoint-policy-actions', []],
      ],
    );
  });

  test('is none that names actions of the service, of kin of it, or nothing that is known', () => {
    assert.deepEqual(findings(endpoint(region('monitoring'), about('cloudwatch:PutMetricData'))), []);
    assert.deepEqual(findings(endpoint(region('s3'), about('s3:*', 's3-object-lambda:GetObject'))), []);
    assert.deepEqual(findings(endpoint(region('studio-of-somebody'), about('sns:Publish'))), []);
    assert.deepEqual(findings(endpoint('com.amazonaws.eu-west-1.ecr.dkr', about('ecr:*'))), []);
  });

  test('is none where several endpoints share it', () => {
    const document = {
      data: {
        aws_iam_policy_document: {
          all: {
            statement: {
              effect: 'Allow',
              principals: { type: '*', identifiers: ['*'] },
              actions: ['sqs:SendMessage', 'sns:Publish'],
              resources: ['*'],
              condition: { test: 'StringEquals', variable: 'aws:ResourceOrgID', values: ['o-a1b2c3d4e5'] },
            },
          },
        },
      },
      resource: {
        aws_vpc_endpoint: Object.fromEntries(
          ['sqs', 'sns'].map((service) => [
            service,
            {
              vpc_endpoint_type: 'Interface',
              vpc_id: 'vpc-1',
              service_name: `com.amazonaws.eu-west-1.${service}`,
              private_dns_enabled: true,
              policy: '${data.aws_iam_policy_document.all.json}',
            },
          ]),
        ),
      },
    };
    assert.deepEqual(checkText('main.tf.json', JSON.stringify(document, null, 2)).findings, []);
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
      const found = findings(withPolicy(...statements)).filter((rule) => rule === 'vpc-endpoint-policy-open');
      assert.deepEqual(found, [], JSON.stringify(statements));
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
