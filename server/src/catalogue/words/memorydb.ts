import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const memoryDbPage = 'https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html';

export const words: Readonly<Record<string, Words>> = {
  'memorydb-cluster-kms-key': ownKeyWords({
    what: 'cluster {name}',
    otherwise: 'MemoryDB encrypts its log, disks and snapshots always, without a key of yours with one of its own.',
    advice: 'Name a symmetric KMS key. A cluster that exists has to be made anew.',
    sources: [memoryDbPage],
    sameAs: { checkov: ['CKV_AWS_201'] },
  }),
  'memorydb-snapshot-kms-key': ownKeyWords({
    what: 'snapshot {name}',
    otherwise: 'MemoryDB encrypts snapshots always, without a key of yours with one of its own.',
    advice: 'Name a symmetric KMS key.',
    sources: [memoryDbPage],
    sameAs: { checkov: ['CKV_AWS_278'] },
  }),
};
