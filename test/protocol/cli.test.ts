import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkJson, database, folderWith, rulesOf, run } from '../support/commandLine';

const harmless = 'Resources:\n  Handle:\n    Type: AWS::CloudFormation::WaitConditionHandle\n';
const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}';
const bucket = '{"resource": {"aws_s3_bucket": {"logs": {"bucket_prefix": "logs"}}}}';
const versioning = JSON.stringify({
  resource: {
    aws_s3_bucket_versioning: {
      logs: { bucket: `\${aws_s3_bucket.logs.id}`, versioning_configuration: { status: 'Enabled' } },
    },
  },
});

describe('the program', () => {
  test('tells its version and how it is used', () => {
    assert.match(run('.', ['--version']).out, /^\d+\.\d+\.\d+\n$/);
    const { code, out } = run('.', ['--help']);
    assert.equal(code, 0);
    assert.match(out, /check \[--format text\|json\] \[--fix\] \[--config FILE\] PATH/);
  });

  const misuses: Record<string, string[]> = {
    'no command': [],
    'an unknown command': ['lint'],
    'no path': ['check'],
    'a path that is not there': ['check', 'absent.yaml'],
    'an unknown option': ['check', '--quick', '.'],
    'an unknown format': ['check', '--format', 'xml', '.'],
    'an option without its value': ['check', '.', '--format'],
    'an option of another command': ['rules', '--fix'],
    'the standard input without a name': ['check', '-'],
    'the standard input among paths': ['check', '-', '.', '--stdin-filename', 'a.yaml'],
    'a fix of the standard input': ['check', '--fix', '-', '--stdin-filename', 'a.yaml'],
    'a name without the standard input': ['check', '.', '--stdin-filename', 'a.yaml'],
    'a settings file that is not there': ['check', '--config', 'absent.yaml', '.'],
  };
  for (const [name, args] of Object.entries(misuses)) {
    test(`${name} is one line on standard error and exit code 2`, () => {
      const { code, out, told } = run(folderWith({ 'a.yaml': database }), args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(told, /^data-protection: .+\.\n$/);
      assert.doesNotMatch(told, /An error of the program/);
    });
  }
});

describe('check as text', () => {
  test('prints a finding as compilers do, and a summary', () => {
    const { code, out, told } = run(folderWith({ 'a.yaml': database }), ['check', 'a.yaml']);
    assert.equal(code, 1);
    assert.equal(told, '');
    assert.match(out, /^a\.yaml:6:25: error: .+ \[rds-storage-encrypted\]$/m);
    assert.match(out, /\n1 file checked: 1 error.*\.\n$/);
    assert.ok(!out.includes('\u001b'));
  });

  test('exits with 0 where nothing is wrong', () => {
    const { code, out } = run(folderWith({ 'a.yaml': harmless }), ['check', '.']);
    assert.equal(code, 0);
    assert.equal(out, '1 file checked: nothing found.\n');
  });

  test('exits with 0 where nothing is worse than information', () => {
    const folder = folderWith({ 'a.yaml': 'Resources:\n  Key:\n    Type: AWS::KMS::Key\n' });
    const { code, out } = run(folder, ['check', '.']);
    assert.match(out, /: information: /);
    assert.equal(code, 0);
  });

  test('says so where there is nothing to check, and why something was not', () => {
    const folder = folderWith({
      'package.json': '{}',
      'x/a.yaml': database,
      'x/.data-protection.yaml': 'exclude: [a.yaml]',
    });
    assert.equal(run(folder, ['check', 'package.json']).out, 'No documents to check were found.\n');
    assert.equal(
      run(folder, ['check', 'x']).out,
      "x/a.yaml: skipped: it is excluded by 'a.yaml' in .data-protection.yaml\n0 files checked, 1 skipped: nothing found.\n",
    );
  });
});

describe('check as JSON', () => {
  test('lists every recognised file of a folder once and in order, and no other', () => {
    const folder = folderWith({
      'b.yaml': database,
      'a/z.json': policy,
      'a/main.tf.json': bucket,
      'a/more.tf.json': versioning,
      'a/plan.json': '{"format_version": "1.2", "planned_values": {"root_module": {}}}',
      'cdk.out/s.template.json': '{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}',
      'package.json': '{"name": "x"}',
      'notes.md': database,
      'node_modules/x/a.yaml': database,
      'a/.git/a.yaml': database,
    });
    const { files, told } = checkJson(folder, ['.', 'a/main.tf.json', `${folder}/b.yaml`]);
    assert.equal(told, '');
    assert.deepEqual(
      files.map(({ path, format }) => [path, format]),
      [
        ['a/main.tf.json', 'terraform'],
        ['a/more.tf.json', 'terraform'],
        ['a/plan.json', 'terraform-plan'],
        ['a/z.json', 'iam'],
        ['b.yaml', 'cloudformation'],
        ['cdk.out/s.template.json', 'cdk'],
      ],
    );
  });

  test('a file that is named is checked whatever it is called', () => {
    const { files } = checkJson(folderWith({ 'notes.md': database }), ['notes.md']);
    assert.deepEqual(rulesOf(files[0]).includes('rds-storage-encrypted'), true);
  });

  test('ranges and edits mean the text without byte order mark, in UTF-16 units', () => {
    for (const bytes of [Buffer.from(`\uFEFF${database}`), Buffer.from(`\uFEFF${database}`, 'utf16le')]) {
      const [file] = checkJson(folderWith({ 'a.yaml': bytes }), ['a.yaml']).files;
      const finding = file?.findings.find(({ rule }) => rule === 'rds-storage-encrypted');
      assert.deepEqual(finding?.range, { start: { line: 5, character: 24 }, end: { line: 5, character: 29 } });
      assert.deepEqual(finding?.resource, { type: 'AWS::RDS::DBInstance', address: 'Größe' });
      const edit = finding?.fixes[0]?.edits[0];
      assert.deepEqual(edit && [edit.path, database.slice(edit.start, edit.end), edit.text], [
        undefined,
        'false',
        'true',
      ]);
    }
  });

  test('skipped files are listed with the reason', () => {
    const folder = folderWith({
      'nul.yaml': `${harmless}# \0`,
      'latin.yaml': Buffer.concat([Buffer.from(harmless), Buffer.from('# caf\xe9\n', 'latin1')]),
      'deep.json': `{"Resources": ${'['.repeat(1_000)}`,
    });
    const { files, code } = checkJson(folder, ['.']);
    assert.equal(code, 0);
    assert.deepEqual(
      files.map(({ path, skipped, findings }) => [path, skipped, findings]),
      [
        ['deep.json', 'it is nested deeper than 200 levels', []],
        ['latin.yaml', 'it is not valid UTF-8', []],
        ['nul.yaml', 'it contains NUL bytes', []],
      ],
    );
  });

  test('a file given alone is checked with its module, and reported alone', () => {
    const folder = folderWith({ 'alone/a.tf.json': bucket, 'both/a.tf.json': bucket, 'both/b.tf.json': versioning });
    const alone = checkJson(folder, ['alone/a.tf.json']).files;
    const both = checkJson(folder, ['both/a.tf.json']).files;
    assert.ok(rulesOf(alone[0]).includes('s3-bucket-versioning'));
    assert.deepEqual(
      both.map(({ path }) => path),
      ['both/a.tf.json'],
    );
    assert.ok(!rulesOf(both[0]).includes('s3-bucket-versioning'));
  });

  test('the standard input is taken to stand at its name', () => {
    const folder = folderWith({ 'x/.data-protection.yaml': 'rules:\n  rds-storage-encrypted: hint\n' });
    const { files } = checkJson(folder, ['--stdin-filename', 'x/new.yaml', '-'], `\uFEFF${database}`);
    assert.equal(files[0]?.path, 'x/new.yaml');
    const finding = files[0]?.findings.find(({ rule }) => rule === 'rds-storage-encrypted');
    assert.equal(finding?.severity, 'hint');
    assert.equal(finding?.range.start.line, 5);
  });

  test('the standard input may be any bytes', () => {
    const { files } = checkJson(folderWith({}), ['--stdin-filename', 'a.yaml', '-'], Buffer.from([0xff, 0xfe, 0x00]));
    assert.deepEqual(files, []);
  });
});

describe('rules', () => {
  test('as JSON tell everything another program needs', () => {
    const { code, out } = run('.', ['rules', '--format', 'json']);
    assert.equal(code, 0);
    const { rules, settled } = JSON.parse(out) as Record<'rules' | 'settled', Record<string, unknown>[]>;
    const tools = ['checkov', 'trivy', 'cdkNag', 'guard', 'cfnNag'];
    assert.ok(rules.length > 0);
    for (const rule of rules) {
      assert.deepEqual(Object.keys(rule), [
        'id',
        'recommendation',
        'severity',
        'status',
        'title',
        'kinds',
        'sameAs',
        'fix',
        'sources',
      ]);
      assert.deepEqual(Object.keys(rule.sameAs as object), tools);
    }
    const encrypted = rules.find(({ id }) => id === 'rds-storage-encrypted');
    assert.deepEqual(encrypted?.kinds, [{ cloudformation: 'AWS::RDS::DBInstance', terraform: 'aws_db_instance' }]);
    for (const entry of settled) {
      const always = Object.keys(entry).filter((key) => key !== 'only' && key !== 'since');
      assert.deepEqual(always, ['sameAs', 'reason', 'sources']);
      assert.deepEqual(Object.keys(entry.sameAs as object), tools);
    }
  });

  test('as text are one line each', () => {
    const { out } = run('.', ['rules']);
    assert.match(out, /^rds-storage-encrypted +error +\S/m);
  });
});
