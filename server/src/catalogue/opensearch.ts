import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  isOn,
  noneOf,
  ownKeyRule,
  present,
  usualIdentifiers,
} from './define';

const domainDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain';

const networkPage = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html';
const endpointPage = 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.DomainProps.html';

/** The rows of a log that goes to CloudWatch Logs: whether, and to which log group. */
function publishedLog(row: string, type: string): Kind['attributes'] {
  return {
    [row]: {
      cloudformation: `LogPublishingOptions.${type}.Enabled`,
      terraform: `log_publishing_options[log_type=${type}].enabled`,
      type: 'boolean',
      about: 'logging',
      defaults: [
        {
          is: { value: true },
          dialect: 'terraform',
          when: (view) => view.isWritten(`${row}Group`),
          source: domainDocumentation,
        },
        {
          is: { value: false },
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-opensearchservice-domain-logpublishingoption.html',
        },
      ],
    },
    [`${row}Group`]: {
      cloudformation: `LogPublishingOptions.${type}.CloudWatchLogsLogGroupArn`,
      terraform: `log_publishing_options[log_type=${type}].cloudwatch_log_group_arn`,
      type: 'text',
    },
  };
}

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
    subnets: {
      cloudformation: 'VPCOptions.SubnetIds',
      terraform: 'vpc_options.subnet_ids',
      type: 'text',
      about: 'public',
      defaults: [{ is: 'none', source: networkPage }],
      // A domain is made with a public endpoint or in a VPC, and stays so.
      onUpdate: 'replacement',
    },
    accessControl: {
      cloudformation: 'AdvancedSecurityOptions.Enabled',
      terraform: 'advanced_security_options.enabled',
      type: 'boolean',
      defaults: [{ is: { value: false }, source: endpointPage }],
    },
    masterUser: {
      cloudformation: 'AdvancedSecurityOptions.MasterUserOptions',
      terraform: 'advanced_security_options.master_user_options',
      type: 'block',
    },
    masterUserName: {
      cloudformation: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserName',
      terraform: 'advanced_security_options.master_user_options.master_user_name',
      type: 'text',
    },
    tlsPolicy: {
      cloudformation: 'DomainEndpointOptions.TLSSecurityPolicy',
      terraform: 'domain_endpoint_options.tls_security_policy',
      type: 'text',
    },
    masterUserPassword: {
      cloudformation: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
      terraform: 'advanced_security_options.master_user_options.master_user_password',
      type: 'text',
    },
    ...publishedLog('auditLog', 'AUDIT_LOGS'),
    ...publishedLog('errorLog', 'ES_APPLICATION_LOGS'),
    ...publishedLog('slowLog', 'SEARCH_SLOW_LOGS'),
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

const wellKept = { name: 'orders', atRest: true, nodeToNode: true, httpsOnly: true };

/** Without a master user there is nothing to switch on: nobody could give rights to anybody. */
const accessControl = attributeRule({
  id: 'opensearch-access-control',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'sometimes',
  kind: domain,
  requires: {
    accessControl: fixedWith(equals(true), (view) => view.isWritten('masterUser') === true || undefined),
  },
  safety: 'review',
  caution: 'needs HTTPS, and encryption at rest and between nodes; cannot be switched off again',
  example: exampleOf(domain, 'Search', { ...wellKept, accessControl: false, masterUserName: 'admin' }),
});

const inVpc = attributeRule({
  id: 'opensearch-in-vpc',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: domain,
  requires: {
    subnets: fixedWith(present, [
      new WrittenInput('SearchSubnetId', 'The ID of the subnet that the domain stands in', '^subnet-[0-9a-f]+$'),
    ]),
  },
  safety: 'input',
  caution: 'clients outside the VPC lose access; a domain that exists has to be made anew',
  example: exampleOf(domain, 'Search', wellKept),
});

const ownKey = ownKeyRule({
  id: 'opensearch-kms-key',
  kind: domain,
  when: (view) => isOn(view, 'atRest'),
  // Templates take the id of the key, Terraform its ARN.
  key: new WrittenInput(
    'SearchKey',
    'The id or ARN of the KMS key for the domain',
    '^(arn:[^:]+:kms:.+|(mrk-)?[0-9a-f-]{32,36})$',
  ),
  caution: 'a domain that is encrypted already is made anew; the key and requests to it cost',
  example: exampleOf(domain, 'Search', wellKept),
});

export const rules = [atRest, ownKey, nodeToNode, httpsOnly, minimumTls, accessControl, inVpc];
export const kinds = [domain];
