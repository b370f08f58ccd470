import type { Words } from '../../model/rule';

const page = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticache';
const why =
  'What is only in the cache is gone with a failure, a deletion or a mistake. Automatic backups are off until somebody asks for them.';
const advice = 'Keep a backup for a day or more where the data cannot simply be loaded anew.';
const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html';
const cdkNag = [
  'HIPAA.Security-ElastiCacheRedisClusterAutomaticBackup',
  'NIST.800.53.R4-ElastiCacheRedisClusterAutomaticBackup',
  'NIST.800.53.R5-ElastiCacheRedisClusterAutomaticBackup',
];

export const words: Readonly<Record<string, Words>> = {
  'elasticache-cluster-backup-retention': {
    title: 'The cache {name} has no automatic backups.',
    why,
    advice,
    sources: [controls, `${page}-cachecluster.html`],
    sameAs: { checkov: ['CKV_AWS_134'], trivy: ['AWS-0050'], cdkNag },
  },
  'elasticache-group-backup-retention': {
    title: 'The replication group {name} has no automatic backups.',
    why,
    advice,
    sources: [controls, `${page}-replicationgroup.html`],
    sameAs: { cdkNag },
  },
};
