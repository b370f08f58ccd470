import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkJson, database, type FileReport, folderWith, rulesOf, run } from '../support/commandLine';

describe('settings', () => {
  const files = {
    'a.yaml': database,
    '.data-protection.yaml': 'rules:\n  rds-storage-encrypted: off\n',
    'other.yaml': 'fipsRequird: true\nexclude: [b.yaml]\n',
  };

  test('of the file at or above a document count', () => {
    assert.ok(!rulesOf(checkJson(folderWith(files), ['.']).files[0]).includes('rds-storage-encrypted'));
  });

  test('of --config count instead, and a wrong one is told once', () => {
    const { files: found, told } = checkJson(folderWith({ ...files, 'b.yaml': database, 'c.yaml': database }), [
      '--config',
      'other.yaml',
      '.',
    ]);
    assert.ok(rulesOf(found[0]).includes('rds-storage-encrypted'));
    assert.equal(found[1]?.skipped, "it is excluded by 'b.yaml' in other.yaml");
    assert.match(told, /^data-protection: warning: other\.yaml: .*fipsRequird.*\n$/);
  });

  test('of a broken --config end the run', () => {
    const { code, told } = run(folderWith({ ...files, 'other.yaml': 'rules: {' }), [
      'check',
      '--config',
      'other.yaml',
      '.',
    ]);
    assert.equal(code, 2);
    assert.match(told, /^data-protection: 'other\.yaml': The file is not valid YAML, see line 1: .*\n$/);
  });
});

describe('fixing', () => {
  const weak = `# ours
Resources:
  Bucket: # größer
    Type: AWS::S3::Bucket
  Topic:
    Type: AWS::SNS::Topic
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: false
`;
  const safe = (file: FileReport | undefined) =>
    file?.findings.filter(({ fixes }) => fixes.some((fix) => fix.safety === 'safe')).map(({ rule }) => rule) ?? [];

  for (const [name, encode] of Object.entries({
    'UTF-8': (text: string) => Buffer.from(text),
    'UTF-8 with byte order mark and CRLF': (text: string) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
    'UTF-16': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  })) {
    test(`applies what is safe to a file in ${name} and reports what remains`, () => {
      const folder = folderWith({ 'a.yaml': encode(weak) });
      assert.notDeepEqual(safe(checkJson(folder, ['a.yaml']).files[0]), []);
      const [fixed] = checkJson(folder, ['--fix', 'a.yaml']).files;
      assert.deepEqual(safe(fixed), []);
      const bytes = readFileSync(join(folder, 'a.yaml'));
      const encoding = name === 'UTF-16' ? 'utf16le' : 'utf8';
      const text = bytes
        .toString(encoding)
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n');
      assert.deepEqual(encode(text), bytes);
      assert.ok(text.startsWith('# ours\nResources:\n  Bucket: # größer\n'));
      assert.ok(text.length > weak.length);

      const again = run(folder, ['check', '--fix', 'a.yaml']);
      assert.match(again.out, /1 file checked: /);
      assert.deepEqual(readFileSync(join(folder, 'a.yaml')), bytes);
    });
  }

  test('leaves excluded files, and files that were not asked for, alone', () => {
    const folder = folderWith({
      'a.yaml': weak,
      'b.yaml': weak,
      'c.yaml': weak,
      '.data-protection.yaml': 'exclude: [b.yaml]',
    });
    const { out } = run(folder, ['check', '--fix', 'a.yaml', 'b.yaml']);
    assert.match(out, /1 file checked, 1 skipped, 1 fixed: /);
    assert.notEqual(readFileSync(join(folder, 'a.yaml'), 'utf8'), weak);
    assert.equal(readFileSync(join(folder, 'b.yaml'), 'utf8'), weak);
    assert.equal(readFileSync(join(folder, 'c.yaml'), 'utf8'), weak);
  });
});
