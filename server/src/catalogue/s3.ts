import type { Attribute, Kind, Locator } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { attributeRule, equals, exampleOf, fixedWith, inSatellite, noneOf, usualIdentifiers } from './define';

const blockByDefault =
  'https://aws.amazon.com/blogs/aws/heads-up-amazon-s3-security-changes-are-coming-in-april-of-2023/';
const partlyWrittenBlock = 'https://github.com/aws/aws-cdk/issues/32811';
const blockDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block';
const aclPage = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html';
const encryptionPage = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html';
const ownershipPage = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';
const versioningPage = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html';

const encryptionRule = 'BucketEncryption.ServerSideEncryptionConfiguration[*]';

/** A row of the encryption that a bucket gives its objects: in a resource of its own, once in the bucket. */
function inEncryptionRule(argument: string): (string | Locator)[] {
  return [
    inSatellite('aws_s3_bucket_server_side_encryption_configuration', `rule[*].${argument}`, 'bucket'),
    `server_side_encryption_configuration.rule.${argument}`,
  ];
}

/** New buckets have all four switches; a block that is written replaces them, and switches off what it leaves out. */
function publicAccessSwitch(property: string, argument: string): Attribute {
  return {
    cloudformation: `PublicAccessBlockConfiguration.${property}`,
    terraform: inSatellite('aws_s3_bucket_public_access_block', argument, 'bucket'),
    type: 'boolean',
    about: 'public',
    defaults: [
      {
        is: { value: false },
        dialect: 'cloudformation',
        when: (bucket) => bucket.isWritten('publicAccessBlock'),
        source: partlyWrittenBlock,
      },
      {
        is: { value: false },
        dialect: 'terraform',
        when: (bucket) => bucket.isWritten('publicAccessBlock'),
        source: blockDocumentation,
      },
      { is: { value: true }, since: '2023-04', source: blockByDefault },
    ],
  };
}

export const bucket: Kind = {
  id: 's3-bucket',
  title: 'S3 bucket',
  cloudformation: ['AWS::S3::Bucket'],
  terraform: ['aws_s3_bucket'],
  identifiers: usualIdentifiers,
  withoutPolicy: {
    access: 'none',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  },
  attributes: {
    name: { cloudformation: 'BucketName', terraform: 'bucket', type: 'text' },
    policy: {
      cloudformation: inSatellite('AWS::S3::BucketPolicy', 'PolicyDocument', 'Bucket'),
      terraform: [inSatellite('aws_s3_bucket_policy', 'policy', 'bucket'), 'policy'],
      type: 'policy',
      about: 'in-transit',
    },
    website: {
      cloudformation: 'WebsiteConfiguration',
      terraform: [inSatellite('aws_s3_bucket_website_configuration', 'bucket', 'bucket'), 'website[*]'],
      type: 'block',
    },
    acl: {
      cloudformation: 'AccessControl',
      terraform: [inSatellite('aws_s3_bucket_acl', 'acl', 'bucket'), 'acl'],
      type: 'text',
      about: 'public',
      defaults: [
        { is: { value: 'Private' }, dialect: 'cloudformation', source: aclPage },
        { is: { value: 'private' }, dialect: 'terraform', source: aclPage },
      ],
    },
    logTarget: {
      cloudformation: ['LoggingConfiguration.DestinationBucketName', 'LoggingConfiguration'],
      terraform: [inSatellite('aws_s3_bucket_logging', 'target_bucket', 'bucket'), 'logging.target_bucket'],
      type: 'text',
      about: 'logging',
      defaults: [{ is: 'none', source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html' }],
    },
    logPrefix: {
      cloudformation: 'LoggingConfiguration.LogFilePrefix',
      terraform: [inSatellite('aws_s3_bucket_logging', 'target_prefix', 'bucket'), 'logging.target_prefix'],
      type: 'text',
    },
    encryption: {
      cloudformation: `${encryptionRule}.ServerSideEncryptionByDefault.SSEAlgorithm`,
      terraform: inEncryptionRule('apply_server_side_encryption_by_default.sse_algorithm'),
      type: 'text',
      about: 'at-rest',
      defaults: [{ is: { value: 'AES256' }, since: '2023-01-05', source: encryptionPage }],
    },
    encryptionKey: {
      cloudformation: `${encryptionRule}.ServerSideEncryptionByDefault.KMSMasterKeyID`,
      terraform: inEncryptionRule('apply_server_side_encryption_by_default.kms_master_key_id'),
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'service',
          when: (resource) => resource.is('encryption', (algorithm) => algorithm === 'AES256'),
          source: encryptionPage,
        },
        {
          is: 'none',
          key: 'aws-managed',
          when: (resource) => resource.is('encryption', (algorithm) => algorithm.startsWith('aws:kms')),
          source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html',
        },
      ],
    },
    bucketKey: {
      cloudformation: `${encryptionRule}.BucketKeyEnabled`,
      terraform: inEncryptionRule('bucket_key_enabled'),
      type: 'boolean',
    },
    versioning: {
      cloudformation: { path: 'VersioningConfiguration.Status', words: { on: 'Enabled', off: ['Suspended'] } },
      terraform: [
        {
          ...inSatellite('aws_s3_bucket_versioning', 'versioning_configuration.status', 'bucket'),
          words: { on: 'Enabled', off: ['Suspended', 'Disabled'] },
        },
        'versioning.enabled',
      ],
      type: 'boolean',
      about: 'backup',
      // No word of its attribute: a bucket that never had versioning is neither enabled nor suspended.
      defaults: [{ is: 'none', source: versioningPage }],
    },
    objectLock: { cloudformation: 'ObjectLockEnabled', terraform: 'object_lock_enabled', type: 'boolean' },
    lockSwitch: { cloudformation: 'ObjectLockConfiguration.ObjectLockEnabled', type: 'text' },
    lockRule: {
      cloudformation: 'ObjectLockConfiguration.Rule',
      terraform: inSatellite('aws_s3_bucket_object_lock_configuration', 'rule', 'bucket'),
      type: 'block',
    },
    lifecycleStatus: {
      cloudformation: 'LifecycleConfiguration.Rules[*].Status',
      terraform: inSatellite('aws_s3_bucket_lifecycle_configuration', 'rule[*].status', 'bucket'),
      type: 'text',
    },
    replicationStatus: {
      cloudformation: 'ReplicationConfiguration.Rules[*].Status',
      terraform: inSatellite('aws_s3_bucket_replication_configuration', 'rule[*].status', 'bucket'),
      type: 'text',
    },
    ownership: {
      cloudformation: 'OwnershipControls.Rules[*].ObjectOwnership',
      terraform: inSatellite('aws_s3_bucket_ownership_controls', 'rule.object_ownership', 'bucket'),
      type: 'text',
      defaults: [{ is: { value: 'BucketOwnerEnforced' }, since: '2023-04', source: ownershipPage }],
    },
    publicAccessBlock: {
      cloudformation: 'PublicAccessBlockConfiguration',
      terraform: inSatellite('aws_s3_bucket_public_access_block', 'bucket', 'bucket'),
      type: 'block',
    },
    blockPublicAcls: publicAccessSwitch('BlockPublicAcls', 'block_public_acls'),
    blockPublicPolicy: publicAccessSwitch('BlockPublicPolicy', 'block_public_policy'),
    ignorePublicAcls: publicAccessSwitch('IgnorePublicAcls', 'ignore_public_acls'),
    restrictPublicBuckets: publicAccessSwitch('RestrictPublicBuckets', 'restrict_public_buckets'),
  },
};

