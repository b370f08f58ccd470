import type { Words } from '../../model/rule';

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
};
