import type { Attribute, Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import type { Written } from '../model/written';
import { attributeRule, equals, exampleOf, fixedWith, isOn, keyInput, noneOf, ownKeyRule, present } from './define';
import { bucket, wellKept } from './s3';

const encryption: Attribute = { terraform: 'server_side_encryption', type: 'text', about: 'at-rest' };
// What is not said of an object is as its bucket has it.
const key: Attribute = {
  terraform: 'kms_key_id',
  type: 'text',
  about: 'key',
  defaults: [
    { is: 'inherited', source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html' },
  ],
};

const object: Kind = {
  id: 's3-object',
  title: 'S3 object',
  cloudformation: [],
  terraform: ['aws_s3_object'],
  attributes: {
    bucket: { terraform: 'bucket', type: 'text' },
    name: { terraform: 'key', type: 'text' },
    encryption,
    key,
  },
};

const objectCopy: Kind = {
  id: 's3-object-copy',
  title: 'copy of an S3 object',
  cloudformation: [],
  terraform: ['aws_s3_object_copy'],
  attributes: {
    bucket: { terraform: 'bucket', type: 'text' },
    name: { terraform: 'key', type: 'text' },
    source: { terraform: 'source', type: 'text' },
    encryption,
    key,
  },
};

/** Where an object asks for the key of S3, it gets that even in a bucket that has one of its own. */
function ownKey(kind: Kind, attributes: Readonly<Record<string, Written>>): AttributeRule {
  return ownKeyRule({
    id: `${kind.id}-kms-key`,
    kind,
    when: (one) => one.is('encryption', (algorithm) => algorithm === 'AES256'),
    key: keyInput('ObjectKeyArn', 'for the object'),
    beside: { encryption: equals('aws:kms') },
    caution: 'readers need rights to the key, which costs',
    example: exampleOf(kind, 'Report', { bucket: 'reports', name: 'orders.csv', ...attributes, encryption: 'AES256' }),
  });
}

/** A bucket that can lock its objects locks none until somebody says for how long. */
const lockedByDefault = attributeRule({
  id: 's3-object-lock-default',
  recommendation: 'managed-security',
  severity: 'information',
  kind: bucket,
  when: (view) => isOn(view, 'objectLock'),
  requires: {
    lockRule: {
      ...fixedWith(present, ({ resource }) =>
        resource.dialect === 'terraform'
          ? [{ default_retention: [{ mode: 'GOVERNANCE', days: 30 }] }]
          : { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } },
      ),
      beside: [{ attribute: 'lockSwitch', must: equals('Enabled') }],
    },
  },
  safety: 'review',
  caution:
    'new versions of objects cannot be deleted for 30 days without s3:BypassGovernanceRetention; they cost meanwhile',
  example: exampleOf(bucket, 'Archive', { ...wellKept, objectLock: true }),
});

const replication = attributeRule({
  id: 's3-replication-disabled',
  recommendation: 'managed-security',
  severity: 'information',
  kind: bucket,
  requires: { replicationStatus: fixedWith(noneOf(['Disabled']), 'Enabled') },
  safety: 'review',
  caution: 'copying and storing copies costs',
  example: exampleOf(bucket, 'Bucket', { ...wellKept, replicationStatus: 'Disabled' }),
});

/** What keeps data longer than it was meant to be kept. */
const lifecycle = attributeRule({
  id: 's3-lifecycle-disabled',
  recommendation: 'managed-security',
  severity: 'hint',
  kind: bucket,
  requires: { lifecycleStatus: fixedWith(noneOf(['Disabled']), 'Enabled') },
  safety: 'review',
  caution: 'what is older than the rule allows goes, also what is there already',
  example: exampleOf(bucket, 'Bucket', { ...wellKept, lifecycleStatus: 'Disabled' }),
});

export const rules = [
  ownKey(object, {}),
  ownKey(objectCopy, { source: 'incoming/orders.csv' }),
  lockedByDefault,
  replication,
  lifecycle,
];
export const kinds = [object, objectCopy];
