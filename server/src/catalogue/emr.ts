import type { Attribute, Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  equals,
  exampleOf,
  fixedWith,
  isOn,
  keyInput,
  present,
  setAttribute,
  valueRule,
} from './define';

const configurationPage =
  'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html';

const loginPage = 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-authenticate-cluster-connections.html';

/** A row of the JSON document that a security configuration is; CloudFormation takes it as an object, too. */
function inConfiguration(path: string, type: Attribute['type'], defaults: Attribute['defaults'] = []): Attribute {
  return {
    cloudformation: `SecurityConfiguration.json(EncryptionConfiguration.${path})`,
    terraform: `configuration.json(EncryptionConfiguration.${path})`,
    type,
    defaults,
  };
}

const securityConfiguration: Kind = {
  id: 'emr-security-configuration',
  title: 'EMR security configuration',
  cloudformation: ['AWS::EMR::SecurityConfiguration'],
  terraform: ['aws_emr_security_configuration'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    atRest: {
      ...inConfiguration('EnableAtRestEncryption', 'boolean', [{ is: { value: false }, source: configurationPage }]),
      about: 'at-rest',
    },
    inTransit: {
      ...inConfiguration('EnableInTransitEncryption', 'boolean', [{ is: { value: false }, source: configurationPage }]),
      about: 'in-transit',
    },
    atRestConfiguration: inConfiguration('AtRestEncryptionConfiguration', 'block'),
    storageMode: inConfiguration('AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode', 'text'),
    storageKey: inConfiguration('AtRestEncryptionConfiguration.S3EncryptionConfiguration.AwsKmsKey', 'text'),
    localDisk: inConfiguration('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration', 'block', [
      { is: 'none', source: configurationPage },
    ]),
    localDiskProvider: inConfiguration(
      'AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType',
      'text',
    ),
    localDiskKey: inConfiguration('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.AwsKmsKey', 'text'),
    inTransitConfiguration: inConfiguration('InTransitEncryptionConfiguration', 'block'),
    certificateProvider: inConfiguration(
      'InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType',
      'text',
    ),
    certificates: inConfiguration('InTransitEncryptionConfiguration.TLSCertificateConfiguration.S3Object', 'text'),
  },
};

const certificates = { certificateProvider: 'PEM', certificates: 's3://cluster-certificates/certificates.zip' };
const localDiskKey = {
  localDiskProvider: 'AwsKms',
  localDiskKey: 'arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
};

/** EMR takes the switch only together with what it switches on. */
const atRest = attributeRule({
  id: 'emr-at-rest-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  fix: 'sometimes',
  kind: securityConfiguration,
  requires: {
    atRest: fixedWith(equals(true), (resource) => resource.isWritten('atRestConfiguration') === true || undefined),
  },
  safety: 'review',
  example: exampleOf(securityConfiguration, 'Configuration', {
    atRest: false,
    inTransit: true,
    storageMode: 'SSE-S3',
    ...localDiskKey,
    ...certificates,
  }),
});

const localDisk = attributeRule({
  id: 'emr-local-disk-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  fix: 'sometimes',
  kind: securityConfiguration,
  requires: {
    localDisk: fixedWith(present, (resource) =>
      isOn(resource, 'atRest')
        ? {
            EncryptionKeyProviderType: 'AwsKms',
            AwsKmsKey: new WrittenInput(
              'LocalDiskKeyArn',
              'The ARN of the KMS key for the local disks of the cluster',
              '^arn:[^:]+:kms:.+$',
            ),
          }
        : undefined,
    ),
  },
  safety: 'input',
  example: exampleOf(securityConfiguration, 'Configuration', {
    atRest: true,
    inTransit: true,
    storageMode: 'SSE-KMS',
    storageKey: localDiskKey.localDiskKey,
    ...certificates,
  }),
});

