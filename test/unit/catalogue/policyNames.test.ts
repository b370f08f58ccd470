import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denial, fixedStatement, inCondition, inStatement, read } from '../../support/policyDefects';

describe('An action that does not exist', () => {
  test('is found where one is near, and mended', () => {
    assert.deepEqual(inStatement({ ...read, Action: 's3:GetObjekt' }), ['unknown-action warning s3:GetObjekt']);
    assert.equal(fixedStatement({ ...read, Action: 's3:GetObjekt' }).Action, 's3:GetObject');
    assert.equal(fixedStatement({ ...read, Action: 's3:GteObject' }).Action, 's3:GetObject');
    assert.equal(fixedStatement({ ...read, Action: ['s3:GetObject '] }).Action[0], 's3:GetObject');
    assert.equal(
      fixedStatement({ ...read, Action: 'sss:DescribeParameters', Resource: '*' }).Action,
      'ssm:DescribeParameters',
    );
    assert.equal(fixedStatement({ ...read, Action: 'dynamdb:List*', Resource: '*' }).Action, 'dynamodb:List*');
    assert.equal(fixedStatement({ ...read, Action: 'ec2:Desribe*', Resource: '*' }).Action, 'ec2:Describe*');
    assert.equal(fixedStatement({ ...read, Action: 's3:HeadObject' }).Action, 's3:GetObject');
    assert.equal(fixedStatement({ ...read, Action: 'ecr:BatchGetImages', Resource: '*' }).Action, 'ecr:BatchGetImage');
  });

  test('is found where it is an operation of S3, or its service goes by another name', () => {
    for (const [wrong, right] of [
      ['s3:GetBucketEncryption', 's3:GetEncryptionConfiguration'],
      ['s3:DeleteBucketEncryption', 's3:PutEncryptionConfiguration'],
      ['s3:PutBucketNotificationConfiguration', 's3:PutBucketNotification'],
      ['s3:GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
      ['stepfunctions:StartExecution', 'states:StartExecution'],
      ['eventbridge:PutEvents', 'events:PutEvents'],
      ['efs:ClientMount', 'elasticfilesystem:ClientMount'],
    ] as const) {
      assert.equal(fixedStatement({ ...denial, Action: wrong, Resource: '*' }).Action, right);
    }
  });

  test('is found where it is no single name', () => {
    assert.equal(fixedStatement({ ...read, Action: 's3: GetObject' }).Action, 's3:GetObject');
    for (const wrong of ['s3:GetObject,s3:PutObject', 's3:GetObject:all', 's3.GetObject', 's3;GetObject']) {
      assert.deepEqual(inStatement({ ...read, Action: wrong }), [`unknown-action warning ${wrong}`]);
    }
  });

  test('is an error where it leaves a door open', () => {
    assert.deepEqual(inStatement({ ...denial, Action: 's3:GetObjekt' }), ['unknown-action error s3:GetObjekt']);
    const { Action: _, ...rest } = read;
    assert.deepEqual(inStatement({ ...rest, NotAction: 's3:GetObjekt' }), ['unknown-action error s3:GetObjekt']);
  });

  test('is not one that may be new', () => {
    for (const action of [
      's3:getobject',
      'S3:*',
      '*',
      's3:Get*',
      's3:GetObjectDossier',
      'ec2:DescribeInstanceVolumes',
      'newservice:GetObject',
      'sqs:SendMessageBatchV2',
      'bedrock:*Dossier*',
      's3:GetBucketDossier',
      'efs:GetObject',
      's3*:Get*',
      '<service>:<action>',
      '',
    ]) {
      assert.deepEqual(inStatement({ ...read, Action: action, Resource: '*' }), [], action);
    }
  });

  test('lacks its service', () => {
    assert.deepEqual(inStatement({ ...read, Action: 'GetObject' }), ['unknown-action warning GetObject']);
    assert.equal(fixedStatement({ ...read, Action: 'GetObject' }), undefined);
  });
});

describe('A condition key that does not exist', () => {
  test('is found where one is near, and mended', () => {
    const misspelled = (key: string) => ({ ...read, Condition: { StringEquals: { [key]: 'x' } } });
    assert.deepEqual(inStatement(misspelled('aws:PrincipalOrgIdd')), [
      'unknown-condition-key warning aws:PrincipalOrgIdd',
    ]);
    for (const [wrong, right] of [
      ['aws:PrincipalOrgIdd', 'aws:PrincipalOrgID'],
      ['asw:PrincipalOrgID', 'aws:PrincipalOrgID'],
      ['PrincipalOrgID', 'aws:PrincipalOrgID'],
      ['aws:PrincipalTags/team', 'aws:PrincipalTag/team'],
      ['s3:x-amz-aclz', 's3:x-amz-acl'],
      ['s3:SecureTransport', 'aws:SecureTransport'],
      ['s3:TlsVersions', 's3:TlsVersion'],
    ] as const) {
      const { Condition } = fixedStatement({ ...misspelled(wrong), Action: 's3:PutObject' });
      assert.deepEqual(Object.keys(Condition.StringEquals), [right]);
    }
  });

  test('is an error where a Deny denies nothing, or an Allow always holds', () => {
    const wrong = 'aws:PrincipalOrgIdd';
    assert.deepEqual(inCondition('StringEquals', wrong, 'x', denial), [`unknown-condition-key error ${wrong}`]);
    assert.deepEqual(inCondition('StringNotEquals', wrong, 'x', denial), [`unknown-condition-key warning ${wrong}`]);
    assert.deepEqual(inCondition('StringNotEquals', wrong, 'x'), [`unknown-condition-key error ${wrong}`]);
    assert.deepEqual(inCondition('StringEqualsIfExists', wrong, 'x'), [`unknown-condition-key error ${wrong}`]);
  });

  test('is not one of an identity provider, or one that may be new', () => {
    for (const key of [
      'token.actions.githubusercontent.com:sub',
      'oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub',
      'accounts.google.com:audience',
      'saml:group',
      'AWS:principalorgid',
      'aws:RequestTag/any:thing',
      'aws:SourceWarehouse',
      's3:ExistingObjectTag/team',
      'kms:EncryptionContext:purpose',
      'newservice:Key',
      'secretsmanager:ResourceTag/team',
      'ssm:resourceTag/team',
      'glacier:ResourceTag/team',
      'ec2:ResourceTag/team',
    ]) {
      assert.deepEqual(inCondition('StringEquals', key, 'x', { ...read, Action: '*', Resource: '*' }), [], key);
    }
  });

  test('lacks the key of its tag', () => {
    for (const key of ['aws:RequestTag', 'aws:RequestTag/']) {
      assert.deepEqual(inCondition('StringEquals', key, 'x'), [`unknown-condition-key warning ${key}`]);
      assert.equal(fixedStatement({ ...read, Condition: { StringEquals: { [key]: 'x' } } }), undefined);
    }
  });
});

describe('A condition key that no action of the statement carries', () => {
  test('is found where all actions are known', () => {
    assert.deepEqual(inCondition('StringEquals', 's3:prefix', 'a/', denial), [
      'inapplicable-condition-key error s3:prefix',
    ]);
    assert.deepEqual(inCondition('StringEquals', 'ec2:Region', 'eu-west-1'), [
      'inapplicable-condition-key warning ec2:Region',
    ]);
  });

  test('is silent about other actions, other keys, and tests that hold without the key', () => {
    assert.deepEqual(inCondition('StringEquals', 's3:prefix', 'a/', { ...read, Action: 's3:*' }), []);
    assert.deepEqual(
      inCondition('StringEquals', 's3:prefix', 'a/', {
        ...read,
        Action: ['s3:ListBucket', 's3:GetObject'],
        Resource: '*',
      }),
      [],
    );
    assert.deepEqual(inCondition('StringEqualsIfExists', 's3:prefix', 'a/'), []);
    assert.deepEqual(inCondition('Null', 's3:prefix', 'true'), []);
    assert.deepEqual(inCondition('Bool', 'aws:SecureTransport', 'true'), []);
    // The tables have this key, but no action that carries it.
    const invoke = { ...read, Action: 'states:InvokeHTTPEndpoint', Resource: '*' };
    assert.deepEqual(inCondition('StringLike', 'states:HTTPEndpoint', 'https://example.com/*', invoke), []);
  });
});
