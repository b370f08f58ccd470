import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText, proveFix, shown } from '../../support/checking';

/** A module whose bucket has a policy that an expression encodes. */
function module(expression: string): string {
  const resource = {
    aws_s3_bucket: { b: { bucket: 'reports-of-mine' } },
    aws_s3_bucket_policy: { b: { bucket: '${aws_s3_bucket.b.id}', policy: `\${${expression}}` } },
  };
  return JSON.stringify({ provider: { aws: {} }, resource }, null, 2);
}

/** The expression after the first fix of a rule's finding, which is proven; `undefined` without a fix. */
function mended(expression: string, rule: string): string | undefined {
  const checked = checkText('main.tf.json', module(expression));
  const finding = checked.findings.find((one) => one.rule === rule);
  assert.ok(finding, checked.findings.map(shown).join('\n'));
  const [fix] = fixesFor(checked, finding);
  if (!fix) return undefined;
  const { policy } = JSON.parse(proveFix(checked, finding, fix)).resource.aws_s3_bucket_policy.b;
  return policy.slice(2, -1);
}

const reading = 'Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "s3:GetObject", Resource = "*"';
const denial =
  'Sid = "RefusePlainHttp", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } }';
const account = '"aws:PrincipalAccount" = data.aws_caller_identity.current.account_id';

describe('a statement is added to an encoded policy', () => {
  const added = (expression: string) => mended(expression, 's3-bucket-tls-only');

  test('in one line behind those of one line, and into an empty list', () => {
    assert.equal(
      added(`jsonencode({ Version = "2012-10-17", Statement = [{ ${reading} }] })`),
      `jsonencode({ Version = "2012-10-17", Statement = [{ ${reading} }, { ${denial} }] })`,
    );
    assert.equal(
      added('jsonencode({ Version = "2012-10-17", Statement = [] })'),
      `jsonencode({ Version = "2012-10-17", Statement = [{ ${denial} }] })`,
    );
  });

  test('behind one that is no list yet', () => {
    assert.equal(
      added(`jsonencode({ Statement = { ${reading} } })`),
      `jsonencode({ Statement = [{ ${reading} }, { ${denial} }] })`,
    );
  });

  test('on lines of its own, with the commas, quotes and signs of the author, comments where they are', () => {
    const lined = (comma: string, added = '') => `jsonencode({
  Version = "2012-10-17"
  Statement = [
    # People of the other account
    {
      Effect    = "Allow" # to read
      Principal = { AWS = "111122223333" }
      Action    = "s3:GetObject"
      Resource  = "*"
    }${comma}${added}
  ]
})`;
    const block = `
    {
      Sid = "RefusePlainHttp"
      Effect = "Deny"
      Principal = "*"
      Action = "s3:*"
      Resource = [aws_s3_bucket.b.arn, "\${aws_s3_bucket.b.arn}/*"]
      Condition = {
        Bool = {
          "aws:SecureTransport" = "false"
        }
      }
    }`;
    assert.equal(added(lined('')), lined(',', block));
    assert.equal(added(lined(',')), lined(',', `${block},`));
    const json = (added = '') => `jsonencode({
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "Resource": "*"
    }${added}
  ]
})`;
    const quoted = block.replace(/^( +)(\w+) = /gm, '$1"$2": ').replace('" = "false', '": "false');
    assert.equal(added(json()), json(`,${quoted.replace(/("|\])\n(?= +")/g, '$1,\n')}`));
  });

  test('nowhere where its list is computed or written by a loop', () => {
    assert.equal(added(`jsonencode({ Statement = concat([{ ${reading} }], []) })`), undefined);
    assert.equal(added(`jsonencode({ Statement = [for one in ["*"] : { ${reading} }] })`), undefined);
    assert.equal(added('jsonencode({ Statement = ([]) })'), undefined);
    assert.equal(
      mended(`[for one in ["a"] : jsonencode({ Statement = [{ ${reading} }] })][0]`, 's3-bucket-tls-only'),
      undefined,
    );
  });
});

describe('a condition is added to a statement of an encoded policy', () => {
  const open = 'Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*"';
  const bound = (statement: string) => mended(`jsonencode({ Statement = [{ ${statement} }] })`, 'policy-public-access');

  test('as a reference without quotes, and beside the conditions that it has', () => {
    assert.equal(
      bound(open),
      `jsonencode({ Statement = [{ ${open}, Condition = { StringEquals = { ${account} } } }] })`,
    );
    const agent = 'StringLike = { "aws:UserAgent" = "x" }';
    assert.equal(
      bound(`${open}, Condition = { ${agent} }`),
      `jsonencode({ Statement = [{ ${open}, Condition = { ${agent}, StringEquals = { ${account} } } }] })`,
    );
  });

  test('on a line of its own, without a comma where the others have none', () => {
    const lined = (more = '') => `jsonencode({
  Statement = [{
    Effect = "Allow"
    Principal = "*"
    Action = "s3:GetObject"
    Resource = "*"${more}
  }]
})`;
    assert.equal(
      mended(lined(), 'policy-public-access'),
      lined(`
    Condition = {
      StringEquals = {
        ${account}
      }
    }`),
    );
  });

  test('not behind a text over several lines', () => {
    const expression = `jsonencode({ Statement = [{
  Effect = "Allow"
  Principal = "*"
  Action = "s3:GetObject"
  Resource = <<EOT
*
EOT
}] })`;
    assert.equal(mended(expression, 'policy-public-access'), undefined);
  });
});
