import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'opensearch-encryption-at-rest': {
    title: 'The domain {name} keeps its indexes, logs and snapshots unencrypted.',
    why: 'Whoever gets at the storage can read what was indexed. Encryption cannot be switched off again, and fine-grained access control needs it.',
    advice:
      'Encrypt the domain before the first deployment; the key of OpenSearch Service will do. A live domain of OpenSearch, or of Elasticsearch 6.7 or later, can be encrypted in place once.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-opensearchservice-domain-encryptionatrestoptions.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_5'],
      trivy: ['AWS-0048'],
      cdkNag: [
        'AwsSolutions-OS8',
        'HIPAA.Security-OpenSearchEncryptedAtRest',
        'NIST.800.53.R4-OpenSearchEncryptedAtRest',
        'NIST.800.53.R5-OpenSearchEncryptedAtRest',
        'PCI.DSS.321-OpenSearchEncryptedAtRest',
      ],
      guard: ['ELASTICSEARCH_ENCRYPTED_AT_REST', 'OPENSEARCH_ENCRYPTED_AT_REST'],
    },
  },
  'opensearch-node-to-node-encryption': {
    title: 'The nodes of the domain {name} talk to each other in clear text.',
    why: 'HTTPS ends at the domain: behind it, everything that is indexed and searched travels from node to node. The encryption cannot be switched off again, and fine-grained access control needs it.',
    advice: 'Switch node-to-node encryption on. Applications notice nothing.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-opensearchservice-domain-nodetonodeencryptionoptions.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_6'],
      trivy: ['AWS-0043'],
      cdkNag: [
        'AwsSolutions-OS2',
        'HIPAA.Security-OpenSearchNodeToNodeEncryption',
        'NIST.800.53.R4-OpenSearchNodeToNodeEncryption',
        'NIST.800.53.R5-OpenSearchNodeToNodeEncryption',
        'PCI.DSS.321-OpenSearchNodeToNodeEncryption',
      ],
      guard: ['ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK', 'OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK'],
    },
  },
};
