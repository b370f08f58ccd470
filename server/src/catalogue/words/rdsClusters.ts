import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const auroraGuide = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide';
const clusterPage = `${userGuide}/aws-resource-rds-dbcluster.html`;

export const words: Readonly<Record<string, Words>> = {
  'rds-cluster-kms-key': {
    ...ownKeyWords({
      what: 'cluster {name}',
      otherwise: 'Where a cluster is encrypted without a key of yours, AWS holds the key.',
      advice: 'Name a KMS key when the cluster is made; later it takes a new cluster.',
      sources: [`${auroraGuide}/Overview.Encryption.html`, clusterPage],
      sameAs: { checkov: ['CKV_AWS_327'] },
    }),
    title: 'No key of yours encrypts the cluster {name}.',
  },
  'rds-cluster-backup-retention': {
    title: 'The cluster {name} keeps its automated backups for less than a week.',
    why: 'A deletion or a corruption that is noticed after a long weekend can then no longer be undone: a cluster that does not say otherwise keeps one day.',
    advice: 'Keep backups for a week or more.',
    sources: [
      `${auroraGuide}/Aurora.Managing.Backups.html`,
      'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      clusterPage,
    ],
    sameAs: { checkov: ['CKV_AWS_133'], trivy: ['AWS-0077'] },
  },
  'rds-cluster-backtrack': {
    title: 'The cluster {name} cannot be backtracked.',
    why: 'Backtracking undoes a mistaken change within minutes, where a restore makes a new cluster and can take hours. It complements backups and does not replace them.',
    advice: 'Ask for a window of up to 72 hours when the cluster is made.',
    sources: [
      `${auroraGuide}/AuroraMySQL.Managing.Backtrack.html`,
      `${auroraGuide}/AuroraMySQL.Managing.Backtrack.Configuring.html`,
    ],
    sameAs: {
      checkov: ['CKV_AWS_326'],
      cdkNag: ['AwsSolutions-RDS14'],
      guard: ['AURORA_MYSQL_BACKTRACKING_ENABLED'],
    },
  },
  'rds-insights-kms-key': ownKeyWords({
    what: 'Performance Insights data of the database {name}',
    otherwise:
      'Performance Insights stores statements of yours; RDS encrypts them with its default key of the account.',
    advice: 'Name a KMS key for Performance Insights.',
    sources: [`${userGuide}/aws-resource-rds-dbinstance.html`],
    sameAs: { checkov: ['CKV_AWS_354'], trivy: ['AWS-0078'] },
  }),
  'rds-global-cluster-encrypted': {
    title: 'The global database {name} is asked to keep its storage unencrypted.',
    why: 'Whoever gets at a volume or a snapshot in any of its Regions can read the data. Encryption is chosen when a cluster is created.',
    advice: 'Encrypt the storage before the first deployment.',
    sources: [`${userGuide}/aws-resource-rds-globalcluster.html`, `${auroraGuide}/Overview.Encryption.html`],
    sameAs: { checkov: ['CKV_AWS_140'] },
  },
};
