import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overviewOf } from '../../../server/src/engine/overview';
import { checkText } from '../../support/checking';

function overview(text: string): string[] {
  const checked = checkText('template.yaml', text);
  const [resource] = checked.model.resources;
  const found = resource && overviewOf(checked, resource);
  return (found?.aspects ?? []).map(({ isRight, text: said }) => `${isRight ?? 'unknown'}: ${said}`);
}

test('an overview tells what is right, what is wrong and what cannot be told', () => {
  const said = overview(`Parameters:
  Days:
    Type: Number
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      BackupRetentionPeriod: !Ref Days
`);
  assert.ok(said.includes('false: `StorageEncrypted` is false by default'), said.join('\n'));
  assert.ok(said.includes('unknown: `BackupRetentionPeriod` cannot be told: Days has no default'), said.join('\n'));
});

test('an overview takes in what a policy says', () => {
  const said = overview(
    'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties: { VersioningConfiguration: { Status: Enabled } }\n',
  );
  assert.ok(said.includes('true: `VersioningConfiguration.Status` is Enabled'), said.join('\n'));
  assert.ok(
    said.some((one) => /^false: .*plain HTTP/.test(one)),
    said.join('\n'),
  );
});

test('there is no overview of what the catalogue does not know', () => {
  assert.deepEqual(overview('Resources:\n  X:\n    Type: AWS::CloudFormation::WaitConditionHandle\n'), []);
});
