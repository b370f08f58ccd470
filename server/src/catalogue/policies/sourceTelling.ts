import type { Policy } from '../../model/policy';
import { type Written, WrittenAccount, WrittenText } from '../../model/written';

/**
 * How a service of AWS tells for whom it does something, so that a policy can ask: by the account, by the ARN of the
 * resource alone, by an external id that is the account, or by what it uses a key for.
 */
export type Telling = 'account' | 'arn' | 'externalId' | 'encryptionContext';

/*
 * Services by the first part of their principals. A service stands here where a page of AWS shows the condition; for
 * another, one would lock it out. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */

/** Those that tell for whom they assume a role. Some never do (EC2, Lambda), so that a condition would lock them out. */
const assumingRoles: Readonly<Record<string, Telling>> = {
  // https://docs.aws.amazon.com/mwaa/latest/userguide/cross-service-confused-deputy-prevention.html
  airflow: 'account',
  'airflow-env': 'account',
  // https://docs.aws.amazon.com/amplify/latest/userguide/cross-service-confused-deputy-prevention.html
  amplify: 'account',
  amplifybackend: 'account',
  // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-automatic-scaling.html
  'application-autoscaling': 'account',
  // https://docs.aws.amazon.com/appstream2/latest/developerguide/example-fleet-machine.html
  appstream: 'account',
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html
  autoscaling: 'account',
  // https://docs.aws.amazon.com/batch/latest/userguide/cross-service-confused-deputy-prevention.html
  batch: 'account',
  // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
  bedrock: 'account',
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html
  codedeploy: 'account',
  // https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html
  comprehend: 'account',
  // https://docs.aws.amazon.com/datasync/latest/userguide/cross-service-confused-deputy-prevention.html
  datasync: 'account',
  // https://docs.aws.amazon.com/dms/latest/userguide/cross-service-confused-deputy-prevention.html
  dms: 'account',
  // https://docs.aws.amazon.com/directoryservice/latest/admin-guide/cross-service-confused-deputy-prevention.html
  ds: 'account',
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
  'ecs-tasks': 'account',
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-service-confused-deputy-prevention.html
  es: 'account',
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateFirehoseStream.html
  firehose: 'externalId',
  // https://docs.aws.amazon.com/resilience-hub/latest/userguide/next-gen-resilience-testing-iam-single-account.html
  fis: 'account',
  // https://docs.aws.amazon.com/frauddetector/latest/ug/confused-deputy-prevention.html
  frauddetector: 'account',
  // https://docs.aws.amazon.com/greengrass/v1/developerguide/cross-service-confused-deputy-prevention.html
  greengrass: 'account',
  // https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html
  iot: 'account',
  // https://docs.aws.amazon.com/iotevents/latest/developerguide/cross-service-confused-deputy-prevention.html
  iotevents: 'account',
  // https://docs.aws.amazon.com/iot-sitewise/latest/userguide/cross-service-confused-deputy-prevention.html
  iotsitewise: 'account',
  // https://docs.aws.amazon.com/msk/latest/developerguide/cross-service-confused-deputy-prevention.html
  kafkaconnect: 'account',
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
  logs: 'arn',
  // https://docs.aws.amazon.com/mediaconvert/latest/ug/cross-service-confused-deputy-prevention.html
  mediaconvert: 'account',
  // https://docs.aws.amazon.com/mediatailor/latest/ug/cross-service-confused-deputy-prevention.html
  mediatailor: 'account',
  // https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html
  personalize: 'account',
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/pipes_pipe
  pipes: 'account',
  // https://docs.aws.amazon.com/proton/latest/userguide/cross-service-confused-deputy-prevention.html
  proton: 'account',
  // https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/kendra-retriever-iam-role.html
  qbusiness: 'account',
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html
  rds: 'account',
  // https://docs.aws.amazon.com/redshift/latest/mgmt/cross-service-confused-deputy-prevention.html
  redshift: 'account',
  // https://docs.aws.amazon.com/rekognition/latest/dg/cross-service-confused-deputy-prevention.html
  rekognition: 'account',
  // https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
  sagemaker: 'account',
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
  scheduler: 'account',
  // https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-kinesis-creating-role.html
  'sms-voice': 'account',
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html
  ssm: 'account',
  // https://docs.aws.amazon.com/incident-manager/latest/userguide/cross-service-confused-deputy-prevention.html
  'ssm-incidents': 'arn',
  // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
  states: 'account',
  // https://docs.aws.amazon.com/textract/latest/dg/cross-service-confused-deputy-prevention.html
  textract: 'account',
  // https://docs.aws.amazon.com/transcribe/latest/dg/security-iam-confused-deputy.html
  transcribe: 'account',
  // https://docs.aws.amazon.com/transfer/latest/userguide/confused-deputy.html
  transfer: 'account',
  // https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html
  voiceid: 'account',
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
  'vpc-flow-logs': 'account',
};

