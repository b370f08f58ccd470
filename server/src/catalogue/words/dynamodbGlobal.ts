import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'dynamodb-global-table-kms-key': ownKeyWords({
    what: 'global table {name}',
    otherwise: 'DynamoDB encrypts every table; without a key for each replica it is one that AWS owns or manages.',
    advice: 'Switch KMS encryption on, and name a key of its own Region for every replica.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    ],
    sameAs: { checkov: ['CKV_AWS_271'] },
  }),
  'dynamodb-global-table-point-in-time-recovery': {
    title: 'No replica of the table {name} can be restored to an earlier moment.',
    why: 'A mistake or an attack that overwrites or deletes items reaches all replicas soon. Recovery to any second of the last weeks is switched on replica by replica.',
    advice: 'Switch it on for one replica at least.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html',
    ],
    sameAs: { checkov: ['CKV_AWS_165'] },
  },
};
