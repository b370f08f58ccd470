import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^ebs-volume-encrypted$/;

/** A volume that is encrypted as a parameter says. */
function template(parameter: string, encrypted = '!Ref P'): string {
  return `Parameters:\n  P: {${parameter}}\nResources:\n  Volume:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: ${encrypted}\n`;
}

test('a wrong default is found where it stands, once for all of its uses', () => {
  const text = template('Type: String, Default: ⟦ebs-volume-encrypted|false⟧');
  const other = '  Other:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: !Ref P\n';
  const checked = checkText('t.yaml', assertFindings('t.yaml', text + other, about));
  assert.equal(checked.findings.find((finding) => about.test(finding.rule))?.related?.length, 2);
});

test('what a parameter allows is told once, and quietly where some of it is right', () => {
  const severity = (allowed: string) => {
    const text = assertFindings('t.yaml', template(`Type: String, AllowedValues: [${allowed}]`), about);
    return checkText('t.yaml', text).findings.find((finding) => about.test(finding.rule))?.severity;
  };
  assert.equal(severity('true, yes'), undefined);
  assert.equal(severity('⟦ebs-volume-encrypted|no⟧, false'), 'error');
  assert.equal(severity('true, ⟦ebs-volume-encrypted|no⟧, false'), 'information');
});

test('a right default is silence, whatever else the parameter allows', () => {
  assertFindings('t.yaml', template('Type: String, Default: true, AllowedValues: [true, false]'), about);
});

test('an item of a list parameter is found inside its default', () => {
  const list = 'Type: CommaDelimitedList, Default: "true, ⟦ebs-volume-encrypted|false⟧"';
  assertFindings('t.yaml', template(list, '!Select [1, !Ref P]'), about);
  assertFindings('t.yaml', template(list.replace(/⟦.*⟧/, 'false'), '!Select [0, !Ref P]'), about);
  const written = '!Select [1, !Split [",", "true,⟦ebs-volume-encrypted|false⟧"]]';
  assertFindings('t.yaml', template('Type: String', written), about);
});

test('values that are kept elsewhere are not judged by the names they are kept under', () => {
  const types = ['AWS::SSM::Parameter::Value<String>', 'AWS::SSM::Parameter::Value<List<String>>'];
  for (const type of types) assertFindings('t.yaml', template(`Type: "${type}", Default: "false"`), about);
  assertFindings('t.yaml', template('Type: String, Default: "{{resolve:ssm:false}}"'), about);
});

test('a masked parameter is judged as any other', () => {
  assertFindings('t.yaml', template('Type: String, NoEcho: true, Default: ⟦ebs-volume-encrypted|false⟧'), about);
});

test('numbers are judged as numbers', () => {
  const key = (days: string) =>
    `Parameters:\n  P: {Type: Number, Default: ${days}}\nResources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      BackupRetentionPeriod: !Ref P\n`;
  assertFindings('t.yaml', key('35'), /^rds-backup-retention$/);
  assertFindings('t.yaml', key('⟦rds-backup-retention|0⟧'), /^rds-backup-retention$/);
});

test('each member of a list may be any that is allowed, wherever it is used', () => {
  const list = (allowed: string, type: string) =>
    template(`Type: ${type}, AllowedValues: [${allowed}]`, '!Select [1, !Ref P]');
  const severity = (allowed: string, type = 'CommaDelimitedList') => {
    const { findings } = checkText('t.yaml', assertFindings('t.yaml', list(allowed, type), about));
    return findings.find((finding) => about.test(finding.rule))?.severity;
  };
  assert.equal(severity('true, yes'), undefined);
  assert.equal(severity('⟦ebs-volume-encrypted|no⟧, false'), 'error');
  assert.equal(severity('true, ⟦ebs-volume-encrypted|no⟧, false'), 'information');
  assert.equal(severity('true, ⟦ebs-volume-encrypted|no⟧, false', 'List<String>'), 'information');
  assertFindings('t.yaml', list('false', '"AWS::SSM::Parameter::Value<List<String>>"'), about);
});

test('what a list parameter allows is judged where the whole list is used, too', () => {
  const arn = (name: string) => `arn:aws:iam::aws:policy/${name}`;
  const role = (allowed: string) =>
    `Parameters:\n  P: {Type: CommaDelimitedList, AllowedValues: ${allowed}}\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {Statement: []}\n      ManagedPolicyArns: !Ref P\n`;
  const wrong = `⟦iam-administrator-access|${arn('AdministratorAccess')}⟧`;
  assertFindings('t.yaml', role(`[${arn('ReadOnlyAccess')}]`), /^iam-administrator-access$/);
  assertFindings('t.yaml', role(`[${arn('ReadOnlyAccess')}, ${wrong}]`), /^iam-administrator-access$/);
});
