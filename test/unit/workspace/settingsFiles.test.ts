import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EffectiveSettings, readSettingsFile, type SettingsSource } from '../../../server/src/workspace/settingsFiles';

const editor = (raw: unknown): SettingsSource => ({ raw });
const file = (path: string, text: string): SettingsSource => readSettingsFile(path, text);

function exclusion(sources: readonly SettingsSource[], path: string): string | undefined {
  return new EffectiveSettings(sources).exclusionOf(path)?.reason;
}

const [first, second, third] = ['sqs-encryption', 'kms-key-rotation', 's3-bucket-versioning'] as const;

describe('settings files', () => {
  test('a nearer file wins key by key, rule by rule', () => {
    const { settings, problems } = new EffectiveSettings([
      editor({ fipsRequired: true, maximumFileSize: 10, rules: { [first]: 'off', [second]: 'off' } }),
      file('/w/.data-protection.yaml', `maximumFileSize: 20\nrules:\n  ${second}: hint\n  ${third}: error\n`),
      file('/w/x/.data-protection.yaml', `rules:\n  ${third}: off\n`),
    ]);
    assert.deepEqual(problems, []);
    assert.equal(settings.fipsRequired, true);
    assert.equal(settings.maximumFileSize, 20);
    assert.deepEqual(settings.rules, { [first]: 'off', [second]: 'hint', [third]: 'off' });
  });

  test('a path that leads to their own folder is told, since patterns are relative to that', () => {
    const exclude = "exclude: ['/w/stacks/*.yaml', '/stacks', '/wide/a.yaml', './stacks', '']\n";
    const told = (path: string) =>
      new EffectiveSettings([file(path, exclude)]).problems.map(({ problem }) => problem.place.join('.'));
    assert.deepEqual(told('/w/.data-protection.yaml'), ['exclude.0', 'exclude.4']);
    assert.deepEqual(told('file:///w/.data-protection.yaml'), ['exclude.0', 'exclude.4']);
    assert.deepEqual(told('/elsewhere/.data-protection.yaml'), ['exclude.4']);
  });

  test('wrong keys are told with their file and change nothing', () => {
    const { settings, problems } = new EffectiveSettings([
      editor({ bogus: 1 }),
      file('/w/.data-protection.yaml', 'fipsRequird: true\nmaximumFileSize: 7\n'),
    ]);
    assert.equal(settings.maximumFileSize, 7);
    assert.deepEqual(
      problems.map(({ path, problem }) => [path, ...problem.place]),
      [['/w/.data-protection.yaml', 'fipsRequird']],
    );
  });

  test('a wrong rule or level is told and takes nothing from the others', () => {
    const { settings, problems } = new EffectiveSettings([
      file('/w/.data-protection.yaml', `rules:\n  sqs-encription: off\n  ${second}: loud\n  ${third}: hint\n`),
    ]);
    assert.deepEqual(settings.rules, { [third]: 'hint' });
    assert.deepEqual(
      problems.map(({ problem }) => problem),
      [
        {
          place: ['rules', 'sqs-encription'],
          message: 'There is no rule "sqs-encription". Did you mean "sqs-encryption"?',
          meant: 'sqs-encryption',
        },
        { place: ['rules', second], message: `"${second}" must be one of off, hint, information, warning, error.` },
      ],
    );
  });

  test('a setting is suggested where one is near, and all are listed where none is', () => {
    const told = (key: string) =>
      new EffectiveSettings([file('/w/x.yaml', `${key}: 1\n`)]).problems[0]?.problem.message;
    assert.equal(told('maximumFileSise'), 'There is no setting "maximumFileSise". Did you mean "maximumFileSize"?');
    assert.match(told('colours') ?? '', /^There is no setting "colours"\. The settings are rules, /);
  });

  const broken: Record<string, string> = {
    'no YAML': 'rules: [\n',
    'a list': '- a\n',
    'a word': 'off\n',
    'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`,
    'nested too deep': '['.repeat(5_000),
  };
  for (const [name, text] of Object.entries(broken)) {
    test(`a file that is ${name} is one problem`, () => {
      const { problems } = new EffectiveSettings([file('/w/.data-protection.yaml', text)]);
      assert.equal(problems.length, 1);
      assert.deepEqual(problems[0]?.problem.place, []);
    });
  }

  test('an empty file says nothing', () => {
    for (const text of ['', '# nothing\n', '---\n']) {
      assert.deepEqual(new EffectiveSettings([file('/w/.data-protection.yaml', text)]).problems, []);
    }
  });

  test('a problem of the YAML names its line', () => {
    const { problem } = file('/w/.data-protection.yaml', 'fipsRequired: true\nrules: {\n');
    assert.match(problem?.message ?? '', /not valid YAML, see line \d/);
  });
});

describe('excluded paths', () => {
  const settings = file(
    '/w/infra/.data-protection.yaml',
    'exclude: [build, "legacy/*.json", "**/*.gen.yaml", /top.json]\n',
  );

  test('patterns are relative to the folder of their file', () => {
    for (const path of ['build/a/b.json', 'legacy/a.json', 'x/y/z.gen.yaml', 'top.json']) {
      assert.match(
        exclusion([settings], `/w/infra/${path}`) ?? '',
        /^it is excluded by '.*' in \.data-protection\.yaml$/,
      );
    }
    for (const path of [
      '/w/infra/src/build.json',
      '/w/build/a.json',
      '/w/infra/legacy/x/a.json',
      '/w/infra/x/top.json',
    ]) {
      assert.equal(exclusion([settings], path), undefined);
    }
  });

  test('patterns of the editor match at any depth', () => {
    const sources = [editor({ exclude: ['examples/**', '*.gen.json'] })];
    assert.equal(
      exclusion(sources, 'file:///home/me/w/examples/a.json'),
      "it is excluded by 'examples/**' in the editor's settings",
    );
    assert.ok(exclusion(sources, '/home/me/w/a.gen.json'));
    assert.equal(exclusion(sources, '/home/me/w/a.json'), undefined);
  });

  test('patterns add up: a nearer file takes none away', () => {
    const nearer = file('/w/infra/x/.data-protection.yaml', 'exclude: [b.json]\n');
    assert.ok(exclusion([settings, nearer], '/w/infra/x/b.json'));
    assert.ok(exclusion([settings, nearer], '/w/infra/x/a.gen.yaml'));
    assert.equal(exclusion([settings, nearer], '/w/infra/b.json'), undefined);
  });

  test('what a URI escapes matches as people write it', () => {
    const uri = file('file:///w/.data-protection.yaml', 'exclude: ["my files", "[[]a]"]\n');
    assert.ok(exclusion([uri], 'file:///w/my%20files/a.json'));
    assert.equal(exclusion([uri], 'file:///w/my%25files/a.json'), undefined);
  });

  test('hidden folders can be excluded', () => {
    const hidden = file('/w/.data-protection.yaml', 'exclude: ["**/.terraform"]\n');
    assert.ok(exclusion([hidden], '/w/a/.terraform/modules/x.tf.json'));
  });

  test('an empty pattern excludes nothing', () => {
    assert.equal(exclusion([file('/w/.data-protection.yaml', 'exclude: ["", "/", "./"]\n')], '/w/a.json'), undefined);
  });
});
