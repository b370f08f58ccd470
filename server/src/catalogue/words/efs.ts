import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'efs-encrypted': {
    title: 'The file system {name} keeps its files unencrypted.',
    why: 'Whoever gets at the storage can read the files. Encryption is chosen when a file system is made and cannot be changed later.',
    advice:
      'Encrypt the file system before the first deployment; the key of EFS will do. The files of a live one are copied to a new one.',
    sources: [
      'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
      'https://docs.aws.amazon.com/efs/latest/ug/encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-efs-filesystem.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_42'],
      trivy: ['AWS-0037'],
      cdkNag: [
        'AwsSolutions-EFS1',
        'HIPAA.Security-EFSEncrypted',
        'NIST.800.53.R4-EFSEncrypted',
        'NIST.800.53.R5-EFSEncrypted',
        'PCI.DSS.321-EFSEncrypted',
      ],
      guard: ['EFS_ENCRYPTED_CHECK'],
      cfnNag: ['F32'],
    },
  },
  'efs-kms-key': ownKeyWords({
    what: 'file system {name}',
    otherwise: 'Where no key is named, EFS takes the one that AWS manages for it in the account.',
    advice:
      'Name a KMS key of your own before the first deployment: a file system keeps the key that it was made with.',
    sources: ['https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html'],
    sameAs: { checkov: ['CKV_AWS_184'] },
  }),
  'efs-automatic-backups': {
    title: 'The file system {name} has no automatic backups.',
    why: 'Without them there is no way back after a deletion, a corruption or an attack. The console switches them on, requests do not.',
    advice: 'Switch them on, unless a backup plan of yours takes the file system in.',
    sources: [
      'https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html',
      'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-efs-filesystem-backuppolicy.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_18'],
      cdkNag: ['HIPAA.Security-EFSInBackupPlan', 'NIST.800.53.R4-EFSInBackupPlan', 'NIST.800.53.R5-EFSInBackupPlan'],
      guard: ['EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN'],
    },
  },
  'efs-tls-only': {
    title: 'The file system {name} lets clients mount it without TLS.',
    why: 'NFS sends files in the clear unless the client mounts with TLS. Without a policy of its own a file system serves whoever reaches a mount target, with TLS or without.',
    advice:
      'Deny everything where aws:SecureTransport is false, and let clients mount with the EFS mount helper and TLS. A first policy takes the place of what EFS allows by itself, so it has to say that again.',
    sources: [
      'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
      'https://docs.aws.amazon.com/whitepapers/latest/efs-encrypted-file-systems/encryption-of-data-in-transit.html',
      'https://docs.aws.amazon.com/efs/latest/ug/create-file-system-policy.html',
    ],
    sameAs: {},
  },
  'efs-access-point-root-directory': {
    title: 'The access point {name} shows its clients the whole file system.',
    why: 'Clients of an access point see the root directory of the file system, and with it the files of all others, until a directory is named.',
    advice: 'Name the directory that the clients need. One that does not exist yet needs an owner and permissions.',
    sources: [
      'https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/efs-access-point-enforce-root-directory.html',
    ],
    sameAs: { checkov: ['CKV_AWS_329'] },
  },
  'efs-access-point-user': {
    title: 'Clients of the access point {name} say themselves which user they are.',
    why: 'NFS believes the user ID that a client sends: whoever is root on a client can read the files of every user.',
    advice: 'Name a user and a group: EFS puts them in the place of what clients send.',
    sources: ['https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html'],
    sameAs: { checkov: ['CKV_AWS_330'] },
  },
};
