import type { Attribute, Default } from '../model/kind';

/** The password of the administrator, also where Terraform keeps it out of its state. */
export const masterPasswordRow: Attribute = {
  cloudformation: 'MasterUserPassword',
  terraform: ['master_password', 'master_password_wo'],
  type: 'text',
};

/** The logs that a database hands to CloudWatch Logs. */
export const logExportsRow: Attribute = {
  cloudformation: 'EnableCloudwatchLogsExports',
  terraform: 'enabled_cloudwatch_logs_exports',
  type: 'block',
  about: 'logging',
};

/** Whether a database's storage is encrypted, with its backups and snapshots. */
export function storageEncryptedRow(...defaults: readonly Default[]): Attribute {
  return {
    cloudformation: 'StorageEncrypted',
    terraform: 'storage_encrypted',
    type: 'boolean',
    about: 'at-rest',
    defaults,
  };
}

/** For how many days a database keeps its automated backups. */
export function backupRetentionRow(...defaults: readonly Default[]): Attribute {
  return {
    cloudformation: 'BackupRetentionPeriod',
    terraform: 'backup_retention_period',
    type: 'number',
    about: 'backup',
    defaults,
  };
}

/** Whether a database can only be deleted once somebody allows it. */
export function deletionProtectionRow(...defaults: readonly Default[]): Attribute {
  return { cloudformation: 'DeletionProtection', terraform: 'deletion_protection', type: 'boolean', defaults };
}
