import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../../server/src/engine/settings';
import { messageOf } from '../../../server/src/engine/words';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { fileName, forms } from '../../../tools/examples';
import { checkText } from '../../support/checking';
import {
  about,
  body,
  documents,
  found,
  offered,
  pretty,
  rule,
  today,
  withMetadata,
  yaml,
} from '../../support/suppressed';
import { variations } from '../../support/variations';

for (const form of forms) {
  for (const [variation, text] of variations(documents[form], form)) {
    test(`a finding is suppressed, and speaks again once that is taken out, in ${form}, ${variation}`, () => {
      const path = fileName(form);
      const checked = checkText(path, text);
      const added = offered(checked);
      assert.ok(added?.kind === 'edit');
      assert.match(added.title, /^Ignore rds-storage-encrypted for \w*atabase \(with a reason\)$/);
      const suppressed = applyEdits(text, added.edits);
      const quiet = checkText(path, suppressed);
      assert.deepEqual(quiet.unit.documents[0]?.problems, [], suppressed);
      assert.deepEqual(
        about(quiet).map((one) => one.rule),
        ['suppression-without-reason'],
        suppressed,
      );
      const given = suppressed.replace('<reason>', 'copied every night, see #12');
      assert.deepEqual(found(path, given), [], given);
      const [suppression] = checkText(path, given).model.suppressions;
      const removed = suppression && quiet.world.format.suppressing?.remove(suppression);
      assert.ok(removed);
      const again = applyEdits(given, removed);
      assert.equal(again, text);
      assert.deepEqual(found(path, again), [rule]);
    });
  }

  test(`an unused suppression is reported with a fix that takes it out in ${form}`, () => {
    const path = fileName(form);
    const text = documents[form];
    const checked = checkText(path, text);
    const added = offered(checked);
    assert.ok(added?.kind === 'edit');
    const mend = (one: string) => one.replace(/(encrypted"?: )false/i, '$1true');
    const after = checkText(path, mend(applyEdits(text, added.edits)));
    const [finding, ...others] = about(after);
    assert.ok(finding?.rule === 'suppression-unused' && others.length === 0);
    const [fix] = fixesFor(after, finding);
    assert.ok(fix?.preferred);
    assert.equal(applyEdits(after.unit.documents[0]?.text ?? '', fix.edits), mend(text));
  });
}

describe('the time of a suppression', () => {
  const until = (day: string) =>
    yaml.replace('  Database:', `  # data-protection: ignore ${rule} until ${day} -- x\n  Database:`);
  const messages = (text: string) => about(checkText('a.yaml', text, today)).map(messageOf);

  test('holds up to its last day', () => {
    assert.deepEqual(found('a.yaml', until('2026-06-15')), []);
    assert.deepEqual(found('a.yaml', until('2026-06-14'), defaultSettings), [], 'without a today nothing ends');
  });

  test('ends after it: the finding speaks again and the suppression is reported', () => {
    const [finding, report] = messages(until('2026-06-14'));
    assert.match(finding ?? '', /unencrypted/);
    assert.equal(report, `The suppression of ${rule} does nothing: it ended on 2026-06-14.`);
  });

  test('that is no date is reported and does not hold', () => {
    for (const wrong of ['2026-13-01', 'tomorrow', '2026-6-1']) {
      assert.match(messages(until(wrong))[1] ?? '', /is no date like/);
    }
  });

  test('that the calendar does not have is reported and does not hold', () => {
    for (const wrong of ['2027-02-31', '2027-02-29', '2027-04-31']) {
      assert.deepEqual(messages(until(wrong)).slice(1), [
        `The suppression of ${rule} does nothing: there is no day ${wrong}.`,
      ]);
    }
    assert.deepEqual(messages(until('2028-02-29')), []);
  });

  test('ends in metadata as well', () => {
    const metadata = { DataProtection: { Ignore: [{ Rule: rule, Reason: 'x', Until: '2026-06-14' }] } };
    assert.deepEqual(found('a.json', withMetadata(metadata)), [rule, 'suppression-unused']);
  });
});

describe('what is said of suppressions', () => {
  const unknown = yaml.replace('  Database:', '  # data-protection: ignore no-such-rule -- x\n  Database:');

  test('names a rule that does not exist', () => {
    assert.ok(
      about(checkText('a.yaml', unknown))
        .map(messageOf)
        .join()
        .includes('of no-such-rule does nothing: there is no such rule.'),
    );
  });

  test('tells which rule is meant', () => {
    for (const [written, meant] of [
      ['rds-storage-encripted', 'Did you mean "rds-storage-encrypted"?'],
      ['CKV_AWS_16', 'Here that is "rds-storage-encrypted".'],
    ]) {
      const text = yaml.replace('  Database:', `  # data-protection: ignore ${written} -- x\n  Database:`);
      const [, report] = about(checkText('a.yaml', text)).map(messageOf);
      assert.equal(report, `The suppression of ${written} does nothing: there is no such rule. ${meant}`);
    }
  });

  for (const form of forms) {
    test(`corrects a misspelled rule before it takes the suppression out, in ${form}`, () => {
      const path = fileName(form);
      const added = offered(checkText(path, documents[form]));
      assert.ok(added?.kind === 'edit');
      const right = applyEdits(documents[form], added.edits).replace('<reason>', 'rds-storage-encripted is meant');
      const text = right
        .replace(`${rule} -- `, 'rds-storage-encripted -- ')
        .replace(`"${rule}"`, '"rds-storage-encripted"');
      assert.notEqual(text, right);
      const checked = checkText(path, text);
      const report = about(checked).find((one) => one.rule === 'suppression-unused');
      const [correction, removal, ...more] = report ? fixesFor(checked, report) : [];
      assert.ok(correction?.preferred && removal && !removal.preferred && more.length === 0);
      assert.equal(correction.title, `Write ${rule}`);
      assert.equal(applyEdits(text, correction.edits), right);
      assert.equal(removal.title, 'Remove the suppression of rds-storage-encripted');
      assert.equal(applyEdits(text, removal.edits), documents[form]);
    });
  }

  test('corrects nothing where several rules, or none, may be meant', () => {
    for (const written of ['no-such-rule', 'CKV_AWS_19', 'CKV_AWS_76']) {
      const text = yaml.replace('  Database:', `  # data-protection: ignore ${written} -- x\n  Database:`);
      const checked = checkText('a.yaml', text);
      const report = about(checked).find((one) => one.rule === 'suppression-unused');
      assert.ok(report);
      assert.deepEqual(
        fixesFor(checked, report).map(({ title }) => title),
        [`Remove the suppression of ${written}`],
      );
    }
  });

  test('tells why the check of another tool needs no rule', () => {
    for (const written of ['CKV_AWS_19', 'AVD-AWS-0088', 'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED']) {
      const text = yaml.replace('  Database:', `  # data-protection: ignore ${written} -- x\n  Database:`);
      const [, report] = about(checkText('a.yaml', text)).map(messageOf);
      assert.equal(
        report,
        `The suppression of ${written} does nothing: that check needs no rule. S3 encrypts every bucket and every ` +
          'new object with SSE-S3 by itself, and that cannot be switched off.',
      );
    }
  });

  test('tells what of one is unclear, which holds nothing', () => {
    for (const rest of [' - x', ': x', ' until spring or so -- x', ', rds-log-exports -- x', ' until', ' — x']) {
      const text = yaml.replace('  Database:', `  # data-protection: ignore ${rule}${rest}\n  Database:`);
      const checked = checkText('a.yaml', text);
      assert.deepEqual(
        about(checked).map((one) => one.rule),
        [rule, 'suppression-unused'],
      );
      assert.equal(
        about(checked).map(messageOf)[1],
        `The suppression of ${rule} does nothing: "${rest.trim()}" is neither "until 2027-01-31" nor "-- reason".`,
      );
    }
  });

  test('can be switched off or weighed like a rule', () => {
    const as = (level: 'off' | 'error') => ({ ...today, rules: { 'suppression-unused': level } });
    assert.deepEqual(found('a.yaml', unknown, as('off')), [rule]);
    assert.equal(about(checkText('a.yaml', unknown, as('error')))[1]?.severity, 'error');
  });

  test('is not that a rule which is off finds nothing', () => {
    const text = yaml.replace('  Database:', `  # data-protection: ignore ${rule} -- x\n  Database:`);
    assert.deepEqual(found('a.yaml', text, { ...today, rules: { [rule]: 'off' } }), []);
  });

  test('is nothing where it is not known whether the rule is broken', () => {
    const text = yaml
      .replace('false', '!Ref On')
      .replace('Resources:', 'Parameters:\n  On: { Type: String }\nResources:');
    const comment = `# data-protection: ignore ${rule} -- x`;
    for (const place of ['  Database:', '      StorageEncrypted:']) {
      const suppressed = text.replace(place, `${place.replace(/\S.*/, '')}${comment}\n${place}`);
      assert.deepEqual(found('a.yaml', suppressed), [], suppressed);
    }
    const ignoring = { ...today, ignore: [{ path: 'a.yaml', rule }] };
    assert.deepEqual(checkText('a.yaml', text, ignoring).idleIgnores, []);
  });

  test('is nothing while they are being typed', () => {
    const comment = `data-protection: ignore ${rule} until 2027-01-31 -- x`;
    const text = pretty({ resource: { aws_db_instance: { database: { '//': comment, ...body } } } });
    for (let end = text.indexOf(comment); end < text.indexOf(' --'); end++) {
      assert.ok(!found('a.tf.json', text.slice(0, end)).includes('suppression-unused'), text.slice(0, end));
    }
  });

  test('is not that nothing breaks a rule while the document cannot be read', () => {
    const text = `# data-protection: ignore ${rule} -- x\n${yaml.replace('false', 'true')}  Broken: [\n`;
    assert.deepEqual(found('a.yaml', text), []);
  });
});

describe('what settings ignore', () => {
  const path = 'a.tf.json';
  const ignoring = (entry: Partial<Settings['ignore'][number]>) => ({ ...today, ignore: [{ path, rule, ...entry }] });

  test('is left out by document and address, up to its last day', () => {
    const text = documents['Terraform JSON'];
    for (const entry of [{}, { address: 'aws_db_instance.database' }, { until: '2026-06-15' }]) {
      assert.deepEqual(found(path, text, ignoring(entry)), [], JSON.stringify(entry));
    }
    for (const entry of [{ path: 'b.tf.json' }, { address: 'aws_db_instance.other' }, { until: '2026-06-14' }]) {
      assert.deepEqual(found(path, text, ignoring(entry)), [rule], JSON.stringify(entry));
    }
  });

  const right = documents['Terraform JSON'].replace('false', 'true');
  const idle = (text: string, settings: Settings) => checkText(path, text, settings).idleIgnores.map((one) => one.rule);

  test('is idle where nothing in the document breaks the rule', () => {
    assert.deepEqual(idle(right, ignoring({})), [rule]);
    assert.deepEqual(idle(documents['Terraform JSON'], ignoring({})), []);
    assert.deepEqual(idle(documents['Terraform JSON'], ignoring({ address: 'aws_db_instance.other' })), [rule]);
  });

  test('is not idle where that is not to be known', () => {
    assert.deepEqual(idle(right, ignoring({ path: 'b.tf.json' })), [], 'of another document');
    assert.deepEqual(idle(right, { ...ignoring({}), rules: { [rule]: 'off' } }), [], 'the rule is off');
    assert.deepEqual(idle(right.slice(0, -4), ignoring({})), [], 'the document is being typed');
    assert.deepEqual(idle(right, ignoring({ until: '2026-06-14' })), [], 'it has ended');
  });
});

describe('documents that the CDK made', () => {
  const synthesized = withMetadata({ 'aws:cdk:path': 'App/Database/Resource' });

  test('are suppressed by a line of code in the construct', () => {
    const checked = checkText('a.json', synthesized);
    const line = offered(checked);
    assert.ok(line?.kind === 'code');
    assert.match(line.code, /addMetadata\('DataProtection', \{ Ignore: \[\{ Rule: 'rds-storage-encrypted'/);
  });

  test('are suppressed by a line that keeps what is accepted already, which it would replace', () => {
    const DataProtection = { Ignore: [{ Rule: 'rds-log-exports', Reason: "the team's choice", Until: '2027-01-31' }] };
    const line = offered(
      checkText('a.json', withMetadata({ 'aws:cdk:path': 'App/Database/Resource', DataProtection })),
    );
    assert.ok(line?.kind === 'code');
    assert.match(line.title, /^Copy the line that .* for Database as well, in place of the one there$/);
    assert.equal(
      line.code,
      "(construct.node.defaultChild as CfnResource).addMetadata('DataProtection', { Ignore: [" +
        "{ Rule: 'rds-log-exports', Reason: 'the team\\'s choice', Until: '2027-01-31' }, " +
        "{ Rule: 'rds-storage-encrypted', Reason: '' }] });",
    );
  });

  test('are quiet once they carry what that line writes', () => {
    const metadata = {
      'aws:cdk:path': 'App/Database/Resource',
      DataProtection: { Ignore: [{ Rule: rule, Reason: 'x' }] },
    };
    assert.deepEqual(found('a.json', withMetadata(metadata)), []);
  });
});

test('one of two resources that use a wrong default may be suppressed alone', () => {
  const database = (name: string) =>
    `  ${name}:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n      StorageEncrypted: !Ref On\n      BackupRetentionPeriod: 7\n`;
  const text = `Parameters:\n  On:\n    Type: String\n    Default: 'false'\nResources:\n  # data-protection: ignore ${rule} -- x\n${database('A')}`;
  assert.deepEqual(found('a.yaml', text), []);
  assert.deepEqual(found('a.yaml', text + database('B')), [rule]);
});
