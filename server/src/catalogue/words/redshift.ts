import type { Words } from '../../model/rule';

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
};
