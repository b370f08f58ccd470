import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'dms-public-access': {
    title: 'The replication instance {name} has a public address.',
    why: 'It holds the credentials of both databases and passes all of their data on, and the internet can reach it. CloudFormation gives it such an address where nothing is written.',
    advice: 'Write false, and connect the databases through the VPC: by peering, a VPN or Direct Connect.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/dms-replication-not-public.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-replicationinstance.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_89'],
      cdkNag: [
        'HIPAA.Security-DMSReplicationNotPublic',
        'NIST.800.53.R4-DMSReplicationNotPublic',
        'NIST.800.53.R5-DMSReplicationNotPublic',
        'PCI.DSS.321-DMSReplicationNotPublic',
      ],
      guard: ['DMS_REPLICATION_NOT_PUBLIC'],
      cfnNag: ['W91'],
    },
  },
  'dms-replication-instance-kms-key': ownKeyWords({
    what: 'storage of the replication instance {name}',
    otherwise: 'DMS encrypts it with the key that AWS manages in the account.',
    advice: 'Name a KMS key of your own before the first deployment.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-replicationinstance.html',
    ],
    sameAs: { checkov: ['CKV_AWS_212'] },
  }),
  'dms-endpoint-kms-key': ownKeyWords({
    what: 'connection data of the endpoint {name}',
    otherwise:
      'DMS stores the parameters of the connection, the password among them, and encrypts them with the key that AWS manages.',
    advice: 'Name a KMS key of your own before the first deployment, and keep the password in Secrets Manager.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-endpoint.html'],
    sameAs: { checkov: ['CKV_AWS_296'] },
  }),
  'dms-s3-endpoint-kms-key': ownKeyWords({
    what: 'connection data of the endpoint {name}',
    otherwise: 'DMS stores the parameters of the connection, encrypted with the key that AWS manages.',
    advice: 'Name a KMS key of your own before the first deployment. What DMS writes to the bucket has one of its own.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-endpoint.html'],
    sameAs: { checkov: ['CKV_AWS_298'] },
  }),
  'dms-endpoint-tls': {
    title: 'DMS talks to the database of {name|the endpoint} in clear text.',
    why: 'All of the data that is moved, and the password with which DMS signs in, can be read on the way.',
    advice:
      'Require TLS, or have the certificate of the database checked as well, for which its certificate authority is needed.',
    sources: [
      'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/dms-endpoint-ssl-configured.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-endpoint.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_49'] },
  },
};
