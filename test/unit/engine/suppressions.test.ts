import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Checked } from '../../../server/src/engine/check';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../../server/src/engine/settings';
import { type Suppressing, suppressingOf } from '../../../server/src/engine/suppressing';
import { messageOf } from '../../../server/src/engine/words';
import type { Finding } from '../../../server/src/model/finding';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { type Form, fileName, forms } from '../../../tools/examples';
import { checkText } from '../../support/checking';
import { variations } from '../../support/variations';

const rule = 'rds-storage-encrypted';
const credentials = 'no-credentials-in-url';
const today: Settings = { ...defaultSettings, today: '2026-06-15' };

const properties = { Engine: 'postgres', StorageEncrypted: false, BackupRetentionPeriod: 7 };
const body = { engine: 'postgres', storage_encrypted: false, backup_retention_period: 7 };
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const documents: Readonly<Record<Form, string>> = {
  'CloudFormation YAML': `Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageEncrypted: false
      BackupRetentionPeriod: 7
`,
  'CloudFormation JSON': pretty({ Resources: { Database: { Type: 'AWS::RDS::DBInstance', Properties: properties } } }),
  'Terraform JSON': pretty({ resource: { aws_db_instance: { database: body } } }),
  'Terraform JSON with lists': pretty({ resource: [{ aws_db_instance: [{ database: [body] }] }] }),
};
const yaml = documents['CloudFormation YAML'];

/** The findings these tests are about: other rules may have their say on the documents as well. */
function about({ findings }: Checked): Finding[] {
  return findings.filter((finding) => [rule, credentials].includes(finding.rule) || /^suppression-/.test(finding.rule));
}

function found(path: string, text: string, settings: Settings = today): string[] {
  return about(checkText(path, text, settings)).map((finding) => finding.rule);
}

/** What the lightbulb offers for the first finding. */
function offered(checked: Checked): Suppressing | undefined {
  const [finding] = about(checked);
  return finding && suppressingOf(checked, finding);
}

/** A template whose database has some metadata. */
function withMetadata(metadata: unknown): string {
  return pretty({
    Resources: { Database: { Type: 'AWS::RDS::DBInstance', Metadata: metadata, Properties: properties } },
  });
}

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

describe('a comment in YAML', () => {
  const comment = `# data-protection: ignore ${rule} -- for a demonstration`;
  const quiet: Record<string, string> = {
    'above the resource': yaml.replace('  Database:', `  ${comment}\n  Database:`),
    'behind the name of the resource': yaml.replace('Database:\n', `Database: ${comment}\n`),
    'above the property': yaml.replace('      Storage', `      ${comment}\n      Storage`),
    'behind the value': yaml.replace('false', `false ${comment}`),
    'among other comments': yaml.replace('  Database:', `  # one\n  ${comment}\n\n  # two\n  Database:`),
    'above the section': `${comment}\n${yaml}`,
  };
  for (const [where, text] of Object.entries(quiet)) {
    test(`${where} suppresses what stands there`, () => assert.deepEqual(found('a.yaml', text), []));
  }

  const idle: Record<string, string> = {
    'above another property': yaml.replace('      Engine', `      ${comment}\n      Engine`),
    'behind another value': yaml.replace('postgres', `postgres ${comment}`),
    'at the end': `${yaml}${comment}\n`,
  };
  for (const [where, text] of Object.entries(idle)) {
    test(`${where} suppresses nothing and says so`, () => {
      assert.deepEqual(found('a.yaml', text), [rule, 'suppression-unused']);
    });
  }

  test('is taken out with its line, or from behind what it stands behind', () => {
    const right = yaml.replace('false', 'true');
    for (const text of [`${comment}\n${right}`, right.replace('true', `true ${comment}`), `${right}${comment}`]) {
      const checked = checkText('a.yaml', text);
      const [fix] = about(checked)
        .filter((one) => one.rule !== rule)
        .flatMap((finding) => fixesFor(checked, finding));
      assert.ok(fix);
      assert.equal(applyEdits(text, fix.edits), right);
    }
  });
});

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

  test('ends in metadata as well', () => {
    const metadata = { DataProtection: { Ignore: [{ Rule: rule, Reason: 'x', Until: '2026-06-14' }] } };
    assert.deepEqual(found('a.json', withMetadata(metadata)), [rule, 'suppression-unused']);
  });
});

