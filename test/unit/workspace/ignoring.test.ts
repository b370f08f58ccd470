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
        after.problems.map(({ problem }) => problem.key),
        ['ignore'],
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

  test('is a problem where it is not as it should be', () => {
    for (const wrong of [
      '[{ path: a }]',
      '[a]',
      '{ path: a, rule: b }',
      '[{ path: a, rule: b, until: soon }]',
      '[{ path: a, rule: b, why: c }]',
    ]) {
      assert.equal(effective(`ignore: ${wrong}\n`).problems.length, 1, wrong);
    }
  });
});
