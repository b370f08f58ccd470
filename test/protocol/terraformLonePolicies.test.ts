import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccepted } from '../support/completions';
import { hoverIn } from '../support/hovers';
import { rewritten } from '../support/rewrites';

/** A data source that writes a policy of a queue, which the module hands on. */
const document = (action: string, name = 'access') => `{
  "data": {
    "aws_iam_policy_document": {
      "${name}": {
        "statement": [
          {
            "actions": ["${action}"],
            "principals": [{"type": "AWS", "identifiers": ["*"]}],
            "resources": ["arn:aws:sqs:eu-west-1:111122223333:orders"]
          }
        ]
      }
    }
  },
  "output": {"policy": {"value": "\${data.aws_iam_policy_document.access.json}"}}
}
`;

test('a policy that no resource takes over has hovers, completions and changes like any other', async () => {
  const hover = async (text: string) => (await hoverIn('main.tf.json', text)) ?? assert.fail('there is no hover');
  assert.match((await hover(document('sqs:Send│Message'))).words, /\(Amazon SQS, access level write\)$/m);
  assert.match((await hover(document('sqs:SendMessage', 'acc│ess'))).words, /^\*\*IAM policy document\*\* `access`/);
  const line = '            "actions": ["sqs:SendMessage"],';
  await assertAccepted('main.tf.json', document('sqs:SendM│'), 'sqs:SendMessage', line);
  const change = async (title: string) =>
    JSON.parse(await rewritten('main.tf.json', document('sqs:De│*'), title)).data.aws_iam_policy_document.access;
  const wildcard = await change('Write out the 2 actions of sqs:De*');
  assert.deepEqual(wildcard.statement[0].actions, ['sqs:DeleteMessage', 'sqs:DeleteQueue']);
  const within = await change('Allow only principals of your organization');
  assert.equal(within.statement[0].condition[0].variable, 'aws:PrincipalOrgID');
  const secure = await change('Deny plain HTTP');
  assert.deepEqual(secure.statement[1].condition[0], {
    test: 'Bool',
    variable: 'aws:SecureTransport',
    values: ['false'],
  });
});
