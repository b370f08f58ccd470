import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import { and, not, type Truth } from '../model/truth';
import { mentions } from '../model/value';
import type { RuleSettings, View, World } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { attributeRule, defaultsTo, equals, exampleOf, identifiedByArn, setAttribute, valueRule } from './define';

const attributePage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html';
const loadBalancerPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-loadbalancer.html';
const loadBalancerDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb';
const policiesPage = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html';
const listenerDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener';

export const loadBalancer: Kind = {
  id: 'elb-load-balancer',
  title: 'load balancer',
  cloudformation: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  terraform: ['aws_lb', 'aws_alb'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    type: {
      cloudformation: 'Type',
      terraform: 'load_balancer_type',
      type: 'text',
      defaults: defaultsTo('application', loadBalancerPage, loadBalancerDocumentation),
    },
    isInternal: {
      cloudformation: { path: 'Scheme', words: { on: 'internal', off: ['internet-facing'] } },
      terraform: 'internal',
      type: 'boolean',
      about: 'public',
      defaults: defaultsTo(false, loadBalancerPage, loadBalancerDocumentation),
    },
    deletionProtection: {
      cloudformation: 'LoadBalancerAttributes[Key=deletion_protection.enabled].Value',
      terraform: 'enable_deletion_protection',
      type: 'boolean',
      defaults: defaultsTo(false, attributePage, loadBalancerDocumentation),
    },
    dropInvalidHeaders: {
      cloudformation: 'LoadBalancerAttributes[Key=routing.http.drop_invalid_header_fields.enabled].Value',
      terraform: 'drop_invalid_header_fields',
      type: 'boolean',
      defaults: defaultsTo(false, attributePage, loadBalancerDocumentation),
    },
    desyncMitigation: {
      cloudformation: 'LoadBalancerAttributes[Key=routing.http.desync_mitigation_mode].Value',
      terraform: 'desync_mitigation_mode',
      type: 'text',
      defaults: defaultsTo('defensive', attributePage, loadBalancerDocumentation),
    },
    accessLogs: {
      cloudformation: 'LoadBalancerAttributes[Key=access_logs.s3.enabled].Value',
      terraform: 'access_logs.enabled',
      type: 'boolean',
      about: 'logging',
      defaults: defaultsTo(false, attributePage, loadBalancerDocumentation),
    },
    attributes: { cloudformation: 'LoadBalancerAttributes', type: 'block' },
    logBucket: {
      cloudformation: 'LoadBalancerAttributes[Key=access_logs.s3.bucket].Value',
      terraform: 'access_logs.bucket',
      type: 'text',
    },
  },
};

export const listener: Kind = {
  id: 'elb-listener',
  title: 'load balancer listener',
  cloudformation: ['AWS::ElasticLoadBalancingV2::Listener'],
  terraform: ['aws_lb_listener', 'aws_alb_listener'],
  identifiers: identifiedByArn,
  attributes: {
    loadBalancer: { cloudformation: 'LoadBalancerArn', terraform: 'load_balancer_arn', type: 'text' },
    port: { cloudformation: 'Port', terraform: 'port', type: 'number' },
    protocol: {
      cloudformation: 'Protocol',
      terraform: 'protocol',
      type: 'text',
      about: 'in-transit',
      defaults: [
        {
          // Only listeners of gateway load balancers have no port, and those of network load balancers name a protocol.
          is: { value: 'HTTP' },
          dialect: 'terraform',
          when: (resource) => resource.isWritten('port'),
          source: listenerDocumentation,
        },
        {
          is: 'unknown',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-listener.html',
        },
      ],
    },
    certificate: { cloudformation: 'Certificates[*].CertificateArn', terraform: 'certificate_arn', type: 'text' },
    sslPolicy: {
      cloudformation: 'SslPolicy',
      terraform: 'ssl_policy',
      type: 'text',
      about: 'in-transit',
      isDegree: true,
      // The console proposes a newer one; whatever else makes a listener gets this one.
      defaults: [{ is: { value: 'ELBSecurityPolicy-2016-08' }, source: policiesPage }],
    },
    defaultActions: { cloudformation: 'DefaultActions', terraform: 'default_action', type: 'block' },
    actionType: { cloudformation: 'DefaultActions[*].Type', terraform: 'default_action[*].type', type: 'text' },
    redirectProtocol: {
      cloudformation: 'DefaultActions[*].RedirectConfig.Protocol',
      terraform: 'default_action[*].redirect.protocol',
      type: 'text',
    },
  },
};

