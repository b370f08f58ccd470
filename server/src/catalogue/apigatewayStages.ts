import type { Change, Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { AttributeRule, ResourceRule } from '../model/rule';
import type { View, World } from '../model/view';
import { type Written, WrittenInput, WrittenReference } from '../model/written';
import { method, stage, stageV2 } from './apigateway';
import { apiV2, domainName } from './apigatewayRoutes';
import { attributeRule, equals, exampleOf, fixedWith, noneOf, objectionTo, resourceRule, setAttribute } from './define';

/** A stage that keeps access logs, for the examples of rules that object to something else. */
const wellKept = {
  name: 'live',
  logDestination: 'arn:aws:logs:eu-west-1:111122223333:log-group:orders',
  logFormat: '{"requestId":"$context.requestId"}',
};

const dataTrace = attributeRule({
  id: 'api-gateway-data-trace',
  recommendation: 'no-sensitive-text',
  severity: 'warning',
  kind: stage,
  requires: { dataTrace: equals(false) },
  example: exampleOf(stage, 'Stage', { ...wellKept, settingsPath: '/*', settingsMethod: '*', dataTrace: true }),
});

/** Makes all methods log errors, where the stage has no settings yet; Terraform has them in another resource. */
function loggingErrors(view: View): Change[] | undefined {
  if (view.isWritten('methodSettings') === true) return [setAttribute(view, 'loggingLevel', 'ERROR')];
  if (view.resource.dialect === 'terraform') return undefined;
  const settings = { ResourcePath: '/*', HttpMethod: '*', LoggingLevel: 'ERROR' };
  return [setAttribute(view, 'methodSettings', settings)];
}

function unloggedExecution(view: View): Objection[] {
  const facts = view.facts('loggingLevel');
  const isOff = facts.filter(({ value }) => value.kind === 'literal' && !['ERROR', 'INFO'].includes(value.text));
  const isUnsaid = facts.every(({ value, written }) => value.kind === 'notWritten' && written === false);
  const changes = loggingErrors(view);
  const remedies = changes
    ? [
        {
          title:
            'Log the errors of all methods (storing logs costs; the account needs a role that lets API Gateway log)',
          safety: 'review' as const,
          changes,
        },
      ]
    : [];
  return (isUnsaid ? facts.slice(0, 1) : isOff).map((fact) => objectionTo(view, fact, remedies));
}

const executionLogs = resourceRule({
  id: 'api-gateway-execution-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'sometimes',
  kinds: [stage],
  check: unloggedExecution,
  example: exampleOf(stage, 'Stage', wellKept),
});

export const integration: Kind = {
  id: 'api-gateway-v2-integration',
  title: 'API Gateway integration of an HTTP or WebSocket API',
  cloudformation: ['AWS::ApiGatewayV2::Integration'],
  terraform: ['aws_apigatewayv2_integration'],
  attributes: {
    api: { cloudformation: 'ApiId', terraform: 'api_id', type: 'text' },
    integrationType: { cloudformation: 'IntegrationType', terraform: 'integration_type', type: 'text' },
    uri: { cloudformation: 'IntegrationUri', terraform: 'integration_uri', type: 'text' },
  },
};

/** Whether requests go on by HTTP. Functions and services of AWS know API Gateway by its role. */
function reachesByHttp(one: View): boolean {
  return one.is('integrationType', (type) => type === 'HTTP' || type === 'HTTP_PROXY') === true;
}

/** Of the APIs of the second generation, those for WebSockets have certificates. */
function reachesFromWebSocket(view: View, world: World): boolean {
  const [fact] = view.facts('api');
  const api = fact && world.resolve(fact.value, apiV2);
  if (api?.is('protocol', (protocol) => protocol === 'WEBSOCKET') !== true) return false;
  return world.pointingAt(api, integration, 'api').views.some(reachesByHttp);
}

/** A rule that wants the certificate of a stage, where there is a back end to show it to. */
function showingCertificate(
  rule: Pick<ResourceRule, 'id' | 'kinds' | 'example'>,
  hasBackEnd: (view: View, world: World) => boolean,
): ResourceRule {
  return resourceRule({
    ...rule,
    recommendation: 'encrypt-in-transit',
    severity: 'hint',
    fix: 'always',
    check(view, world) {
      if (!hasBackEnd(view, world)) return [];
      const certificate = new WrittenInput(
        'ClientCertificateId',
        'The ID of the certificate that API Gateway shows to the back end',
      );
      const remedy = {
        title: 'Show a client certificate to the back end (which has to ask for it and check it)',
        safety: 'input' as const,
        changes: [setAttribute(view, 'clientCertificate', certificate)],
      };
      return view
        .facts('clientCertificate')
        .filter(({ value, written }) => value.kind === 'notWritten' && written === false)
        .map((fact) => objectionTo(view, fact, [remedy]));
    },
  });
}

const clientCertificate = showingCertificate(
  {
    id: 'api-gateway-client-certificate',
    kinds: [stage],
    example: {
      resources: [
        { kind: stage, name: 'Stage', attributes: wellKept },
        {
          kind: method,
          name: 'GetOrders',
          attributes: { httpMethod: 'GET', authorization: 'AWS_IAM', integrationType: 'HTTP_PROXY' },
        },
      ],
    },
  },
  // SAM has no property for it.
  (view, world) => view.resource.type !== 'AWS::Serverless::Api' && world.views(method).some(reachesByHttp),
);

const clientCertificateV2 = showingCertificate(
  {
    id: 'api-gateway-v2-client-certificate',
    kinds: [stageV2],
    example: {
      resources: [
        { kind: apiV2, name: 'Chat', attributes: { name: 'chat', protocol: 'WEBSOCKET' } },
        {
          kind: integration,
          name: 'BackEnd',
          attributes: {
            api: (_, named) => new WrittenReference(named('Chat'), 'id'),
            integrationType: 'HTTP_PROXY',
            uri: 'https://chat.example.com',
          },
        },
        {
          kind: stageV2,
          name: 'Stage',
          attributes: { ...wellKept, api: (_, named) => new WrittenReference(named('Chat'), 'id') },
        },
      ],
    },
  },
  reachesFromWebSocket,
);

const domainNameV2: Kind = {
  id: 'api-gateway-v2-domain-name',
  title: 'API Gateway domain name of an HTTP or WebSocket API',
  cloudformation: ['AWS::ApiGatewayV2::DomainName'],
  terraform: ['aws_apigatewayv2_domain_name'],
  attributes: {
    name: { cloudformation: 'DomainName', terraform: 'domain_name', type: 'text' },
    // Which one holds where none is named, the pages do not say.
    securityPolicy: {
      cloudformation: 'DomainNameConfigurations[*].SecurityPolicy',
      terraform: 'domain_name_configuration.security_policy',
      type: 'text',
      about: 'in-transit',
      isDegree: true,
    },
  },
};

function minimumTls(id: string, kind: Kind, attributes: Readonly<Record<string, Written>>): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'encrypt-in-transit',
    severity: 'error',
    kind,
    requires: { securityPolicy: fixedWith(noneOf(['TLS_1_0']), 'TLS_1_2') },
    safety: 'review',
    caution: 'clients need TLS 1.2',
    example: exampleOf(kind, 'Domain', { ...attributes, securityPolicy: 'TLS_1_0' }),
  });
}

const domainTls = minimumTls('api-gateway-domain-minimum-tls', domainName, { name: 'api.example.com' });
const domainV2Tls = minimumTls('api-gateway-v2-domain-minimum-tls', domainNameV2, { name: 'api.example.com' });

export const rules = [dataTrace, executionLogs, clientCertificate, clientCertificateV2, domainTls, domainV2Tls];
export const kinds = [integration, domainNameV2];
