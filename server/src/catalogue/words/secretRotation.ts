import type { Words } from '../../model/rule';

const control = 'https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html';

export const words: Readonly<Record<string, Words>> = {
  'secret-rotation': {
    title: 'Nothing rotates the secret {name}.',
    why: 'What has leaked, from a log or with a laptop, stays good until somebody changes it.',
    advice:
      'Add a rotation schedule: Secrets Manager has functions for databases, and others can be written. Secrets that services manage rotate by themselves.',
    sources: [
      control,
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_57'],
      cdkNag: [
        'AwsSolutions-SMG4',
        'HIPAA.Security-SecretsManagerRotationEnabled',
        'NIST.800.53.R5-SecretsManagerRotationEnabled',
      ],
      guard: ['SECRETSMANAGER_ROTATION_ENABLED_CHECK'],
    },
  },
  'secret-rotation-interval': {
    title: 'The secret of {name|the schedule} rotates less than once in 90 days.',
    why: 'The longer a secret lasts, the longer a leaked one is good for.',
    advice: 'Rotate it at least every 90 days.',
    sources: [
      control,
      'https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-periodic-rotation.html',
    ],
    sameAs: { checkov: ['CKV_AWS_304'] },
  },
};
