import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, usualIdentifiers } from './define';

const domainDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain';

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
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
        domainDocumentation,
      ),
      // Said for the first time it is switched on in place; changed, the domain is made anew.
      onUpdate: 'unknown',
    },
    nodeToNode: {
      cloudformation: 'NodeToNodeEncryptionOptions.Enabled',
      terraform: 'node_to_node_encryption.enabled',
      type: 'boolean',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
        domainDocumentation,
      ),
      onUpdate: 'unknown',
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
  example: exampleOf(domain, 'Search', { name: 'orders', atRest: false, nodeToNode: true }),
});

const nodeToNode = attributeRule({
  id: 'opensearch-node-to-node-encryption',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: domain,
  requires: { nodeToNode: equals(true) },
  safety: 'review',
  caution: 'needs OpenSearch or Elasticsearch 6.0; in place from Elasticsearch 6.7 on, and only once',
  example: exampleOf(domain, 'Search', { name: 'orders', atRest: true, nodeToNode: false }),
});

export const rules = [atRest, nodeToNode];
export const kinds = [domain];
