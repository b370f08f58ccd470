import type { Attribute } from '../model/kind';

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
