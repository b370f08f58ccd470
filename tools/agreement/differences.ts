/** Labels of one file of the Guard rules registry's tests that we do not agree with. */
interface Labels {
  readonly check: string;
  readonly file: string;
  /** The numbers of the cases in the file, from 0. */
  readonly cases: readonly number[];
}

/** Why we say something else than the Guard rules registry, for labels that differ for one reason. */
export interface Difference {
  /** What it is about, as a heading. */
  readonly about: string;
  readonly labels: readonly Labels[];
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
  /** The AWS pages that decide. */
  readonly pages: readonly string[];
}

/** Labels of a check whose file is called like it. */
function labels(check: string, ...cases: number[]): Labels {
  return { check, file: `${check.toLowerCase()}_tests.yml`, cases };
}

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';

/** Every known difference. What is not in this list makes `npm run agreement` fail, and so does what is gone. */
export const differences: readonly Difference[] = [
  {
    about: 'Volumes that do not say whether they are encrypted',
    labels: [labels('ENCRYPTED_VOLUMES', 5)],
    theirs: 'An EBS volume without `Encrypted` fails.',
    ours: 'Nothing: a volume that says `false` is found, one that says nothing is not.',
    why: 'The account decides, Region by Region: where encryption by default is on, such a volume is encrypted. A template does not tell.',
    pages: ['https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html'],
  },
  {
    about: 'Ports open to a private network',
    labels: [{ check: 'RESTRICTED_INCOMING_TRAFFIC', file: 'restricted_common_ports_tests.yml', cases: [4] }],
    theirs: 'FTP that is open to 192.168.0.0/16 fails: the ports count, whoever may reach them.',
    ours: 'Nothing: a source has to take in the whole internet.',
    why: 'The check of AWS Config that the name stands for is content with every range that is not all addresses. The label contradicts it.',
    pages: ['https://docs.aws.amazon.com/config/latest/developerguide/restricted-common-ports.html'],
  },
  {
    about: 'Launch configurations that leave public addresses to the subnet',
    labels: [labels('AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED', 3)],
    theirs: 'A launch configuration without `AssociatePublicIpAddress` fails.',
    ours: 'Nothing: only `true` is found.',
    why: 'Without the property the subnet decides, and the subnet of a group is often not in the same template.',
    pages: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html'],
  },
  {
    about: 'Half an EMR security configuration',
    labels: [labels('EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE', 3, 6, 7)],
    theirs:
      'A configuration with an empty body, an empty block or without its key provider or certificate provider fails.',
    ours: 'Nothing: both switches are on and the blocks are there, or there is nothing to judge yet.',
    why: 'EMR takes no such configuration, so no cluster runs with it. While a template is being typed, most are like that.',
    pages: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
  },
  {
    about: 'A suppression that cfn_nag would not read',
    labels: [labels('EMR_KERBEROS_ENABLED', 3)],
    theirs: 'A cluster without Kerberos is skipped, for a suppression of `F63` under `cfn-nag`.',
    ours: 'A hint: the suppression counts for nothing.',
    why: 'cfn_nag reads `cfn_nag`, and its `F63` is about the password of Kerberos, not about doing without it.',
    pages: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html'],
  },
  {
    about: 'Backups of read replicas',
    labels: [labels('DB_INSTANCE_BACKUP_ENABLED', 5, 6)],
    theirs: 'A read replica without backups of its own fails like any other database.',
    ours: 'Nothing: replicas are left out.',
    why: 'The source of a replica has to have backups, or there could be no replica. Its data is in them, and a lost replica is made anew.',
    pages: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Create.html'],
  },
  {
    about: 'Databases that leave public access to their network',
    labels: [labels('RDS_INSTANCE_PUBLIC_ACCESS_CHECK', 3)],
    theirs: 'A database without `PubliclyAccessible` fails.',
    ours: 'Nothing: only `true` is found.',
    why: 'Without the property the subnet group and its VPC decide. With a subnet group of private subnets the answer is no.',
    pages: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html'],
  },
  {
    about: 'Replicas of encrypted databases',
    labels: [labels('RDS_STORAGE_ENCRYPTED', 6)],
    theirs: 'A read replica without `StorageEncrypted` fails.',
    ours: 'Nothing: the source is what has to be encrypted.',
    why: 'A replica is encrypted if its source is, and not otherwise.',
    pages: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  },
  {
    about: 'Aurora clusters that do not say whether they are encrypted',
    labels: [labels('RDS_STORAGE_ENCRYPTED', 7)],
    theirs: 'An Aurora cluster without `StorageEncrypted` fails.',
    ours: 'Nothing: a cluster that says `false` is found.',
    why: 'New Aurora clusters are encrypted by default.',
    pages: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  },
  {
    about: 'Redshift clusters that do not say whether they are encrypted',
    labels: [labels('REDSHIFT_CLUSTER_CONFIGURATION_CHECK', 3)],
    theirs: 'A cluster without `Encrypted` fails.',
    ours: 'Nothing: a cluster that says `false` is found.',
    why: 'New clusters are encrypted by default.',
    pages: ['https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/'],
  },
  {
    about: 'Buckets that do not write their public access block',
    labels: [
      labels('S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED', 4),
      labels('S3_BUCKET_PUBLIC_READ_PROHIBITED', 4),
      labels('S3_BUCKET_PUBLIC_WRITE_PROHIBITED', 4),
    ],
    theirs: 'A bucket without `PublicAccessBlockConfiguration` fails.',
    ours: 'Nothing: a block is found once it is written and leaves one of its switches off.',
    why: 'New buckets have all four switches on.',
    pages: ['https://aws.amazon.com/blogs/aws/heads-up-amazon-s3-security-changes-are-coming-in-april-of-2023/'],
  },
  {
    about: 'Search domains that do not choose a TLS policy',
    labels: [labels('ELASTICSEARCH_HTTPS_REQUIRED', 6), labels('OPENSEARCH_HTTPS_REQUIRED', 6)],
    theirs: 'A domain that takes HTTPS only fails without `TLSSecurityPolicy`.',
    ours: 'Nothing: the policy that takes TLS 1.0 is found where it is written.',
    why: 'Which policy a domain gets that names none is not said on the page of the property.',
    pages: ['https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html'],
  },
  {
    about: 'Buckets with a key of S3',
    labels: [labels('S3_DEFAULT_ENCRYPTION_KMS', 2)],
    theirs: '`AES256` passes.',
    ours: 'Information: the bucket is encrypted, but with a key that nobody can govern.',
    why: 'The check of AWS Config that the name stands for wants a KMS key. The label contradicts it.',
    pages: ['https://docs.aws.amazon.com/config/latest/developerguide/s3-default-encryption-kms.html'],
  },
  {
    about: 'Queues without a KMS key',
    labels: [labels('SQS_QUEUE_KMS_MASTER_KEY_ID_RULE', 3)],
    theirs: 'A queue without `KmsMasterKeyId` fails.',
    ours: 'Nothing: a queue is found that switches the encryption by SQS off and names no key.',
    why: 'SQS encrypts new queues with keys of its own.',
    pages: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    ],
  },
  {
    about: 'Stages without a cache',
    labels: [labels('API_GW_CACHE_ENABLED_AND_ENCRYPTED', 4, 5, 6, 7)],
    theirs: 'A stage fails unless its methods cache, and encrypt what they cache.',
    ours: 'Nothing: the stage has no cache cluster.',
    why: 'Without a cache cluster nothing is cached, whatever the settings of the methods say, so there is nothing to encrypt.',
    pages: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  },
  {
    about: 'Properties that AWS does not do without',
    labels: [
      labels('API_GW_METHOD_AUTHORIZATION_TYPE_RULE', 5),
      labels('CLOUD_TRAIL_ENABLED', 4),
      labels('IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD', 10),
      labels('KINESIS_STREAM_ENCRYPTION_RULE', 4),
    ],
    theirs:
      'A method without `AuthorizationType`, a trail without `IsLogging`, a login profile without `Password` and an encrypted stream without `KeyId` fail.',
    ours: 'Nothing: the author has not said anything wrong yet.',
    why: 'AWS asks for these properties, so such a template does not deploy. What the author means to write is not known.',
    pages: [
      'https://docs.aws.amazon.com/cli/latest/reference/apigateway/put-method.html',
      `${userGuide}/aws-resource-cloudtrail-trail.html`,
      `${userGuide}/aws-properties-iam-user-loginprofile.html`,
      `${userGuide}/aws-properties-kinesis-stream-streamencryption.html`,
    ],
  },
  {
    about: 'Numbers where texts belong',
    labels: [labels('API_GWV2_ACCESS_LOGS_ENABLED', 8, 9)],
    theirs: 'A stage whose log format or destination is written as a number fails.',
    ours: 'Nothing: both are given. Whether 123 is a good log format is no matter of data protection.',
    why: 'Access logs need a destination and a format, and both are there.',
    pages: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html'],
  },
  {
    about: 'Distributions with an empty block for logs',
    labels: [labels('CLOUDFRONT_ACCESSLOGS_ENABLED', 6)],
    theirs: '`Logging: {}` passes.',
    ours: 'Information: no access log.',
    why: 'The bucket that takes the logs is what switches them on; an empty block names none.',
    pages: [`${userGuide}/aws-properties-cloudfront-distribution-logging.html`],
  },
  {
    about: 'A security policy that CloudFront does not have',
    labels: [labels('CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE', 2)],
    theirs: '`TLSv1.2-03-2008` passes.',
    ours: 'An error, and a fix that writes a policy that exists.',
    why: 'There is no security policy of that name.',
    pages: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    ],
  },
  {
    about: "Distributions with CloudFront's own certificate",
    labels: [labels('CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE', 3, 4, 5)],
    theirs: 'A distribution without a certificate of its own fails, whatever version it asks for.',
    ours: 'Nothing.',
    why: 'With its own certificate CloudFront decides on the versions by itself and ignores what is written: there is nothing to mend but the domain name.',
    pages: [`${userGuide}/aws-properties-cloudfront-distribution-viewercertificate.html`],
  },
  {
    about: 'Trails that name a log group and no role',
    labels: [labels('CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED', 2)],
    theirs: 'A trail with `CloudWatchLogsLogGroupArn` passes.',
    ours: 'Information: nothing is delivered.',
    why: 'CloudTrail writes to the log group with a role. Without `CloudWatchLogsRoleArn` it cannot.',
    pages: [`${userGuide}/aws-resource-cloudtrail-trail.html`],
  },
  {
    about: 'Listeners that only send callers to HTTPS',
    labels: [labels('ELBV2_LISTENER_PROTOCOL_RULE', 4)],
    theirs: 'A listener with the protocol HTTP fails, also where it redirects every request to HTTPS.',
    ours: 'Nothing.',
    why: 'To redirect all HTTP requests to HTTPS is just what AWS advises.',
    pages: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html'],
  },
  {
    about: 'Versions of Redis that know no TLS',
    labels: [
      {
        check: 'ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT',
        file: 'elasticache_replication_group_transit_encryption_tests.yml',
        cases: [2, 3],
      },
    ],
    theirs: 'Groups of Redis 2.8.6 and 3.2.5 are skipped.',
    ours: 'A warning, as for any group that does not encrypt.',
    why: 'Such a group sends everything in the clear. That it could not do otherwise is a reason to move to a later version, not to keep silent.',
    pages: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html'],
  },
  {
    about: 'Passwords that come in through parameters',
    labels: [labels('IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD', 5, 6)],
    theirs: 'A password that refers to a parameter without `NoEcho` fails.',
    ours: 'Nothing: the template does not hold the password.',
    why: 'A gap of ours where the parameter is shown to whoever may describe the stack. AWS would have secrets come from Secrets Manager or a secure parameter.',
    pages: [`${userGuide}/dynamic-references.html`],
  },
  {
    about: 'Users without a console password',
    labels: [labels('IAM_USER_LOGIN_PROFILE_PASSWORD_RESET_RULE', 3)],
    theirs: 'A user without a login profile fails.',
    ours: 'Nothing: who has no password need not change it.',
    why: 'Without a login profile a user cannot log in to the console, and AWS would have people come another way.',
    pages: [`${userGuide}/aws-properties-iam-user-loginprofile.html`],
  },
  {
    about: 'Principals that there are not',
    labels: [labels('SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL', 5), labels('SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL', 5)],
    theirs: 'A statement for `arn:aws:iam::*` fails.',
    ours: 'Nothing about everyone: a wildcard stands for everyone only alone.',
    why: 'Within an ARN a principal can have no wildcard; the service refuses the policy.',
    pages: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  },
  {
    about: 'Statements without actions',
    labels: [labels('SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL', 4)],
    theirs: 'A statement for everyone that names no action fails.',
    ours: 'Nothing: it allows nothing.',
    why: 'A statement has to name actions. While a template is being typed, most do not yet.',
    pages: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html'],
  },
  {
    about: 'Policies where a role has none',
    labels: [
      labels('IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS', 3, 4),
      labels('IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION', 3),
      labels('IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE', 3),
    ],
    theirs: 'A role with a property `PolicyDocument` of its own fails.',
    ours: 'Nothing: what a role allows stands in `Policies`.',
    why: 'A role has no such property; CloudFormation refuses the template.',
    pages: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html'],
  },
  {
    about: 'Passing roles, in a policy or in a role',
    labels: [labels('IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE', 4)],
    theirs: 'A policy is skipped by the check for roles.',
    ours: 'A warning: one rule looks at both.',
    why: 'Whether the policy stands in the role or beside it makes no difference to what it allows.',
    pages: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  },
  {
    about: 'Suppressions of another check',
    labels: [labels('IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL', 4)],
    theirs: 'A role that suppresses `IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS` is skipped.',
    ours: 'An error: what is suppressed is something else.',
    why: 'Nobody who accepts wildcards in permissions accepts that everyone may assume the role.',
    pages: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html'],
  },
  {
    about: 'Actions that a trust policy cannot allow',
    labels: [
      {
        check: 'IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY',
        file: 'iam_role_no_full_access_on_trust_policy.yml',
        cases: [3],
      },
    ],
    theirs: 'A trust policy with `s3:*` fails.',
    ours: 'Nothing about the trust: only actions of STS assume a role.',
    why: 'The statement lets nobody assume the role.',
    pages: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html'],
  },
  {
    about: 'Functions and layers for everyone within an account or organization',
    labels: [
      {
        check: 'LAMBDA_NO_WILDCARD_PRINCIPALS',
        file: 'lambda_no_wildcard_principal_tests.yml',
        cases: [4, 5],
      },
    ],
    theirs: 'A permission for `*` fails, also with a source account or an organization.',
    ours: 'Nothing: the one or the other is a condition that outsiders do not meet.',
    why: 'The wildcard is how AWS itself grants a layer to an organization.',
    pages: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-layerversionpermission.html',
    ],
  },
  {
    about: 'Permissions with a list of actions',
    labels: [labels('LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION', 4)],
    theirs: 'A permission with a list of two actions fails.',
    ours: 'Nothing: the action is one text.',
    why: 'CloudFormation refuses a list there.',
    pages: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-permission.html'],
  },
  {
    about: 'Domain names of APIs that do not say where they lie',
    labels: [labels('API_GW_ENDPOINT_TYPE_CHECK', 4, 5)],
    theirs: 'A domain name without endpoint types fails, and one with a type that does not exist.',
    ours: 'Nothing: only `EDGE` is found.',
    why: 'What API Gateway chooses follows from the certificate that is named, and is not documented. It refuses a type that it does not know.',
    pages: [`${userGuide}/aws-properties-apigateway-domainname-endpointconfiguration.html`],
  },
  {
    about: 'Routes to a gateway that is not told',
    labels: [labels('NO_UNRESTRICTED_ROUTE_TO_IGW', 4, 5)],
    theirs: 'A route for everything fails whatever its gateway is: here a reference that leads nowhere.',
    ours: 'Nothing: the gateway has to be an internet gateway, of the template or by its id.',
    why: 'The same property takes virtual private gateways and carrier gateways, which the check of AWS Config is not about.',
    pages: ['https://docs.aws.amazon.com/config/latest/developerguide/no-unrestricted-route-to-igw.html'],
  },
  {
    about: 'All protocols to a private network',
    labels: [labels('SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE', 7)],
    theirs: 'A rule that lets all protocols out to 172.0.0.1/28 fails.',
    ours: 'Nothing: only the whole internet as a destination is found.',
    why: 'What leaves by it goes to sixteen addresses that somebody has chosen.',
    pages: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  },
  {
    about: 'RabbitMQ brokers without a key',
    labels: [labels('AMAZON_MQ_BROKER_ENCRYPTION_OPTIONS_RULE', 3)],
    theirs: 'A broker without `EncryptionOptions` fails, whatever its engine.',
    ours: 'Nothing: only brokers with ActiveMQ are asked for a key.',
    why: 'The options do not apply to RabbitMQ.',
    pages: [`${userGuide}/aws-properties-amazonmq-broker-encryptionoptions.html`],
  },
  {
    about: 'Scheduled copies of snapshots in another Region',
    labels: [labels('DLM_LIFECYCLE_POLICY_CROSS_REGION_ENCRYPTION_RULE', 2, 3, 4)],
    theirs: 'Only copies of shared snapshots count, which an event makes.',
    ours: 'Copies that a schedule makes, and that say `false`, are found as well.',
    why: 'They hold the same data, and the setting means the same.',
    pages: ['https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html'],
  },
  {
    about: 'Blocks about keys that are still empty',
    labels: [labels('EKS_CLUSTER_ENCRYPTION_RULE', 4, 5), labels('KENDRA_INDEX_ENCRYPTION_KMS_KEY_ID_RULE', 4)],
    theirs: 'A cluster or an index whose block about encryption, or whose key provider, has no value fails.',
    ours: 'Nothing yet: one without the block is found, and one with a block that names no key.',
    why: 'Properties without a value are what a template looks like while it is being typed; what will stand there nobody knows.',
    pages: [
      `${userGuide}/aws-properties-eks-cluster-encryptionconfig.html`,
      `${userGuide}/aws-properties-kendra-index-serversideencryptionconfiguration.html`,
    ],
  },
  {
    about: 'File systems of FSx that leave their backups to the default',
    labels: [labels('FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN', 7, 9, 11)],
    theirs: 'A file system for ONTAP, OpenZFS or Windows without `AutomaticBackupRetentionDays` fails.',
    ours: 'Nothing: only zero days are found, and Lustre without the property.',
    why: 'These file systems keep automatic backups for 30 days unless told otherwise; only those of Lustre are made without.',
    pages: [
      `${userGuide}/aws-properties-fsx-filesystem-windowsconfiguration.html`,
      `${userGuide}/aws-properties-fsx-filesystem-lustreconfiguration.html`,
    ],
  },
  {
    about: 'Firehose streams that read from another stream',
    labels: [labels('KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE', 4, 5)],
    theirs: 'A stream with a source fails where it does not name its type, or says that it is put into.',
    ours: 'Nothing: a stream with a source is not put into.',
    why: 'Firehose stores what is put into it, and reads the rest from where it is stored and encrypted. A stream cannot be of both sorts.',
    pages: [`${userGuide}/aws-resource-kinesisfirehose-deliverystream.html`],
  },
  {
    about: 'Buckets that are not replicated',
    labels: [labels('S3_BUCKET_REPLICATION_ENABLED', 3)],
    theirs: 'A bucket without replication fails.',
    ours: 'Nothing: a rule for replication that is switched off is found.',
    why: 'A second copy of all objects is for data that needs one. Told of every bucket, it would tell nothing.',
    pages: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  },
  {
    about: 'Passwords from parameters that show them',
    labels: [
      labels('RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('DMS_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('MICROSOFT_AD_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD', 5, 6),
      labels('KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD', 5, 6),
    ],
    theirs: 'A password from a parameter without `NoEcho` and without a default fails.',
    ours: 'Nothing: a default of such a parameter is found, and so is a password in its place.',
    why: 'The document holds no secret. That the parameter shows what is passed to it is another matter, of the parameter and not of each of its uses.',
    pages: [`${userGuide}/parameters-section-structure.html`],
  },
  {
    about: 'Passwords that are not there',
    labels: [
      labels('AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD', 10, 11),
      labels('MICROSOFT_AD_NO_PLAINTEXT_PASSWORD', 9),
      labels('KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD', 10),
      labels('KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD', 10),
    ],
    theirs: 'A broker, a directory or a stream without a password fails.',
    ours: 'Nothing: there is no secret to read.',
    why: 'Firehose takes its credentials from Secrets Manager as well. The others are refused without a password, so none of them exists.',
    pages: [
      `${userGuide}/aws-resource-kinesisfirehose-deliverystream.html`,
      `${userGuide}/aws-resource-directoryservice-microsoftad.html`,
    ],
  },
  {
    about: 'Domain names that do not say which TLS they take',
    labels: [labels('API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC', 4)],
    theirs: 'A domain name without `SecurityPolicy` fails.',
    ours: 'Nothing: `TLS_1_0` is found.',
    why: 'Which policy holds then the page of the property does not say, and nobody can tell from a template.',
    pages: [`${userGuide}/aws-resource-apigateway-domainname.html`],
  },
  {
    about: 'Values that no service takes',
    labels: [
      labels('CW_LOGGROUP_RETENTION_PERIOD_CHECK', 3),
      labels('ELBV2_ACCESS_LOGGING_RULE', 3, 4, 5),
      labels('ELASTICSEARCH_APPLICATION_LOGGING_ENABLED', 10, 11),
      labels('ELASTICSEARCH_AUDIT_LOGGING_ENABLED', 10, 11),
      labels('OPENSEARCH_APPLICATION_LOGGING_ENABLED', 10, 11),
      labels('OPENSEARCH_AUDIT_LOGGING_ENABLED', 10, 11),
    ],
    theirs:
      'A log group that keeps logs for 8675309 days, a load balancer of the type `ElbResource` without access logs, and a log that goes to a number or a list fail.',
    ours: 'Nothing: a time is set, the type is none that has such logs, and something is written for the log group.',
    why: 'CloudFormation refuses each of them. Which values a property takes is for a linter to say.',
    pages: [
      `${userGuide}/aws-resource-logs-loggroup.html`,
      `${userGuide}/aws-resource-elasticloadbalancingv2-loadbalancer.html`,
    ],
  },
  {
    about: 'URLs with a name and no password',
    labels: [labels('CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK', 3, 5)],
    theirs: '`https://access-token@github.com/...` fails.',
    ours: 'Nothing: a URL is found that has a password beside the name.',
    why: 'A name before the host is mostly just that: Git asks for the password. Whether it is a token the text does not tell.',
    pages: ['https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html'],
  },
  {
    about: 'Classic Load Balancers that name no policy for TLS',
    labels: [labels('ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK', 6, 7, 8, 9, 10, 11)],
    theirs: 'An HTTPS listener that names no policy fails, whatever policies the load balancer has.',
    ours: 'Nothing: policies that a listener names are judged.',
    why: 'What the listener then gets is the policy of 2016; a fix would have to write a policy and its use in one go.',
    pages: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html'],
  },
  {
    about: 'Listeners that speak HTTP, asked for their TLS',
    labels: [labels('ELBV2_LISTENER_SSL_POLICY_RULE', 3, 4)],
    theirs: 'A listener that redirects from HTTP to HTTPS fails for having no policy for TLS, or an old one.',
    ours: 'Nothing: it speaks no TLS.',
    why: 'A policy belongs to HTTPS and TLS listeners; this one sends callers to them, which is what AWS asks for.',
    pages: [`${userGuide}/aws-resource-elasticloadbalancingv2-listener.html`],
  },
  {
    about: 'Distributions that say how to serve a certificate, and not which',
    labels: [labels('CLOUDFRONT_SNI_ENABLED', 6)],
    theirs: 'A distribution with `SslSupportMethod: sni-only` and no certificate passes.',
    ours: 'Information: it has the name and the certificate of CloudFront.',
    why: 'The method counts with a certificate of your own only, and the check of AWS wants both.',
    pages: [`${userGuide}/aws-properties-cloudfront-distribution-viewercertificate.html`],
  },
];
