import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^policy-(?:unknown-action|malformed-arn|arn-partition)$/;

/** A template with a policy whose statement says something. */
const template = (statement: string, more = '') => `${more}Resources:
  Policy:
    Type: AWS::IAM::RolePolicy
    Properties:
      PolicyName: reading
      RoleName: reader
      PolicyDocument:
        Statement:
          - { Effect: Allow, ${statement} }
`;

/** Checks where a statement is found wrong, and what the fix makes of it; nothing where there is none. */
function assertMended(statement: string, mended: string | undefined, more = ''): void {
  const text = assertFindings('t.yaml', template(statement, more), about);
  const checked = checkText('t.yaml', text);
  const [finding] = checked.findings.filter((one) => about.test(one.rule));
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.equal(fix && applyEdits(text, fix.edits), mended && template(mended));
}

const resource = 'Resource: "arn:aws:s3:::reports/*"';
const mark = (text: string) => `⟦policy-unknown-action|${text}⟧`;

test('what is wrong in one piece of a joined text is found and mended there', () => {
  assertMended(
    `Action: !Join [":", [s3, ${mark('GetObjct')}]], ${resource}`,
    `Action: !Join [":", [s3, GetObject]], ${resource}`,
  );
  assertMended(
    `Action: {"Fn::Join": ["", ["s3:", !Join ["", ["Get", "${mark('Objct')}"]]]]}, ${resource}`,
    `Action: {"Fn::Join": ["", ["s3:", !Join ["", ["Get", "Object"]]]]}, ${resource}`,
  );
});

test('what is wrong in what a map gives a substituted text is found and mended there, and beside it in the text', () => {
  assertMended(
    `Action: !Sub ["s3:\${Name}", {Name: ${mark('GetObjct')}}], ${resource}`,
    `Action: !Sub ["s3:\${Name}", {Name: GetObject}], ${resource}`,
  );
  assertMended(
    `Action: !Sub ["\${Service}${mark(':GetObjct')}", {Service: s3}], ${resource}`,
    `Action: !Sub ["\${Service}:GetObject", {Service: s3}], ${resource}`,
  );
});

test('what is wrong across pieces is found in the whole, and not mended', () => {
  assertMended(`Action: !Join ⟦policy-unknown-action|["", ["s3:GtObject", "Taggin"]]⟧, ${resource}`, undefined);
});

test('a separator that stands between several pieces is not mended for one of them', () => {
  const separated = 'Action: !Join ⟦policy-unknown-action|["t", ["s3:Ge", "Objec", "", ""]]⟧';
  assertMended(`${separated}, ${resource}`, undefined);
});

test('a wrong part of an ARN is found in its piece', () => {
  const joined = (account: string) => `Resource: !Join [":", ["arn:aws", "s3", "", "", ${account}]]`;
  assertFindings('t.yaml', template(`Action: s3:GetObject, ${joined('"reports/*"')}`), about);
  const partition = (arn: string) => `Action: sqs:SendMessage, Resource: !Join [":", [arn, ${arn}]]`;
  const rest = 'sqs, cn-north-1, "111122223333", orders';
  assertMended(partition(`⟦policy-arn-partition|aws⟧, ${rest}`), partition(`aws-cn, ${rest}`));
});

test('a wrong piece in a loop is found once', () => {
  const policy = `    - Policy\${Name}:
        Type: AWS::IAM::RolePolicy
        Properties:
          PolicyName: reading
          RoleName: reader
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: !Sub ["\${Service}${mark(':GetObjct')}", {Service: s3}], ${resource} }
`;
  const loop = `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Policies:\n    - Name\n    - [A, B]\n${policy}`;
  assertFindings('t.yaml', loop, about);
});
