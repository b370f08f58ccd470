import type { Words } from '../../model/rule';

const loggingPage = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html';
const sameAsLogging = {
  trivy: ['AWS-0001'],
  cdkNag: ['AwsSolutions-APIG1', 'Serverless-APIGWAccessLogging'],
};

export const words: Readonly<Record<string, Words>> = {
  'api-gateway-access-logs': {
    title: 'The stage {name} keeps no record of who called the API.',
    why: 'After an incident nobody can tell which calls were made, from where and with what result.',
    advice:
      'Name a log group or a delivery stream and the fields to log, without any that hold credentials or personal data.',
    sources: [
      loggingPage,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-stage.html',
    ],
    sameAs: { checkov: ['CKV_AWS_76'], ...sameAsLogging, guard: ['API_GW_STAGE_ACCESS_LOGGING_RULE'], cfnNag: ['W69'] },
  },
  'api-gateway-v2-access-logs': {
    title: 'The stage {name} keeps no record of who called the API.',
    why: 'After an incident nobody can tell which calls were made, from where and with what result.',
    advice: 'Name a log group and the fields to log, without any that hold credentials or personal data.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_76', 'CKV_AWS_95'],
      ...sameAsLogging,
      guard: ['API_GWV2_ACCESS_LOGS_ENABLED'],
      cfnNag: ['W46'],
    },
  },
  'api-gateway-cache-encryption': {
    title: 'The stage {name} caches responses unencrypted.',
    why: 'The cache keeps what the API answered, personal data and all, on the disks of its nodes.',
    advice: 'Encrypt the cache wherever it is switched on.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-stage.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_308'],
      trivy: ['AWS-0002', 'AWS-0110'],
      cdkNag: [
        'HIPAA.Security-APIGWCacheEnabledAndEncrypted',
        'NIST.800.53.R4-APIGWCacheEnabledAndEncrypted',
        'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
        'PCI.DSS.321-APIGWCacheEnabledAndEncrypted',
      ],
      guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
      cfnNag: ['W87'],
    },
  },
  'api-gateway-authorization': {
    title: 'The method {name} does not ask who calls it.',
    why: 'API Gateway passes each call on without asking who makes it: what lies behind has to protect itself. An API key meters callers; it is shared, and proves nothing about who sends it.',
    advice:
      'Require signatures of IAM, tokens of a user pool or an authorizer of your own; or make the API private. A method that is meant for everybody is best said so in a suppression.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-method.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_59', 'CKV2_AWS_70'],
      trivy: ['AWS-0004'],
      cdkNag: ['AwsSolutions-APIG4', 'AwsSolutions-COG4'],
      guard: ['API_GW_METHOD_AUTHORIZATION_TYPE_RULE'],
      cfnNag: ['W59'],
    },
  },
};
