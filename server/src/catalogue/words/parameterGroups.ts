import type { Words } from '../../model/rule';

const readable = 'Queries, their results and passwords can be read on the way by whoever gets between.';

export const words: Readonly<Record<string, Words>> = {
  'docdb-parameter-tls': {
    title: 'Clusters with the parameters of {name|the group} talk to their clients in clear text.',
    why: `${readable} DocumentDB requires TLS unless it is told otherwise.`,
    advice: 'Leave it enabled, or name a version such as tls1.2+.',
    sources: [
      'https://docs.aws.amazon.com/documentdb/latest/devguide/cluster_parameter_groups-list_of_parameters.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/docdb-cluster-encrypted-in-transit.html',
    ],
    sameAs: { checkov: ['CKV_AWS_90'] },
  },
  'docdb-parameter-audit-logs': {
    title: 'Clusters with the parameters of {name|the group} do not record who did what.',
    why: 'After an incident nobody can tell who signed in, and what was created, changed or dropped.',
    advice: 'Switch auditing on, and let the cluster export the audit log.',
    sources: [
      'https://docs.aws.amazon.com/documentdb/latest/devguide/cluster_parameter_groups-list_of_parameters.html',
    ],
    sameAs: { checkov: ['CKV_AWS_104'] },
  },
  'redshift-parameter-tls': {
    title: 'Clusters with the parameters of {name|the group} let clients do without TLS.',
    why: readable,
    advice: 'Require TLS.',
    sources: ['https://docs.aws.amazon.com/config/latest/developerguide/redshift-require-tls-ssl.html'],
    sameAs: {
      checkov: ['CKV_AWS_105'],
      cdkNag: [
        'AwsSolutions-RS1',
        'HIPAA.Security-RedshiftRequireTlsSSL',
        'NIST.800.53.R4-RedshiftRequireTlsSSL',
        'NIST.800.53.R5-RedshiftRequireTlsSSL',
        'PCI.DSS.321-RedshiftRequireTlsSSL',
      ],
    },
  },
  'redshift-parameter-activity-log': {
    title: 'Clusters with the parameters of {name|the group} do not record which queries are run.',
    why: 'The log of user activity is the only one that names the query behind a leak.',
    advice: 'Switch it on. Queries may hold personal data: think of who may read the log.',
    sources: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
    sameAs: { cdkNag: ['AwsSolutions-RS11'] },
  },
  'rds-parameter-tls': {
    title: 'Databases with the parameters of {name|the group} let clients do without TLS.',
    why: readable,
    advice:
      'Require TLS: with rds.force_ssl in PostgreSQL and SQL Server, with require_secure_transport in MySQL and MariaDB.',
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html'],
    sameAs: { checkov: ['CKV2_AWS_69'] },
  },
};
