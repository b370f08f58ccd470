import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denial, fixedStatement, found, inCondition, inStatement, read, template } from '../../support/policyDefects';

describe('An ARN', () => {
  const inResource = (arn: unknown, action = '*') => inStatement({ ...denial, Action: action, Resource: arn });

  test('that is malformed is found, and mended where it is certain how', () => {
    for (const [wrong, right] of [
      ['arn:aws:iam:us-east-1:111122223333:role/x', 'arn:aws:iam::111122223333:role/x'],
      ['arn:aws:S3:::data', 'arn:aws:s3:::data'],
      ['arn:aws:dynamdb:eu-west-1:111122223333:table/x', 'arn:aws:dynamodb:eu-west-1:111122223333:table/x'],
      ['anr:aws:s3:::data', 'arn:aws:s3:::data'],
      ['arn:aws:sqs:eu-west-1:1111-2222-3333:q', 'arn:aws:sqs:eu-west-1:111122223333:q'],
    ] as const) {
      assert.deepEqual(inResource(wrong), [`malformed-arn error ${wrong}`]);
      assert.equal(fixedStatement({ ...denial, Action: '*', Resource: wrong }).Resource, right);
    }
    for (const wrong of [
      'data/*',
      'arn:aws:sqs::111122223333:q',
      'arn:aws:sqs:eu-west-1:1111:q',
      'arn:aws:sqs:us-east1:111122223333:q',
      'arn:aws:s3::data/*',
      'arn:s3:::data/*',
    ]) {
      assert.deepEqual(inResource(wrong), [`malformed-arn error ${wrong}`]);
    }
    assert.deepEqual(inStatement({ ...read, Action: '*', Resource: 'data' }), ['malformed-arn warning data']);
  });

  test('that lacks parts means more than it says in a policy of an identity', () => {
    const statement = { Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs' };
    assert.deepEqual(inStatement(statement), ['malformed-arn error arn:aws:sqs']);
    // What cannot be a region or an account matches nothing.
    const short = 'arn:aws:sqs:eu-west-1:orders';
    assert.deepEqual(inStatement({ ...statement, Resource: short }), [`malformed-arn warning ${short}`]);
    const key = 'arn:aws:kms:eu-west-1';
    assert.deepEqual(inStatement({ ...statement, Action: 'kms:Decrypt', Resource: key }), [
      `malformed-arn error ${key}`,
    ]);
  });

  test('that is right, a pattern, or not written out in full is left alone', () => {
    for (const right of [
      '*',
      'arn:aws:s3:*',
      'arn:*:s3:::data',
      'arn:aws:s3:::${aws:username}/*',
      'arn:aws:ssm:*::document/*',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'arn:aws:newservice:eu-west-1:111122223333:thing/x',
      'arn:aws:sqs:<region>:<account>:q',
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x' },
      { 'Fn::GetAtt': ['Other', 'Arn'] },
    ]) {
      assert.deepEqual(inResource(right), [], JSON.stringify(right));
    }
  });

  test('is in the partition of its Region', () => {
    for (const [wrong, right] of [
      ['arn:aws:sqs:cn-north-1:111122223333:q', 'arn:aws-cn:sqs:cn-north-1:111122223333:q'],
      ['arn:aws-cn:sqs:eu-west-1:111122223333:q', 'arn:aws:sqs:eu-west-1:111122223333:q'],
      ['arn:aws:sqs:us-gov-west-1:111122223333:q', 'arn:aws-us-gov:sqs:us-gov-west-1:111122223333:q'],
      ['arn:aws-nc:s3:::data', 'arn:aws-cn:s3:::data'],
    ] as const) {
      assert.deepEqual(inResource(wrong), [`arn-partition error ${wrong}`]);
      assert.equal(fixedStatement({ ...denial, Action: '*', Resource: wrong }).Resource, right);
    }
    const sub = { 'Fn::Sub': 'arn:aws:sqs:cn-north-1:${AWS::AccountId}:q' };
    assert.equal(inResource(sub).length, 1);
    assert.equal(fixedStatement({ ...denial, Action: '*', Resource: sub }), undefined);
    const variable = 'arn:aws:dynamodb:cn-north-1:111122223333:table/${aws:username}';
    assert.equal(fixedStatement({ ...denial, Action: '*', Resource: variable }), undefined);
    assert.deepEqual(inResource('arn:aws-iso-b:sqs:us-isob-east-1:111122223333:q'), []);
    assert.deepEqual(inCondition('ArnLike', 'aws:SourceArn', 'arn:aws:sqs:cn-north-1:*:*', denial).length, 1);
  });

  test('of a principal has an account of 12 digits', () => {
    const trust = (principal: string) =>
      template('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
        },
      });
    assert.deepEqual(found('template.json', trust('11112222333')), ['malformed-arn warning 11112222333']);
    assert.deepEqual(found('template.json', trust('arn:aws:iam::1111:root')).length, 1);
    assert.deepEqual(found('template.json', trust('arn:aws:iam::111122223333:root')), []);
  });

  test('of a principal has no wildcard', () => {
    const policy = (principal: string) =>
      template('AWS::SQS::QueuePolicy', {
        Queues: ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders'],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Principal: { AWS: principal }, Action: 'sqs:SendMessage', Resource: '*' }],
        },
      });
    const role = 'arn:aws:iam::111122223333:role/shop-*';
    assert.deepEqual(found('template.json', policy(role)), [`malformed-arn error ${role}`]);
    assert.deepEqual(found('template.json', policy('*')), []);
  });

  test('or the account in a condition has the parts that it needs', () => {
    assert.deepEqual(inCondition('StringNotEquals', 'aws:PrincipalAccount', '11112222333', denial), [
      'malformed-arn warning 11112222333',
    ]);
    const topic = 'arn:aws:sns::111122223333:orders';
    assert.deepEqual(inCondition('ArnEquals', 'aws:SourceArn', topic, denial), [`malformed-arn error ${topic}`]);
    assert.deepEqual(inCondition('StringEquals', 'aws:SourceAccount', ['111122223333', '<account>']), []);
  });
});

