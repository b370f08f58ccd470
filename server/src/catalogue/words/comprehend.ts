import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const sources = [
  'https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html',
  'https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DataSecurityConfig.html',
];

export const words: Readonly<Record<string, Words>> = {
  'comprehend-model-kms-key': ownKeyWords({
    what: 'model {name}',
    otherwise: 'A model learns from your documents, and Comprehend encrypts it with a key of its own.',
    advice: 'Name a KMS key of your own where the documents are worth a second lock.',
    sources,
    sameAs: { checkov: ['CKV_AWS_267'] },
  }),
  'comprehend-volume-kms-key': {
    title: 'The volume on which the model {name} is trained names no key.',
    why: 'While a model is trained, your documents lie on the volume. With a key of yours you decide who may decrypt them, see each use of it in CloudTrail, and can withdraw the right.',
    advice: 'Name a KMS key of your own for the volume.',
    sources,
    sameAs: { checkov: ['CKV_AWS_268'] },
  },
};
