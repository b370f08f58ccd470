import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denial, fixedStatement, inCondition, inStatement, read } from '../../support/policyDefects';

describe('A condition operator', () => {
  test('that does not exist is mended with all its parts', () => {
    for (const [wrong, right] of [
      ['StringEqual', 'StringEquals'],
      ['ForAnyValue:StringLikes', 'ForAnyValue:StringLike'],
      ['ForAnyValues:StringLike', 'ForAnyValue:StringLike'],
      ['ForAllValue:StringLike', 'ForAllValues:StringLike'],
      ['StringEqualIfExists', 'StringEqualsIfExists'],
      ['StringEqualsIfExist', 'StringEqualsIfExists'],
      ['StringEquals ', 'StringEquals'],
    ] as const) {
      const key = right.startsWith('For') ? 'aws:TagKeys' : 'aws:PrincipalTag/team';
      const { Condition } = fixedStatement({ ...read, Condition: { [wrong]: { [key]: 'team' } } });
      assert.deepEqual(Object.keys(Condition), [right]);
    }
    const { Condition } = fixedStatement({ ...read, Condition: { NullIfExists: { 'aws:TagKeys': 'true' } } });
    assert.deepEqual(Object.keys(Condition), ['Null']);
    assert.deepEqual(inCondition('Matches', 'aws:SourceVpc', 'x', denial), ['unknown-operator error Matches']);
  });

  test('that exists is left alone, whatever its case', () => {
    for (const operator of ['stringequals', 'ForAllValues:StringNotLikeIfExists', 'Bool', 'Null']) {
      assert.deepEqual(inCondition(operator, 'token.actions.githubusercontent.com:sub', 'true'), [], operator);
    }
  });

  test('that does not fit the type of its key is mended', () => {
    for (const [wrong, key, value, right] of [
      ['StringEquals', 'aws:SourceIp', '203.0.113.0/24', 'IpAddress'],
      ['StringNotLikeIfExists', 'aws:SourceIp', ['203.0.113.0/24'], 'NotIpAddressIfExists'],
      ['Bool', 'aws:SourceVpc', 'vpc-1', 'StringEquals'],
      ['IpAddress', 'aws:SourceVpc', 'vpc-1', 'StringEquals'],
      ['ArnLike', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5', 'StringEquals'],
      ['ArnNotLike', 'aws:userid', 'AROA1:x', 'StringNotEquals'],
      ['NumericEquals', 'aws:SecureTransport', 'true', 'Bool'],
    ] as const) {
      const statement = { ...read, Condition: { [wrong]: { [key]: value } } };
      assert.deepEqual(inCondition(wrong, key, value)[0]?.split(' ')[0], 'operator-type', wrong);
      assert.deepEqual(Object.keys(fixedStatement(statement).Condition), [right]);
    }
  });

  test('is not replaced where that would change another test', () => {
    const shared = { StringEquals: { 'aws:SourceIp': '203.0.113.0/24', 'aws:SourceVpc': 'vpc-1' } };
    assert.equal(fixedStatement({ ...read, Condition: shared }), undefined);
    const taken = {
      StringEquals: { 'aws:SourceIp': '203.0.113.0/24' },
      IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' },
    };
    assert.equal(fixedStatement({ ...read, Condition: taken }), undefined);
  });

  test('that compares what comes as text may do so', () => {
    for (const [operator, key, value] of [
      ['StringEquals', 'aws:SecureTransport', 'true'],
      ['StringLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x'],
      ['ArnLike', 'aws:SourceVpcArn', 'arn:aws:ec2:*:*:vpc/*'],
      ['NumericLessThan', 'aws:ResourceTag/level', '3'],
      ['DateGreaterThan', 'aws:EpochTime', '1700000000'],
      ['NumericLessThan', 'aws:EpochTime', '1700000000'],
      ['IpAddress', 'aws:SourceIp', ['203.0.113.7', '2001:db8::/32']],
      ['Bool', 'aws:SecureTransport', false],
    ] as const) {
      assert.deepEqual(inCondition(operator, key, value), [], operator);
    }
  });

  test('needs a value that it can read', () => {
    for (const [operator, key, value] of [
      ['Bool', 'aws:SecureTransport', 'never'],
      ['IpAddress', 'aws:SourceIp', '203.0.113.0/33'],
      ['NumericLessThan', 'aws:MultiFactorAuthAge', '1h'],
      ['DateLessThan', 'aws:CurrentTime', 'tomorrow'],
      ['ArnLike', 'aws:SourceArn', '111122223333'],
    ] as const) {
      assert.deepEqual(inCondition(operator, key, value), [`operator-type warning ${value}`]);
    }
    assert.deepEqual(inCondition('IpAddress', 'aws:SourceIp', '<my-range>'), []);
  });
});

describe('A wildcard that is no wildcard', () => {
  const role = 'arn:aws:iam::111122223333:role/shop-*';

  test('is found at the value, and mended for all tests of the operator', () => {
    assert.deepEqual(inCondition('StringEquals', 'aws:PrincipalArn', role, denial), [`literal-wildcard error ${role}`]);
    assert.deepEqual(inCondition('StringNotEquals', 'aws:PrincipalArn', role, denial), [
      `literal-wildcard warning ${role}`,
    ]);
    const alone = { StringNotEquals: { 'aws:PrincipalArn': role } };
    assert.deepEqual(Object.keys(fixedStatement({ ...read, Condition: alone }).Condition), ['ArnNotLike']);
    const both = { StringNotEqualsIfExists: { 'aws:PrincipalArn': role, 'aws:SourceVpc': 'vpc-1' } };
    const { Condition } = fixedStatement({ ...read, Condition: both });
    assert.deepEqual(Condition, { StringNotLikeIfExists: both.StringNotEqualsIfExists });
  });

  test('is a finding for the claims of an identity provider as well', () => {
    assert.deepEqual(inCondition('StringEquals', 'token.actions.githubusercontent.com:sub', 'repo:shop/*'), [
      'literal-wildcard warning repo:shop/*',
    ]);
  });

  test('is meant as it stands where the value is a pattern itself', () => {
    assert.deepEqual(inCondition('StringEquals', 'lambda:Principal', '*', { ...denial, Action: 'lambda:*' }), []);
    assert.deepEqual(inCondition('StringLike', 'aws:PrincipalArn', role), []);
    assert.deepEqual(inCondition('StringEquals', 's3:prefix', 'a${*}', { ...read, Action: 's3:*' }), []);
  });
});

describe('A set operator', () => {
  test('on a key with one value is found where it decides on a missing key', () => {
    const operators = ['ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals'] as const;
    assert.deepEqual(inCondition(operators[0], 'aws:SourceVpc', 'vpc-1'), [`set-operator error ${operators[0]}`]);
    assert.deepEqual(inCondition(operators[0], 'aws:SourceVpc', 'vpc-1', denial), [
      `set-operator warning ${operators[0]}`,
    ]);
    assert.deepEqual(inCondition(operators[1], 'aws:SourceVpc', 'vpc-1', denial), [
      `set-operator error ${operators[1]}`,
    ]);
    const { Condition } = fixedStatement({ ...read, Condition: { [operators[0]]: { 'aws:SourceVpc': 'vpc-1' } } });
    assert.deepEqual(Object.keys(Condition), ['StringEquals']);
  });

  test('is left alone where it changes nothing, or the key has several values or must be there', () => {
    assert.deepEqual(inCondition('ForAnyValue:StringEquals', 'aws:SourceVpc', 'vpc-1'), []);
    assert.deepEqual(inCondition('ForAllValues:StringEquals', 'aws:TagKeys', 'team'), []);
    assert.deepEqual(inCondition('ForAllValues:StringLike', 'cognito-identity.amazonaws.com:amr', 'auth'), []);
    const asked = { 'ForAllValues:StringEquals': { 'aws:SourceVpc': 'vpc-1' }, Null: { 'aws:SourceVpc': 'false' } };
    assert.deepEqual(inStatement({ ...read, Condition: asked }), []);
  });

  test('is asked for where a key has several values', () => {
    assert.deepEqual(inCondition('StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'), [
      'set-operator warning StringLike',
    ]);
    assert.deepEqual(inCondition('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'), []);
    assert.deepEqual(inCondition('Null', 'aws:TagKeys', 'true'), []);
  });
});
