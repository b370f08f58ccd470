import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const systemPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-fsx-filesystem.html';

export const words: Readonly<Record<string, Words>> = {
  'fsx-kms-key': ownKeyWords({
    what: 'file system {name}',
    otherwise: 'FSx encrypts every file system, without a key of yours with the one that it manages in the account.',
    advice: 'Name a KMS key when the file system is made; later it takes a new one.',
    sources: [systemPage],
    sameAs: { checkov: ['CKV_AWS_178', 'CKV_AWS_179', 'CKV_AWS_190', 'CKV_AWS_203'] },
  }),
  'fsx-backup-retention': {
    title: 'The file system {name} has no automatic backups.',
    why: 'Without them there is no way back after a deletion, a corruption or an attack. Persistent Lustre file systems have none unless somebody asks for them.',
    advice: 'Keep backups for some days, or put the file system into a backup plan.',
    sources: [
      systemPage,
      'https://docs.aws.amazon.com/config/latest/developerguide/fsx-resources-protected-by-backup-plan.html',
    ],
    sameAs: { guard: ['FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN'] },
  },
};
