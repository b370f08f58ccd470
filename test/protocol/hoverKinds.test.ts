import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent } from 'vscode-languageserver/node';
import { kinds } from '../../server/src/catalogue';
import { policyDocument } from '../../server/src/catalogue/ec2';
import { cloudFormationTypes } from '../../server/src/data/cloudformationTypes';
import { terraformTypes } from '../../server/src/data/terraformTypes';
import type { FakeEditor } from '../support/protocolClient';
import { withEditor } from './documents';

/** The markdown of the hover at the end of a mark that no other letter follows. */
async function hoverOn(editor: FakeEditor, path: string, lines: readonly string[], mark: string): Promise<string> {
  const line = lines.findIndex((one) => new RegExp(`${mark}(?!\\w)`).test(one));
  const character = (lines[line] ?? '').indexOf(mark) + mark.length;
  const hover = await editor.hover(path, { line, character });
  assert.ok(hover && MarkupContent.is(hover.contents), `${mark} has no hover`);
  return hover.contents.value;
}

/** Fails where a hover does not say what a resource is, and something beside that. */
function assertTells(words: string, title: string, name: string): void {
  const [head = '', ...said] = words.split('\n\n');
  assert.ok(head.toLowerCase().startsWith(`**${title.toLowerCase()}** \`${name.toLowerCase()}`), `${title}: ${head}`);
  assert.ok(said.join('').length > 20, `there is nothing to tell of ${title}`);
}

test('every type of CloudFormation and SAM that the catalogue knows has a hover, by name and by type', () =>
  withEditor('in process', {}, async (editor) => {
    const all = kinds
      .filter((kind) => kind !== policyDocument)
      .flatMap(({ title, cloudformation, serverless = [] }) =>
        [...cloudformation, ...serverless].map((type) => ({ title, type, name: type.replaceAll(':', '') })),
      );
    const lines = ['Transform: AWS::Serverless-2016-10-31', 'Resources:'];
    for (const { type, name } of all) lines.push(`  ${name}x:`, `    Type: ${type}`, '    Properties: {}');
    editor.open('template.yaml', lines.join('\n'));
    await editor.diagnostics('template.yaml');
    for (const { title, type, name } of all) {
      const byName = await hoverOn(editor, 'template.yaml', lines, `  ${name}x`);
      assertTells(byName, title, name);
      const byType = await hoverOn(editor, 'template.yaml', lines, `Type: ${type}`);
      assert.equal(byType.split('\n\n---')[0], byName.split('\n\n---')[0]);
    }
  }));

test('every type of Terraform that the catalogue knows has a hover by its name', () =>
  withEditor('in process', {}, async (editor) => {
    const all = kinds.flatMap(({ title, terraform }) => terraform.map((type) => ({ title, type, name: `${type}_x` })));
    const blocks = all.map(({ type, name }) => [type, { [name]: {} }]);
    const text = JSON.stringify({ resource: Object.fromEntries(blocks) }, null, 2);
    editor.open('main.tf.json', text);
    await editor.diagnostics('main.tf.json');
    const lines = text.split('\n');
    for (const { title, name } of all)
      assertTells(await hoverOn(editor, 'main.tf.json', lines, `"${name}`), title, name);
  }));

test('a policy in a file of its own has a hover where its statements begin', () =>
  withEditor('in process', {}, async (editor) => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
    editor.open('policy.json', text);
    await editor.status('policy.json');
    const words = await hoverOn(editor, 'policy.json', text.split('\n'), '"Statement');
    assert.match(words, /^\*\*IAM policy document\*\*\n\n/);
    assert.match(words, /without one that of an identity/);
  }));

/** What the services have that is no kind, and why there is nothing to tell of it. */
const untold: readonly [reason: string, types: RegExp][] = [
  ['says who administers a service, and holds nothing', /^aws_(cloudtrail|macie2)_organization_/],
  ['sets up Macie for other accounts, or runs it once', /^aws_macie2_(invitation_accepter|classification_\w+)$/],
  ['is the name of an account', /^aws_iam_account_alias$/],
  ['takes away what is beside others, which is told there', /^aws_(iam|ssoadmin)_\w+_exclusive$/],
  [
    'sets up IAM for an account or an organization',
    /^aws_iam_(organizations_features|outbound_\w+|security_token_\w+)$/,
  ],
  ['says something more of a permission set', /^aws_ssoadmin_(customer_managed|managed|permission\w*)_\w+$/],
  ['says something more of an application', /^aws_ssoadmin_(application_\w+|trusted_token_issuer)$/],
];

test('every type of the services that the data-protection pages are about is a kind, or there is a reason', () => {
  const known = new Set(kinds.flatMap(({ cloudformation, terraform }) => [...cloudformation, ...terraform]));
  const services = /^AWS::(SMSVOICE|Pinpoint|IAM|CloudTrail|Macie|SSO|IoTTwinMaker)::/;
  const prefixes = /^aws_(pinpoint|pinpointsmsvoicev2|iam|cloudtrail|macie2|ssoadmin|iottwinmaker)(_|$)/;
  const types = [
    ...cloudFormationTypes().filter((type) => services.test(type)),
    ...terraformTypes().filter((type) => prefixes.test(type)),
  ];
  assert.ok(types.length > 100);
  const missing = types.filter((type) => !known.has(type) && !untold.some(([, pattern]) => pattern.test(type)));
  assert.deepEqual(missing, []);
});
