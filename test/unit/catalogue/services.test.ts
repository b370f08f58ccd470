import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { messageOf } from '../../../server/src/engine/words';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';

function template(resources: object): string {
  return JSON.stringify({ Resources: resources }, null, 2);
}

function found(rule: string, resources: object) {
  const checked = checkText('template.json', template(resources));
  return { checked, findings: checked.findings.filter((finding) => finding.rule === rule) };
}

/** The resources after the first fix of the first finding of a rule. */
function mended(rule: string, resources: object) {
  const { checked, findings } = found(rule, resources);
  const [fix] = findings[0] ? fixesFor(checked, findings[0]) : [];
  assert.ok(fix, `${rule} has no fix`);
  const after = JSON.parse(applyEdits(template(resources), fix.edits)).Resources;
  assert.deepEqual(found(rule, after).findings, []);
  return { fix, after };
}

describe('elbv2-listener-tls', () => {
  const rule = 'elbv2-listener-tls';
  const toHttps = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } };
  const listener = (protocol: string, ...actions: object[]) => ({
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: { LoadBalancerArn: { Ref: 'Web' }, Port: 80, Protocol: protocol, DefaultActions: actions },
  });
  const forward = { Type: 'forward', TargetGroupArn: { Ref: 'Targets' } };

  test('lets a listener be that only redirects to HTTPS', () => {
    assert.deepEqual(found(rule, { Plain: listener('HTTP', toHttps) }).findings, []);
    assert.deepEqual(found(rule, { Plain: listener('TCP', forward) }).findings, []);
  });

  test('objects to whatever else answers in clear text', () => {
    const toSame = { Type: 'redirect', RedirectConfig: { Protocol: '#{protocol}', StatusCode: 'HTTP_301' } };
    const toNone = { Type: 'redirect', RedirectConfig: { Port: '443', StatusCode: 'HTTP_301' } };
    for (const actions of [[forward], [{ Type: 'fixed-response' }], [toHttps, forward], [toSame], [toNone]]) {
      assert.equal(found(rule, { Plain: listener('HTTP', ...actions) }).findings.length, 1, JSON.stringify(actions));
    }
  });

  test('redirects where HTTPS is served beside it, and asks for a certificate where not', () => {
    const web = { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' };
    const secure = listener('HTTPS', forward);
    const redirected = mended(rule, { Web: web, Plain: listener('HTTP', forward), Secure: secure });
    assert.equal(redirected.fix.safety, 'review');
    assert.equal(redirected.after.Plain.Properties.DefaultActions[0].RedirectConfig.Port, '443');
    const served = mended(rule, { Plain: listener('HTTP', forward) });
    assert.equal(served.fix.safety, 'input');
    assert.equal(served.after.Plain.Properties.Port, 443);
  });
});

describe('twinmaker-workspace-bucket', () => {
  const rule = 'twinmaker-workspace-bucket';
  const workspace = {
    Type: 'AWS::IoTTwinMaker::Workspace',
    Properties: { WorkspaceId: 'factory', Role: 'role', S3Location: { 'Fn::GetAtt': ['Store', 'Arn'] } },
  };

  test('names all that the bucket lacks in one finding, relates the bucket and mends it at once', () => {
    const resources = {
      Work: workspace,
      Store: { Type: 'AWS::S3::Bucket', Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } } },
    };
    const [finding, ...others] = found(rule, resources).findings;
    assert.ok(finding && others.length === 0);
    assert.equal(
      messageOf(finding),
      'The workspace Work keeps its data in the bucket Store, which lacks a TLS-only policy and a full public access block.',
    );
    assert.equal(finding.related?.length, 1);
    const { fix, after } = mended(rule, resources);
    assert.equal(fix.safety, 'review');
    assert.equal(after.Store.Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets, true);
  });

  test('says nothing of a bucket that stands elsewhere', () => {
    assert.deepEqual(found(rule, { Work: workspace }).findings, []);
  });
});

describe('config-recorder-all-types', () => {
  const recorder = (group: object) =>
    found('config-recorder-all-types', {
      Recorder: { Type: 'AWS::Config::ConfigurationRecorder', Properties: { RecordingGroup: group } },
    }).findings.length;

  test('lets a recorder be that leaves out types by name, and objects to one that names what it takes', () => {
    const exclusion = { UseOnly: 'EXCLUSION_BY_RESOURCE_TYPES' };
    assert.equal(recorder({ AllSupported: false, RecordingStrategy: exclusion }), 0);
    assert.equal(recorder({ AllSupported: false, ResourceTypes: ['AWS::S3::Bucket'] }), 1);
  });
});

describe('cognito-sms-only-mfa', () => {
  const rule = 'cognito-sms-only-mfa';
  const pool = (mfa: string, ...factors: string[]) => ({
    Type: 'AWS::Cognito::UserPool',
    Properties: { MfaConfiguration: mfa, EnabledMfas: factors },
  });

  test('is told once a document and mended for all of its pools', () => {
    const resources = { First: pool('ON', 'SMS_MFA'), Second: pool('OPTIONAL', 'SMS_MFA') };
    const { findings } = found(rule, resources);
    assert.deepEqual(
      findings.map(({ related }) => related?.length),
      [1],
    );
    const { after } = mended(rule, resources);
    assert.deepEqual(after.Second.Properties.EnabledMfas, ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
  });

  test('says nothing where there is another factor, or none is asked for', () => {
    for (const one of [pool('ON', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA'), pool('ON', 'EMAIL_OTP'), pool('OFF', 'SMS_MFA')]) {
      assert.deepEqual(found(rule, { Users: one }).findings, [], JSON.stringify(one));
    }
  });
});

describe('pinpoint-channel-credentials', () => {
  test('objects to each secret that is written out, and to none that is passed in', () => {
    const channel = (secret: unknown) => ({
      Push: { Type: 'AWS::Pinpoint::APNSChannel', Properties: { ApplicationId: 'app', PrivateKey: secret } },
    });
    const rule = 'pinpoint-channel-credentials';
    assert.deepEqual(found(rule, channel('-----BEGIN')).findings.map(messageOf), [
      'The private key of the channel Push stands readable in the document.',
    ]);
    for (const secret of ['{{resolve:secretsmanager:push:SecretString:key}}', { Ref: 'Key' }, undefined, '']) {
      assert.deepEqual(found(rule, channel(secret)).findings, [], JSON.stringify(secret));
    }
  });
});
