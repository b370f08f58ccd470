import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const otherwise =
  'Where no key is named, the account’s default key for EBS in the other Region encrypts: AWS manages it until somebody chooses another.';
const sources = [
  'https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html',
  'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html',
];

export const words: Readonly<Record<string, Words>> = {
  'dlm-copies-encrypted': {
    title: 'The policy {name} leaves copies of unencrypted snapshots unencrypted.',
    why: 'Copies in another Region hold the same data. Those of encrypted snapshots are encrypted in any case; of the others only where the policy says so, or the account encrypts all that is new there.',
    advice: 'Encrypt the copies. What was copied before stays as it is.',
    sources: [
      'https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-dlm-lifecyclepolicy-crossregioncopyrule.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_253', 'CKV_AWS_255'],
      guard: ['DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE'],
      cfnNag: ['W81'],
    },
  },
  'dlm-copies-kms-key': ownKeyWords({
    what: 'copy of a snapshot that the policy {name} makes',
    otherwise,
    advice: 'Name a KMS key of your own, one of the Region that the copies go to.',
    sources,
    sameAs: { checkov: ['CKV_AWS_256'] },
  }),
  'dlm-event-copies-kms-key': ownKeyWords({
    what: 'copy of a shared snapshot that the policy {name} makes',
    otherwise,
    advice: 'Name a KMS key of your own, one of the Region that the copies go to.',
    sources,
    sameAs: { checkov: ['CKV_AWS_254'] },
  }),
};