describe('A statement that never applies', () => {
  test('has an action that none of its resources is for', () => {
    assert.deepEqual(inStatement({ ...denial, Action: ['s3:GetObject', 's3:ListBucket'] }), [
      'never-applies error s3:ListBucket',
    ]);
    assert.deepEqual(inStatement({ ...read, Resource: 'arn:aws:s3:::data' }), ['never-applies warning s3:GetObject']);
    assert.deepEqual(inStatement({ ...read, Action: 'sqs:SendMessage' }), ['never-applies warning sqs:SendMessage']);
    const alias = { ...read, Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111122223333:alias/data' };
    assert.deepEqual(inStatement(alias), ['never-applies warning kms:Decrypt']);
    for (const [action, resource] of [
      ['ecr:GetAuthorizationToken', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop'],
      ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:orders'],
      ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function/orders'],
      ['sts:AssumeRole', 'arn:aws:sts::111122223333:role/shop'],
    ] as const) {
      assert.deepEqual(inStatement({ ...read, Action: action, Resource: resource }), [
        `never-applies warning ${action}`,
      ]);
    }
  });

  test('is not one with a resource that may be right', () => {
    for (const resource of [
      ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
      'arn:aws:s3:::*',
      'arn:aws:s3:::data*',
      'arn:aws:s3:eu-west-1:111122223333:accesspoint/*',
      { 'Fn::GetAtt': ['Other', 'Arn'] },
      { 'Fn::Sub': 'arn:aws:s3:::${Name}' },
      { 'Fn::Sub': '${Other.Arn}/*' },
    ]) {
      assert.deepEqual(inStatement({ ...read, Action: ['s3:GetObject'], Resource: resource }), []);
    }
    assert.deepEqual(inStatement({ ...read, Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }), []);
    for (const [action, resource] of [
      ['lambda:InvokeFunction', 'arn:aws:lambda:*:111122223333:function:orders:*'],
      ['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/orders/index/*'],
      ['ecr:GetAuthorizationToken', 'arn:aws:ecr:*:*:*'],
      ['iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
      ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-??????'],
      ['sts:AssumeRole', 'arn:aws:iam::*:role/shop/*'],
    ] as const) {
      assert.deepEqual(inStatement({ ...read, Action: action, Resource: resource }), [], action);
    }
    // AWS keeps transforms in accounts of its own; the tables do not name them.
    const change = { ...read, Action: 'cloudformation:CreateChangeSet' };
    assert.deepEqual(inStatement({ ...change, Resource: 'arn:aws:cloudformation:*:aws:transform/*' }), []);
  });

  test('has conditions that contradict each other', () => {
    const never = { Null: { 'aws:SourceVpc': 'true' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
    assert.deepEqual(inStatement({ ...denial, Condition: never }), ['never-applies error aws:SourceVpc']);
    const mayBe = { Null: { 'aws:SourceVpc': 'true' }, StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } };
    assert.deepEqual(inStatement({ ...denial, Condition: mayBe }), []);
  });

  test('asks the internet for addresses of a private network', () => {
    const ranges = ['203.0.113.0/24', '192.168.1.0/24'];
    assert.deepEqual(inCondition('NotIpAddress', 'aws:SourceIp', ranges, denial), [
      'never-applies warning 192.168.1.0/24',
    ]);
    assert.deepEqual(inCondition('IpAddress', 'aws:VpcSourceIp', ranges), []);
  });

  test('has an action of another service than its policy', () => {
    const statement = { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject', 'sqs:*'], Resource: '*' };
    const text = template('AWS::S3::BucketPolicy', { Bucket: 'data', PolicyDocument: { Statement: [statement] } });
    assert.deepEqual(found('template.json', text), ['never-applies warning sqs:*']);
    const topic = template('AWS::S3::BucketPolicy', {
      Bucket: 'data',
      PolicyDocument: { Statement: [{ ...statement, Action: ['s3:*', '*'] }] },
    });
    assert.deepEqual(found('template.json', topic), []);
  });
});
