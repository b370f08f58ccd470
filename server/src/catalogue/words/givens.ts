import type { Given } from '../../model/kind';

const smsPage = 'https://docs.aws.amazon.com/sms-voice/latest/userguide/data-protection.html';
const smsEvents = 'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-destinations.html';
const iamPage = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html';
const identityCenterPage =
  'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_EncryptionConfiguration.html';
const twinMakerPage = 'https://docs.aws.amazon.com/iot-twinmaker/latest/guide/data-protection.html';
const apiGatewayPage = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html';
const apiLoggingPage = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html';
const cognitoPage = 'https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html';
const databaseTlsPage = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html';
const channelPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudtrail-channel-destination.html';
const dashboardPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-dashboard.html';

const smsAtRest: Given = {
  question: 'at-rest',
  isRight: true,
  text: 'always, with keys that AWS owns and rotates; a key of your own cannot be used',
  source: smsPage,
};
const sms: readonly Given[] = [
  smsAtRest,
  {
    question: 'in-transit',
    isRight: true,
    text: 'always: requests need TLS 1.2 and have to be signed',
    source: smsPage,
  },
];
const sending: readonly Given[] = [
  smsAtRest,
  {
    question: 'in-transit',
    isRight: true,
    text: 'by TLS 1.2, as far as the boundary of AWS',
    source: smsPage,
  },
  {
    question: 'logging',
    text: 'the event destinations of the configuration set that a message is sent with decide',
    source: smsEvents,
  },
];

const iam: readonly Given[] = [
  {
    question: 'at-rest',
    isRight: true,
    text: 'always, by AES 256; there is no key to choose or to manage',
    source: iamPage,
  },
  { question: 'in-transit', isRight: true, text: 'always: requests need TLS', source: iamPage },
];

const identityCenter: readonly Given[] = [
  {
    question: 'at-rest',
    isRight: true,
    text: 'always, with a key that AWS owns or one of your own, as the instance has it',
    source: identityCenterPage,
  },
];

const twinMaker: readonly Given[] = [
  {
    question: 'at-rest',
    text: 'the S3 bucket of the workspace decides; one that TwinMaker makes is encrypted by default',
    source: twinMakerPage,
  },
  {
    question: 'in-transit',
    isRight: true,
    text: 'always: TwinMaker takes data over HTTPS only',
    source: twinMakerPage,
  },
];

const httpsOnly: Given = {
  question: 'in-transit',
  isRight: true,
  text: 'always: API Gateway has HTTPS endpoints only',
  source: apiGatewayPage,
};
const api: readonly Given[] = [
  httpsOnly,
  { question: 'logging', text: 'the stages of the API decide', source: apiLoggingPage },
];

const database: readonly Given[] = [
  {
    question: 'in-transit',
    text: 'the parameter group decides whether clients have to use TLS',
    source: databaseTlsPage,
  },
];

const dataEvents: Given = {
  question: 'logging',
  text: 'a trail or an event data store that asks for its data events decides; none does by itself',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
};

/** What AWS answers for all resources of a kind, by its id. What a document says on the same question comes first. */
export const givens: Readonly<Record<string, readonly Given[]>> = {
  'sms-configuration-set': sms,
  'sms-phone-number': sending,
  'sms-pool': sending,
  'sms-sender-id': sending,
  'sms-opt-out-list': sms,
  'sms-protect-configuration': sms,
  'sms-resource-policy': sms,
  'sms-registration': sms,
  'sms-verified-number': sms,
  'pinpoint-sms-channel': [smsAtRest],
  'pinpoint-voice-channel': [smsAtRest],

  'iam-user': iam,
  'iam-access-key': iam,
  'iam-login-profile': iam,
  'iam-server-certificate': iam,
  'iam-password-policy': iam,
  'iam-role': iam,
  'iam-group': iam,
  'iam-group-membership': iam,
  'iam-role-policy': iam,
  'iam-role-policy-attachment': iam,
  'iam-user-group-membership': iam,
  'iam-user-policy-attachment': iam,
  'iam-user-policy': iam,
  'iam-shared-policy': iam,
  'iam-managed-policy': iam,
  'iam-group-policy': iam,
  'iam-group-policy-attachment': iam,
  'iam-instance-profile': iam,
  'iam-oidc-provider': iam,
  'iam-saml-provider': iam,
  'iam-service-linked-role': iam,
  'iam-mfa-device': iam,
  'iam-user-credential': iam,

  'sso-permission-set': identityCenter,
  'sso-application': identityCenter,
  'sso-assignment': identityCenter,
  'sso-instance': identityCenter,

  'iottwinmaker-workspace': twinMaker,
  'iottwinmaker-model': twinMaker,
  'iottwinmaker-scene': twinMaker,
  'iottwinmaker-sync-job': twinMaker.slice(1),

  'cloudtrail-channel': [
    { question: 'at-rest', text: 'the event data stores that it delivers to decide', source: channelPage },
    dataEvents,
  ],
  'cloudtrail-dashboard': [
    { question: 'at-rest', text: 'the event data stores that it asks decide', source: dashboardPage },
  ],

  'api-gateway-rest-api': api,
  'api-gateway-v2-api': api,
  'api-gateway-stage': [httpsOnly],
  'api-gateway-v2-stage': [httpsOnly],
  'api-gateway-method': [httpsOnly],
  'api-gateway-v2-route': [httpsOnly],
  'api-gateway-domain-name': [httpsOnly],

  'cognito-user-pool': [
    {
      question: 'at-rest',
      isRight: true,
      text: 'always, with a key that AWS owns unless the pool names one of yours',
      source: cognitoPage,
    },
  ],
  'cognito-identity-pool': [
    { question: 'at-rest', isRight: true, text: 'always, with a key that AWS owns, for good', source: cognitoPage },
  ],
  'codebuild-project': [
    {
      question: 'in-transit',
      isRight: true,
      text: 'always: CodeBuild speaks TLS and signs its requests',
      source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
    },
  ],
  'dynamodb-table': [
    {
      question: 'in-transit',
      isRight: true,
      text: 'always: to and from clients, and between services in the Region',
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/data-protection.html',
    },
    dataEvents,
  ],
  'docdb-cluster': [
    {
      question: 'in-transit',
      text: 'the parameter group decides; clients of a new cluster have to use TLS until it says otherwise',
      source: 'https://docs.aws.amazon.com/documentdb/latest/devguide/security.encryption.ssl.html',
    },
  ],
  'ecs-task-definition': [
    {
      question: 'at-rest',
      text: 'the ephemeral storage of Fargate is encrypted since 2020-05-28, anything else is not told here',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
    },
  ],
  'lambda-function': [
    {
      question: 'at-rest',
      isRight: true,
      text: 'always, with an AWS managed key unless it names one of yours',
      source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/lambda.html',
    },
    dataEvents,
  ],
  'opensearch-domain': [
    {
      question: 'backup',
      isRight: true,
      text: 'always, by automated snapshots: hourly from Elasticsearch 5.3 on, daily before that',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticsearch-domain-snapshotoptions.html',
    },
  ],
  'rds-cluster': database,
  'rds-instance': database,
  'redshift-cluster': [
    {
      question: 'in-transit',
      text: 'the parameter group decides whether clients have to use TLS',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/redshift-require-tls-ssl.html',
    },
  ],
  'secrets-manager-secret': [
    {
      question: 'in-transit',
      isRight: true,
      text: 'always, by TLS 1.2 or 1.3',
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/data-protection.html',
    },
  ],
  'sns-topic': [dataEvents],
  'sqs-queue': [dataEvents],
};
