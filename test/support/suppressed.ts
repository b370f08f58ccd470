// A database that is not encrypted, and what is said of it.
import type { Checked } from '../../server/src/engine/check';
import { defaultSettings, type Settings } from '../../server/src/engine/settings';
import { type Suppressing, suppressingOf } from '../../server/src/engine/suppressing';
import type { Finding } from '../../server/src/model/finding';
import type { Form } from '../../tools/examples';
import { checkText } from './checking';

/** The rule that a database in these documents breaks. */
export const rule = 'rds-storage-encrypted';
/** A rule on texts that some of them break. */
export const credentials = 'no-credentials-in-url';
/** Settings on a day of their own. */
export const today: Settings = { ...defaultSettings, today: '2026-06-15' };

const properties = { Engine: 'postgres', StorageEncrypted: false, BackupRetentionPeriod: 7 };
/** The arguments of the database in Terraform. */
export const body = { engine: 'postgres', storage_encrypted: false, backup_retention_period: 7 };
/** A value as JSON, over several lines. */
export const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
/** A database without encryption in each form. */
export const documents: Readonly<Record<Form, string>> = {
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
/** That database in YAML. */
export const yaml = documents['CloudFormation YAML'];

/** The findings these tests are about: other rules may have their say on the documents as well. */
export function about({ findings }: Checked): Finding[] {
  return findings.filter((finding) => [rule, credentials].includes(finding.rule) || /^suppression-/.test(finding.rule));
}

/** The rules of the findings in a text that these tests are about. */
export function found(path: string, text: string, settings: Settings = today): string[] {
  return about(checkText(path, text, settings)).map((finding) => finding.rule);
}

/** A template whose database has some metadata. */
export function withMetadata(metadata: unknown): string {
  return pretty({
    Resources: { Database: { Type: 'AWS::RDS::DBInstance', Metadata: metadata, Properties: properties } },
  });
}

/** What the lightbulb offers for the first finding. */
export function offered(checked: Checked): Suppressing | undefined {
  const [finding] = about(checked);
  return finding && suppressingOf(checked, finding);
}
