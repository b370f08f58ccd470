import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Ignore } from '../../../server/src/model/suppression';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { ignoringEdits } from '../../../server/src/workspace/ignoring';
import { EffectiveSettings, readSettingsFile } from '../../../server/src/workspace/settingsFiles';

const path = '/w/.data-protection.yaml';
const rule = 'rds-storage-encrypted';
const wish: Ignore = { path: '/w/stacks/my [1].json', address: 'aws_db_instance.main', rule };

function effective(text: string, ...more: { raw: unknown }[]): EffectiveSettings {
  return new EffectiveSettings([...more, readSettingsFile(path, text)]);
}

describe('ignoring through settings', () => {
  const files = {
    'an empty file': '',
    'comments alone': '# ours\n',
    'no line break at the end': '# ours\nfipsRequired: true',
    'CRLF line ends': 'fipsRequired: true\r\n',
    'an empty section': 'ignore:\n',
    'an empty list': 'ignore: []\nfipsRequired: true\n',
    'other items': `ignore:\n  - path: a.json\n    rule: ${rule} # why\n    reason: x\nfipsRequired: true\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    test(`is added to ${name} and means the one document`, () => {
      const edits = ignoringEdits({ path, text, exists: true }, wish);
      assert.ok(edits);
      const after = effective(applyEdits(text, edits));
      const { ignore } = after.settingsFor([wish.path, '/w/stacks/my 1.json']);
      assert.deepEqual(ignore, [{ ...wish, reason: '<reason>' }], applyEdits(text, edits));
      assert.deepEqual(
        after.problems.map(({ problem }) => problem.report),
        ['suppression-without-reason'],
        'the reason is still to be given',
      );
    });
  }

  test('is refused where the file cannot be read, or says something else there', () => {
    for (const text of ['ignore: [\n', '- a\n', 'ignore: none\n']) {
      assert.equal(ignoringEdits({ path, text, exists: true }, wish), undefined, text);
    }
  });

  test('adds up over all sources, each relative to its own folder', () => {
    const editor = { raw: { ignore: [{ path: '*.tf.json', rule, reason: 'x' }] } };
    const settings = effective(
      `ignore: [{ path: 'stacks/**', rule: ${rule}, reason: y, until: 2027-01-31 }]\n`,
      editor,
    );
    assert.deepEqual(settings.problems, []);
    const { ignore } = settings.settingsFor(['/w/stacks/a.tf.json', '/w/b.json']);
    assert.deepEqual(ignore, [
      { path: '/w/stacks/a.tf.json', rule, reason: 'x' },
      { path: '/w/stacks/a.tf.json', rule, reason: 'y', until: '2027-01-31' },
    ]);
  });

  const said = (ignore: string) =>
    effective(`ignore: ${ignore}\n`).problems.map(
      ({ problem: { place, message } }) => `${place.join('.')}: ${message}`,
    );

  const wrong: Record<string, readonly RegExp[]> = {
    '{ path: a, rule: b }': [/^ignore: "ignore" must be a list of maps/],
    '[a]': [/^ignore\.0: An entry of "ignore" is a map/],
    '[{ path: a }]': [/^ignore\.0: An entry of "ignore" must have "rule"\.$/],
    '[{ path: a, ruel: b }]': [/^ignore\.0\.ruel: There is no "ruel" .* Did you mean "rule"\?$/],
    '[{ path: a, rule: kms-key-rotatoin, reason: x }]': [/^ignore\.0\.rule: .* Did you mean "kms-key-rotation"\?$/],
    '[{ path: a, rule: kms-key-rotation, until: soon, reason: x }]': [/^ignore\.0\.until: "until" must be a date/],
    '[{ path: 1, rule: kms-key-rotation, reason: x }]': [/^ignore\.0\.path: "path" must be a text\.$/],
    '[{ path: a, rule: kms-key-rotation }]': [/^ignore\.0: The suppression of kms-key-rotation does not say why\.$/],
    '[{ path: a, rule: kms-key-rotation, reason: " " }]': [/^ignore\.0\.reason: .* does not say why\.$/],
    '[{ paht: a, rule: no-such, reason: x }]': [/^ignore\.0\.paht: .*"path"\?$/, /^ignore\.0\.rule: There is no rule/],
  };
  for (const [text, messages] of Object.entries(wrong)) {
    test(`${text} is told where it is wrong`, () => {
      const problems = said(text);
      assert.equal(problems.length, messages.length, problems.join('\n'));
      for (const [i, message] of messages.entries()) assert.match(problems[i] ?? '', message);
    });
  }

  test('is each for itself: one that is wrong takes nothing from the others', () => {
    const entries = '[{ path: a.json }, { path: b.json, rule: kms-key-rotation, reason: x }]';
    const { ignore } = effective(`ignore: ${entries}\n`).settingsFor(['/w/a.json', '/w/b.json']);
    assert.deepEqual(
      ignore.map((one) => one.path),
      ['/w/b.json'],
    );
  });
});
