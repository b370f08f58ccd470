import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recognise } from '../../../server/src/formats/recognise';
import { parseDocument } from '../../../server/src/syntax/parse';
import { guessFormat, looksLikeOurs, sniffedLines } from '../../../server/src/workspace/sniff';
import { corpusFiles, corpusFolder, hasCorpus } from '../../support/corpus';

const ours: Record<string, [path: string, text: string]> = {
  'a YAML template': ['a.yaml', 'AWSTemplateFormatVersion: 2010-09-09\nResources:\n'],
  'a YAML template with quoted keys': ['a.yaml', '"Resources":\n  A:\n    Type: AWS::S3::Bucket\n'],
  'a YAML template that is indented': ['a.yaml', '---\n  Resources:\n    A:\n'],
  'a YAML template in flow style': ['a.yaml', '{Resources: {A: {Type: AWS::S3::Bucket}}}'],
  'a YAML template that begins with its parameters': ['a.txt', '# ours\nParameters:\n  Name:\n    Type: String\n'],
  'a JSON template on one line': ['a', '{"Description":"x","Resources":{}}'],
  'a JSON template after a comment': ['a.jsonc', '{ // ours\n "Resources": {}}'],
  'a file whose name says template': ['a.template', ''],
  'a Terraform file, whatever it holds': ['main.tf.json', ''],
  'an OpenTofu file': ['main.tofu.json', '{}'],
  'Terraform JSON of another name': ['a.json', '{"//": {}, "resource": {"aws_sqs_queue": {}}}'],
  'a plan': ['plan', '{"format_version":"1.2","terraform_version":"1.9.0"}'],
  'a policy': ['p', '{"Version": "2012-10-17", "Statement": []}'],
};

const notOurs: Record<string, [path: string, text: string]> = {
  'an empty file': ['a.yaml', ''],
  'a package manifest': ['package.json', '{"name": "x", "version": "1.0.0", "resources": {}}'],
  'a Kubernetes manifest': ['pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  resources: {}\n'],
  'a workflow': ['ci.yml', 'name: ci\non: push\njobs:\n  build:\n    steps: []\n'],
  'a template inside a string': ['a.json', JSON.stringify({ body: '{"Resources": {}}' })],
  'prose about resources': ['a.txt', 'Our Resources: none.\n'],
  'a list': ['a.json', '[1, 2, 3]'],
  'a construct tree': ['tree.json', `{"tree": {"Statement": [${'{},'.repeat(400_000)}{}]}}`],
};

describe('what looks like ours', () => {
  for (const [name, [path, text]] of Object.entries(ours)) {
    test(`${name} does`, () => assert.equal(looksLikeOurs(path, text), true));
  }
  for (const [name, [path, text]] of Object.entries(notOurs)) {
    test(`${name} does not`, () => assert.equal(looksLikeOurs(path, text), false));
  }

  test('hostile text is judged in a moment', () => {
    const started = performance.now();
    for (const part of ['\n', ' ', '{', '"', ',', '{ ', '"Resources"', '"resource" ', "Resources'\n", '\r\n\t']) {
      const text = part.repeat(500_000);
      looksLikeOurs('a.json', text);
      looksLikeOurs('a.json', `{${text}`);
    }
    assert.ok(performance.now() - started < 5_000);
  });

  if (!hasCorpus) console.log(`There is no corpus at ${corpusFolder}: its documents are not sniffed at.`);
  else {
    test('every recognised document of the corpus does, by its first lines alone', () => {
      let recognised = 0;
      for (const { name, text } of corpusFiles('.')) {
        const document = parseDocument(name, text);
        const found = 'skipped' in document ? undefined : recognise(document);
        if (!found) continue;
        recognised++;
        assert.ok(looksLikeOurs(name, text.split('\n').slice(0, sniffedLines).join('\n')), name);
        assert.equal(guessFormat(name, text), found.format === 'cdk' ? 'cloudformation' : found.format, name);
      }
      assert.ok(recognised > 500);
    });
  }
});