const dropInvalidHeaders = attributeRule({
  id: 'alb-drop-invalid-headers',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: loadBalancer,
  when: (resource) => resource.is('type', (type) => type === 'application'),
  requires: { dropInvalidHeaders: equals(true) },
  safety: 'review',
  caution: 'headers with other characters than letters, digits and hyphens are lost',
  example: exampleOf(loadBalancer, 'Balancer', { type: 'application', isInternal: true, dropInvalidHeaders: false }),
});

/** Many load balancers are there for the internet; this one says so. Those of gateways have no scheme. */
const internal = attributeRule({
  id: 'elb-internal',
  recommendation: 'private-connectivity',
  severity: 'hint',
  kind: loadBalancer,
  when: (resource) => resource.is('type', (type) => type !== 'gateway'),
  requires: { isInternal: equals(true) },
  safety: 'review',
  caution: 'callers from the internet lose access',
  example: exampleOf(loadBalancer, 'Balancer', { type: 'network', isInternal: false }),
});

/** The policy with forward secrecy only that the console begins with, and the one for TLS 1.3 alone. */
export const recommendedPolicy: Readonly<Record<RuleSettings['minimumTlsVersion'], string>> = {
  '1.2': 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  '1.3': 'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
};

/** Whether a test holds for each value of an attribute. */
function each(resource: View, attribute: string, test: (text: string) => boolean): Truth {
  const answers = resource.facts(attribute).map(({ value }): Truth => {
    return value.kind === 'literal' ? test(value.text) : value.kind === 'notWritten' ? false : undefined;
  });
  return and(answers.length > 0, ...answers);
}

/** Whether all that a listener does is to send callers to HTTPS. */
function redirectsToHttps(resource: View): Truth {
  return and(
    each(resource, 'actionType', (type) => type === 'redirect'),
    each(resource, 'redirectProtocol', (protocol) => protocol === 'HTTPS'),
  );
}

/** Whether another listener of the unit serves the same load balancer by HTTPS. */
function hasHttpsListener(resource: View, world: World): boolean {
  const own = balancersOf(resource);
  return world
    .views(listener)
    .some(
      (other) =>
        other.is('protocol', (protocol) => protocol === 'HTTPS') === true &&
        balancersOf(other).some((balancer) => own.includes(balancer)),
    );
}

/** The load balancers a listener names, by address or as they are written. */
function balancersOf(resource: View): string[] {
  return resource
    .facts('loadBalancer')
    .flatMap(({ value }) => (value.kind === 'literal' ? [value.text] : mentions(value)));
}

/** Port 443 is where HTTPS is spoken, and 301 says that it stays there. */
function redirect({ resource }: View): Written {
  return resource.dialect === 'terraform'
    ? [{ type: 'redirect', redirect: [{ protocol: 'HTTPS', port: '443', status_code: 'HTTP_301' }] }]
    : [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }];
}

function listenerRemedies(resource: View, world: World): Remedy[] {
  if (hasHttpsListener(resource, world)) {
    return [
      {
        title: 'Redirect callers to HTTPS (clients that only speak HTTP are turned away)',
        safety: 'review',
        changes: [setAttribute(resource, 'defaultActions', redirect(resource))],
      },
    ];
  }
  const certificate = new WrittenInput(
    'CertificateArn',
    'The ARN of the certificate to serve HTTPS with',
    '^arn:[^:]+:(acm|iam):.+$',
  );
  return [
    {
      title: 'Serve HTTPS on port 443 with a certificate (clients that only speak HTTP are turned away)',
      safety: 'input',
      changes: [
        setAttribute(resource, 'protocol', 'HTTPS'),
        setAttribute(resource, 'port', 443),
        setAttribute(resource, 'certificate', certificate),
        ...(resource.isWritten('sslPolicy') === false
          ? [setAttribute(resource, 'sslPolicy', recommendedPolicy[world.settings.minimumTlsVersion])]
          : []),
      ],
    },
  ];
}

const listenerTls = valueRule({
  id: 'elbv2-listener-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'always',
  kind: listener,
  attribute: 'protocol',
  isWrong: (protocol) => protocol === 'HTTP',
  when: (resource) => not(redirectsToHttps(resource)),
  remedies: listenerRemedies,
  example: exampleOf(listener, 'Listener', {
    loadBalancer: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef',
    port: 80,
    protocol: 'HTTP',
    actionType: 'forward',
  }),
});

export const rules = [dropInvalidHeaders, internal, listenerTls];
export const kinds = [loadBalancer, listener];
