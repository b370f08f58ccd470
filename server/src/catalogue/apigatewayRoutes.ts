import type { Kind } from '../model/kind';
import type { Truth } from '../model/truth';
import type { View, World } from '../model/view';
import {
  exampleOf,
  literalFacts,
  objectionTo,
  resourceRule,
  setAttribute,
  usualIdentifiers,
  valueRule,
} from './define';

export const domainName: Kind = {
  id: 'api-gateway-domain-name',
  title: 'API Gateway domain name',
  cloudformation: ['AWS::ApiGateway::DomainName'],
  terraform: ['aws_api_gateway_domain_name'],
  attributes: {
    name: { cloudformation: 'DomainName', terraform: 'domain_name', type: 'text' },
    endpointType: {
      cloudformation: 'EndpointConfiguration.Types[*]',
      terraform: 'endpoint_configuration.types[*]',
      type: 'text',
    },
    securityPolicy: {
      cloudformation: 'SecurityPolicy',
      terraform: 'security_policy',
      type: 'text',
      about: 'in-transit',
      isDegree: true,
    },
  },
};

export const apiV2: Kind = {
  id: 'api-gateway-v2-api',
  title: 'API Gateway HTTP or WebSocket API',
  cloudformation: ['AWS::ApiGatewayV2::Api'],
  terraform: ['aws_apigatewayv2_api'],
  identifiers: { ...usualIdentifiers, cloudformation: { id: '', arn: '' } },
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    protocol: { cloudformation: 'ProtocolType', terraform: 'protocol_type', type: 'text' },
  },
};

const route: Kind = {
  id: 'api-gateway-v2-route',
  title: 'API Gateway route of an HTTP or WebSocket API',
  cloudformation: ['AWS::ApiGatewayV2::Route'],
  terraform: ['aws_apigatewayv2_route'],
  attributes: {
    api: { cloudformation: 'ApiId', terraform: 'api_id', type: 'text' },
    routeKey: { cloudformation: 'RouteKey', terraform: 'route_key', type: 'text' },
    authorization: {
      cloudformation: 'AuthorizationType',
      terraform: 'authorization_type',
      type: 'text',
      about: 'public',
      defaults: [
        {
          is: { value: 'NONE' },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_route',
        },
        {
          is: { value: 'NONE' },
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
        },
      ],
    },
  },
};

/** A domain name has one type; where AWS takes several, one that is kept in the Region is enough. */
const endpointType = resourceRule({
  id: 'api-gateway-edge-domain-name',
  recommendation: 'know-the-boundary',
  severity: 'hint',
  fix: 'none',
  kinds: [domainName],
  check(domain) {
    const types = literalFacts(domain, 'endpointType');
    const isKept = domain.facts('endpointType').length > types.length || types.some(({ text }) => text !== 'EDGE');
    return isKept ? [] : types.slice(0, 1).map(({ fact }) => objectionTo(domain, fact, []));
  },
  example: exampleOf(domainName, 'Domain', { name: 'api.example.com', endpointType: 'EDGE' }),
});

/**
 * Whether callers come in by a route. Those of a WebSocket API prove who they are when they connect, and never again;
 * browsers ask an HTTP API with OPTIONS before they send any proof.
 */
function isEntrance(view: View, world: World): Truth {
  const [key] = view.facts('routeKey');
  const text = key?.value.kind === 'literal' ? key.value.text : undefined;
  if (text === undefined) return undefined;
  if (text !== '$default') return text === '$connect' || /^(?!OPTIONS )[A-Z]+ \//.test(text);
  const [named] = view.facts('api');
  return named && world.resolve(named.value, apiV2)?.is('protocol', (protocol) => protocol === 'HTTP');
}

const authorization = valueRule({
  id: 'api-gateway-v2-authorization',
  recommendation: 'sign-requests',
  severity: 'warning',
  fix: 'always',
  kind: route,
  attribute: 'authorization',
  isWrong: (text) => text === 'NONE',
  when: isEntrance,
  remedies: (view) => [
    {
      title: 'Require signed requests (callers without AWS credentials are turned away)',
      safety: 'review',
      changes: [setAttribute(view, 'authorization', 'AWS_IAM')],
    },
  ],
  example: exampleOf(route, 'Read', { api: 'a1b2c3d4e5', routeKey: 'GET /orders', authorization: 'NONE' }),
});

export const rules = [endpointType, authorization];
export const kinds = [domainName, apiV2, route];
