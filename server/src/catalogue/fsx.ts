import type { Kind } from '../model/kind';
import { and, not, or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import {
  atLeast,
  attributeRule,
  exampleOf,
  fixedWith,
  inheritsFromSource,
  isGiven,
  keyInput,
  keyRow,
  ownKeyRule,
} from './define';

const systemPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-fsx-filesystem.html';
const windowsDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system';

/** Terraform has a type for each sort of file system. */
function isOfSort(sort: 'LUSTRE' | 'WINDOWS', type: string) {
  return (system: View): Truth =>
    system.resource.dialect === 'terraform'
      ? system.resource.type === type
      : system.is('sort', (text) => text === sort);
}

const isLustre = isOfSort('LUSTRE', 'aws_fsx_lustre_file_system');
const isWindows = isOfSort('WINDOWS', 'aws_fsx_windows_file_system');

/** Lustre without persistence is for data that is kept elsewhere: it takes neither a key nor backups. */
function isLasting(system: View): Truth {
  return or(
    not(isLustre(system)),
    system.is('deployment', (type) => type.startsWith('PERSISTENT')),
  );
}

const inherited = inheritsFromSource(systemPage);

const settings = ['WindowsConfiguration', 'LustreConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration'];

const fileSystem: Kind = {
  id: 'fsx-file-system',
  title: 'FSx file system',
  cloudformation: ['AWS::FSx::FileSystem'],
  terraform: [
    'aws_fsx_windows_file_system',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
  ],
  attributes: {
    sort: { cloudformation: 'FileSystemType', type: 'text' },
    subnets: { cloudformation: 'SubnetIds', terraform: 'subnet_ids', type: 'block' },
    source: { cloudformation: 'BackupId', type: 'text' },
    deployment: {
      cloudformation: settings.map((one) => `${one}.DeploymentType`),
      terraform: 'deployment_type',
      type: 'text',
    },
    key: keyRow(inherited, { is: 'none', key: 'aws-managed', source: systemPage }),
    backupRetention: {
      cloudformation: settings.map((one) => `${one}.AutomaticBackupRetentionDays`),
      terraform: 'automatic_backup_retention_days',
      type: 'number',
      about: 'backup',
      defaults: [
        { is: { value: 0 }, dialect: 'cloudformation', when: isLustre, source: systemPage },
        { is: { value: 30 }, dialect: 'cloudformation', source: systemPage },
        { is: { value: 7 }, dialect: 'terraform', when: isWindows, source: windowsDocumentation },
        { is: 'unknown', dialect: 'terraform', source: windowsDocumentation },
      ],
    },
  },
};

const subnets = ['subnet-0123456789abcdef0'];

/** What is restored from a backup may have the key of its source. */
const ownKey = ownKeyRule({
  id: 'fsx-kms-key',
  kind: fileSystem,
  when: (system) => and(isLasting(system), not(isGiven(system, 'source'))),
  key: keyInput('FileSystemKeyArn', 'for the file system'),
  caution: 'the key and requests to it cost',
  example: exampleOf(fileSystem, 'Files', { sort: 'WINDOWS', subnets }),
});

const backups = attributeRule({
  id: 'fsx-backup-retention',
  recommendation: 'managed-security',
  severity: 'information',
  kind: fileSystem,
  when: isLasting,
  requires: { backupRetention: fixedWith(atLeast(1), 30) },
  safety: 'review',
  caution: 'backup storage costs',
  example: exampleOf(fileSystem, 'Files', { sort: 'WINDOWS', subnets, backupRetention: 0 }),
});

export const rules = [ownKey, backups];
export const kinds = [fileSystem];
