import type { Attribute, Kind } from '../model/kind';
import type { AttributeRule, Requirement } from '../model/rule';
import type { Written } from '../model/written';
import { WrittenInput } from '../model/written';
import { attributeRule, equals, exampleOf, fixedWith, keyInput, noneOf, present } from './define';

const configurationPage =
  'https://docs.aws.amazon.com/cdk/api/v1/docs/@aws-cdk_aws-glue.SecurityConfigurationProps.html';
const configurationDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_security_configuration';

/** A mode of encryption, which is off until somebody asks for another. */
function modeRow(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation: `EncryptionConfiguration.${cloudformation}`,
    terraform: `encryption_configuration.${terraform}`,
    type: 'text',
    about: 'at-rest',
    defaults: [
      { is: { value: 'DISABLED' }, dialect: 'cloudformation', source: configurationPage },
      { is: { value: 'DISABLED' }, dialect: 'terraform', source: configurationDocumentation },
    ],
  };
}

function keyOf(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation: `EncryptionConfiguration.${cloudformation}.KmsKeyArn`,
    terraform: `encryption_configuration.${terraform}.kms_key_arn`,
    type: 'text',
  };
}

const securityConfiguration: Kind = {
  id: 'glue-security-configuration',
  title: 'Glue security configuration',
  cloudformation: ['AWS::Glue::SecurityConfiguration'],
  terraform: ['aws_glue_security_configuration'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    objects: modeRow('S3Encryptions[*].S3EncryptionMode', 's3_encryption.s3_encryption_mode'),
    logs: modeRow('CloudWatchEncryption.CloudWatchEncryptionMode', 'cloudwatch_encryption.cloudwatch_encryption_mode'),
    logsKey: keyOf('CloudWatchEncryption', 'cloudwatch_encryption'),
    bookmarks: modeRow(
      'JobBookmarksEncryption.JobBookmarksEncryptionMode',
      'job_bookmarks_encryption.job_bookmarks_encryption_mode',
    ),
    bookmarksKey: keyOf('JobBookmarksEncryption', 'job_bookmarks_encryption'),
  },
};

const example = 'arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef';

/** The key that a mode needs beside it. */
function withKey(attribute: string, use: string): readonly Requirement[] {
  return [{ attribute, must: present, fixed: keyInput('GlueKeyArn', use) }];
}

const configurationEncrypts = attributeRule({
  id: 'glue-security-configuration-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  kind: securityConfiguration,
  requires: {
    objects: fixedWith(noneOf(['DISABLED']), 'SSE-S3'),
    logs: { must: noneOf(['DISABLED']), fixed: 'SSE-KMS', beside: withKey('logsKey', 'for what Glue writes') },
    bookmarks: {
      must: noneOf(['DISABLED']),
      fixed: 'CSE-KMS',
      beside: withKey('bookmarksKey', 'for what Glue writes'),
    },
  },
  safety: 'input',
  caution: 'roles that use it need rights to the key, which costs',
  example: exampleOf(securityConfiguration, 'Configuration', {
    name: 'nightly',
    objects: 'SSE-S3',
    bookmarks: 'CSE-KMS',
    bookmarksKey: example,
    logs: 'DISABLED',
  }),
});

const catalogSettings: Kind = {
  id: 'glue-catalog-settings',
  title: 'Glue Data Catalog settings',
  cloudformation: ['AWS::Glue::DataCatalogEncryptionSettings'],
  terraform: ['aws_glue_data_catalog_encryption_settings'],
  attributes: {
    catalog: { cloudformation: 'CatalogId', terraform: 'catalog_id', type: 'text' },
    mode: {
      cloudformation: 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
      terraform: 'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
      type: 'text',
      about: 'at-rest',
    },
    passwords: {
      cloudformation: 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
      terraform: 'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
      type: 'boolean',
    },
    passwordsKey: {
      cloudformation: 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.KmsKeyId',
      terraform: 'data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id',
      type: 'text',
    },
  },
};

/** Only what is written counts: what the settings leave out stays as it is in the account. */
const catalogEncrypted = attributeRule({
  id: 'glue-catalog-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: catalogSettings,
  requires: {
    mode: fixedWith(noneOf(['DISABLED']), 'SSE-KMS'),
    passwords: { must: equals(true), beside: withKey('passwordsKey', 'for the passwords of connections') },
  },
  safety: 'input',
  caution: 'whoever uses the catalog needs rights to the key; requests to KMS cost',
  example: exampleOf(catalogSettings, 'Catalog', {
    catalog: '111122223333',
    mode: 'DISABLED',
    passwords: true,
    passwordsKey: example,
  }),
});

function runner(id: string, title: string, types: [string, string], configuration: string): Kind {
  return {
    id,
    title,
    cloudformation: [types[0]],
    terraform: [types[1]],
    attributes: {
      name: { cloudformation: id === 'glue-dev-endpoint' ? 'EndpointName' : 'Name', terraform: 'name', type: 'text' },
      role: {
        cloudformation: id === 'glue-dev-endpoint' ? 'RoleArn' : 'Role',
        terraform: id === 'glue-crawler' ? 'role' : 'role_arn',
        type: 'text',
      },
      configuration: { cloudformation: configuration, terraform: 'security_configuration', type: 'text' },
    },
  };
}

const job = runner('glue-job', 'Glue job', ['AWS::Glue::Job', 'aws_glue_job'], 'SecurityConfiguration');
const crawler = runner(
  'glue-crawler',
  'Glue crawler',
  ['AWS::Glue::Crawler', 'aws_glue_crawler'],
  'CrawlerSecurityConfiguration',
);
const devEndpoint = runner(
  'glue-dev-endpoint',
  'Glue development endpoint',
  ['AWS::Glue::DevEndpoint', 'aws_glue_dev_endpoint'],
  'SecurityConfiguration',
);

/** What is written without a configuration is encrypted as its destination has it, with keys of AWS. */
function configured(kind: Kind, name: string): AttributeRule {
  const attributes: Record<string, Written> = { name: 'nightly', role: 'arn:aws:iam::111122223333:role/nightly' };
  return attributeRule({
    id: `${kind.id}-security-configuration`,
    recommendation: 'encrypt-at-rest',
    severity: 'hint',
    kind,
    requires: {
      configuration: fixedWith(
        present,
        new WrittenInput('SecurityConfiguration', 'The name of the Glue security configuration', '^.{1,255}$'),
      ),
    },
    safety: 'input',
    caution: 'its role needs rights to the keys of the configuration',
    example: exampleOf(kind, name, attributes),
  });
}

export const rules = [
  configurationEncrypts,
  catalogEncrypted,
  configured(job, 'Job'),
  configured(crawler, 'Crawler'),
  configured(devEndpoint, 'Endpoint'),
];
export const kinds = [securityConfiguration, catalogSettings, job, crawler, devEndpoint];
