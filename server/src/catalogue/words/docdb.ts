import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'docdb-storage-encrypted': {
    title: 'The cluster {name} stores its documents unencrypted.',
    why: 'The switch reaches the data, the indexes, the logs, the backups and the snapshots of a cluster, and is chosen when the cluster is made. The console has it on; templates do not.',
    advice:
      'Write true before the first deployment. A live cluster moves by way of a snapshot that is restored encrypted.',
    sources: [
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/controltower/latest/controlreference/documentdb-rules.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-docdb-dbcluster.html',
    ],
    sameAs: { checkov: ['CKV_AWS_74'], trivy: ['AWS-0021'], cdkNag: ['AwsSolutions-DOC1'] },
  },
  'docdb-kms-key': ownKeyWords({
    what: 'cluster {name}',
    otherwise: 'Where no key is named, DocumentDB takes the one that AWS manages in the account.',
    advice: 'Name a KMS key of your own before the first deployment: a cluster keeps the key that it was made with.',
    sources: [
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-docdb-dbcluster.html',
    ],
    sameAs: { checkov: ['CKV_AWS_182'], trivy: ['AWS-0022'] },
  }),
  'docdb-global-storage-encrypted': {
    title: 'The global cluster {name} stores its documents unencrypted.',
    why: 'What a global cluster has, the clusters in all of its Regions have. It is chosen when the global cluster is made.',
    advice: 'Write true before the first deployment, or make the global cluster from a cluster that is encrypted.',
    sources: [
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/cli/latest/reference/docdb/create-global-cluster.html',
    ],
    sameAs: { checkov: ['CKV_AWS_292'] },
  },
  'docdb-backup-retention': {
    title: 'The cluster {name} keeps its automated backups for less than a week.',
    why: 'A deletion or a corruption that is noticed after a long weekend can then no longer be undone: a cluster that does not say otherwise keeps one day.',
    advice: 'Keep backups for a week or more.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-docdb-dbcluster.html',
    ],
    sameAs: { checkov: ['CKV_AWS_360'], cdkNag: ['AwsSolutions-DOC4'] },
  },
};
