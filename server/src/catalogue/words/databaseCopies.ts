import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const otherwise = 'The key that is named is the one that AWS manages in the account.';
const keys = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html';

export const words: Readonly<Record<string, Words>> = {
  'db-snapshot-copy-kms-key': ownKeyWords({
    what: 'snapshot {name}',
    otherwise,
    advice: 'Name a KMS key of your own, in the Region that the copy goes to.',
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html', keys],
    sameAs: { checkov: ['CKV_AWS_266'] },
  }),
  'db-automated-backups-replication-kms-key': ownKeyWords({
    what: 'backup that {name} replicates',
    otherwise,
    advice: 'Name a KMS key of your own, in the Region that the backups go to.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html',
      keys,
    ],
    sameAs: { checkov: ['CKV_AWS_245'] },
  }),
  'rds-cluster-activity-stream-kms-key': ownKeyWords({
    what: 'activity stream {name}',
    otherwise,
    advice: 'Name a KMS key of your own: the stream tells who did what in the database, to those who watch over it.',
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.Enabling.html', keys],
    sameAs: { checkov: ['CKV_AWS_246'] },
  }),
};
