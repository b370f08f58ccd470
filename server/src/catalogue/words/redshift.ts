import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'redshift-encrypted': {
    title: 'The cluster {name} is asked to keep its data and snapshots unencrypted.',
    why: 'Since 2025-01-10 Redshift encrypts every new cluster and fails a request that asks for none; a cluster from before stays readable to whoever gets at its disks or snapshots.',
    advice: 'Write true, or leave the line out. A live cluster is encrypted by changing the setting.',
    sources: [
      'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/',
      'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-redshift-cluster.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_64'],
      trivy: ['AWS-0084'],
      cdkNag: [
        'AwsSolutions-RS6',
        'HIPAA.Security-RedshiftClusterConfiguration',
        'NIST.800.53.R4-RedshiftClusterConfiguration',
        'NIST.800.53.R5-RedshiftClusterConfiguration',
        'PCI.DSS.321-RedshiftClusterConfiguration',
      ],
      guard: ['REDSHIFT_CLUSTER_CONFIGURATION_CHECK'],
      cfnNag: ['F28'],
    },
  },
  'redshift-public-access': {
    title: 'The cluster {name} has an address on the internet.',
    why: 'Between the data warehouse and everybody there is only a security group and a password.',
    advice: 'Write false, and let clients come from the VPC, a VPN or a peered network.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/redshift-cluster-public-access-check.html',
      'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/',
    ],
    sameAs: {
      checkov: ['CKV_AWS_87'],
      cdkNag: [
        'AwsSolutions-RS8',
        'HIPAA.Security-RedshiftClusterPublicAccess',
        'NIST.800.53.R4-RedshiftClusterPublicAccess',
        'NIST.800.53.R5-RedshiftClusterPublicAccess',
        'PCI.DSS.321-RedshiftClusterPublicAccess',
      ],
      guard: ['REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK'],
    },
  },
  'redshift-vpc-routing': {
    title: 'What the cluster {name} loads and unloads goes past its VPC.',
    why: 'COPY and UNLOAD reach buckets by the internet or the network of AWS, where no endpoint policy, route or flow log of yours applies.',
    advice: 'Turn enhanced VPC routing on, with a gateway endpoint for S3 in the VPC.',
    sources: [
      'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/redshift-enhanced-vpc-routing-enabled.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_321'],
      cdkNag: [
        'HIPAA.Security-RedshiftEnhancedVPCRoutingEnabled',
        'NIST.800.53.R5-RedshiftEnhancedVPCRoutingEnabled',
        'PCI.DSS.321-RedshiftEnhancedVPCRoutingEnabled',
      ],
      guard: ['REDSHIFT_ENHANCED_VPC_ROUTING_ENABLED'],
    },
  },
  'redshift-kms-key': {
    ...ownKeyWords({
      what: 'cluster {name}',
      otherwise: 'Without a key of yours Redshift encrypts a cluster with one that AWS owns.',
      advice: 'Name a KMS key that Redshift may use.',
      sources: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
      sameAs: { checkov: ['CKV_AWS_142'] },
    }),
    title: 'No key of yours encrypts the cluster {name}.',
  },
  'redshift-backup-retention': {
    title: 'The cluster {name} takes no automated snapshots.',
    why: 'Zero days switch them off: there is no way back then after a deletion, a corruption or an attack.',
    advice: 'Keep them for a day at least; a week gives time to notice.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-redshift-cluster.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_343'],
      cdkNag: ['AwsSolutions-RS10', 'HIPAA.Security-RedshiftBackupEnabled', 'NIST.800.53.R5-RedshiftBackupEnabled'],
      guard: ['REDSHIFT_BACKUP_ENABLED'],
    },
  },
  'redshift-audit-logs': {
    title: 'The cluster {name} does not record who signs in and what they do.',
    why: 'After an incident nobody can tell who read which data.',
    advice: 'Send audit logs to a bucket or to CloudWatch Logs.',
    sources: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
    sameAs: {
      checkov: ['CKV_AWS_71'],
      cdkNag: [
        'AwsSolutions-RS5',
        'HIPAA.Security-RedshiftClusterConfiguration',
        'NIST.800.53.R4-RedshiftClusterConfiguration',
        'NIST.800.53.R5-RedshiftClusterConfiguration',
        'PCI.DSS.321-RedshiftClusterConfiguration',
      ],
    },
  },
  'redshift-admin-name': {
    title: 'The administrator of {name|the cluster} has the usual name, awsuser.',
    why: 'Whoever guesses passwords does not have to guess the name as well.',
    advice: 'Give new clusters an administrator with another name; it cannot be changed later.',
    sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html'],
    sameAs: { checkov: ['CKV_AWS_391'], cdkNag: ['AwsSolutions-RS3'] },
  },
};
