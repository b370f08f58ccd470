import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';

export const words: Readonly<Record<string, Words>> = {
  'redshift-serverless-namespace-kms-key': ownKeyWords({
    what: 'namespace {name}',
    otherwise: 'Without a key of yours, AWS chooses the one that encrypts the data of the namespace.',
    advice: 'Name a KMS key that whoever administers the namespace may use.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/redshift-serverless-namespace-cmk-encryption.html',
      `${userGuide}/aws-resource-redshiftserverless-namespace.html`,
    ],
    sameAs: { checkov: ['CKV_AWS_282'] },
  }),
  'redshift-snapshot-copy-grant-kms-key': ownKeyWords({
    what: 'copy of a snapshot that the grant {name} is for',
    otherwise: 'Without a key of yours Redshift takes the default key of the destination Region.',
    advice: 'Name a KMS key of the Region that the snapshots are copied to.',
    sources: ['https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateSnapshotCopyGrant.html'],
    sameAs: { checkov: ['CKV_AWS_281'] },
  }),
};
