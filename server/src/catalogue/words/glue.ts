import type { Words } from '../../model/rule';

const writing = 'https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html';
const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const without = {
  why: 'What it writes, logs among it, is encrypted as its destination has it by default. A security configuration encrypts it with keys that you choose, and job bookmarks with them.',
  advice: 'Name a security configuration that encrypts what is written to S3, to CloudWatch Logs and as bookmarks.',
};

export const words: Readonly<Record<string, Words>> = {
  'glue-security-configuration-encryption': {
    title: 'The security configuration {name} does not encrypt everything that Glue writes.',
    why: 'Crawlers, jobs and development endpoints that use it write objects, logs and bookmarks. What it does not speak of is not encrypted by Glue.',
    advice: 'Encrypt objects, CloudWatch logs and job bookmarks.',
    sources: [writing, `${userGuide}/aws-properties-glue-securityconfiguration-jobbookmarksencryption.html`],
    sameAs: { checkov: ['CKV_AWS_99'] },
  },
  'glue-catalog-encryption': {
    title: 'The Data Catalog keeps metadata or passwords of connections unencrypted.',
    why: 'Table definitions tell what there is and where, and passwords of connections open databases: both can be read by whoever may read the catalog.',
    advice: 'Encrypt the metadata with SSE-KMS, and have passwords returned encrypted only.',
    sources: [
      'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
      `${userGuide}/aws-properties-glue-datacatalogencryptionsettings-encryptionatrest.html`,
    ],
    sameAs: { checkov: ['CKV_AWS_94'] },
  },
  'glue-job-security-configuration': {
    title: 'The job {name} has no security configuration.',
    ...without,
    sources: [writing, `${userGuide}/aws-resource-glue-job.html`],
    sameAs: { checkov: ['CKV_AWS_195'], cdkNag: ['AwsSolutions-GL1', 'AwsSolutions-GL3'] },
  },
  'glue-crawler-security-configuration': {
    title: 'The crawler {name} has no security configuration.',
    why: 'Its logs are encrypted as CloudWatch Logs has it by default. A security configuration encrypts them with a key that you choose.',
    advice: 'Name a security configuration that encrypts what is written to CloudWatch Logs.',
    sources: [writing, `${userGuide}/aws-resource-glue-crawler.html`],
    sameAs: { checkov: ['CKV_AWS_195'], cdkNag: ['AwsSolutions-GL1'] },
  },
  'glue-dev-endpoint-security-configuration': {
    title: 'The development endpoint {name} has no security configuration.',
    ...without,
    sources: [writing, `${userGuide}/aws-resource-glue-devendpoint.html`],
    sameAs: { checkov: ['CKV_AWS_195'] },
  },
};
