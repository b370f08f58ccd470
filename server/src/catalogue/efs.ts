import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

export const fileSystem: Kind = {
  id: 'efs-file-system',
  title: 'EFS file system',
  cloudformation: ['AWS::EFS::FileSystem'],
  terraform: ['aws_efs_file_system'],
  identifiers: usualIdentifiers,
  attributes: {
    encrypted: {
      cloudformation: 'Encrypted',
      terraform: 'encrypted',
      type: 'boolean',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system',
      ),
    },
    key: { cloudformation: 'KmsKeyId', terraform: 'kms_key_id', type: 'text' },
  },
};

const encrypted = attributeRule({
  id: 'efs-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: fileSystem,
  requires: { encrypted: equals(true) },
  safety: 'review',
  example: exampleOf(fileSystem, 'Files', { encrypted: false }),
});

export const rules = [encrypted];
export const kinds = [fileSystem];
