import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, fixedWith, noneOf, usualIdentifiers } from './define';

const domainDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain';

const endpointPage = 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.DomainProps.html';

/** OpenSearch Service calls its domains by two names; what matters here is said in the same way in both. */
export const domain: Kind = {
  id: 'opensearch-domain',
  title: 'OpenSearch domain',
  cloudformation: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  terraform: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'DomainName', terraform: 'domain_name', type: 'text' },
    atRest: {
      cloudformation: 'EncryptionAtRestOptions.Enabled',
      terraform: 'encrypt_at_rest.enabled',
      type: 'boolean',
      about: 'at-rest',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
        domainDocumentation,
      ),
      // Said for the first time it is switched on in place; changed, the domain is made anew.
      onUpdate: 'unknown',
    },
    key: {
      cloudformation: 'EncryptionAtRestOptions.KmsKeyId',
      terraform: 'encrypt_at_rest.kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          source:
            'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.EncryptionAtRestOptions.html',
        },
      ],
    },
    nodeToNode: {
      cloudformation: 'NodeToNodeEncryptionOptions.Enabled',
      terraform: 'node_to_node_encryption.enabled',
      type: 'boolean',
      about: 'in-transit',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
        domainDocumentation,
      ),
      onUpdate: 'unknown',
    },
    httpsOnly: {
      cloudformation: 'DomainEndpointOptions.EnforceHTTPS',
      terraform: 'domain_endpoint_options.enforce_https',
      type: 'boolean',
      about: 'in-transit',
      defaults: [
        {
          is: { value: true },
          dialect: 'terraform',
          when: (resource) => resource.isWritten('endpointOptions'),
          source: domainDocumentation,
        },
        { is: { value: false }, source: endpointPage },
      ],
    },
    endpointOptions: {
      cloudformation: 'DomainEndpointOptions',
      terraform: 'domain_endpoint_options',
      type: 'block',
    },
    tlsPolicy: {
      cloudformation: 'DomainEndpointOptions.TLSSecurityPolicy',
      terraform: 'domain_endpoint_options.tls_security_policy',
      type: 'text',
    },
  },
};

const atRest = attributeRule({
  id: 'opensearch-encryption-at-rest',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: domain,
  requires: { atRest: equals(true) },
  safety: 'review',
  caution: 'needs OpenSearch or Elasticsearch 5.1; in place from Elasticsearch 6.7 on, and only once',
  example: exampleOf(domain, 'Search', { name: 'orders', atRest: false, nodeToNode: true, httpsOnly: true }),
});

const nodeToNode = attributeRule({
  id: 'opensearch-node-to-node-encryption',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: domain,
  requires: { nodeToNode: equals(true) },
  safety: 'review',
  caution: 'needs OpenSearch or Elasticsearch 6.0; in place from Elasticsearch 6.7 on, and only once',
  example: exampleOf(domain, 'Search', { name: 'orders', atRest: true, nodeToNode: false, httpsOnly: true }),
});

/** Here the endpoint itself refuses plain HTTP, so that the policy need not. */
const httpsOnly = attributeRule({
  id: 'opensearch-https-only',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: domain,
  requires: { httpsOnly: equals(true) },
  safety: 'review',
  caution: 'clients that use plain HTTP are refused',
  example: exampleOf(domain, 'Search', { name: 'orders', atRest: true, nodeToNode: true, httpsOnly: false }),
});

/** The policy of 2023 is the only one that goes up to TLS 1.3; none begins there. */
const minimumTls = attributeRule({
  id: 'opensearch-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: domain,
  requires: { tlsPolicy: fixedWith(noneOf(['Policy-Min-TLS-1-0-2019-07']), 'Policy-Min-TLS-1-2-PFS-2023-10') },
  safety: 'review',
  caution: 'clients need TLS 1.2 with forward secrecy',
  example: exampleOf(domain, 'Search', {
    name: 'orders',
    atRest: true,
    nodeToNode: true,
    httpsOnly: true,
    tlsPolicy: 'Policy-Min-TLS-1-0-2019-07',
  }),
});

export const rules = [atRest, nodeToNode, httpsOnly, minimumTls];
export const kinds = [domain];
