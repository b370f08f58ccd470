import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import {
  about,
  body,
  credentials,
  documents,
  found,
  offered,
  pretty,
  rule,
  withMetadata,
  yaml,
} from '../../support/suppressed';

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

  test('is where the lightbulb writes for a section without entries, in YAML it is a comment', () => {
    const description = 'See https://me:hunter2secret@example.com/';
    const resources = { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } };
    for (const [path, text, written] of [
      ['a.json', pretty({ Description: description, Resources: resources }), /"Entry": "Description"/],
      [
        'a.yaml',
        `Description: ${description}\nResources: ${JSON.stringify(resources)}\n`,
        /^# .*<reason>\nDescription: /,
      ],
    ] as const) {
      const added = offered(checkText(path, text));
      assert.ok(added?.kind === 'edit', path);
      const after = applyEdits(text, added.edits);
      assert.match(after, written);
      assert.deepEqual(found(path, after), ['suppression-without-reason']);
    }
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
