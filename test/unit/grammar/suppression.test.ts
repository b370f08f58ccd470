import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsIn, claimText } from '../../../server/src/formats/claims';
import { Highlighter, type Scoped } from '../../support/grammars';

let highlighter: Promise<Highlighter> | undefined;

async function scopes(host: string, text: string): Promise<Scoped[]> {
  highlighter ??= Highlighter.start();
  return (await highlighter).scopes(host, text, '.data-protection');
}

/** What has a meaning in a suppression, without the space between. */
async function meaning(host: string, text: string): Promise<Scoped[]> {
  return (await scopes(host, text)).filter(([, scope]) => scope !== 'meta.suppression');
}

const whole: Scoped[] = [
  ['data-protection:', 'keyword.other'],
  ['ignore', 'keyword.control.ignore'],
  ['s3-bucket-versioning', 'entity.name.function.rule'],
  ['until', 'keyword.control.until'],
  ['2027-01-31', 'constant.numeric.date'],
  ['--', 'punctuation.separator.reason'],
  ['logs are written once', 'string.unquoted.reason'],
];
const claim = 'data-protection: ignore s3-bucket-versioning until 2027-01-31 -- logs are written once';

test('a comment above an entry of a YAML document has its keywords, rule, date and reason', async () => {
  assert.deepEqual(
    await meaning('source.yaml', `Resources:\n  # ${claim}\n  Logs:\n    Type: AWS::S3::Bucket\n`),
    whole,
  );
});

test('a comment on the line of an entry of a YAML document has them as well', async () => {
  assert.deepEqual(await meaning('source.yaml', `Resources:\n  Logs: # ${claim}\n    Type: AWS::S3::Bucket\n`), whole);
  assert.deepEqual(await meaning('source.yaml', `Properties: { Encrypted: false } # ${claim}`), whole);
});

for (const [name, host] of [
  ['JSON', 'source.json'],
  ['JSON with comments', 'source.json.comments'],
] as const) {
  test(`the comment string of a Terraform block in ${name} has its keywords, rule, date and reason`, async () => {
    assert.deepEqual(await meaning(host, `{ "logs": { "//": "${claim}", "bucket": "logs" } }`), whole);
    assert.deepEqual(await meaning(host, `{"logs":{"//":"${claim}"}}`), whole);
  });
}

test('the date and the reason may be left out', async () => {
  for (const [host, before, after] of [
    ['source.yaml', '# ', ''],
    ['source.json', '{ "//": "', '" }'],
  ] as const) {
    const bare = 'data-protection: ignore s3-bucket-versioning';
    assert.deepEqual(await meaning(host, before + bare + after), whole.slice(0, 3));
    assert.deepEqual(await meaning(host, `${before}${bare} -- why${after}`), [
      ...whole.slice(0, 3),
      whole[5],
      ['why', 'string.unquoted.reason'],
    ]);
    assert.deepEqual(await meaning(host, `${before}${bare} until 2027-01-31${after}`), whole.slice(0, 5));
  }
});

test('what is no date of a calendar has no colour of one', async () => {
  const found = await meaning('source.yaml', '# data-protection: ignore s3-bucket-versioning until spring -- why');
  assert.deepEqual(
    found.map(([text]) => text),
    ['data-protection:', 'ignore', 's3-bucket-versioning', '--', 'why'],
  );
});

test('a reason keeps to its string, whatever is quoted in it', async () => {
  const text = '{ "//": "data-protection: ignore a -- the \\"old\\" one -- until 2027-01-31", "b": "c" }';
  const reason = (await meaning('source.json', text)).filter(([, scope]) => scope === 'string.unquoted.reason');
  assert.deepEqual(reason, [['the \\"old\\" one -- until 2027-01-31', 'string.unquoted.reason']]);
});

test('other comments and strings are left alone', async () => {
  for (const text of [
    '# see data-protection: ignore s3-bucket-versioning',
    '# data-protection: ignores s3-bucket-versioning',
    '# data-protection: ignore',
    '# data-protection: ignore s3-bucket-versioning and others',
    '"# data-protection: ignore s3-bucket-versioning"',
    'Description: "data-protection: ignore s3-bucket-versioning"',
  ]) {
    assert.deepEqual(await scopes('source.yaml', text), [], text);
  }
  for (const text of [
    '{ "Description": "data-protection: ignore s3-bucket-versioning" }',
    '{ "//": "see data-protection: ignore s3-bucket-versioning" }',
    '{ "//": "data-protection: ignore s3-bucket-versioning and others" }',
    '{ "data-protection: ignore s3-bucket-versioning": 1 }',
  ]) {
    assert.deepEqual(await scopes('source.json', text), [], text);
  }
});

test('a comment has colours where, and only where, it suppresses something', async () => {
  for (const comment of [
    `# ${claim}`,
    `# ${claimText('s3-bucket-versioning')}`,
    '#data-protection:ignore a',
    '## data-protection:   ignore   a   --',
    '# data-protection: ignore a until',
    '# data-protection: ignore a: why',
    '# data-protection: ignore a, b -- why',
    '# data-protection: ignore a --why',
    '# data-protection: ignore a-- why',
    '# Data-Protection: ignore a',
    '# checkov:skip=CKV_AWS_21:why',
    '# data-protection: off',
  ]) {
    const suppresses = claimsIn(comment).some(({ contract, unclear }) => contract === 'ours' && unclear === undefined);
    assert.equal((await scopes('source.yaml', comment)).length > 0, suppresses, comment);
  }
});
