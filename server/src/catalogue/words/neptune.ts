import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const controlsPage = 'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html';
const clusterPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-neptune-dbcluster.html';

export const words: Readonly<Record<string, Words>> = {
  'neptune-iam-login': {
    title: 'The cluster {name} answers whoever reaches it, without asking who that is.',
    why: 'Neptune has no users and passwords of its own. Without IAM authentication the network alone keeps people from the data, and nobody can be given less than all of it.',
    advice: 'Switch IAM authentication on. Clients sign their requests and need rights by policy: prepare them first.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html',
      'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-connecting.html',
    ],
    sameAs: { checkov: ['CKV_AWS_359'], cdkNag: ['AwsSolutions-N5'] },
  },
  'neptune-storage-encrypted': {
    title: 'The cluster {name} keeps its storage, backups and snapshots unencrypted.',
    why: 'Whoever gets at the storage or at a snapshot can read the data. Encryption is chosen when a cluster is created; later it takes a new one.',
    advice: 'Encrypt the storage before the first deployment; the default key will do.',
    sources: [controlsPage, clusterPage],
    sameAs: { checkov: ['CKV_AWS_44'], trivy: ['AWS-0076'], cdkNag: ['AwsSolutions-N4'] },
  },
  'neptune-kms-key': {
    ...ownKeyWords({
      what: 'cluster {name}',
      otherwise: 'Where a cluster is encrypted without a key of yours, AWS holds the key.',
      advice: 'Name a KMS key when the cluster is made; later it takes a new cluster.',
      sources: [clusterPage],
      sameAs: { checkov: ['CKV_AWS_347'], trivy: ['AWS-0128'] },
    }),
    title: 'No key of yours encrypts the cluster {name}.',
  },
  'neptune-backup-retention': {
    title: 'The cluster {name} keeps its automated backups for less than a week.',
    why: 'A deletion or a corruption that is noticed after a long weekend can then no longer be undone: a cluster that does not say otherwise keeps one day.',
    advice: 'Keep backups for a week or more.',
    sources: [controlsPage, clusterPage],
    sameAs: { checkov: ['CKV_AWS_361'], cdkNag: ['AwsSolutions-N3'] },
  },
  'neptune-public-access': {
    title: 'The instance {name} is given a public endpoint.',
    why: 'Whatever its security group lets through reaches the graph from the internet.',
    advice: 'Write false, and reach the cluster from inside the VPC.',
    sources: [
      'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-neptune-dbinstance.html',
    ],
    sameAs: { checkov: ['CKV_AWS_102'] },
  },
};
