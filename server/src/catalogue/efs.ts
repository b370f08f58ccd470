import type { Kind } from '../model/kind';
import type { Element } from '../model/policy';
import { or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  inSatellite,
  isGiven,
  isOn,
  keyInput,
  keyRow,
  ownKeyRule,
  usualIdentifiers,
} from './define';
import { namesResource } from './policies/refusal';
import { type TlsSubject, tlsOnlyRule } from './policies/tlsOnly';

const policyPage = 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html';

/** What holds without a policy: whoever reaches a mount target may do everything, also without credentials. */
const anyMount = {
  Sid: 'AnyClientOfAMountTarget',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
  Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
};

const createPage = 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html';
const backupWords = { on: 'ENABLED', off: ['DISABLED'] };

const fileSystem: Kind = {
  id: 'efs-file-system',
  title: 'EFS file system',
  cloudformation: ['AWS::EFS::FileSystem'],
  terraform: ['aws_efs_file_system'],
  identifiers: usualIdentifiers,
  withoutPolicy: { access: 'statements', statements: () => [anyMount], source: policyPage },
  attributes: {
    policy: {
      cloudformation: 'FileSystemPolicy',
      terraform: inSatellite('aws_efs_file_system_policy', 'policy', 'file_system_id'),
      type: 'policy',
      about: 'in-transit',
    },
    encrypted: {
      cloudformation: 'Encrypted',
      terraform: 'encrypted',
      type: 'boolean',
      about: 'at-rest',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system',
      ),
    },
    key: keyRow({ is: 'none', key: 'aws-managed', source: 'https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html' }),
    zone: { cloudformation: 'AvailabilityZoneName', terraform: 'availability_zone_name', type: 'text' },
    backups: {
      cloudformation: { path: 'BackupPolicy.Status', words: backupWords },
      terraform: {
        ...inSatellite('aws_efs_backup_policy', 'backup_policy.status', 'file_system_id'),
        words: backupWords,
      },
      type: 'boolean',
      about: 'backup',
      // The provider sends nothing that is not written, so the service's own defaults hold in both formats.
      defaults: [
        { is: { value: true }, when: (system) => isGiven(system, 'zone'), source: createPage },
        { is: { value: false }, source: createPage },
      ],
    },
  },
};

const encrypted = attributeRule({
  id: 'efs-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: fileSystem,
  requires: { encrypted: equals(true) },
  safety: 'review',
  example: exampleOf(fileSystem, 'Files', { key: 'alias/files', encrypted: false }),
});

const ownKey = ownKeyRule({
  id: 'efs-kms-key',
  kind: fileSystem,
  when: (system) => isOn(system, 'encrypted'),
  key: keyInput('FileSystemKeyArn', 'for the file system'),
  caution: 'the key and requests to it cost',
  example: exampleOf(fileSystem, 'Files', { encrypted: true, backups: true }),
});

/** Backups of EFS's own are a plan of AWS Backup that comes with the file system. */
const backups = attributeRule({
  id: 'efs-automatic-backups',
  recommendation: 'managed-security',
  severity: 'information',
  kind: fileSystem,
  requires: { backups: equals(true) },
  safety: 'review',
  caution: 'backup storage costs',
  example: exampleOf(fileSystem, 'Files', { encrypted: true, backups: false }),
});

const fileSystemPolicy: Kind = {
  id: 'efs-file-system-policy',
  title: 'EFS file system policy',
  cloudformation: [],
  terraform: ['aws_efs_file_system_policy'],
  attributes: {
    of: { terraform: 'file_system_id', type: 'text' },
    policy: { terraform: 'policy', type: 'policy' },
  },
};

/** The policy of a file system is about that one: it need not say so. */
function isFileSystem(named: Element | undefined, view?: View): Truth {
  return or(named === undefined, namesResource(named, view));
}

/** NFS has no TLS of its own: clients mount with it or without, and the policy says which of them get in. */
export const fileSystemTls: TlsSubject = {
  kind: fileSystem,
  policyKinds: [fileSystemPolicy],
  action: '*',
  entry: 'elasticfilesystem:ClientMount',
  resources: () => undefined,
  resourcesIn: () => undefined,
  isEverything: isFileSystem,
  caution: () => 'clients that mount without TLS are refused',
};

const tlsOnly = tlsOnlyRule(fileSystemTls, {
  id: 'efs-tls-only',
  severity: 'warning',
  fix: 'always',
  example: exampleOf(fileSystem, 'Files', { encrypted: true }),
});

export const rules = [encrypted, ownKey, backups, tlsOnly];
export const kinds = [fileSystem, fileSystemPolicy];
