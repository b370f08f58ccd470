import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageOf } from '../../../server/src/engine/words';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^(?:iam-(?!.*size)|policy-(?:allow|confused)).*/;

function policy(...statements: string[]): string {
  return `{"Version": "2012-10-17", "Statement": [${statements.join(', ')}]}`;
}

function assertMarked(...statements: string[]): string {
  return assertFindings('policy.json', policy(...statements), about);
}

const everything = '{"Effect": "Allow", "Action": "*", "Resource": "*"}';

describe('A document of its own', () => {
  test('without principals is taken for the policy of an identity, and is told as one step less', () => {
    for (const statement of [
      '{"Effect": "Allow", "Action": "⟦iam-full-access|*⟧", "Resource": "*"}',
      '{"Effect": "Allow", "Action": "⟦iam-privilege-escalation|iam:AttachRolePolicy⟧", "Resource": "*"}',
      '{"Effect": "Allow", "⟦policy-allow-not-action|NotAction⟧": "iam:*", "Resource": "*"}',
      '{"Effect": "Allow", "Action": "s3:GetObject", "⟦policy-allow-not-resource|NotResource⟧": "arn:aws:s3:::data/*"}',
    ]) {
      const text = assertMarked(statement);
      const { findings } = checkText('policy.json', text);
      assert.deepEqual([...new Set(findings.map(({ severity }) => severity))], ['information'], text);
    }
  });

  test('that denies something may be a guardrail, in which all is allowed first', () => {
    assertMarked(everything, '{"Effect": "Deny", "Action": "iam:*", "Resource": "*"}');
  });

  test('with principals is none of an identity', () => {
    assertMarked('{"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "iam:*", "Resource": "*"}');
  });

  test('that lets a service in is told by what it can be', () => {
    const service = (name: string) => `"Principal": {"Service": "⟦policy-confused-deputy|${name}.amazonaws.com⟧"}`;
    assertMarked(`{"Effect": "Allow", ${service('scheduler')}, "Action": "sts:AssumeRole"}`);
    assertMarked(
      `{"Effect": "Allow", ${service('logging.s3')}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs/*"}`,
    );
  });

  test('has no name, so that its findings go without one', () => {
    const messages = (statement: string) => checkText('policy.json', policy(statement)).findings.map(messageOf);
    assert.deepEqual(messages(everything), ['The policy allows everything with everything.']);
    const mine = everything.replace('"Resource": "*"', '"Resource": "arn:aws:s3:::data/*"');
    assert.deepEqual(messages(mine), ['The policy allows all actions of every service.']);
    assert.deepEqual(messages(mine.replace('"*"', '"s3:*"')), ['The policy allows all actions of a service, s3:*.']);
  });
});