const inTransit = attributeRule({
  id: 'emr-in-transit-encryption',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kind: securityConfiguration,
  requires: {
    inTransit: fixedWith(
      equals(true),
      (resource) => resource.isWritten('inTransitConfiguration') === true || undefined,
    ),
  },
  safety: 'review',
  example: exampleOf(securityConfiguration, 'Configuration', {
    atRest: true,
    inTransit: false,
    storageMode: 'SSE-S3',
    ...localDiskKey,
    ...certificates,
  }),
});

/** With SSE-S3, S3 holds the key. */
const storageKey = valueRule({
  id: 'emr-storage-kms-key',
  recommendation: 'manage-keys',
  severity: 'hint',
  fix: 'always',
  kind: securityConfiguration,
  attribute: 'storageMode',
  when: (view) => isOn(view, 'atRest'),
  isWrong: (mode) => mode === 'SSE-S3',
  remedies: (resource) => [
    {
      title: 'Encrypt with a KMS key that you name (the role of the cluster needs rights to it; it costs)',
      safety: 'input',
      changes: [
        setAttribute(resource, 'storageMode', 'SSE-KMS'),
        setAttribute(resource, 'storageKey', keyInput('StorageKeyArn', 'for what the cluster stores in S3')),
      ],
    },
  ],
  example: exampleOf(securityConfiguration, 'Configuration', {
    atRest: true,
    inTransit: true,
    storageMode: 'SSE-S3',
    ...localDiskKey,
    ...certificates,
  }),
});

export const cluster: Kind = {
  id: 'emr-cluster',
  title: 'EMR cluster',
  cloudformation: ['AWS::EMR::Cluster'],
  terraform: ['aws_emr_cluster'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    security: { cloudformation: 'SecurityConfiguration', terraform: 'security_configuration', type: 'text' },
    keyPair: { cloudformation: 'Instances.Ec2KeyName', terraform: 'ec2_attributes.key_name', type: 'text' },
    kerberos: {
      cloudformation: 'KerberosAttributes',
      terraform: 'kerberos_attributes',
      type: 'block',
      defaults: [{ is: 'none', source: loginPage }],
    },
    logUri: { cloudformation: 'LogUri', terraform: 'log_uri', type: 'text', about: 'logging' },
  },
};

/** It takes a security configuration and a realm to switch on, so there is nothing to write here. */
const kerberos = attributeRule({
  id: 'emr-kerberos',
  recommendation: 'protect-credentials',
  severity: 'hint',
  fix: 'none',
  kind: cluster,
  requires: { kerberos: present },
  example: exampleOf(cluster, 'Cluster', { name: 'nightly' }),
});

/** Which configuration it is to be only the user knows. */
const configured = attributeRule({
  id: 'emr-security-configuration',
  recommendation: 'encrypt-at-rest',
  severity: 'information',
  kind: cluster,
  requires: {
    security: fixedWith(
      present,
      new WrittenInput('SecurityConfiguration', 'The name of the EMR security configuration', '^.+$'),
    ),
  },
  safety: 'input',
  example: exampleOf(cluster, 'Cluster', { name: 'nightly' }),
});

const blockPublicAccess: Kind = {
  id: 'emr-block-public-access',
  title: 'EMR block public access configuration',
  cloudformation: [],
  terraform: ['aws_emr_block_public_access_configuration'],
  attributes: {
    blocked: { terraform: 'block_public_security_group_rules', type: 'boolean', about: 'public' },
  },
};

const publicAccess = attributeRule({
  id: 'emr-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: blockPublicAccess,
  requires: { blocked: equals(true) },
  safety: 'review',
  caution: 'clusters whose security groups are open to the internet no longer start',
  example: exampleOf(blockPublicAccess, 'Block', { blocked: false }),
});

export const rules = [atRest, localDisk, inTransit, kerberos, publicAccess, storageKey, configured];
export const kinds = [securityConfiguration, cluster, blockPublicAccess];
