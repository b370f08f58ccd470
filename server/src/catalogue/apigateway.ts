import type { Objection } from '../model/finding';
import type { Attribute, Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { and, not, or, type Truth } from '../model/truth';
import { asBoolean, cases, fieldOf } from '../model/value';
import type { View, World } from '../model/view';
import { WrittenInput } from '../model/written';
import { type Block, blocksOf, likelihoodIn, textIn } from './blocks';
import {
  attributeRule,
  exampleOf,
  fixedWith,
  identifiedByArn,
  inSatellite,
  isOn,
  present,
  resourceRule,
  setAttribute,
  usualIdentifiers,
  valueRule,
} from './define';

const loggingPage = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html';

/** A row of the settings for access logs, which the two generations of API Gateway call alike but for an ending. */
function inAccessLogs(block: string, property: string, argument: string): Omit<Attribute, 'type'> {
  return { cloudformation: `${block}.${property}`, terraform: `access_log_settings.${argument}` };
}

/** A row of the settings for the methods of a stage, which Terraform keeps in resources of their own. */
function inMethodSettings(property: string, argument: string): Omit<Attribute, 'type'> {
  return {
    cloudformation: `MethodSettings[*]${property}`,
    terraform: inSatellite('aws_api_gateway_method_settings', argument, 'stage_name'),
  };
}

const restApi: Kind = {
  id: 'api-gateway-rest-api',
  title: 'API Gateway REST API',
  cloudformation: ['AWS::ApiGateway::RestApi'],
  terraform: ['aws_api_gateway_rest_api'],
  // CloudFormation gives no ARN of an API; nothing here refers to one by it.
  identifiers: { ...usualIdentifiers, cloudformation: { id: '', arn: '' } },
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    endpointType: {
      cloudformation: 'EndpointConfiguration.Types[*]',
      terraform: 'endpoint_configuration.types[*]',
      type: 'text',
    },
    policy: {
      cloudformation: 'Policy',
      terraform: [inSatellite('aws_api_gateway_rest_api_policy', 'policy', 'rest_api_id'), 'policy'],
      type: 'policy',
    },
  },
};

export const stage: Kind = {
  id: 'api-gateway-stage',
  title: 'API Gateway stage',
  cloudformation: ['AWS::ApiGateway::Stage'],
  serverless: ['AWS::Serverless::Api'],
  terraform: ['aws_api_gateway_stage'],
  // What belongs to a stage names it, and its API beside it.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'stage_name', arn: 'arn' } },
  attributes: {
    name: { cloudformation: 'StageName', terraform: 'stage_name', type: 'text' },
    logDestination: {
      ...inAccessLogs('AccessLogSetting', 'DestinationArn', 'destination_arn'),
      type: 'text',
      about: 'logging',
      defaults: [{ is: 'none', source: loggingPage }],
    },
    logFormat: { ...inAccessLogs('AccessLogSetting', 'Format', 'format'), type: 'text' },
    cacheCluster: { cloudformation: 'CacheClusterEnabled', terraform: 'cache_cluster_enabled', type: 'boolean' },
    methodSettings: { ...inMethodSettings('', 'settings[*]'), type: 'block' },
    settingsPath: { ...inMethodSettings('.ResourcePath', 'method_path'), type: 'text' },
    settingsMethod: { cloudformation: 'MethodSettings[*].HttpMethod', type: 'text' },
    caching: { ...inMethodSettings('.CachingEnabled', 'settings.caching_enabled'), type: 'boolean' },
    cacheEncrypted: { ...inMethodSettings('.CacheDataEncrypted', 'settings.cache_data_encrypted'), type: 'boolean' },
    dataTrace: {
      ...inMethodSettings('.DataTraceEnabled', 'settings.data_trace_enabled'),
      type: 'boolean',
      defaults: [{ is: { value: false }, source: loggingPage }],
    },
    loggingLevel: { ...inMethodSettings('.LoggingLevel', 'settings.logging_level'), type: 'text', about: 'logging' },
    clientCertificate: { cloudformation: 'ClientCertificateId', terraform: 'client_certificate_id', type: 'text' },
  },
};

export const stageV2: Kind = {
  id: 'api-gateway-v2-stage',
  title: 'API Gateway stage of an HTTP or WebSocket API',
  cloudformation: ['AWS::ApiGatewayV2::Stage'],
  serverless: ['AWS::Serverless::HttpApi'],
  terraform: ['aws_apigatewayv2_stage'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'StageName', terraform: 'name', type: 'text' },
    api: { cloudformation: 'ApiId', terraform: 'api_id', type: 'text' },
    clientCertificate: { cloudformation: 'ClientCertificateId', terraform: 'client_certificate_id', type: 'text' },
    logDestination: {
      ...inAccessLogs('AccessLogSettings', 'DestinationArn', 'destination_arn'),
      type: 'text',
      about: 'logging',
      defaults: [
        { is: 'none', source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html' },
      ],
    },
    logFormat: { ...inAccessLogs('AccessLogSettings', 'Format', 'format'), type: 'text' },
  },
};

