import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { not } from '../model/truth';
import { attributeRule, defaultsTo, equals, exampleOf, fixedWith, noneOf } from './define';
import { memoryDbCluster } from './memorydb';
import { dbInstance, wellKept } from './rds';
import { dataQualityJob } from './sagemakerKeys';

// What travels on ways that one switch decides about, in services of which little else is asked here.

const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';

const dataSource: Kind = {
  id: 'quicksight-data-source',
  title: 'QuickSight data source',
  cloudformation: ['AWS::QuickSight::DataSource'],
  terraform: ['aws_quicksight_data_source'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    withoutTls: {
      cloudformation: 'SslProperties.DisableSsl',
      terraform: 'ssl_properties.disable_ssl',
      type: 'boolean',
      about: 'in-transit',
    },
  },
};

const dataSourceTls = attributeRule({
  id: 'quicksight-data-source-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: dataSource,
  requires: { withoutTls: equals(false) },
  safety: 'review',
  caution: 'the source has to speak TLS',
  example: exampleOf(dataSource, 'Source', { name: 'orders', withoutTls: true }),
});

/** CloudFormation has no CloudSearch. */
const searchDomain: Kind = {
  id: 'cloudsearch-domain',
  title: 'CloudSearch domain',
  cloudformation: [],
  terraform: ['aws_cloudsearch_domain'],
  attributes: {
    name: { terraform: 'name', type: 'text' },
    httpsOnly: { terraform: 'endpoint_options.enforce_https', type: 'boolean', about: 'in-transit' },
    tlsPolicy: { terraform: 'endpoint_options.tls_security_policy', type: 'text', about: 'in-transit' },
  },
};

const searchHttps = attributeRule({
  id: 'cloudsearch-https-only',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: searchDomain,
  requires: { httpsOnly: equals(true) },
  safety: 'review',
  caution: 'clients that use plain HTTP are refused',
  example: exampleOf(searchDomain, 'Search', { name: 'orders', httpsOnly: false }),
});

const searchTls = attributeRule({
  id: 'cloudsearch-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: searchDomain,
  requires: { tlsPolicy: fixedWith(noneOf(['Policy-Min-TLS-1-0-2019-07']), 'Policy-Min-TLS-1-2-2019-07') },
  safety: 'review',
  caution: 'clients need TLS 1.2',
  example: exampleOf(searchDomain, 'Search', {
    name: 'orders',
    httpsOnly: true,
    tlsPolicy: 'Policy-Min-TLS-1-0-2019-07',
  }),
});

const mailSettings: Kind = {
  id: 'ses-configuration-set',
  title: 'SES configuration set',
  cloudformation: ['AWS::SES::ConfigurationSet'],
  terraform: ['aws_sesv2_configuration_set'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'configuration_set_name', type: 'text' },
    tlsPolicy: {
      cloudformation: 'DeliveryOptions.TlsPolicy',
      terraform: 'delivery_options.tls_policy',
      type: 'text',
      about: 'in-transit',
    },
  },
};

/** The same in the first generation of the API, which spells the words in another way. */
const classicMailSettings: Kind = {
  id: 'ses-classic-configuration-set',
  title: 'SES configuration set',
  cloudformation: [],
  terraform: ['aws_ses_configuration_set'],
  attributes: {
    name: { terraform: 'name', type: 'text' },
    tlsPolicy: { terraform: 'delivery_options.tls_policy', type: 'text', about: 'in-transit' },
  },
};

/** Mail servers that know no TLS get no mail then: which of the two matters more only the sender knows. */
function mailTls(id: string, kind: Kind, required: string): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'encrypt-in-transit',
    severity: 'information',
    kind,
    requires: { tlsPolicy: equals(required) },
    safety: 'review',
    caution: 'mail to servers that do not speak TLS is not delivered',
    example: exampleOf(kind, 'Mail', { name: 'orders' }),
  });
}

const certificate: Kind = {
  id: 'acm-certificate',
  title: 'certificate',
  cloudformation: ['AWS::CertificateManager::Certificate'],
  terraform: ['aws_acm_certificate'],
  attributes: {
    domain: { cloudformation: 'DomainName', terraform: 'domain_name', type: 'text' },
    transparency: {
      cloudformation: {
        path: 'CertificateTransparencyLoggingPreference',
        words: { on: 'ENABLED', off: ['DISABLED'] },
      },
      terraform: {
        path: 'options.certificate_transparency_logging_preference',
        words: { on: 'ENABLED', off: ['DISABLED'] },
      },
      type: 'boolean',
      defaults: defaultsTo(
        true,
        `${templates}/aws-resource-certificatemanager-certificate.html`,
        `${registry}/acm_certificate`,
      ),
    },
  },
};

const transparency = attributeRule({
  id: 'acm-certificate-transparency',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  kind: certificate,
  requires: { transparency: equals(true) },
  safety: 'review',
  caution: 'the names in the certificate become public',
  example: exampleOf(certificate, 'Certificate', { domain: 'www.example.com', transparency: false }),
});

const memoryDbTls = attributeRule({
  id: 'memorydb-encryption-in-transit',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: memoryDbCluster,
  requires: { inTransit: equals(true) },
  safety: 'review',
  caution: 'clients have to speak TLS; a cluster that exists is replaced',
  example: exampleOf(memoryDbCluster, 'Cluster', { name: 'orders', inTransit: false }),
});

/** A job on one instance has no traffic between instances. */
const qualityJobTraffic = attributeRule({
  id: 'sagemaker-data-quality-traffic',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  kind: dataQualityJob,
  when: (job) => not(job.is('instances', (count) => count === '1')),
  requires: { trafficEncrypted: equals(true) },
  safety: 'review',
  caution: 'the job may take longer; a definition that exists is replaced',
  example: exampleOf(dataQualityJob, 'Quality', { name: 'orders', instances: 2, trafficEncrypted: false }),
});

/** The authorities whose certificates have run out: clients that check them refuse the database. */
const certificateAuthority = attributeRule({
  id: 'rds-certificate-authority',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  kind: dbInstance,
  requires: { certificateAuthority: fixedWith(noneOf(['rds-ca-2015', 'rds-ca-2019']), 'rds-ca-rsa2048-g1') },
  safety: 'review',
  caution: 'clients have to trust the new authority first; some engines restart',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, certificateAuthority: 'rds-ca-2019' }),
});

export const rules = [
  dataSourceTls,
  searchHttps,
  searchTls,
  mailTls('ses-tls-required', mailSettings, 'REQUIRE'),
  mailTls('ses-classic-tls-required', classicMailSettings, 'Require'),
  transparency,
  memoryDbTls,
  qualityJobTraffic,
  certificateAuthority,
];
export const kinds = [dataSource, searchDomain, mailSettings, classicMailSettings, certificate];
