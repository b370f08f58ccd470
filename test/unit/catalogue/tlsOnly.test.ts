import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';

const denial = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/*` }],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

function template(resources: object): string {
  return JSON.stringify({ Resources: resources }, null, 2);
}

function bucketWith(...statements: object[]): string {
  return template({
    Store: { Type: 'AWS::S3::Bucket' },
    StorePolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Store' }, PolicyDocument: { Statement: statements } },
    },
  });
}

/** The places where a rule objects, as text. */
function places(rule: string, text: string): string[] {
  return checkText('template.json', text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ origin }) => {
      const { start, end } = rangeOf(origin);
      return text.slice(start, end);
    });
}

function bucketPlaces(...statements: object[]): string[] {
  return places('s3-bucket-tls-only', bucketWith(...statements));
}

describe('A statement that refuses plain HTTP', () => {
  test('is known in all the ways that people write it', () => {
    for (const spelled of [
      denial,
      { ...denial, Principal: { AWS: '*' } },
      { ...denial, Action: ['*'] },
      { ...denial, Resource: '*' },
      { ...denial, Resource: 'arn:aws:s3:::store*' },
      { ...denial, Resource: ['arn:aws:s3:::store', 'arn:aws:s3:::store/*'] },
      { ...denial, Condition: { Bool: { 'aws:securetransport': false } } },
      { ...denial, Condition: { BoolIfExists: { 'aws:SecureTransport': ['false'] } } },
      { ...denial, Condition: { StringEquals: { 'aws:SecureTransport': 'false' } } },
      { ...denial, Condition: { StringNotEquals: { 'aws:SecureTransport': 'true' } } },
      { ...denial, Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:PrincipalIsAWSService': 'false' } } },
    ]) {
      assert.deepEqual(bucketPlaces(spelled), [], JSON.stringify(spelled));
    }
  });

  test('is not one that leaves a way open', () => {
    for (const partial of [
      { ...denial, Effect: 'Allow' },
      { ...denial, Principal: { AWS: '111122223333' } },
      { ...denial, Action: ['s3:GetObject', 's3:PutObject'] },
      { ...denial, Resource: { 'Fn::Sub': `\${Store.Arn}/*` } },
      { ...denial, Resource: { 'Fn::GetAtt': ['Store', 'Arn'] } },
      { ...denial, Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/logs/*` }] },
      { ...denial, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { ...denial, Condition: { ...denial.Condition, NumericLessThan: { 's3:TlsVersion': '1.2' } } },
      { ...denial, Condition: undefined },
    ]) {
      assert.deepEqual(bucketPlaces(partial), ['Statement'], JSON.stringify(partial));
    }
  });

  test('may be what could not be read', () => {
    const imported = { 'Fn::ImportValue': 'shared' };
    for (const unclear of [
      { ...denial, Action: imported },
      { ...denial, Resource: imported },
      { ...denial, Condition: imported },
      { ...denial, Principal: imported },
      imported,
    ]) {
      assert.deepEqual(bucketPlaces(unclear), [], JSON.stringify(unclear));
    }
  });
});

describe('The fix for plain HTTP', () => {
  function fixOf(rule: string, text: string) {
    const checked = checkText('template.json', text);
    const findings = checked.findings.filter((finding) => finding.rule === rule);
    const [finding] = findings;
    assert.ok(finding && findings.length === 1);
    const [fix] = fixesFor(checked, finding);
    assert.ok(fix);
    return { fix, fixed: JSON.parse(applyEdits(text, fix.edits)).Resources };
  }

  test('wants a look where a bucket serves a website, which has no HTTPS', () => {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { WebsiteConfiguration: { IndexDocument: 'index.html' } } };
    assert.equal(fixOf('s3-bucket-tls-only', template({ Site: bucket })).fix.safety, 'review');
    assert.equal(fixOf('s3-bucket-tls-only', template({ Site: { Type: 'AWS::S3::Bucket' } })).fix.safety, 'safe');
  });

  test('leaves what a topic allows by itself as it was', () => {
    const { fix, fixed } = fixOf('sns-topic-tls-only', template({ Orders: { Type: 'AWS::SNS::Topic' } }));
    assert.equal(fix.safety, 'safe');
    const [allowed, denied] = fixed.OrdersTopicPolicy.Properties.PolicyDocument.Statement;
    assert.deepEqual(allowed.Condition, { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } });
    assert.equal(denied.Action, 'SNS:Publish');
  });

  test('is one statement for all resources that share a policy', () => {
    const text = template({
      First: { Type: 'AWS::SQS::Queue' },
      Second: { Type: 'AWS::SQS::Queue' },
      Both: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'First' }, { Ref: 'Second' }],
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }],
          },
        },
      },
    });
    const { fixed } = fixOf('sqs-queue-tls-only', text);
    const [, added] = fixed.Both.Properties.PolicyDocument.Statement;
    assert.equal(added.Resource, '*');
    assert.deepEqual(places('sqs-queue-tls-only', JSON.stringify({ Resources: fixed })), []);
  });
});
