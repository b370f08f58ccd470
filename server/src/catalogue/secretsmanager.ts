import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, identifiedByArn, keyInput, keyRow, noneOf } from './define';

/** The alias of the key that AWS manages: what a secret has without one of its own, written or not. */
const accountKey = 'alias/aws/secretsmanager';

export const secret: Kind = {
  id: 'secrets-manager-secret',
  title: 'Secrets Manager secret',
  cloudformation: ['AWS::SecretsManager::Secret'],
  terraform: ['aws_secretsmanager_secret'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    key: keyRow({
      is: { value: accountKey },
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
    }),
  },
};

/** Secrets are always encrypted; the question is who holds the key. */
const ownKey = attributeRule({
  id: 'secret-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  kind: secret,
  requires: { key: fixedWith(noneOf([accountKey, '']), keyInput('SecretKeyArn', 'for the secret')) },
  safety: 'input',
  caution: 'readers need the right to decrypt with the key; the key and requests to it cost',
  example: exampleOf(secret, 'Secret', { name: 'orders/database' }),
});

export const rules = [ownKey];
export const kinds = [secret];
