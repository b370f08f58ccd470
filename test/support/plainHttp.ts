import assert from 'node:assert/strict';
import { type Fix, fixesFor } from '../../server/src/engine/fixes';
import { defaultSettings } from '../../server/src/engine/settings';
import { rangeOf } from '../../server/src/syntax/ranges';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { checkText } from './checking';

/** The statement of the bucket `Store` that refuses plain HTTP. */
export const denial = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/*` }],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** A template in JSON. */
export function template(resources: object): string {
  return JSON.stringify({ Resources: resources }, null, 2);
}

/** A template with the bucket `Store`, whose policy has the given statements. */
export function bucketWith(...statements: object[]): string {
  return template({
    Store: { Type: 'AWS::S3::Bucket' },
    StorePolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Store' }, PolicyDocument: { Statement: statements } },
    },
  });
}

/** The places where a rule objects, as text. */
export function places(rule: string, text: string, path = 'template.json', settings = defaultSettings): string[] {
  return checkText(path, text, settings)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ origin }) => {
      const { start, end } = rangeOf(origin);
      return text.slice(start, end);
    });
}

/** A text once the first fix of a rule is applied, and that fix. */
export function mended(
  path: string,
  text: string,
  rule: string,
  settings = defaultSettings,
): { readonly fix: Fix; readonly text: string } {
  const checked = checkText(path, text, settings);
  const finding = checked.findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} finds nothing`);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, `${rule} has no fix`);
  return { fix, text: applyEdits(text, fix.edits) };
}
