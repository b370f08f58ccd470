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
      guard: ['S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED'],
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
};
