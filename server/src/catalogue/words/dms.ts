import type { Words } from '../../model/rule';

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
};
