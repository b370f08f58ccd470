import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const parts = {
  otherwise: 'Network Firewall encrypts its resources always, without a key of yours with one that AWS owns.',
  advice: 'Name a KMS key together with the type CUSTOMER_KMS.',
  sources: ['https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_EncryptionConfiguration.html'],
};

export const words: Readonly<Record<string, Words>> = {
  'network-firewall-kms-key': ownKeyWords({
    what: 'firewall {name}',
    ...parts,
    sameAs: { checkov: ['CKV_AWS_345'] },
  }),
  'network-firewall-policy-kms-key': ownKeyWords({
    what: 'firewall policy {name}',
    ...parts,
    sameAs: { checkov: ['CKV_AWS_346'] },
  }),
  'network-firewall-rule-group-kms-key': ownKeyWords({
    what: 'rule group {name}',
    ...parts,
    sameAs: { checkov: ['CKV_AWS_345'] },
  }),
};