describe('what is said of suppressions', () => {
  const unknown = yaml.replace('  Database:', '  # data-protection: ignore no-such-rule -- x\n  Database:');

  test('names a rule that does not exist', () => {
    assert.ok(about(checkText('a.yaml', unknown)).map(messageOf).join().includes('there is no rule no-such-rule'));
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

describe('the metadata of a template', () => {
  const parameter = { Type: 'String', Default: 'https://me:hunter2secret@example.com/' };
  const named = (Entry: string | undefined) =>
    pretty({
      Metadata: { DataProtection: { Ignore: [{ Rule: credentials, Reason: 'x', ...(Entry && { Entry }) }] } },
      Parameters: { Address: parameter },
      Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    });

  test('speaks for entries of other sections, by name or as a whole', () => {
    for (const entry of ['Parameters.Address', 'Parameters']) assert.deepEqual(found('a.json', named(entry)), []);
    for (const entry of ['Parameters.Other', 'Outputs', undefined]) {
      assert.deepEqual(found('a.json', named(entry)), [credentials, 'suppression-unused'], entry);
    }
  });

  test('is where the lightbulb writes for them in JSON', () => {
    const text = pretty({
      Parameters: { Address: parameter },
      Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    });
    const checked = checkText('a.json', text);
    const added = offered(checked);
    assert.ok(added?.kind === 'edit');
    const after = applyEdits(text, added.edits);
    assert.match(after, /"Entry": "Parameters\.Address"/);
    assert.deepEqual(found('a.json', after), ['suppression-without-reason']);
  });

  test('keeps the other items when one is taken out', () => {
    const ignore = (...rules: string[]) =>
      withMetadata({ Note: 1, DataProtection: { Ignore: rules.map((one) => ({ Rule: one, Reason: 'x' })) } });
    const checked = checkText('a.json', ignore('no-such-rule', rule));
    const [fix] = about(checked)
      .filter((one) => one.rule !== rule)
      .flatMap((finding) => fixesFor(checked, finding));
    assert.ok(fix);
    assert.deepEqual(JSON.parse(applyEdits(ignore('no-such-rule', rule), fix.edits)), JSON.parse(ignore(rule)));
  });
});

describe('a comment of Terraform', () => {
  test('that is there already is never replaced: the settings take what it has no room for', () => {
    const text = pretty({ resource: { aws_db_instance: { database: { '//': 'the orders', ...body } } } });
    const checked = checkText('a.tf.json', text);
    const setting = offered(checked);
    assert.ok(setting?.kind === 'setting');
    assert.deepEqual(setting.ignore, { path: 'a.tf.json', address: 'aws_db_instance.database', rule });
  });

  test('at the top speaks for the whole file', () => {
    const text = pretty({ '//': `data-protection: ignore ${rule} -- x`, ...JSON.parse(documents['Terraform JSON']) });
    assert.deepEqual(found('a.tf.json', text), []);
  });

  test('that is all a block has leaves an empty block', () => {
    const text = pretty({ resource: { aws_kms_key: { one: { '//': 'data-protection: ignore no-such-rule -- x' } } } });
    const checked = checkText('a.tf.json', text);
    const report = checked.findings.find((finding) => finding.rule === 'suppression-unused');
    const [fix] = report ? fixesFor(checked, report) : [];
    assert.ok(fix);
    assert.deepEqual(JSON.parse(applyEdits(text, fix.edits)).resource.aws_kms_key, { one: {} });
  });
});

describe('the suppressions of other tools', () => {
  const comments = [
    '# checkov:skip=CKV_AWS_16:copied every night',
    '#checkov:skip=CKV_AWS_16',
    '# trivy:ignore:AVD-AWS-0080',
    '# trivy:ignore:avd-aws-0080 trivy:ignore:AVD-AWS-0177',
    '#tfsec:ignore:AWS-0080:exp:2026-06-15',
    '# trivy:ignore:aws-rds-encrypt-instance-storage-data',
    '#tfsec:ignore:aws-rds-encrypt-instance-storage-data:exp:2026-06-15',
    '# trivy:ignore:encrypt-instance-storage-data',
    '# trivy:ignore:aws-rds-*',
    '# trivy:ignore:*',
  ];
  for (const comment of comments) {
    test(`${comment} holds, and is no concern of ours where it is not used`, () => {
      assert.deepEqual(found('a.yaml', yaml.replace('  Database:', `  ${comment}\n  Database:`)), []);
      const right = yaml.replace('false', 'true');
      assert.deepEqual(found('a.yaml', right.replace('  Database:', `  ${comment}\n  Database:`)), []);
    });
  }

  test('of Checkov hold for the resource they stand in', () => {
    assert.deepEqual(
      found('a.yaml', yaml.replace('      Engine', '      # checkov:skip=CKV_AWS_16\n      Engine')),
      [],
    );
  });

  test('of Checkov above a resource are not for the one before it', () => {
    const other = yaml.replace('Resources:\n', '').replace('Database', 'Other').replace('false', 'true');
    const text = `Resources:\n${other}  # checkov:skip=CKV_AWS_16\n${yaml.replace('Resources:\n', '')}`;
    assert.deepEqual(found('a.yaml', text), []);
  });

  test('that ended, or that only their tool understands, do not hold', () => {
    for (const comment of [
      'trivy:ignore:AWS-0080:exp:2026-06-14',
      'trivy:ignore:AWS-0080[engine=x]',
      'tfsec:ignore:AWS-0080:ws:dev',
      'trivy:ignore:aws-rds-encrypt-cluster-storage-data',
      'trivy:ignore:aws-s3-*',
      'trivy:ignore:*-encrypt-*-data-*',
    ]) {
      assert.deepEqual(found('a.yaml', yaml.replace('  Database:', `  # ${comment}\n  Database:`)), [rule], comment);
    }
  });

  test('stand in the // of Terraform as well', () => {
    const text = pretty({
      resource: { aws_db_instance: { database: { '//': 'checkov:skip=CKV_AWS_16:x', ...body } } },
    });
    assert.deepEqual(found('a.tf.json', text), []);
  });

  const metadata: Record<string, unknown> = {
    checkov: { checkov: { skip: [{ id: 'CKV_AWS_16', comment: 'x' }] } },
    'AWS Guard': { guard: { SuppressedRules: ['RDS_STORAGE_ENCRYPTED'] } },
    'AWS Guard, with a reason': { guard: { SuppressedRules: [{ RDS_STORAGE_ENCRYPTED: 'it is a cache' }] } },
    cfn_nag: { cfn_nag: { rules_to_suppress: [{ id: 'F27', reason: 'x' }] } },
    'cdk-nag': { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-RDS2', reason: 'x' }] } },
  };
  for (const [tool, value] of Object.entries(metadata)) {
    test(`in the metadata for ${tool} hold`, () => assert.deepEqual(found('a.json', withMetadata(value)), []));
  }

  test('of cdk-nag in the metadata of a template hold for all of its resources, those of others do not', () => {
    const withTemplateMetadata = (value: unknown) =>
      pretty({ Metadata: value, ...JSON.parse(documents['CloudFormation JSON']) });
    for (const [tool, value] of Object.entries(metadata)) {
      assert.deepEqual(found('a.json', withTemplateMetadata(value)), tool === 'cdk-nag' ? [] : [rule], tool);
    }
  });

  test('that apply to some findings only do not hold', () => {
    const some = { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-RDS2', reason: 'x', applies_to: ['y'] }] } };
    assert.deepEqual(found('a.json', withMetadata(some)), [rule]);
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