/** The four switches of a bucket's public access block. */
export const publicAccessSwitches = [
  'blockPublicAcls',
  'blockPublicPolicy',
  'ignorePublicAcls',
  'restrictPublicBuckets',
] as const;

/** What examples have that are about something else. */
export const wellKept = { versioning: true, logTarget: 'access-logs', logPrefix: 'bucket/', encryption: 'aws:kms' };

const versioning = attributeRule({
  id: 's3-bucket-versioning',
  recommendation: 'managed-security',
  severity: 'information',
  kind: bucket,
  requires: { versioning: equals(true) },
  safety: 'review',
  caution: 'every version is stored and paid for; it can be suspended but never undone',
  example: exampleOf(bucket, 'Bucket', { ...wellKept, versioning: false }),
});

const blockPublicAccess = attributeRule({
  id: 's3-block-public-access',
  recommendation: 'least-privilege',
  severity: 'error',
  kind: bucket,
  requires: Object.fromEntries(publicAccessSwitches.map((name) => [name, equals(true)])),
  safety: 'review',
  caution: 'denies public readers, and other accounts where the policy is public',
  example: exampleOf(bucket, 'Bucket', {
    ...wellKept,
    blockPublicAcls: false,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  }),
});

/** Some access lists that S3 knows by name, in the words of both formats: a fix puts the private one in their place. */
function withoutAcl(id: string, names: readonly string[]): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'least-privilege',
    severity: 'error',
    kind: bucket,
    requires: {
      acl: fixedWith(noneOf(names), ({ resource }) => (resource.dialect === 'terraform' ? 'private' : 'Private')),
    },
    safety: 'review',
    caution: 'everybody else loses access',
    example: exampleOf(bucket, 'Bucket', { ...wellKept, acl: names[0] ?? '' }),
  });
}

const readAcls = ['PublicRead', 'AuthenticatedRead', 'public-read', 'authenticated-read'];
const writeAcls = ['PublicReadWrite', 'public-read-write'];

/** The access lists for everybody or every account, in the words of both formats. */
export const publicAcls: readonly string[] = [...readAcls, ...writeAcls];

const publicRead = withoutAcl('s3-public-read-acl', readAcls);
const publicWrite = withoutAcl('s3-public-write-acl', writeAcls);

export const rules = [versioning, blockPublicAccess, publicRead, publicWrite];
export const kinds = [bucket];
