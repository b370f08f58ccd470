import type { Change } from '../model/finding';
import type { Kind } from '../model/kind';
import type { RuleSettings, View } from '../model/view';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  exampleOf,
  fixedWith,
  literalFacts,
  noneOf,
  objectionTo,
  resourceRule,
  setAttribute,
  valueRule,
} from './define';
import { listener, loadBalancer, recommendedPolicy } from './elb';

const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/0123456789abcdef';
const certificate = 'arn:aws:acm:eu-west-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef';

/** The oldest version of TLS that a policy of AWS speaks. Those that name only their date go back to 1.0. */
function oldestVersion(policy: string): string | undefined {
  if (/^ELBSecurityPolicy-(FS-)?\d{4}-\d\d$/.test(policy)) return '1.0';
  return /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-(1-\d)-/.exec(policy)?.[1]?.replace('-', '.');
}

/** The policy to name instead. One that keeps to FIPS 140 gives way to another that does. */
function betterPolicy(view: View, version: RuleSettings['minimumTlsVersion']): string {
  const keepsToFips = view.is('sslPolicy', (policy) => policy.includes('-FIPS-')) === true;
  return keepsToFips ? recommendedPolicy[version].replace('-PQ-', '-FIPS-PQ-') : recommendedPolicy[version];
}

function servesTls(view: View): boolean {
  return view.is('protocol', (protocol) => protocol === 'HTTPS' || protocol === 'TLS') === true;
}

const minimumTls = resourceRule({
  id: 'elbv2-listener-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'always',
  kinds: [listener],
  check(view, { settings }) {
    if (!servesTls(view)) return [];
    const { minimumTlsVersion } = settings;
    const policy = betterPolicy(view, minimumTlsVersion);
    const remedy = {
      title: `Set the security policy to ${policy} (clients need TLS ${minimumTlsVersion} with forward secrecy)`,
      safety: 'review' as const,
      changes: [setAttribute(view, 'sslPolicy', policy)],
    };
    return literalFacts(view, 'sslPolicy')
      .filter(({ text }) => (oldestVersion(text) ?? minimumTlsVersion) < minimumTlsVersion)
      .map(({ fact }) => objectionTo(view, fact, [remedy]));
  },
  example: exampleOf(listener, 'Listener', {
    loadBalancer: balancer,
    port: 443,
    protocol: 'HTTPS',
    certificate,
    sslPolicy: 'ELBSecurityPolicy-TLS-1-1-2017-01',
    actionType: 'forward',
  }),
});

/** The policies from TLS 1.2 on that also take suites with a fixed key. What Ext0 adds keeps forward secrecy. */
const withoutForwardSecrecy =
  /^ELBSecurityPolicy-(TLS-1-2-2017-01|TLS-1-2-Ext-2018-06|TLS13-1-2-Ext[12]-(FIPS-)?(PQ-)?20\d\d-\d\d)$/;

const forwardSecrecy = valueRule({
  id: 'elbv2-listener-forward-secrecy',
  recommendation: 'encrypt-in-transit',
  severity: 'information',
  fix: 'always',
  kind: listener,
  attribute: 'sslPolicy',
  isWrong: (policy) => withoutForwardSecrecy.test(policy),
  // Where TLS 1.3 is asked for, these are too old in the first place.
  when: (view, { settings }) => servesTls(view) && settings.minimumTlsVersion === '1.2',
  remedies: (view) => [
    {
      title: 'Take suites with forward secrecy only (clients need ECDHE)',
      safety: 'review',
      changes: [setAttribute(view, 'sslPolicy', betterPolicy(view, '1.2'))],
    },
  ],
  example: exampleOf(listener, 'Listener', {
    loadBalancer: balancer,
    port: 443,
    protocol: 'HTTPS',
    certificate,
    sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06',
    actionType: 'forward',
  }),
});

const targetGroup: Kind = {
  id: 'elb-target-group',
  title: 'target group',
  cloudformation: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  terraform: ['aws_lb_target_group', 'aws_alb_target_group'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    protocol: { cloudformation: 'Protocol', terraform: 'protocol', type: 'text', about: 'in-transit' },
  },
};

/** The way from a load balancer to its targets is inside the network: that many leave it so is no mistake. */
const targetTls = attributeRule({
  id: 'elb-target-group-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'hint',
  kind: targetGroup,
  requires: { protocol: fixedWith(noneOf(['HTTP']), 'HTTPS') },
  safety: 'review',
  caution: 'the targets have to serve HTTPS, with any certificate',
  example: exampleOf(targetGroup, 'Targets', { name: 'orders', protocol: 'HTTP' }),
});

const desync = attributeRule({
  id: 'alb-desync-mitigation',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: loadBalancer,
  requires: { desyncMitigation: fixedWith(noneOf(['monitor']), 'defensive') },
  safety: 'review',
  caution: 'requests that servers may read in two ways are refused',
  example: exampleOf(loadBalancer, 'Balancer', {
    type: 'application',
    isInternal: true,
    dropInvalidHeaders: true,
    desyncMitigation: 'monitor',
  }),
});

/** Switches the log on and names its bucket. A list of attributes takes one more in a fix, not two. */
function keepingLogs(view: View): Change[] | undefined {
  if (view.isWritten('logBucket') === true) return [setAttribute(view, 'accessLogs', true)];
  const bucket = new WrittenInput(
    'AccessLogBucket',
    'The name of the bucket that takes the access logs of the load balancer',
    '^[a-z0-9.-]{3,63}$',
  );
  if (view.resource.dialect === 'terraform') {
    return [setAttribute(view, 'accessLogs', true), setAttribute(view, 'logBucket', bucket)];
  }
  if (view.isWritten('attributes') !== false) return undefined;
  const attributes = [
    { Key: 'access_logs.s3.enabled', Value: 'true' },
    { Key: 'access_logs.s3.bucket', Value: bucket },
  ];
  return [setAttribute(view, 'attributes', attributes)];
}

/** Network load balancers log TLS connections only, and gateways none. */
const accessLogs = valueRule({
  id: 'alb-access-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'sometimes',
  kind: loadBalancer,
  attribute: 'accessLogs',
  isWrong: (text) => text === 'false',
  when: (view) => view.is('type', (type) => type === 'application'),
  remedies: (view) => {
    const changes = keepingLogs(view);
    const title = 'Keep an access log in a bucket (storing it costs; the bucket has to let the load balancer write)';
    const safety = view.isWritten('logBucket') === true ? 'review' : 'input';
    return changes ? [{ title, safety, changes }] : [];
  },
  example: exampleOf(loadBalancer, 'Balancer', { type: 'application', isInternal: true }),
});

export const rules = [minimumTls, forwardSecrecy, targetTls, desync, accessLogs];
export const kinds = [targetGroup];
