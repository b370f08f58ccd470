import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

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
      cfnNag: ['W54'],
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
      cfnNag: ['W85'],
    },
  },
  'opensearch-https-only': {
    title: 'The domain {name} answers requests over plain HTTP.',
    why: 'Anybody on the way can read what is indexed and searched, and the passwords of those who ask. Fine-grained access control needs HTTPS as well.',
    advice: 'Make the endpoint refuse plain HTTP. Let clients that still use it change to HTTPS first.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/opensearch-https-required.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-opensearchservice-domain-domainendpointoptions.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_83'],
      trivy: ['AWS-0046'],
      guard: ['ELASTICSEARCH_HTTPS_REQUIRED', 'OPENSEARCH_HTTPS_REQUIRED'],
    },
  },
  'opensearch-minimum-tls': {
    title: 'The endpoint of the domain {name} accepts TLS 1.0.',
    why: 'TLS 1.0 and 1.1 have known weaknesses, and nothing that is in use today needs them.',
    advice:
      'Choose the security policy of 2023, which takes TLS 1.2 and 1.3 and only ciphers with forward secrecy; or the one of 2019 that takes TLS 1.2 alone, where clients lack such ciphers.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_228'],
      trivy: ['AWS-0126'],
      guard: ['ELASTICSEARCH_HTTPS_REQUIRED', 'OPENSEARCH_HTTPS_REQUIRED'],
    },
  },
  'opensearch-access-control': {
    title: 'The domain {name} has no fine-grained access control.',
    why: 'Whoever the access policy lets through can read and change every index. With fine-grained access control a caller signs in, and has the rights of a role: by index, document and field.',
    advice: 'Name a master user and switch fine-grained access control on.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-opensearchservice-domain.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_52'],
      cdkNag: ['AwsSolutions-OS5'],
      guard: ['OPENSEARCH_ACCESS_CONTROL_ENABLED'],
    },
  },
  'opensearch-in-vpc': {
    title: 'The domain {name} has a public endpoint.',
    why: 'Every client on the internet reaches it: only the access policy, and fine-grained access control where there is some, stand before the data. A domain is made with a public endpoint or in a VPC, and stays so.',
    advice: 'Name the subnets that it should stand in before the first deployment.',
    sources: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_137'],
      cdkNag: [
        'AwsSolutions-OS1',
        'HIPAA.Security-OpenSearchInVPCOnly',
        'NIST.800.53.R4-OpenSearchInVPCOnly',
        'NIST.800.53.R5-OpenSearchInVPCOnly',
        'PCI.DSS.321-OpenSearchInVPCOnly',
      ],
      guard: ['ELASTICSEARCH_IN_VPC_ONLY', 'OPENSEARCH_IN_VPC_ONLY'],
      cfnNag: ['W90'],
    },
  },
  'opensearch-kms-key': {
    ...ownKeyWords({
      what: 'domain {name}',
      otherwise: 'Where a domain is encrypted without a key of yours, AWS manages the key in the account.',
      advice: 'Name a symmetric KMS key when encryption is switched on; later it takes a new domain.',
      sources: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
      sameAs: { checkov: ['CKV_AWS_247'] },
    }),
    title: 'No key of yours encrypts the domain {name}.',
  },
};