export const method: Kind = {
  id: 'api-gateway-method',
  title: 'API Gateway method',
  cloudformation: ['AWS::ApiGateway::Method'],
  terraform: ['aws_api_gateway_method'],
  // An integration names the verb of its method, by reference. Neither format gives an ARN of a method.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'http_method', arn: 'id' } },
  attributes: {
    api: { cloudformation: 'RestApiId', terraform: 'rest_api_id', type: 'text' },
    httpMethod: { cloudformation: 'HttpMethod', terraform: 'http_method', type: 'text' },
    authorization: { cloudformation: 'AuthorizationType', terraform: 'authorization', type: 'text', about: 'public' },
    integrationType: {
      cloudformation: 'Integration.Type',
      terraform: inSatellite('aws_api_gateway_integration', 'type', 'http_method'),
      type: 'text',
    },
  },
};

/** A stage logs once it knows where to and what; a fix proposes the fields that tell who asked for what. */
function accessLogs(id: string, kind: Kind, destination: WrittenInput, target: string): AttributeRule {
  const fields = ['requestId', 'identity.sourceIp', 'requestTime', 'httpMethod', target, 'status', 'responseLength'];
  return attributeRule({
    id,
    recommendation: 'log-activity',
    severity: 'information',
    kind,
    requires: {
      logDestination: fixedWith(present, destination),
      logFormat: fixedWith(
        present,
        JSON.stringify(Object.fromEntries(fields.map((field) => [field, `$context.${field}`]))),
      ),
    },
    safety: 'input',
    caution: 'storing logs costs; the account needs a role that lets API Gateway log',
    example: exampleOf(kind, 'Stage', { name: 'live' }),
  });
}

const stageAccessLogs = accessLogs(
  'api-gateway-access-logs',
  stage,
  new WrittenInput(
    'AccessLogArn',
    'The ARN of the log group or delivery stream that takes the access logs of the stage',
    '^arn:[^:]+:(logs|firehose):.+$',
  ),
  'resourcePath',
);

const stageV2AccessLogs = accessLogs(
  'api-gateway-v2-access-logs',
  stageV2,
  new WrittenInput(
    'AccessLogArn',
    'The ARN of the log group that takes the access logs of the stage',
    '^arn:[^:]+:logs:.+$',
  ),
  'routeKey',
);

const cachingKeys = { cloudformation: 'CachingEnabled', terraform: 'caching_enabled' };
const encryptionKeys = { cloudformation: 'CacheDataEncrypted', terraform: 'cache_data_encrypted' };

/** What settings say that cache responses and do not encrypt them: at the false, or where caching is switched on. */
function unencryptedCache(view: View, settings: Block): Objection[] {
  const key = encryptionKeys[view.resource.dialect];
  const encryption = fieldOf(settings.fields, key);
  const caching = fieldOf(settings.fields, cachingKeys[view.resource.dialect]);
  if (!caching || asBoolean(textIn(settings, [cachingKeys[view.resource.dialect]]) ?? '') !== true) return [];
  if (!encryption && settings.open) return [];
  const wrong = encryption
    ? cases(encryption).filter(({ value }) => value.kind === 'literal' && asBoolean(value.text) === false)
    : cases(caching);
  return wrong.map(({ value, likelihood }) => ({
    origin: value.origin,
    written: encryption !== undefined,
    likelihood: likelihoodIn(settings, likelihood),
    resource: view.resource,
    remedies: [
      {
        title: `Set ${key} to true`,
        safety: 'review',
        changes: [{ kind: 'merge', origin: settings.fields.origin, fields: { [key]: true } }],
      },
    ],
  }));
}

/** Without a cache cluster nothing is cached, whatever the settings say. */
const cacheEncryption = resourceRule({
  id: 'api-gateway-cache-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  fix: 'sometimes',
  kinds: [stage],
  check(view) {
    if (isOn(view, 'cacheCluster') !== true) return [];
    return blocksOf(view, 'methodSettings').flatMap((settings) => unencryptedCache(view, settings));
  },
  example: exampleOf(stage, 'Stage', {
    name: 'live',
    logDestination: 'arn:aws:logs:eu-west-1:111122223333:log-group:orders',
    logFormat: '{"requestId":"$context.requestId"}',
    cacheCluster: true,
    settingsPath: '/*',
    settingsMethod: '*',
    caching: true,
    cacheEncrypted: false,
  }),
});

/** Whether an API lets only some callers reach its methods at all. */
function isGuarded(view: View, world: World): Truth {
  const [fact] = view.facts('api');
  const api = fact && world.resolve(fact.value, restApi);
  if (!api) return false;
  return or(
    api.is('endpointType', (type) => type === 'PRIVATE'),
    api.isWritten('policy'),
  );
}

/**
 * Browsers ask with OPTIONS before they sign anything, so that has to stay open. An API key is no exception: AWS
 * advises against taking one for authorization.
 */
const authorization = valueRule({
  id: 'api-gateway-authorization',
  recommendation: 'sign-requests',
  severity: 'warning',
  fix: 'always',
  kind: method,
  attribute: 'authorization',
  isWrong: (text) => text === 'NONE',
  when: (view, world) => and(not(view.is('httpMethod', (verb) => verb === 'OPTIONS')), not(isGuarded(view, world))),
  remedies: (view) => [
    {
      title: 'Require signed requests (callers without AWS credentials are turned away)',
      safety: 'review',
      changes: [setAttribute(view, 'authorization', 'AWS_IAM')],
    },
  ],
  example: exampleOf(method, 'Read', { api: 'a1b2c3d4e5', httpMethod: 'GET', authorization: 'NONE' }),
});

export const rules = [stageAccessLogs, stageV2AccessLogs, cacheEncryption, authorization];
export const kinds = [restApi, stage, stageV2, method];
