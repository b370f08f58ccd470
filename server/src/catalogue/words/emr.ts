import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const sources = [
  'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html',
  'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html',
];
const sameAsAll = { guard: ['EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE'], cfnNag: ['W61'] };

export const words: Readonly<Record<string, Words>> = {
  'emr-at-rest-encryption': {
    title: 'Clusters with the configuration {name} do not encrypt what they store.',
    why: 'Blocks of HDFS and objects of EMRFS lie readable on the disks and in the buckets of the cluster.',
    advice: 'Switch encryption at rest on, with a mode for S3 and a key for the local disks.',
    sources,
    sameAs: { checkov: ['CKV_AWS_350'], trivy: ['AWS-0137'], ...sameAsAll },
  },
  'emr-local-disk-encryption': {
    title: 'Clusters with the configuration {name} leave their local disks unencrypted.',
    why: 'What jobs write on the way to a result stays readable on the instance and EBS volumes.',
    advice: 'Name a key provider for the local disks, such as a KMS key.',
    sources,
    sameAs: { checkov: ['CKV_AWS_349'], trivy: ['AWS-0139'], cdkNag: ['AwsSolutions-EMR4'], ...sameAsAll },
  },
  'emr-in-transit-encryption': {
    title: 'The nodes of clusters with the configuration {name} talk to each other in clear text.',
    why: 'What they shuffle and call can be read inside the network.',
    advice: 'Switch encryption in transit on, and say where the certificates are.',
    sources,
    sameAs: { checkov: ['CKV_AWS_351'], trivy: ['AWS-0138'], cdkNag: ['AwsSolutions-EMR5'], ...sameAsAll },
  },
  'emr-kerberos': {
    title: 'The cluster {name} does not use Kerberos.',
    why: 'Whoever gets on a node, be it with the one key pair that all share, works as the same user. With Kerberos people and services prove who they are, and have rights of their own.',
    advice:
      'Where several people or teams share a cluster, name a security configuration with Kerberos, and its realm here. A cluster that runs one job and ends can do without.',
    sources: [
      'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html',
      'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-authenticate-cluster-connections.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_114'],
      cdkNag: [
        'AwsSolutions-EMR6',
        'HIPAA.Security-EMRKerberosEnabled',
        'NIST.800.53.R4-EMRKerberosEnabled',
        'PCI.DSS.321-EMRKerberosEnabled',
      ],
      guard: ['EMR_KERBEROS_ENABLED'],
    },
  },
  'emr-public-access': {
    title: 'Clusters in the Region may be open to the internet: EMR is told not to block public access.',
    why: 'By default EMR starts no cluster whose security groups let the internet in on another port than 22. This switches that off for the account in the Region.',
    advice: 'Write true, and name the few ports that may be open, if any.',
    sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html'],
    sameAs: { checkov: ['CKV_AWS_390'] },
  },
  'emr-storage-kms-key': {
    ...ownKeyWords({
      what: 'data of clusters with the configuration {name}',
      otherwise: 'With SSE-S3, S3 encrypts what EMRFS writes with keys that S3 holds.',
      advice: 'Choose SSE-KMS and name a KMS key.',
      sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
      sameAs: { checkov: ['CKV_AWS_171'] },
    }),
    title: 'No key of yours encrypts what clusters with the configuration {name} write to S3.',
  },
  'emr-security-configuration': {
    title: 'The cluster {name} has no security configuration.',
    why: 'Encryption of local disks, between nodes and with keys of yours, and authentication, can only be asked for with one.',
    advice: 'Name a security configuration when the cluster is made.',
    sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
    sameAs: { checkov: ['CKV2_AWS_55'] },
  },
};
