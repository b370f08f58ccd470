import type { Settled } from '../model/rule';

/** Checks of other tools that need no rule: their ids are honoured, and the reason can be told. */
export const settled: readonly Settled[] = [
  {
    sameAs: {
      checkov: ['CKV_AWS_19'],
      trivy: ['AWS-0088'],
      guard: ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED'],
      cfnNag: ['W41'],
    },
    reason: 'S3 encrypts every bucket and every new object with SSE-S3 by itself, and that cannot be switched off.',
    since: '2023-01-05',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_77', 'CKV_AWS_159'], trivy: ['AWS-0006'] },
    reason:
      'Athena writes its results to S3, which encrypts every new object by itself, and that cannot be switched off.',
    since: '2023-01-05',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_381'] },
    reason: 'CodeGuru Reviewer takes no new repository associations, and those that exist keep the key that they have.',
    since: '2025-11-07',
    sources: ['https://docs.aws.amazon.com/codeguru/latest/reviewer-ug/codeguru-reviewer-availability-change.html'],
  },
  {
    sameAs: { trivy: ['AWS-0121'], guard: ['DYNAMODB_TABLE_MUST_BE_ENCRYPTED'] },
    reason: 'DynamoDB encrypts the data of every table, and that cannot be switched off.',
    since: '2018-11',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
      'https://aws.amazon.com/about-aws/whats-new/2018/11/amazon-dynamodb-encrypts-all-customer-data-at-rest/',
    ],
  },
  {
    sameAs: {
      cdkNag: [
        'HIPAA.Security-EC2InstancesInVPC',
        'NIST.800.53.R4-EC2InstancesInVPC',
        'NIST.800.53.R5-EC2InstancesInVPC',
        'PCI.DSS.321-EC2InstancesInVPC',
      ],
      guard: ['EC2_INSTANCES_IN_VPC'],
    },
    reason: 'EC2-Classic is gone, so every instance stands in a VPC, in the default one where no subnet is named.',
    since: '2023-08-23',
    sources: ['https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/'],
  },
  {
    sameAs: {
      checkov: ['CKV_AWS_196', 'CKV_AWS_198'],
      trivy: ['AWS-0085'],
      cdkNag: ['AwsSolutions-AEC1', 'AwsSolutions-RDS8'],
    },
    reason:
      'EC2-Classic is gone: databases and caches stand in a VPC, and the security groups that they had outside of one let nobody in any more.',
    since: '2023-08-23',
    sources: [
      'https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSecurityGroup.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_170', 'CKV_AWS_172'] },
    reason: 'AWS has ended QLDB, and there are no ledgers any more.',
    since: '2025-07-31',
    sources: ['https://docs.aws.amazon.com/qldb/latest/developerguide/document-history.html'],
  },
  {
    sameAs: { cdkNag: ['AwsSolutions-MS1', 'AwsSolutions-MS3', 'AwsSolutions-MS7', 'AwsSolutions-MS10'] },
    reason: 'AWS has ended MediaStore, and its containers cannot be reached any more.',
    since: '2025-11-13',
    sources: ['https://docs.aws.amazon.com/mediastore/latest/ug/what-is-regions.html'],
  },
  {
    sameAs: { checkov: ['CKV_AWS_154'], trivy: ['AWS-0127'], cdkNag: ['AwsSolutions-RS2'] },
    reason:
      'EC2-Classic is gone, so every Redshift cluster stands in a VPC, in the default one where no subnet group is named.',
    since: '2023-08-23',
    sources: ['https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/'],
  },
  {
    sameAs: { checkov: ['CKV_AWS_176'] },
    reason: 'AWS has ended support for WAF Classic; a web ACL of AWS WAF has a rule of its own for its logs.',
    since: '2025-09-30',
    sources: [
      'https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html',
      'https://docs.aws.amazon.com/waf/latest/APIReference/Welcome.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_214', 'CKV_AWS_215'] },
    reason:
      'AppSync encrypts every API cache, at rest and in transit. The properties for it are deprecated, and Security Hub has retired its control.',
    since: '2026-03-09',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-appsync-apicache.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_252'] },
    reason:
      'CloudTrail tells a topic that a file has come, many times a day and not what is in it, and AWS calls that optional. What alarms is made of is the delivery to CloudWatch Logs, which has a rule.',
    sources: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_279', 'CKV_AWS_280'] },
    reason:
      'A snapshot of Neptune is encrypted where its cluster is, and neither a switch nor a key can be written for it. The cluster has rules for both.',
    sources: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  },
  {
    sameAs: { checkov: ['CKV_AWS_345', 'CKV_AWS_346'] },
    dialect: 'cloudformation',
    reason: 'CloudFormation has no property for the key of firewalls, their policies and rule groups: AWS owns it.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-networkfirewall-firewall.html',
      'https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_EncryptionConfiguration.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_337'] },
    dialect: 'cloudformation',
    reason:
      'CloudFormation makes no secure strings, so there is no key to name. That a secret is no parameter has a rule.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-parameter.html'],
  },
  {
    sameAs: { checkov: ['CKV_AWS_303'] },
    dialect: 'cloudformation',
    reason: 'CloudFormation has no property that shares a document of Systems Manager: it is private.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-document.html'],
  },
  {
    sameAs: { trivy: ['AWS-0170'] },
    dialect: 'cloudformation',
    reason:
      'CloudFormation has no property for MFA delete, which only the root user can switch on, with the command line or the API.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-versioningconfiguration.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
    ],
  },
  {
    sameAs: { checkov: ['CKV_AWS_328'] },
    dialect: 'cloudformation',
    reason:
      'CloudFormation has no property for the desync mitigation of a Classic Load Balancer, which is defensive unless it is changed. That of the others has a rule.',
    sources: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancing-loadbalancer.html',
    ],
  },
];
