import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allows } from '../../../server/src/catalogue/policies/evaluate';
import type { Extent } from '../../../server/src/catalogue/policies/extent';
import { type Request, requests } from '../../../server/src/catalogue/policies/request';
import type { Policy } from '../../../server/src/model/policy';
import { checkText } from '../../support/checking';
import { Dice, keys, randomRequest, randomStatement, referenceAllows } from '../../support/policyReference';

/** A policy document as the product reads it. */
function policy(statements: unknown): Policy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { model, world } = checkText('policy.json', text);
  const [found] = model.resources.flatMap((resource) => world.policiesIn(resource));
  assert.ok(found, text);
  return found;
}

const own = { kind: 'aws', arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333' } as const;
const foreign = { kind: 'aws', arn: 'arn:aws:iam::444455556666:user/eve', account: '444455556666' } as const;

describe('what a policy lets through', () => {
  const everything = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' };
  const cases: [name: string, statements: unknown, request: Request, expected: Extent][] = [
    ['an Allow of everything, anybody', everything, requests({}, { action: 's3:GetObject' }), 'all'],
    ['an Allow of another service', everything, requests({}, { action: 'sqs:SendMessage' }), 'none'],
    [
      'an Allow held to an organisation, an outsider',
      { ...everything, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } },
      requests({ 'aws:PrincipalOrgID': 'o-other' }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'an Allow held to an organisation, somebody without any',
      { ...everything, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } },
      requests({ 'aws:PrincipalOrgID': [] }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'a Deny of what lacks a key, where the operator passes missing keys',
      [
        everything,
        { ...everything, Effect: 'Deny', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
      ],
      requests({ 'aws:MultiFactorAuthPresent': [] }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'a Deny of what lacks a key, where the operator does not pass missing keys',
      [everything, { ...everything, Effect: 'Deny', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }],
      requests({ 'aws:MultiFactorAuthPresent': [] }, { action: 's3:GetObject' }),
      'all',
    ],
    [
      'a Deny of plain HTTP, over TLS and not',
      [everything, { ...everything, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      requests({}, { action: 's3:GetObject' }),
      'some',
    ],
    [
      'an Allow and a Deny that hang on the same key',
      [
        { ...everything, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } },
        { ...everything, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } },
      ],
      requests({}, { action: 's3:GetObject' }),
      undefined,
    ],
    [
      'an account named by its root, one of its roles',
      { ...everything, Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
      requests({}, { action: 's3:GetObject', caller: own }),
      'all',
    ],
    [
      'an account named by its number, a user of another',
      { ...everything, Principal: { AWS: '111122223333' } },
      requests({}, { action: 's3:GetObject', caller: foreign }),
      'none',
    ],
    [
      'everybody but one, that one',
      { Effect: 'Allow', NotPrincipal: { AWS: foreign.arn }, Action: '*', Resource: '*' },
      requests({}, { action: 's3:GetObject', caller: foreign }),
      'none',
    ],
    [
      'a variable that the request fills',
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
      requests({ 'aws:username': 'ada' }, { action: 's3:GetObject', resource: 'arn:aws:s3:::home/ada/notes' }),
      'all',
    ],
    [
      'a variable that the request leaves open',
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' },
      requests({}, { action: 's3:GetObject', resource: 'arn:aws:s3:::home/ada/notes' }),
      'some',
    ],
    [
      'ARNs compared by their parts, where a wildcard would have to stand for several',
      { ...everything, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:*:topic' } } },
      requests({ 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:topic' }, { action: 's3:GetObject' }),
      'none',
    ],
    [
      'an address outside a range',
      { ...everything, Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } } },
      requests({ 'aws:SourceIp': '2001:db8:1::5' }, { action: 's3:GetObject' }),
      'none',
    ],
  ];
  for (const [name, statements, request, expected] of cases) {
    test(`${name}: ${expected ?? 'cannot be known'}`, () => {
      assert.equal(allows(policy(statements), request), expected);
    });
  }
});

describe('the evaluator', () => {
  test('agrees with a plain reference on random policies and requests', () => {
    const dice = new Dice(20261122);
    let allowed = 0;
    for (let round = 0; round < 400; round++) {
      const statements = [0, 1, 2].slice(dice.upTo(3)).map(() => randomStatement(dice));
      const read = policy(statements);
      for (let i = 0; i < 25; i++) {
        const request = randomRequest(dice);
        const expected = referenceAllows(statements, request);
        if (expected) allowed++;
        assert.equal(
          allows(read, request),
          expected ? 'all' : 'none',
          JSON.stringify({ statements, request, context: [...request.context] }),
        );
      }
    }
    assert.ok(allowed > 500, `only ${allowed} of the requests are allowed: the policies are too narrow to tell much`);
  });

  test('says of many requests at once only what holds for each of them', () => {
    const dice = new Dice(7);
    for (let round = 0; round < 300; round++) {
      const statements = [randomStatement(dice), randomStatement(dice)];
      const read = policy(statements);
      const concrete = randomRequest(dice);
      const open = dice.some(Object.keys(keys)).map((key) => key.toLowerCase());
      const context = new Map([...concrete.context].filter(([key]) => !open.includes(key)));
      const extent = allows(read, { ...concrete, context });
      const expected = referenceAllows(statements, concrete);
      const told = JSON.stringify({
        statements,
        action: concrete.action,
        context: [...concrete.context],
        open,
        extent,
      });
      if (extent === 'all') assert.ok(expected, told);
      if (extent === 'none') assert.ok(!expected, told);
    }
  });
});
