import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { attributeRule, defaultsTo, equals, exampleOf, isGiven, usualIdentifiers } from './define';

const keyPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-kms-key.html';
const keyDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key';

export const kmsKey: Kind = {
  id: 'kms-key',
  title: 'KMS key',
  cloudformation: ['AWS::KMS::Key'],
  terraform: ['aws_kms_key'],
  identifiers: usualIdentifiers,
  attributes: {
    rotation: {
      cloudformation: 'EnableKeyRotation',
      terraform: 'enable_key_rotation',
      type: 'boolean',
      defaults: defaultsTo(false, keyPage, keyDocumentation),
    },
    enabled: {
      cloudformation: 'Enabled',
      terraform: 'is_enabled',
      type: 'boolean',
      defaults: defaultsTo(true, keyPage, keyDocumentation),
    },
    keySpec: {
      cloudformation: 'KeySpec',
      terraform: 'customer_master_key_spec',
      type: 'text',
      defaults: defaultsTo('SYMMETRIC_DEFAULT', keyPage, keyDocumentation),
    },
    origin: {
      cloudformation: 'Origin',
      type: 'text',
      defaults: [{ is: { value: 'AWS_KMS' }, source: keyPage }],
    },
    keyStore: { terraform: ['custom_key_store_id', 'xks_key_id'], type: 'text' },
    ownerTag: { cloudformation: 'Tags[Key=Owner].Value', terraform: 'tags.Owner', type: 'text' },
  },
};

/** KMS rotates only symmetric keys whose material it made itself. */
const keyRotation = attributeRule({
  id: 'kms-key-rotation',
  recommendation: 'manage-keys',
  severity: 'information',
  kind: kmsKey,
  when: (key) =>
    and(
      key.is('keySpec', (spec) => spec === 'SYMMETRIC_DEFAULT'),
      not(key.is('origin', (origin) => origin !== 'AWS_KMS')),
      not(isGiven(key, 'keyStore')),
    ),
  requires: { rotation: equals(true) },
  safety: 'review',
  caution: 'the first two rotations add to the monthly price of the key',
  example: exampleOf(kmsKey, 'Key', { rotation: false }),
});

/** A pause before a key is deleted may be meant, so this is no more than a hint. */
const keyEnabled = attributeRule({
  id: 'kms-key-enabled',
  recommendation: 'manage-keys',
  severity: 'hint',
  kind: kmsKey,
  requires: { enabled: equals(true) },
  safety: 'review',
  caution: 'whoever has rights to it can use it again',
  example: exampleOf(kmsKey, 'Key', { rotation: true, enabled: false }),
});

export const rules = [keyRotation, keyEnabled];
export const kinds = [kmsKey];
