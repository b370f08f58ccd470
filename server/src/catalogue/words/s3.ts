import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  's3-bucket-versioning': {
    title: 'The bucket {name} does not keep earlier versions of its objects.',
    why: 'An overwrite or a delete destroys an object for good: there is no way back after a mistake or an attack.',
    advice: 'Switch versioning on, and let a lifecycle rule expire old versions.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_21'],
      trivy: ['AWS-0090'],
      cdkNag: [
        'HIPAA.Security-S3BucketVersioningEnabled',
        'NIST.800.53.R4-S3BucketVersioningEnabled',
        'NIST.800.53.R5-S3BucketVersioningEnabled',
        'PCI.DSS.321-S3BucketVersioningEnabled',
      ],
      guard: ['S3_BUCKET_VERSIONING_ENABLED'],
    },
  },
  's3-block-public-access': {
    title: 'The bucket {name} may become public: a switch of its public access block is off.',
    why: 'All four switches together keep a policy or an access list from ever opening the bucket to everyone. New buckets have them on since April 2023; a block that is written, but not in full, switches off what it leaves out.',
    advice: 'Write all four switches as true, and serve what is meant to be public through CloudFront.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-publicaccessblockconfiguration.html',
      'https://aws.amazon.com/blogs/aws/heads-up-amazon-s3-security-changes-are-coming-in-april-of-2023/',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_6', 'CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'],
      trivy: ['AWS-0086', 'AWS-0087', 'AWS-0091', 'AWS-0093', 'AWS-0094'],
      cdkNag: [
        'AwsSolutions-S2',
        'HIPAA.Security-S3BucketLevelPublicAccessProhibited',
        'NIST.800.53.R5-S3BucketLevelPublicAccessProhibited',
        'PCI.DSS.321-S3BucketLevelPublicAccessProhibited',
      ],
      guard: [
        'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
        'S3_BUCKET_PUBLIC_READ_PROHIBITED',
        'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
      ],
    },
  },
  's3-public-read-acl': {
    title: 'The access list of the bucket {name} lets everybody read it, or every AWS account.',
    why: 'Whoever knows or guesses the name sees what the bucket holds. New buckets refuse access lists and block what is public: the list only takes effect once somebody has switched that off, and is then forgotten.',
    advice:
      'Write Private, or leave the line out. Serve what is meant for everybody through CloudFront, and let others in by policy.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_20', 'CKV_AWS_375', 'CKV2_AWS_43'],
      trivy: ['AWS-0092'],
      cdkNag: [
        'HIPAA.Security-S3BucketPublicReadProhibited',
        'NIST.800.53.R4-S3BucketPublicReadProhibited',
        'NIST.800.53.R5-S3BucketPublicReadProhibited',
        'PCI.DSS.321-S3BucketPublicReadProhibited',
      ],
      guard: ['S3_BUCKET_PUBLIC_READ_ACL', 'S3_BUCKET_PUBLIC_READ_PROHIBITED'],
      cfnNag: ['W31'],
    },
  },
  's3-public-write-acl': {
    title: 'The access list of the bucket {name} lets everybody write to it.',
    why: 'Anybody can replace, delete and add objects, at your expense and in your name. New buckets refuse access lists and block what is public: the list only takes effect once somebody has switched that off, and is then forgotten.',
    advice: 'Write Private, or leave the line out. Let callers upload with signed URLs or a role.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_57'],
      trivy: ['AWS-0092'],
      cdkNag: [
        'HIPAA.Security-S3BucketPublicWriteProhibited',
        'NIST.800.53.R4-S3BucketPublicWriteProhibited',
        'NIST.800.53.R5-S3BucketPublicWriteProhibited',
        'PCI.DSS.321-S3BucketPublicWriteProhibited',
      ],
      guard: ['S3_BUCKET_NO_PUBLIC_RW_ACL', 'S3_BUCKET_PUBLIC_WRITE_PROHIBITED'],
      cfnNag: ['F14'],
    },
  },
  's3-bucket-tls-only': {
    title: 'The bucket {name} answers requests over plain HTTP.',
    why: 'S3 speaks HTTP as well as HTTPS. Anybody on the way can read and change what is sent without TLS.',
    advice:
      'Deny all requests to the bucket and its objects where aws:SecureTransport is false. A website endpoint speaks only HTTP: put CloudFront before it first.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html',
      'https://docs.aws.amazon.com/general/latest/gr/s3.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_379'],
      cdkNag: [
        'AwsSolutions-S10',
        'HIPAA.Security-S3BucketSSLRequestsOnly',
        'NIST.800.53.R4-S3BucketSSLRequestsOnly',
        'NIST.800.53.R5-S3BucketSSLRequestsOnly',
        'PCI.DSS.321-S3BucketSSLRequestsOnly',
      ],
      guard: ['S3_BUCKET_SSL_REQUESTS_ONLY'],
    },
  },
  's3-bucket-minimum-tls': {
    title: 'The policy of the bucket {name} does not refuse TLS before {minimum|the minimum version}.',
    why: 'S3 takes TLS 1.2 and 1.3. A statement about an earlier version refuses nothing that S3 would take; one that asks for TLS 1.3 is how a bucket asks for more.',
    advice:
      'Deny requests where s3:TlsVersion is below the minimum of your settings, minimumTlsVersion. Before you ask for TLS 1.3, make sure that nobody comes through PrivateLink or a Multi-Region Access Point, which do not have it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingEncryptionInTransit.html',
      'https://aws.amazon.com/about-aws/whats-new/2020/12/new-iam-condition-keys-amazon-s3-limit-requests-buckets-owned-specific-aws-accounts-specific-tls-versions/',
    ],
    sameAs: {},
  },
  's3-access-logging': {
    title: 'The bucket {name} keeps no record of who read or changed its objects.',
    why: 'A trail tells who changed the bucket, but not who fetched which object unless data events are switched on, which cost more. After a leak the access log is what says how much is gone.',
    advice:
      'Send the access log to another bucket, which lets logging.s3.amazonaws.com write; or log data events with CloudTrail and suppress this.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_18'],
      trivy: ['AWS-0089', 'AWS-0163'],
      cdkNag: [
        'AwsSolutions-S1',
        'HIPAA.Security-S3BucketLoggingEnabled',
        'NIST.800.53.R4-S3BucketLoggingEnabled',
        'NIST.800.53.R5-S3BucketLoggingEnabled',
        'PCI.DSS.321-S3BucketLoggingEnabled',
      ],
      guard: ['S3_BUCKET_LOGGING_ENABLED'],
      cfnNag: ['W35'],
    },
  },
  's3-bucket-kms-key': {
    title: 'The objects of the bucket {name} are encrypted with a key that you cannot govern.',
    why: 'S3 encrypts every object with a key of its own: whoever may read the bucket can read the objects. With a KMS key of yours, reading takes a second right, and each use of it is on record.',
    advice:
      'Name a KMS key where the objects are worth a second lock, with a bucket key beside it that keeps requests to KMS few. It applies to objects that are written from then on.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_145'],
      trivy: ['AWS-0132'],
      cdkNag: [
        'HIPAA.Security-S3DefaultEncryptionKMS',
        'NIST.800.53.R5-S3DefaultEncryptionKMS',
        'PCI.DSS.321-S3DefaultEncryptionKMS',
      ],
      guard: ['S3_DEFAULT_ENCRYPTION_KMS'],
    },
  },
  's3-access-point-block-public-access': {
    title: 'The access point {name} may become public: a switch of its public access block is off.',
    why: 'Access points have all four switches on until somebody switches one off, and S3 changes none of them later.',
    advice: 'Leave the block out, or write all four switches as true.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-accesspoint.html',
    ],
    sameAs: { checkov: ['CKV_AWS_392'] },
  },
  's3-bucket-acls-disabled': {
    title: 'Access lists count again in the bucket {name}.',
    why: 'Each object can then be opened with a list of its own, or belong to the account that uploaded it, whatever the policy of the bucket says. New buckets have access lists switched off.',
    advice: 'Write BucketOwnerEnforced, or leave the line out, and say by policy who may do what.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
      'https://aws.amazon.com/blogs/aws/heads-up-amazon-s3-security-changes-are-coming-in-april-of-2023/',
    ],
    sameAs: { checkov: ['CKV2_AWS_65'] },
  },
  's3-bucket-mfa-delete': {
    title: 'The second factor for deleting versions is switched off in {name|a bucket}.',
    why: 'A stolen credential is enough to delete earlier versions for good.',
    advice:
      'For what must not be lost, let the root user switch MFA delete on from the command line. It does not go together with lifecycle rules; where versions have to expire, Object Lock protects them as well.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMFADelete.html',
    ],
    sameAs: { trivy: ['AWS-0170'] },
  },
};