/** Those that tell for whom they use a resource of another service, by that service: what they tell depends on it. */
const usingResources: Readonly<Record<string, Readonly<Record<string, Telling>>>> = {
  ecr: {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/cross-service-confused-deputy-prevention.html
    codebuild: 'account',
  },
  'execute-api': {
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    events: 'account',
  },
  kms: {
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    cloudtrail: 'account',
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
    config: 'account',
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    guardduty: 'account',
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    logs: 'encryptionContext',
    // https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html
    macie: 'account',
    // https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html
    profile: 'account',
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html
    ssm: 'account',
  },
  logs: {
    // https://docs.aws.amazon.com/directoryservice/latest/admin-guide/cross-service-confused-deputy-prevention.html
    ds: 'account',
  },
  s3: {
    // https://docs.aws.amazon.com/appstream2/latest/developerguide/example-elastic-fleets.html
    appstream: 'account',
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    cloudfront: 'arn',
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    cloudtrail: 'account',
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
    config: 'account',
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
    'delivery.logs': 'account',
    // https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    guardduty: 'account',
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    'logging.s3': 'account',
    // https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html
    profile: 'account',
    // https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html
    ses: 'account',
  },
  sns: {
    // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
    budgets: 'account',
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
    cloudtrail: 'account',
    // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
    cloudwatch: 'account',
    ses: 'account',
    // https://docs.aws.amazon.com/config/latest/developerguide/sns-topic-policy.html
    config: 'account',
    // https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html
    connect: 'account',
    // https://docs.aws.amazon.com/directoryservice/latest/admin-guide/cross-service-confused-deputy-prevention.html
    ds: 'account',
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
    'events.rds': 'account',
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    s3: 'account',
  },
  sqs: {
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    events: 'account',
    // https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html
    profile: 'account',
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    s3: 'account',
    // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
    sns: 'arn',
  },
};

/** Those that are known to tell nothing, when they assume roles or use resources of a service. */
const silent: Readonly<Record<string, readonly string[]>> = {
  sts: ['ec2', 'lambda'],
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  sns: ['events'],
  kms: ['events'],
};

/** A principal that is a service: its name, for a Region perhaps, and the suffix of the partition. */
const principal = /^([a-z][\w.-]*?)(?:\.(?:[a-z]{2}(?:-[a-z]+)+-\d|\*))?\.(?:amazonaws\.com(?:\.cn)?|\*)$/;

/** What the principal of a service begins with; a hole for its Region or for the suffix is written `*`. */
export function serviceOfPrincipal(text: string): string | undefined {
  return principal.exec(text)?.[1];
}

/** How a service tells for whom it does what a policy is about; `undefined` where it does not, or no page says so. */
export function tellingOf({ use, service = '' }: Pick<Policy, 'use' | 'service'>, name: string): Telling | undefined {
  const table = use === 'trust' ? assumingRoles : Object.hasOwn(usingResources, service) ? usingResources[service] : {};
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The services that are known to tell for whom they assume a role, by the first part of their principals. */
export const knownAssumers: readonly string[] = Object.keys(assumingRoles);

/** Whether a service is known never to tell for whom it does what a policy is about. */
export function neverTells({ use, service = '' }: Pick<Policy, 'use' | 'service'>, name: string): boolean {
  const of = use === 'trust' ? 'sts' : service;
  return Object.hasOwn(silent, of) && (silent[of]?.includes(name) ?? false);
}

/** A service, by what its principal begins with, and how it tells for whom it acts. */
export interface Teller {
  readonly service: string;
  readonly telling: Telling;
}

/** The condition that services act for something of this account; `undefined` where they do not tell it in one way. */
export function actingForThisAccount(tellers: readonly Teller[]): Written | undefined {
  const [first, ...others] = tellers;
  if (!first || !others.every((other) => tellsAlike(other, first))) return undefined;
  const { service, telling } = first;
  const arn = new WrittenText([`arn:*:${service}:*:`, new WrittenAccount(), ':*']);
  switch (telling) {
    case 'account':
      return { StringEquals: { 'aws:SourceAccount': new WrittenAccount() } };
    case 'arn':
      return { ArnLike: { 'aws:SourceArn': arn } };
    case 'externalId':
      return { StringEquals: { 'sts:ExternalId': new WrittenAccount() } };
    case 'encryptionContext':
      return { ArnLike: { [`kms:EncryptionContext:aws:${service}:arn`]: arn } };
  }
}

/** Accounts are told by number, whichever service does it; ARNs begin with their service. */
function tellsAlike(one: Teller, other: Teller): boolean {
  return one.telling === other.telling && (one.telling === 'account' || one.service === other.service);
}
