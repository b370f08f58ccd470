import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^policy-(?:unknown-action|malformed-arn|arn-partition)$/;

/** A module with a policy whose statement says something, in strings of JSON. */
const module = (action: string, resource = 'arn:aws:s3:::reports/*', more = '') => `{
  ${more}"data": {"aws_iam_policy_document": {"reading": {"statement": {
    "actions": ["${action}"],
    "resources": ["${resource}"]
  }}}},
  "resource": {"aws_iam_policy": {"reading": {"policy": "\${data.aws_iam_policy_document.reading.json}"}}}
}
`;

/** Checks what is found in a module with marks, and what the fix makes of it; nothing where there is none. */
function assertMended(marked: string, mended: string | undefined): void {
  const text = assertFindings('main.tf.json', marked, about);
  const checked = checkText('main.tf.json', text);
  const [finding] = checked.findings.filter((one) => about.test(one.rule));
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.equal(fix && applyEdits(text, fix.edits), mended);
}

const mark = (text: string) => `⟦policy-unknown-action|${text}⟧`;

test('what is wrong in one piece of a text with holes is found and mended there', () => {
  const locals = (name: string) => `"locals": {"service": "s3", "name": "${name}"},\n  `;
  assertMended(
    module(`\${local.service}${mark(':GetObjct')}`, undefined, locals('')),
    module('${local.service}:GetObject', undefined, locals('')),
  );
  assertMended(
    module('s3:${local.name}', undefined, locals(mark('GetObjct'))),
    module('s3:${local.name}', undefined, locals('GetObject')),
  );
});

test('what is wrong in one piece of a joined text is found and mended there', () => {
  assertMended(
    module(`\${join(\\":\\", [\\"s3\\", \\"${mark('GetObjct')}\\"])}`),
    module('${join(\\":\\", [\\"s3\\", \\"GetObject\\"])}'),
  );
});

test('what is wrong in a format, or in what is put into it, is found and mended there', () => {
  assertMended(
    module(`\${format(\\"s3:%s\\", \\"${mark('GetObjct')}\\")}`),
    module('${format(\\"s3:%s\\", \\"GetObject\\")}'),
  );
  assertMended(
    module(`\${format(\\"%s${mark(':GetObjct')}\\", \\"s3\\")}`),
    module('${format(\\"%s:GetObject\\", \\"s3\\")}'),
  );
});

test('what is wrong across pieces is found in the whole, and not mended', () => {
  assertMended(module(mark('${join(\\"\\", [\\"s3:GtObject\\", \\"Taggin\\"])}')), undefined);
});

test('a text of which a function makes another is not mended in its pieces', () => {
  const locals = '"locals": {"service": "s3"},\n  ';
  assertMended(module(mark('${substr(\\"${local.service}:GetObjctx\\", 0, 11)}'), undefined, locals), undefined);
});

test('a wrong part of an ARN is found in its piece', () => {
  const arn = (partition: string) =>
    `\${join(\\":\\", [\\"arn\\", \\"${partition}\\", \\"sqs\\", \\"cn-north-1\\", \\"111122223333\\", \\"orders\\"])}`;
  assertMended(module('sqs:SendMessage', arn('⟦policy-arn-partition|aws⟧')), module('sqs:SendMessage', arn('aws-cn')));
});

test('a wrong word in a loop is found once', () => {
  const statement = `{Effect = \\"Allow\\", Action = \\"${mark('s3:GetObjct')}\\", Resource = one}`;
  const policy = `\${jsonencode({Statement = [for one in [\\"*\\", \\"arn:aws:s3:::reports\\"] : ${statement}]})}`;
  assertFindings('main.tf.json', `{"resource": {"aws_iam_policy": {"p": {"policy": "${policy}"}}}}`, about);
});
