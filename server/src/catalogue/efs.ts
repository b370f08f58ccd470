import type { Kind } from '../model/kind';
import type { Element } from '../model/policy';
import { or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, defaultsTo, equals, exampleOf, inSatellite, keyRow, usualIdentifiers } from './define';
import { namesResource } from './policies/refusal';
import { type TlsSubject, tlsOnlyRule } from './policies/tlsOnly';

const policyPage = 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html';

/** What holds without a policy: whoever reaches a mount target may do everything, also without credentials. */
const anyMount = {
  Sid: 'AnyClientOfAMountTarget',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
  Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
};

export const fileSystem: Kind = {
  id: 'efs-file-system',
  title: 'EFS file system',
  cloudformation: ['AWS::EFS::FileSystem'],
  terraform: ['aws_efs_file_system'],
  identifiers: usualIdentifiers,
  withoutPolicy: { access: 'statements', statements: () => [anyMount], source: policyPage },
  attributes: {
    policy: {
      cloudformation: 'FileSystemPolicy',
      terraform: inSatellite('aws_efs_file_system_policy', 'policy', 'file_system_id'),
      type: 'policy',
      about: 'in-transit',
    },
    encrypted: {
      cloudformation: 'Encrypted',
      terraform: 'encrypted',
      type: 'boolean',
      about: 'at-rest',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system',
      ),
    },
    key: keyRow({ is: 'none', key: 'aws-managed', source: 'https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html' }),
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

export const fileSystemPolicy: Kind = {
  id: 'efs-file-system-policy',
  title: 'EFS file system policy',
  cloudformation: [],
  terraform: ['aws_efs_file_system_policy'],
  attributes: {
    of: { terraform: 'file_system_id', type: 'text' },
    policy: { terraform: 'policy', type: 'policy' },
  },
};

/** The policy of a file system is about that one: it need not say so. */
function isFileSystem(named: Element | undefined, view?: View): Truth {
  return or(named === undefined, namesResource(named, view));
}

/** NFS has no TLS of its own: clients mount with it or without, and the policy says which of them get in. */
const fileSystemTls: TlsSubject = {
  kind: fileSystem,
  policyKinds: [fileSystemPolicy],
  action: '*',
  entry: 'elasticfilesystem:ClientMount',
  resources: () => undefined,
  resourcesIn: () => undefined,
  isEverything: isFileSystem,
  caution: () => 'clients that mount without TLS are refused',
};

const tlsOnly = tlsOnlyRule(fileSystemTls, {
  id: 'efs-tls-only',
  severity: 'warning',
  fix: 'always',
  example: exampleOf(fileSystem, 'Files', { encrypted: true }),
});

export const rules = [encrypted, tlsOnly];
export const kinds = [fileSystem, fileSystemPolicy];
