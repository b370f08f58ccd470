import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'secret-kms-key': {
    title: 'The secret {name} is encrypted with a key that you cannot govern.',
    why: 'Secrets Manager encrypts every secret, by default with a key that AWS manages: you cannot change its policy, and the secret cannot be shared with another account. With a key of yours, reading takes a second right.',
    advice: 'Name a KMS key of your own where the secret is worth a second lock or has readers in other accounts.',
    sources: [
      'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_149'],
      trivy: ['AWS-0098'],
      cdkNag: [
        'HIPAA.Security-SecretsManagerUsingKMSKey',
        'NIST.800.53.R5-SecretsManagerUsingKMSKey',
        'PCI.DSS.321-SecretsManagerUsingKMSKey',
      ],
      guard: ['SECRETSMANAGER_USING_CMK'],
      cfnNag: ['W77'],
    },
  },
};
