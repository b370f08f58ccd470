import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'sns-topic-encryption': {
    title: 'The topic {name} stores its messages without a KMS key.',
    why: 'What is published can be read where it is stored until it is delivered.',
    advice:
      'Name a KMS key. The key of SNS does for publishers of your own; AWS services that publish to the topic need a key of yours whose policy lets them in.',
    sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'],
    sameAs: {
      checkov: ['CKV_AWS_26'],
      trivy: ['AWS-0095'],
      cdkNag: [
        'HIPAA.Security-SNSEncryptedKMS',
        'NIST.800.53.R4-SNSEncryptedKMS',
        'NIST.800.53.R5-SNSEncryptedKMS',
        'PCI.DSS.321-SNSEncryptedKMS',
      ],
      guard: ['SNS_ENCRYPTED_KMS'],
      cfnNag: ['W47'],
    },
  },
  'sns-topic-tls-only': {
    title: 'The topic {name} takes messages over plain HTTP.',
    why: 'Anybody on the way can read and change what is published without TLS.',
    advice:
      'Deny publishing where aws:SecureTransport is false. A first policy takes the place of what SNS allows by itself, so it has to say that again.',
    sources: [
      'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
      'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html',
      'https://docs.aws.amazon.com/general/latest/gr/sns.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-SNS3'] },
  },
  'sns-topic-kms-key': {
    ...ownKeyWords({
      what: 'topic {name}',
      otherwise:
        'The policy of the key that AWS manages for SNS cannot be changed: it keeps other AWS services from publishing.',
      advice: 'Name a KMS key whose policy lets in whoever publishes.',
      sources: [
        'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
        'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
      ],
      sameAs: { trivy: ['AWS-0136'] },
    }),
    title: 'No key of yours encrypts the topic {name}.',
  },
};
