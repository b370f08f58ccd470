import type { Words } from '../../model/rule';

const why =
  'The logs stay on the database for some days, where an intruder or an outage takes them along. After an incident nobody can tell who signed in and what failed.';
const rdsPage = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html';
const sameAsInstance = [
  'HIPAA.Security-RDSLoggingEnabled',
  'NIST.800.53.R4-RDSLoggingEnabled',
  'NIST.800.53.R5-RDSLoggingEnabled',
  'PCI.DSS.321-RDSLoggingEnabled',
];

export const words: Readonly<Record<string, Words>> = {
  'rds-log-exports': {
    title: 'The database {name} does not export its logs.',
    why,
    advice: 'Export the logs to CloudWatch Logs. Those of queries may hold personal data: think of who may read them.',
    sources: [
      rdsPage,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    ],
    sameAs: { checkov: ['CKV_AWS_129'], cdkNag: sameAsInstance, guard: ['RDS_INSTANCE_LOGGING_ENABLED'] },
  },
  'rds-cluster-log-exports': {
    title: 'The cluster {name} does not export its logs.',
    why,
    advice: 'Export the logs to CloudWatch Logs. Those of queries may hold personal data: think of who may read them.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbcluster.html',
      rdsPage,
    ],
    sameAs: { checkov: ['CKV_AWS_324'], cdkNag: ['AwsSolutions-RDS16', ...sameAsInstance] },
  },
  'rds-cluster-audit-log': {
    title: 'The cluster {name} exports logs, but not the audit log.',
    why: 'The audit log of Aurora MySQL names users, hosts and their actions; the others tell of errors and of slow queries.',
    advice: 'Export the audit log too, and switch auditing on in the parameter group of the cluster.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbcluster.html'],
    sameAs: { checkov: ['CKV_AWS_325'] },
  },
  'docdb-log-exports': {
    title: 'The cluster {name} does not export its logs.',
    why,
    advice:
      'Export the audit log and the one of slow operations to CloudWatch Logs, and switch both on in the parameter group.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-docdb-dbcluster.html'],
    sameAs: { checkov: ['CKV_AWS_85'], trivy: ['AWS-0020'], cdkNag: ['AwsSolutions-DOC5'] },
  },
  'neptune-log-exports': {
    title: 'The cluster {name} does not export its audit log.',
    why,
    advice: 'Export the audit log to CloudWatch Logs, and switch it on in the parameter group of the cluster.',
    sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html'],
    sameAs: { checkov: ['CKV_AWS_101'], trivy: ['AWS-0075'] },
  },
};
