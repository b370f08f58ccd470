import type { Words } from '../../model/rule';

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
};
