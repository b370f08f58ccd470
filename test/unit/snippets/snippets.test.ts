import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parseDocument } from '../../../server/src/syntax/parse';
import type { SnippetFile } from '../../../tools/snippets';
import { checkText, shown } from '../../support/checking';
import { expand, indentAfter, tabStops } from '../../support/snippets';

const root = resolve(__dirname, '../../..');

function read(name: string): SnippetFile {
  return JSON.parse(readFileSync(join(root, 'snippets', name), 'utf8'));
}

/** A document around a snippet: what stands before and after it. */
interface Around {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A resource that has a policy, and where: the snippet of a policy suits policies of one sort. */
interface Holder {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly key: string;
}

const imported = { 'Fn::ImportValue': 'messages' };
const role: Holder = { type: 'AWS::IAM::Role', properties: {}, key: 'AssumeRolePolicyDocument' };
const endpoint: Holder = {
  type: 'AWS::EC2::VPCEndpoint',
  properties: { VpcId: imported, ServiceName: imported },
  key: 'PolicyDocument',
};
const holders: Readonly<Record<string, Holder>> = {
  'dp-bucket-policy': { type: 'AWS::S3::BucketPolicy', properties: { Bucket: imported }, key: 'PolicyDocument' },
  'dp-topic-policy': { type: 'AWS::SNS::TopicPolicy', properties: { Topics: [imported] }, key: 'PolicyDocument' },
  'dp-queue-policy': { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [imported] }, key: 'PolicyDocument' },
  'dp-role-trust': role,
  'dp-mfa': role,
  'dp-source-account': role,
};

function holderOf(prefix: string): Holder {
  const holder = prefix.startsWith('dp-endpoint-policy') ? endpoint : holders[prefix];
  assert.ok(holder, `no resource has a policy for ${prefix}`);
  return holder;
}

/** Whom a condition is for. */
function principalOf(prefix: string): Readonly<Record<string, string>> {
  return prefix === 'dp-mfa' ? { AWS: 'arn:aws:iam::111122223333:root' } : { Service: 'sms-voice.amazonaws.com' };
}

/** A statement up to its condition, as JSON without its braces. */
function allow(prefix: string): string {
  return `"Effect": "Allow", "Principal": ${JSON.stringify(principalOf(prefix))}, "Action": "sts:AssumeRole", `;
}

function inYaml(prefix: string): string {
  const { type, properties, key } = holderOf(prefix);
  const lines = Object.entries(properties).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
  return `Resources:\n  Messages:\n    Type: ${type}\n    Properties:\n${lines.join('')}      ${key}:\n        `;
}

function inJson(prefix: string): string {
  const { type, properties, key } = holderOf(prefix);
  const members = Object.entries(properties).map(([name, value]) => `"${name}": ${JSON.stringify(value)}, `);
  return `{ "Resources": { "Messages": { "Type": "${type}", "Properties": { ${members.join('')}"${key}": `;
}

/** The documents that snippets of a file belong into, by their prefixes and what they start with. */
const surroundings: Readonly<Record<string, (prefix: string, start: string) => Around>> = {
  'cloudformation-yaml.json': (prefix, start) => {
    const path = 'template.yaml';
    if (start.startsWith('Condition:')) {
      const statement = `Statement:\n          - ${allow(prefix).replace(/, "/g, '\n            "')}`;
      return { path, before: `${inYaml(prefix)}${statement.replace(/, $/, '\n            ')}`, after: '\n' };
    }
    if (start.startsWith('Version:')) return { path, before: inYaml(prefix), after: '\n' };
    return { path, before: 'Resources:\n  ', after: '\n' };
  },
  'cloudformation-json.json': (prefix, start) => {
    const path = 'template.json';
    if (start.startsWith('"Condition"')) {
      const before = `${inJson(prefix)}{ "Version": "2012-10-17", "Statement": [{ ${allow(prefix)}`;
      return { path, before, after: '}] } } } } }' };
    }
    if (start.startsWith('{')) return { path, before: inJson(prefix), after: '} } } }' };
    return { path, before: '{ "Resources": {', after: '} }' };
  },
  'terraform-json.json': (prefix, start) => {
    const path = 'main.tf.json';
    if (!start.startsWith('"condition"')) return { path, before: '{ "resource": {', after: '} }' };
    const [type, identifier] = Object.entries(principalOf(prefix))[0] as [string, string];
    const principals = JSON.stringify({ type, identifiers: [identifier] });
    const trust = '"assume_role_policy": "${data.aws_iam_policy_document.trust.json}"';
    return {
      path,
      before: `{ "resource": { "aws_iam_role": { "sender": { ${trust} } } },
  "data": { "aws_iam_policy_document": { "trust": { "statement": {
    "effect": "Allow", "principals": ${principals}, "actions": ["sts:AssumeRole"],
    `,
      after: '} } } } }',
    };
  },
  'policy-json.json': (prefix, start) => {
    const path = 'policy.json';
    if (!start.startsWith('"Condition"')) return { path, before: '', after: '\n' };
    return { path, before: `{ "Version": "2012-10-17", "Statement": [{ ${allow(prefix)}`, after: '}] }' };
  },
};

for (const [name, around] of Object.entries(surroundings)) {
  describe(`The snippets in ${name}`, () => {
    const snippets = Object.entries(read(name)).map(([title, snippet]) => ({ title, ...snippet }));

    type Expandable = (typeof snippets)[number];
    const expanded = ({ prefix, body }: Expandable, fill?: (text: string) => string, step?: string) => {
      const { path, before, after } = around(prefix, body[0] ?? '');
      return { path, text: indentAfter(before, expand(body.join('\n'), fill), step) + after };
    };

    for (const snippet of snippets) {
      const { title, body } = snippet;
      test(`${title}: expands to what parses and has no finding`, () => {
        for (const step of ['  ', '    ']) {
          const { path, text } = expanded(snippet, undefined, step);
          const document = parseDocument(path, text);
          assert.ok(!('skipped' in document));
          assert.deepEqual(document.problems, [], text);
          assert.deepEqual(checkText(path, text).findings.map(shown), [], text);
        }
      });

      test(`${title}: has nothing to fill in but what a person chooses`, () => {
        const types = (text: string) => text.match(/AWS::\w+::\w+|"aws_\w+": \{|com\.amazonaws\.|aws:[A-Z]\w+/g);
        const filled = expanded(snippet, (text) => `${text}x`);
        assert.deepEqual(types(filled.text), types(expanded(snippet).text));
        const document = parseDocument(filled.path, filled.text);
        assert.ok(!('skipped' in document) && document.problems.length === 0, filled.text);
      });

      test(`${title}: is filled in from its first line to its last, and ends behind it`, () => {
        const stops = [...new Set(tabStops(body.join('\n')))];
        const numbers = stops.slice(0, -1).map((_, index) => String(index + 1));
        assert.deepEqual(stops, [...numbers, '0']);
      });
    }

    test('have prefixes of ours', () => {
      for (const { title, prefix } of snippets) assert.match(prefix, /^dp-[a-z\d-]+$/, title);
    });
  });
}

test('names tell the snippets of one language apart', () => {
  const names = ['cloudformation-json.json', 'terraform-json.json', 'policy-json.json'].flatMap((name) =>
    Object.keys(read(name)),
  );
  assert.deepEqual(names, [...new Set(names)]);
});
