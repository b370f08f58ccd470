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
    const chosen = expression.replace('<<EOT', 'false ? "*" : <<EOT');
    assert.equal(mended(chosen, 'policy-public-access'), undefined);
  });

  test('on a line after the comment of the one before, which stays where it is', () => {
    for (const comment of [' # all', ' // all', ', # all', ' /* a, b */, // all']) {
      const lined = (more = '') => `jsonencode({ Statement = [{
  Effect = "Allow" # whoever
  Principal = "*"
  Action = "s3:GetObject"
  Resource = "*"${comment}${more}
}] })`;
      const comma = comment.includes(',') ? ',' : '';
      const condition = `
  Condition = {
    StringEquals = {
      ${account}
    }
  }${comma}`;
      assert.equal(mended(lined(), 'policy-public-access'), lined(condition), comment);
    }
  });

  test('not where a condition chooses the statement, whose choices must be of one type', () => {
    const chosen = (statement: string) => `true ? { ${statement} } : { ${statement} }`;
    assert.equal(mended(`jsonencode({ Statement = [${chosen(open)}] })`, 'policy-public-access'), undefined);
    assert.ok(
      mended(
        `true ? jsonencode({ Statement = [{ ${open} }] }) : jsonencode({ Statement = [] })`,
        'policy-public-access',
      )?.includes(account),
    );
  });
});

describe('what is written into an expression leaves everything else as it is', () => {
  /** Takes the part that a fix inserts out of what it leaves. */
  const without = (text: string | undefined, ...parts: readonly string[]) =>
    parts.reduce<string | undefined>((left, part) => left?.replace(part, ''), text);

  test('parentheses, keys in parentheses, commas at the end and escapes in texts', () => {
    for (const expression of [
      `jsonencode({ Statement = ([{ ${reading} }]) })`,
      `jsonencode(({ Statement = [({ ${reading} })] }))`,
      `jsonencode({ ("Statement") = [{ ${reading} }] })`,
      `jsonencode({ Statement = [{ Sid = "a\\"}] # \\\\", ${reading} }] })`,
      `jsonencode({ Statement = [{ ${reading} }, /* { */ { ${reading} } /* ] */] })`,
    ]) {
      const left = mended(expression, 's3-bucket-tls-only');
      assert.equal(without(left, `, { ${denial} }`), expression);
    }
    const trailing = `jsonencode({ Statement = [{ ${reading}, }, ], })`;
    assert.equal(without(mended(trailing, 's3-bucket-tls-only'), ` { ${denial} },`), trailing);
  });

  test('a comment on the last statement, before the comma that it now needs', () => {
    const lined = (comma: string, more: string) => `jsonencode({ Statement = [
  { ${reading} }${comma} # the last
${more}] })`;
    const left = mended(lined('', ''), 's3-bucket-tls-only') ?? '';
    const [before, after] = lined(',', '|').split('|');
    assert.ok(left.startsWith(before as string) && left.endsWith(`\n${after}`), left);
  });

  test('the line ends of the author', () => {
    const expression = `jsonencode({\r\n  Statement = [\r\n    { ${reading} }\r\n  ]\r\n})`;
    const left = mended(expression, 's3-bucket-tls-only') ?? '';
    assert.match(left, /RefusePlainHttp/);
    assert.doesNotMatch(left, /(?<!\r)\n/);
  });

  test('an object with a key twice, of which the last counts, gets nothing', () => {
    const list = `Statement = [{ ${reading} }]`;
    assert.equal(mended(`jsonencode({ ${list}, ${list} })`, 's3-bucket-tls-only'), undefined);
  });

  test('a list that holds nothing but a comment gets nothing', () => {
    for (const comment of ['# none\n', '/* none */', '// none\n']) {
      assert.equal(mended(`jsonencode({ Statement = [ ${comment} ] })`, 's3-bucket-tls-only'), undefined);
    }
  });
});
