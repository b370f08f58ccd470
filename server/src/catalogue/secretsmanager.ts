import type { Kind } from '../model/kind';
import { exampleOf, identifiedByArn, keyInput, keyRow, ownKeyRule } from './define';

export const secret: Kind = {
  id: 'secrets-manager-secret',
  title: 'Secrets Manager secret',
  cloudformation: ['AWS::SecretsManager::Secret'],
  terraform: ['aws_secretsmanager_secret'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    key: keyRow({
      is: 'none',
      key: 'aws-managed',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
    }),
    content: { cloudformation: 'SecretString', type: 'text' },
  },
};

/** Secrets are always encrypted; the question is who holds the key. */
const ownKey = ownKeyRule({
  id: 'secret-kms-key',
  severity: 'information',
  kind: secret,
  key: keyInput('SecretKeyArn', 'for the secret'),
  caution: 'readers need the right to decrypt with the key; the key and requests to it cost',
  example: exampleOf(secret, 'Secret', { name: 'orders/database' }),
});

export const rules = [ownKey];
export const kinds = [secret];
