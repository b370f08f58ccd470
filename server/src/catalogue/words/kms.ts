import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'kms-key-rotation': {
    title: 'The key {name} keeps the same key material for ever.',
    why: 'Rotation limits how much data one piece of key material protects. Callers notice nothing: the id, the ARN and the policies stay, and older material still decrypts what it encrypted.',
    advice: 'Switch rotation on. KMS does the rest, once a year unless you choose another period.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html',
      'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_7'],
      trivy: ['AWS-0065'],
      cdkNag: [
        'AwsSolutions-KMS5',
        'NIST.800.53.R4-KMSBackingKeyRotationEnabled',
        'NIST.800.53.R5-KMSBackingKeyRotationEnabled',
        'PCI.DSS.321-KMSBackingKeyRotationEnabled',
      ],
      guard: ['CMK_BACKING_KEY_ROTATION_ENABLED'],
      cfnNag: ['F19'],
    },
  },
  'kms-key-enabled': {
    title: 'The key {name} is switched off.',
    why: 'Nothing can be encrypted or decrypted with it: data and backups under it cannot be read, and services that use it fail.',
    advice: 'Switch it on while anything is encrypted with it.',
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kms-key.html',
    ],
    sameAs: { checkov: ['CKV_AWS_227'] },
  },
};
