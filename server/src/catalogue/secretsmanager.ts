import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, identifiedByArn, keyInput, present } from './define';

export const secret: Kind = {
  id: 'secrets-manager-secret',
  title: 'Secrets Manager secret',
  cloudformation: ['AWS::SecretsManager::Secret'],
  terraform: ['aws_secretsmanager_secret'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'KmsKeyId',
      terraform: 'kms_key_id',
      type: 'text',
      defaults: [
        {
          is: 'none',
          source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
        },
      ],
    },
  },
};

/** Secrets are always encrypted; the question is who holds the key. */
const ownKey = attributeRule({
  id: 'secret-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  kind: secret,
  requires: { key: fixedWith(present, keyInput('SecretKeyArn', 'for the secret')) },
  safety: 'input',
  caution: 'readers need the right to decrypt with the key; the key and requests to it cost',
  example: exampleOf(secret, 'Secret', { name: 'orders/database' }),
});

export const rules = [ownKey];
export const kinds = [secret];
