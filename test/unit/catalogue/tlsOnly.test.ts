import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { bucketWith, denial, mended, places, template } from '../../support/plainHttp';

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
    const cases: [partial: object, place: string][] = [
      [{ ...denial, Effect: 'Allow' }, 'Statement'],
      [{ ...denial, Principal: { AWS: '111122223333' } }, '111122223333'],
      [{ ...denial, Principal: { AWS: ['111122223333', '444455556666'] } }, 'Principal'],
      [{ ...denial, Principal: { Service: '*' } }, '*'],
      [{ ...denial, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }, 'Statement'],
      [{ ...denial, Action: ['s3:GetObject', 's3:PutObject'] }, 'Action'],
      [{ ...denial, Action: undefined, NotAction: 's3:ListBucket' }, 'Statement'],
      [{ ...denial, Resource: { 'Fn::GetAtt': ['Store', 'Arn'] } }, 'Resource'],
      [
        { ...denial, Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/logs/*` }] },
        'Resource',
      ],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, 'true'],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTransport': true } } }, 'true'],
      [{ ...denial, Condition: { StringNotEquals: { 'aws:SecureTransport': 'false' } } }, 'false'],
      [{ ...denial, Condition: { StringEquals: { 'aws:SecureTransport': 'False' } } }, 'False'],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTranport': 'false' } } }, 'aws:SecureTranport'],
      [{ ...denial, Condition: { Bool: { SecureTransport: 'false' } } }, 'SecureTransport'],
      [{ ...denial, Condition: { Null: { 'aws:SecureTransport': 'true' } } }, 'Statement'],
      [{ ...denial, Condition: { ...denial.Condition, NumericLessThan: { 's3:TlsVersion': '1.2' } } }, 'Statement'],
    ];
    for (const [partial, place] of cases) {
      const [found, ...more] = bucketPlaces(partial);
      assert.deepEqual(more, []);
      assert.equal(found, place, JSON.stringify(partial));
    }
  });

  test('may deny more than that', () => {
    assert.deepEqual(bucketPlaces({ ...denial, Condition: undefined }), []);
    assert.deepEqual(bucketPlaces({ ...denial, Action: undefined, NotAction: 'iam:*' }), []);
    assert.deepEqual(
      bucketPlaces({ ...denial, Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }),
      [],
    );
  });

  test('may stand in two statements, one for the bucket and one for its objects', () => {
    const [bucket, objects] = denial.Resource;
    assert.deepEqual(bucketPlaces({ ...denial, Resource: bucket }, { ...denial, Resource: objects }), []);
    assert.equal(bucketPlaces({ ...denial, Resource: bucket }, { ...denial, Resource: bucket }).length, 1);
  });

  test('may be what could not be read', () => {
    const imported = { 'Fn::ImportValue': 'shared' };
    for (const unclear of [
      { ...denial, Action: imported },
      { ...denial, Resource: imported },
      { ...denial, Condition: imported },
      { ...denial, Principal: imported },
      { ...denial, Resource: undefined, NotResource: 'arn:aws:s3:::store/public/*' },
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

describe('A policy whose resource is out of sight', () => {
  function alone(type: string, properties: object): string {
    return template({ Alone: { Type: type, Properties: properties } });
  }

  const allow = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const bucket = { Bucket: { 'Fn::ImportValue': 'store' } };
  const queues = { Queues: [{ 'Fn::ImportValue': 'orders' }] };

  test('is judged by itself, at its statements', () => {
    const cases: [type: string, properties: object, rule: string][] = [
      ['AWS::S3::BucketPolicy', bucket, 's3-bucket-tls-only'],
      ['AWS::SQS::QueuePolicy', queues, 'sqs-queue-tls-only'],
      ['AWS::SQS::QueueInlinePolicy', { Queue: 'https://sqs.example/orders' }, 'sqs-queue-tls-only'],
      ['AWS::SNS::TopicPolicy', { Topics: [{ 'Fn::ImportValue': 'orders' }] }, 'sns-topic-tls-only'],
      ['AWS::SNS::TopicInlinePolicy', { TopicArn: { 'Fn::ImportValue': 'orders' } }, 'sns-topic-tls-only'],
    ];
    for (const [type, properties, rule] of cases) {
      const text = (...statements: object[]) =>
        alone(type, { ...properties, PolicyDocument: { Statement: statements } });
      assert.deepEqual(places(rule, text(allow)), ['Statement'], type);
      const action = rule.startsWith('sns') ? 'SNS:Publish' : '*';
      assert.deepEqual(places(rule, text(allow, { ...denial, Action: action, Resource: '*' })), [], type);
    }
  });

  test('gets a statement that names what its own statements name', () => {
    const text = alone('AWS::S3::BucketPolicy', {
      ...bucket,
      PolicyDocument: { Statement: [{ ...allow, Resource: 'arn:aws-cn:s3:::store/reports/*' }] },
    });
    const { fix, text: after } = mended('template.json', text, 's3-bucket-tls-only');
    assert.equal(fix.safety, 'review');
    const [, added] = JSON.parse(after).Resources.Alone.Properties.PolicyDocument.Statement;
    assert.deepEqual(added.Resource, ['arn:aws-cn:s3:::store', 'arn:aws-cn:s3:::store/*']);
    assert.deepEqual(places('s3-bucket-tls-only', after), []);
  });

  test('gets none where it does not name its bucket, but a statement that is nearly right is mended', () => {
    const text = (...statements: object[]) =>
      alone('AWS::S3::BucketPolicy', { ...bucket, PolicyDocument: { Statement: statements } });
    const without = checkText('template.json', text(allow));
    const finding = without.findings.find(({ rule }) => rule === 's3-bucket-tls-only');
    assert.ok(finding);
    assert.deepEqual(fixesFor(without, finding), []);
    const near = text({ ...denial, Resource: '*', Action: 's3:GetObject' });
    assert.deepEqual(places('s3-bucket-tls-only', mended('template.json', near, 's3-bucket-tls-only').text), []);
  });

  test('may be followed by another of the same resource', () => {
    const policy = (queue: object | string, ...statements: object[]) => ({
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [queue], PolicyDocument: { Statement: statements } },
    });
    const closed = { ...denial, Action: 'sqs:*', Resource: '*' };
    const imported = { 'Fn::ImportValue': 'orders' };
    const two = (first: object | string, second: object | string) =>
      places('sqs-queue-tls-only', template({ First: policy(first, allow), Second: policy(second, closed) }));
    assert.deepEqual(two(imported, imported), []);
    assert.deepEqual(two('https://sqs.example/orders', imported), []);
    assert.deepEqual(two('https://sqs.example/orders', 'https://sqs.example/returns'), ['Statement']);
  });

  test('is told at its resource where that is in sight', () => {
    const text = bucketWith(allow);
    const found = checkText('template.json', text).findings.filter(({ rule }) => rule === 's3-bucket-tls-only');
    assert.deepEqual(
      found.map(({ resource }) => resource?.address),
      ['Store'],
    );
  });
});
