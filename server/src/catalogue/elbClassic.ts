import type { Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { Dialect } from '../model/resource';
import { cases, fieldOf, type MapValue, textOf, type Value } from '../model/value';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { type Block, blocksOf, likelihoodIn } from './blocks';
import { attributeRule, exampleOf, fixedWith, noneOf, resourceRule, setAttribute, valueRule } from './define';

const accessLogPage = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html';
const classicDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb';

const classicLoadBalancer: Kind = {
  id: 'elb-classic-load-balancer',
  title: 'Classic Load Balancer',
  cloudformation: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  terraform: ['aws_elb'],
  attributes: {
    name: { cloudformation: 'LoadBalancerName', terraform: 'name', type: 'text' },
    listeners: { cloudformation: 'Listeners[*]', terraform: 'listener[*]', type: 'block' },
    protocol: {
      cloudformation: 'Listeners[*].Protocol',
      terraform: 'listener[*].lb_protocol',
      type: 'text',
      about: 'in-transit',
    },
    // Terraform has policies in resources of their own.
    policies: { cloudformation: 'Policies[*]', type: 'block', about: 'in-transit' },
    listenerList: { cloudformation: 'Listeners', type: 'block' },
    policyList: { cloudformation: 'Policies', type: 'block' },
    desyncMitigation: { terraform: 'desync_mitigation_mode', type: 'text' },
    accessLogs: {
      cloudformation: 'AccessLoggingPolicy.Enabled',
      terraform: 'access_logs.enabled',
      type: 'boolean',
      about: 'logging',
      defaults: [
        {
          is: { value: true },
          dialect: 'terraform',
          when: (view) => view.isWritten('logBucket'),
          source: classicDocumentation,
        },
        { is: { value: false }, source: accessLogPage },
      ],
    },
    logBucket: { cloudformation: 'AccessLoggingPolicy.S3BucketName', terraform: 'access_logs.bucket', type: 'text' },
  },
};

/** How the formats call what a listener says, and how they write the port of HTTPS. */
const names = {
  cloudformation: {
    port: 'LoadBalancerPort',
    protocol: 'Protocol',
    behind: 'InstanceProtocol',
    certificate: 'SSLCertificateId',
    https: '443',
  },
  terraform: {
    port: 'lb_port',
    protocol: 'lb_protocol',
    behind: 'instance_protocol',
    certificate: 'ssl_certificate_id',
    https: 443,
  },
};

/** Turns a listener into one for HTTPS. That nothing changes behind it is written out: the pages name no default. */
function servingHttps({ fields }: Block, dialect: Dialect): Remedy {
  const { port, protocol, behind, certificate, https } = names[dialect];
  const input = new WrittenInput(
    'CertificateArn',
    'The ARN of the certificate to serve HTTPS with',
    '^arn:[^:]+:(acm|iam):.+$',
  );
  const moved = textOf(fieldOf(fields, port)) === '80' ? { [port]: https } : {};
  const kept = fieldOf(fields, behind) ? {} : { [behind]: 'HTTP' };
  return {
    title: 'Serve HTTPS with a certificate (clients that only speak HTTP are turned away; the listener is replaced)',
    safety: 'input',
    changes: [
      {
        kind: 'merge',
        origin: fields.origin,
        fields: { ...moved, [protocol]: 'HTTPS', ...kept, [certificate]: input },
      },
    ],
  };
}

function plainListeners(view: View): Objection[] {
  const { dialect } = view.resource;
  const { port, protocol } = names[dialect];
  const listeners = blocksOf(view, 'listeners');
  const servesHttps = listeners.some(
    ({ fields }) =>
      /^(https|ssl)$/i.test(textOf(fieldOf(fields, protocol)) ?? '') || textOf(fieldOf(fields, port)) === '443',
  );
  return listeners.flatMap((block) => {
    const said = fieldOf(block.fields, protocol);
    return (said ? cases(said) : [])
      .filter(({ value }) => textOf(value)?.toUpperCase() === 'HTTP')
      .map(({ value, likelihood }) => ({
        origin: value.origin,
        written: true,
        likelihood: likelihoodIn(block, likelihood),
        resource: view.resource,
        // It cannot redirect by itself: where it serves HTTPS as well, the instances may.
        ...(servesHttps && { severity: 'warning' as const }),
        remedies: servesHttps ? [] : [servingHttps(block, dialect)],
      }));
  });
}

/** What goes through a TCP listener may well be TLS that ends at the instances. */
const listenerTls = resourceRule({
  id: 'elb-classic-listener-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kinds: [classicLoadBalancer],
  check: plainListeners,
  example: exampleOf(classicLoadBalancer, 'Balancer', { name: 'orders', protocol: 'HTTP' }),
});

/** The policy of AWS that takes nothing older than TLS 1.2. */
const modernPolicy = 'ELBSecurityPolicy-TLS-1-2-2017-01';

/** What a policy says of TLS that is out of date: a policy of AWS that it refers to, or a protocol that it lets in. */
function outdatedIn(policy: Block): { value: Value; attribute: MapValue; isReference: boolean }[] {
  const attributes = fieldOf(policy.fields, 'Attributes');
  const items = attributes?.kind === 'list' ? attributes.items : [];
  return items.flatMap((attribute) => {
    const name = textOf(fieldOf(attribute, 'Name')) ?? '';
    const value = fieldOf(attribute, 'Value');
    const text = textOf(value);
    if (attribute.kind !== 'map' || !value || text === undefined) return [];
    const isReference = name === 'Reference-Security-Policy';
    const isOld = /^Protocol-(SSLv\d|TLSv1|TLSv1\.1)$/i.test(name) && text === 'true';
    return isOld || (isReference && text !== modernPolicy) ? [{ value, attribute, isReference }] : [];
  });
}

/** The policies that a listener names; `undefined` where some of them are not to be seen here. */
function policiesOf(listener: Block, policies: readonly Block[]): readonly Block[] | undefined {
  const names = fieldOf(listener.fields, 'PolicyNames');
  if (!names) return listener.open ? undefined : [];
  if (names.kind !== 'list' || names.open) return undefined;
  const found = names.items.map((name) =>
    policies.find(({ fields }) => {
      const own = textOf(fieldOf(fields, 'PolicyName'));
      return own !== undefined && own === textOf(name);
    }),
  );
  return found.includes(undefined) ? undefined : found.filter((one) => one !== undefined);
}

function negotiates({ fields }: Block): boolean {
  return textOf(fieldOf(fields, 'PolicyType')) === 'SSLNegotiationPolicyType';
}

function outdatedListeners(view: View): Objection[] {
  const policies = blocksOf(view, 'policies');
  return blocksOf(view, 'listeners').flatMap((listener) => {
    const protocol = fieldOf(listener.fields, 'Protocol');
    const own = policiesOf(listener, policies);
    if (!protocol || !/^(https|ssl)$/i.test(textOf(protocol) ?? '') || !own) return [];
    const part = { written: true, likelihood: listener.likelihood, resource: view.resource };
    return own
      .filter(negotiates)
      .flatMap(outdatedIn)
      .map(({ value, attribute, isReference }) => {
        const remedy: Remedy = {
          title: `Refer to ${modernPolicy} (clients need TLS 1.2)`,
          safety: 'review',
          changes: [{ kind: 'merge', origin: attribute.origin, fields: { Value: modernPolicy } }],
        };
        return { ...part, origin: value.origin, remedies: isReference ? [remedy] : [] };
      });
  });
}

const minimumTls = resourceRule({
  id: 'elb-classic-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kinds: [classicLoadBalancer],
  check: (view) => (view.resource.dialect === 'terraform' ? [] : outdatedListeners(view)),
  example: {
    only: 'cloudformation',
    ...exampleOf(classicLoadBalancer, 'Balancer', {
      listenerList: [{ LoadBalancerPort: '443', InstancePort: '443', Protocol: 'HTTPS', PolicyNames: ['Tls'] }],
      policyList: [
        {
          PolicyName: 'Tls',
          PolicyType: 'SSLNegotiationPolicyType',
          Attributes: [{ Name: 'Reference-Security-Policy', Value: 'ELBSecurityPolicy-2016-08' }],
        },
      ],
    }),
  },
});

const desync = attributeRule({
  id: 'elb-classic-desync-mitigation',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: classicLoadBalancer,
  requires: { desyncMitigation: fixedWith(noneOf(['monitor']), 'defensive') },
  safety: 'review',
  caution: 'requests that servers may read in two ways are refused',
  example: {
    only: 'terraform',
    ...exampleOf(classicLoadBalancer, 'Balancer', { protocol: 'HTTPS', desyncMitigation: 'monitor' }),
  },
});

/** Switches the log on, and asks for its bucket where none is named. */
function keepingLogs(view: View) {
  const bucket = new WrittenInput(
    'AccessLogBucket',
    'The name of the bucket that takes the access logs of the load balancer',
    '^[a-z0-9.-]{3,63}$',
  );
  const isNamed = view.isWritten('logBucket') !== false;
  return [
    {
      title: 'Keep an access log in a bucket (storing it costs; the bucket has to let the load balancer write)',
      safety: isNamed ? ('review' as const) : ('input' as const),
      changes: [setAttribute(view, 'accessLogs', true), ...(isNamed ? [] : [setAttribute(view, 'logBucket', bucket)])],
    },
  ];
}

const accessLogs = valueRule({
  id: 'elb-classic-access-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'always',
  kind: classicLoadBalancer,
  attribute: 'accessLogs',
  isWrong: (text) => text === 'false',
  remedies: keepingLogs,
  example: exampleOf(classicLoadBalancer, 'Balancer', { protocol: 'HTTPS', accessLogs: false }),
});

export const rules = [listenerTls, minimumTls, desync, accessLogs];
export const kinds = [classicLoadBalancer];
