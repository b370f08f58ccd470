import type { Words } from '../../model/rule';

const sameAsStorage = {
  cdkNag: [
    'AwsSolutions-RDS2',
    'HIPAA.Security-RDSStorageEncrypted',
    'NIST.800.53.R4-RDSStorageEncrypted',
    'NIST.800.53.R5-RDSStorageEncrypted',
    'PCI.DSS.321-RDSStorageEncrypted',
  ],
  guard: ['RDS_STORAGE_ENCRYPTED'],
};

export const words: Readonly<Record<string, Words>> = {
  'rds-storage-encrypted': {
    title: 'The database {name} keeps its storage, backups and snapshots unencrypted.',
    why: 'Whoever gets at the storage or at a snapshot can read the data. Encryption is chosen when a database is created; later it takes a new one.',
    advice:
      'Encrypt the storage before the first deployment; the key of RDS will do. A live database is moved by copying a snapshot with encryption and restoring the copy.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    ],
    sameAs: { checkov: ['CKV_AWS_16'], trivy: ['AWS-0080'], ...sameAsStorage, cfnNag: ['F27'] },
  },
  'rds-cluster-storage-encrypted': {
    title: 'The cluster {name} is asked to keep its volumes, backups and snapshots unencrypted.',
    why: 'Whoever gets at a volume or a snapshot can read the data. Encryption is chosen when a cluster is created. Aurora encrypts new clusters by itself since 2026-02-18; clusters from before, and Multi-AZ clusters of MySQL and PostgreSQL, are as they are written.',
    advice:
      'Encrypt the storage before the first deployment. A live cluster is moved by restoring a snapshot with a KMS key.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbcluster.html',
      'https://aws.amazon.com/blogs/database/use-default-encryption-at-rest-for-new-amazon-aurora-clusters',
    ],
    sameAs: { checkov: ['CKV_AWS_96'], trivy: ['AWS-0079'], ...sameAsStorage, cfnNag: ['F26'] },
  },
  'rds-backup-retention': {
    title: 'The database {name} has no automated backups.',
    why: 'Without them there is no way back to an earlier moment after a deletion, a corruption or an attack. Terraform switches them off where nothing is written.',
    advice: 'Keep backups for at least a day; the console proposes seven.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_133'],
      trivy: ['AWS-0077'],
      cdkNag: [
        'AwsSolutions-RDS13',
        'HIPAA.Security-RDSInstanceBackupEnabled',
        'NIST.800.53.R4-RDSInstanceBackupEnabled',
        'NIST.800.53.R5-RDSInstanceBackupEnabled',
      ],
      guard: ['DB_INSTANCE_BACKUP_ENABLED'],
      cfnNag: ['W75'],
    },
  },
  'rds-public-access': {
    title: 'The database {name} is given a public address.',
    why: 'Its name resolves to an address on the internet: from then on only a security group and a password stand between the data and everybody. What is not written depends on the network of the database.',
    advice: 'Write false, and reach the database from inside the VPC: through a VPN, a proxy or a bastion host.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_17'],
      trivy: ['AWS-0180'],
      cdkNag: [
        'HIPAA.Security-RDSInstancePublicAccess',
        'NIST.800.53.R4-RDSInstancePublicAccess',
        'NIST.800.53.R5-RDSInstancePublicAccess',
        'PCI.DSS.321-RDSInstancePublicAccess',
      ],
      guard: ['RDS_INSTANCE_PUBLIC_ACCESS_CHECK'],
      cfnNag: ['F22'],
    },
  },
  'rds-deletion-protection': {
    title: 'The database {name} can be deleted with a single request.',
    why: 'A mistaken change of the stack, a script or a stolen credential is enough, and its automated backups may go with it.',
    advice: 'Protect it: whoever means to delete it then has to say so twice.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_293'],
      trivy: ['AWS-0177'],
      cdkNag: [
        'AwsSolutions-RDS10',
        'HIPAA.Security-RDSInstanceDeletionProtectionEnabled',
        'NIST.800.53.R4-RDSInstanceDeletionProtectionEnabled',
        'NIST.800.53.R5-RDSInstanceDeletionProtectionEnabled',
      ],
      guard: ['RDS_INSTANCE_DELETION_PROTECTION_ENABLED'],
      cfnNag: ['F80'],
    },
  },
  'rds-iam-login': {
    title: 'The database {name} takes passwords only.',
    why: 'Passwords last until somebody changes them, and are copied into configurations. With IAM, programs sign in with tokens that are good for minutes, and policies say who may.',
    advice:
      'Switch IAM authentication on: passwords go on working. Then let programs sign in with tokens, as users of the database that are made for it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Enabling.html',
    ],
    sameAs: { checkov: ['CKV_AWS_161'], trivy: ['AWS-0176'] },
  },
  'rds-cluster-iam-login': {
    title: 'The cluster {name} takes passwords only.',
    why: 'Passwords last until somebody changes them, and are copied into configurations. With IAM, programs sign in with tokens that are good for minutes, and policies say who may.',
    advice:
      'Switch IAM authentication on: passwords go on working. Then let programs sign in with tokens, as users of the database that are made for it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbcluster.html',
    ],
    sameAs: { checkov: ['CKV_AWS_162'], cdkNag: ['AwsSolutions-RDS6'] },
  },
  'rds-snapshot-public': {
    title: 'The snapshot {name} is shared with every AWS account.',
    why: 'Anybody can restore a database from it and read all that was in it.',
    advice: 'Share it with the accounts that need it, by their numbers. What was public should be thought of as known.',
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html'],
    sameAs: { checkov: ['CKV_AWS_302'] },
  },
};
