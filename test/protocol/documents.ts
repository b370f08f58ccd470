// Documents that the protocol tests open, and the tests' way to open them.
import { test } from 'node:test';
import { type EditorOptions, FakeEditor } from '../support/protocolClient';
import { hosts } from '../support/serverHosts';

/** Runs a test with a server in process, and with the built one. */
export function testEverywhere(
  name: string,
  options: EditorOptions,
  body: (editor: FakeEditor) => Promise<void>,
): void {
  for (const host of hosts) test(`${name} (${host})`, () => withEditor(host, options, body));
}

/** Runs some work with an editor that is closed afterwards. */
export async function withEditor(
  host: (typeof hosts)[number],
  options: EditorOptions,
  work: (editor: FakeEditor) => Promise<void>,
): Promise<void> {
  const editor = await FakeEditor.start(host, options);
  try {
    await work(editor);
  } finally {
    await editor.stop();
  }
}

/** A database that says itself that it is not encrypted: one finding, under `false` in line 5. */
export const openDatabase = `Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageEncrypted: false
      BackupRetentionPeriod: 7
      DeletionProtection: true
      EnableIAMDatabaseAuthentication: true
      EnableCloudwatchLogsExports: [postgresql]
`;

export const encryptedDatabase = openDatabase.replace('StorageEncrypted: false', 'StorageEncrypted: true');

/** The rule that `openDatabase` breaks, and where. */
export const databaseRule = 'rds-storage-encrypted';
export const databaseRange = { start: { line: 5, character: 24 }, end: { line: 5, character: 29 } };

/** A bucket of a Terraform module, without versioning unless a sibling brings it. */
export const bucketModule = `{
  "resource": {
    "aws_s3_bucket": { "logs": {} }
  }
}
`;

export const versioningModule = `{
  "resource": {
    "aws_s3_bucket_versioning": {
      "logs": { "bucket": "\${aws_s3_bucket.logs.id}", "versioning_configuration": { "status": "Enabled" } }
    }
  }
}
`;

export const versioningRule = 's3-bucket-versioning';
