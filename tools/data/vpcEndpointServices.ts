/**
 * What no package knows about VPC endpoint services, reviewed by hand. The page that lists which endpoint names belong
 * to which AWS service is https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html; a
 * page of the service itself is given where it says more. The generator fails when a prefix named here is not an IAM
 * prefix.
 */

/** Endpoint services that AWS documents and the generated list lacks. */
export const ADDED_INTERFACE_SERVICES: readonly string[] = [
  // https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html
  'iot.api',
  // https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html
  'kinesisanalytics',
  // https://docs.aws.amazon.com/sms-voice/latest/userguide/data-protection.html
  'sms-voice',
];

/**
 * IAM prefixes of endpoint services that are named otherwise. An empty list: calls through the endpoint are not IAM
 * actions.
 */
export const IAM_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'analytics-omics': ['omics'],
  appconfigdata: ['appconfig'],
  'appmesh-envoy-management': ['appmesh'],
  'appsync-api': ['appsync'],
  'aps-workspaces': ['aps'],
  'apprunner.requests': [],
  'arsenal-discovery': ['arsenal'],
  'bedrock-agent': ['bedrock'],
  'bedrock-agent-runtime': ['bedrock'],
  'bedrock-data-automation': ['bedrock'],
  'bedrock-data-automation-runtime': ['bedrock'],
  'bedrock-runtime': ['bedrock'],
  cloudcontrolapi: ['cloudformation'],
  cloudhsmv2: ['cloudhsm'],
  'control-storage-omics': ['omics'],
  'data-servicediscovery': ['servicediscovery'],
  'deviceadvisor.iot': ['iotdeviceadvisor'],
  'dicom-medical-imaging': ['medical-imaging'],
  'dynamodb-streams': ['dynamodb'],
  'ecs-agent': ['ecs'],
  'ecs-telemetry': ['ecs'],
  'elasticbeanstalk-health': ['elasticbeanstalk'],
  email: ['ses'],
  // SMTP users are IAM users: https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html
  'email-smtp': ['ses'],
  'evidently-dataplane': ['evidently'],
  forecastquery: ['forecast'],
  'git-codecommit': ['codecommit'],
  'grafana-workspace': [],
  'guardduty-data': ['guardduty'],
  'iot.fleethub.api': ['iotfleethub'],
  'kinesis-firehose': ['firehose'],
  'kinesis-streams': ['kinesis'],
  'mail-manager': ['ses'],
  'memory-db': ['memorydb'],
  'models-v2-lex': ['lex'],
  monitoring: ['cloudwatch'],
  'neptune-graph-data': ['neptune-graph'],
  networkflowmonitorreports: ['networkflowmonitor'],
  'personalize-events': ['personalize'],
  'personalize-runtime': ['personalize'],
  // https://docs.aws.amazon.com/pinpoint/latest/developerguide/security-vpc-endpoints.html
  pinpoint: ['mobiletargeting'],
  'pinpoint-sms-voice-v2': ['sms-voice'],
  'pipes-data': ['pipes'],
  'quicksight-website': ['quicksight'],
  'rum-dataplane': ['rum'],
  'runtime-medical-imaging': ['medical-imaging'],
  'runtime-v2-lex': ['lex'],
  's3-global.accesspoint': ['s3'],
  'service.user-subscriptions': ['user-subscriptions'],
  'servicecatalog-appregistry': ['servicecatalog'],
  'storage-omics': ['omics'],
  'streaming-rekognition': ['rekognition'],
  'sync-states': ['states'],
  'tags-omics': ['omics'],
  tagging: ['tag'],
  transcribestreaming: ['transcribe'],
  // SFTP, FTPS and AS2 traffic to a server, not calls of the Transfer API.
  'transfer.server': [],
  'workflows-omics': ['omics'],
};

/**
 * Services whose own page shows or describes a policy on the endpoint. Of all others it is unknown: AWS gives the whole
 * answer through the DescribeVpcEndpointServices call only.
 */
export const POLICY_SUPPORT: Readonly<Record<string, string>> = {
  elasticbeanstalk: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/vpc-vpce.policy.html',
  s3: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  'sms-voice': 'https://docs.aws.amazon.com/sms-voice/latest/userguide/data-protection.html',
};
