import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import { fieldOf } from '../model/value';
import type { View, World } from '../model/view';
import type { Written } from '../model/written';
import { type Block, blocksOf, textIn, wholeOf } from './blocks';
import { exampleOf, resourceRule, usualIdentifiers } from './define';
import { objectionToRange, openRanges } from './ranges';

export const securityGroup: Kind = {
  id: 'security-group',
  title: 'security group',
  cloudformation: ['AWS::EC2::SecurityGroup'],
  terraform: ['aws_security_group', 'aws_default_security_group'],
  // CloudFormation gives no ARN of a security group; nothing refers to one by it.
  identifiers: { ...usualIdentifiers, cloudformation: { id: 'GroupId', arn: '' } },
  attributes: {
    name: { cloudformation: 'GroupName', terraform: 'name', type: 'text' },
    ingress: { cloudformation: 'SecurityGroupIngress[*]', terraform: 'ingress[*]', type: 'block' },
    egress: { cloudformation: 'SecurityGroupEgress[*]', terraform: 'egress[*]', type: 'block' },
  },
};

const ingressRule: Kind = {
  id: 'security-group-ingress',
  title: 'security group ingress rule',
  cloudformation: ['AWS::EC2::SecurityGroupIngress'],
  terraform: ['aws_vpc_security_group_ingress_rule'],
  attributes: {
    group: { cloudformation: 'GroupId', terraform: 'security_group_id', type: 'text' },
    protocol: { cloudformation: 'IpProtocol', terraform: 'ip_protocol', type: 'text' },
    fromPort: { cloudformation: 'FromPort', terraform: 'from_port', type: 'number' },
    toPort: { cloudformation: 'ToPort', terraform: 'to_port', type: 'number' },
    range: { cloudformation: 'CidrIp', terraform: 'cidr_ipv4', type: 'text' },
  },
};

const egressRule: Kind = {
  id: 'security-group-egress',
  title: 'security group egress rule',
  cloudformation: ['AWS::EC2::SecurityGroupEgress'],
  terraform: ['aws_vpc_security_group_egress_rule'],
  attributes: {
    group: { cloudformation: 'GroupId', terraform: 'security_group_id', type: 'text' },
    protocol: { cloudformation: 'IpProtocol', terraform: 'ip_protocol', type: 'text' },
    range: { cloudformation: 'CidrIp', terraform: 'cidr_ipv4', type: 'text' },
  },
};

/** Terraform's older resource for rules in either direction. */
const groupRule: Kind = {
  id: 'security-group-rule',
  title: 'security group rule',
  cloudformation: [],
  terraform: ['aws_security_group_rule'],
  attributes: {
    group: { terraform: 'security_group_id', type: 'text' },
    direction: { terraform: 'type', type: 'text' },
  },
};

/** What lets traffic through in a direction, wherever it is written. */
function rulesOf(view: View, direction: 'ingress' | 'egress'): Block[] {
  if (view.kind === securityGroup) return blocksOf(view, direction);
  if (view.kind === groupRule && view.is('direction', (written) => written === direction) !== true) return [];
  return [wholeOf(view)];
}

/** Whether a rule is for all protocols: it lets everything through then, whatever ports are written. */
function isForAllProtocols(rule: Block): boolean {
  const protocol = textIn(rule, ['IpProtocol', 'ip_protocol', 'protocol'])?.toLowerCase();
  return protocol === '-1' || protocol === 'all';
}

/** The ports that a rule lets a protocol through to; `undefined` for none, and where it does not tell. */
function portsOf(rule: Block, protocol: 'tcp' | 'udp'): { readonly from: number; readonly to: number } | undefined {
  if (isForAllProtocols(rule)) return { from: 0, to: 65535 };
  const written = textIn(rule, ['IpProtocol', 'ip_protocol', 'protocol'])?.toLowerCase();
  if (written !== protocol && written !== { tcp: '6', udp: '17' }[protocol]) return undefined;
  const from = Number(textIn(rule, ['FromPort', 'from_port']));
  const to = Number(textIn(rule, ['ToPort', 'to_port']));
  return from <= to ? { from, to } : undefined;
}

function opensPort(rule: Block, port: number): boolean {
  const ports = portsOf(rule, 'tcp');
  return ports !== undefined && ports.from <= port && port <= ports.to;
}

/** The keys under which a rule names address ranges, one or a list of them. */
const rangeKeys = ['CidrIp', 'CidrIpv6', 'cidr_ipv4', 'cidr_ipv6', 'cidr_blocks', 'ipv6_cidr_blocks'];

/** The group a rule belongs to, as a person calls it. */
function groupName(view: View, world: World): string {
  const [fact] = view.facts('group');
  const group = fact && world.resolve(fact.value, securityGroup);
  return (group ?? view).resource.name;
}

/** What a rule of ours says of traffic that is let in from everywhere. */
interface Opening extends Pick<ResourceRule, 'id' | 'recommendation' | 'severity'> {
  /** What lets in what it should not, in the words of the message; `undefined` for what is all right. */
  readonly opens: (ingress: Block) => string | undefined;
  /** What the parameter for a narrower range is called after. */
  readonly input: string;
  readonly example: Readonly<Record<string, Written>>;
}

/** No range of addresses that is the whole internet for certain traffic. */
function openToEverybody({ opens, input, example, ...rule }: Opening): ResourceRule {
  return resourceRule({
    ...rule,
    fix: 'sometimes',
    kinds: [securityGroup, ingressRule, groupRule],
    check(view, world) {
      return rulesOf(view, 'ingress').flatMap((ingress) => {
        const what = opens(ingress);
        if (what === undefined) return [];
        const range = {
          name: `${input}Source`,
          use: `that may connect with ${what}`,
          title: `Admit only a range of addresses that you name (all others lose ${what})`,
        };
        return openRanges(ingress, rangeKeys).map((open) => ({
          ...objectionToRange(view, ingress, open, range),
          details: { name: groupName(view, world), what },
        }));
      });
    },
    example: exampleOf(ingressRule, 'Access', {
      group: 'sg-0123456789abcdef0',
      protocol: 'tcp',
      range: '0.0.0.0/0',
      ...example,
    }),
  });
}

/** Whether a rule lets TCP through to every port: then that is what there is to say, and not which ports they are. */
function opensEveryPort(rule: Block): boolean {
  return isEveryPort(portsOf(rule, 'tcp'));
}

/** No port that administrators log in by is for everybody. */
function openLogin(id: string, port: number, protocol: string): ResourceRule {
  return openToEverybody({
    id,
    recommendation: 'private-connectivity',
    severity: 'error',
    opens: (ingress) => (opensPort(ingress, port) && !opensEveryPort(ingress) ? protocol.toUpperCase() : undefined),
    input: protocol,
    example: { fromPort: port, toPort: port },
  });
}

/**
 * The ports of high risk of https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html (EC2.19), but for
 * those of SSH and RDP, which have rules of their own.
 */
const riskyPorts = [
  20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200,
  9300,
];

/** The ports of high risk that a rule opens, as a message says them. */
function riskyPortsOf(ingress: Block): string | undefined {
  if (opensEveryPort(ingress)) return 'every port';
  const [first, second, ...others] = riskyPorts.filter((port) => opensPort(ingress, port));
  if (first === undefined) return undefined;
  if (second === undefined) return `port ${first}`;
  return others.length === 0 ? `ports ${first} and ${second}` : `ports ${first}, ${second} and ${others.length} more`;
}

const openRiskyPorts = openToEverybody({
  id: 'security-group-open-ports',
  recommendation: 'private-connectivity',
  severity: 'error',
  opens: riskyPortsOf,
  input: 'Port',
  example: { fromPort: 5432, toPort: 5432 },
});

/** Whether another rule of ours says something graver of what lets traffic in. */
function isGraver(ingress: Block): boolean {
  return opensPort(ingress, 22) || opensPort(ingress, 3389) || riskyPortsOf(ingress) !== undefined;
}

/** The ports but 80 and 443 that a rule opens, as a message says them. */
function unusualPortsOf(ingress: Block): string | undefined {
  if (isGraver(ingress)) return undefined;
  for (const protocol of ['tcp', 'udp'] as const) {
    const ports = portsOf(ingress, protocol);
    if (!ports) continue;
    const { from, to } = ports;
    const web = [80, 443].filter((port) => from <= port && port <= to).length;
    if (to - from + 1 > web) return `${protocol.toUpperCase()} ${from === to ? `port ${from}` : `ports ${from}-${to}`}`;
  }
  return undefined;
}

const openUnusualPorts = openToEverybody({
  id: 'security-group-open-other-ports',
  recommendation: 'private-connectivity',
  severity: 'information',
  opens: unusualPortsOf,
  input: 'Port',
  example: { fromPort: 8443, toPort: 8443 },
});

const openHttp = openToEverybody({
  id: 'security-group-open-http',
  recommendation: 'encrypt-in-transit',
  severity: 'hint',
  opens: (ingress) => (opensPort(ingress, 80) && !isGraver(ingress) ? 'HTTP' : undefined),
  input: 'Http',
  example: { fromPort: 80, toPort: 80 },
});

/** Whoever may come in may come in by a few ports. */
const allTraffic = resourceRule({
  id: 'security-group-all-traffic',
  recommendation: 'managed-security',
  severity: 'hint',
  fix: 'none',
  kinds: [securityGroup, ingressRule, groupRule],
  check(view, world) {
    return rulesOf(view, 'ingress')
      .filter((ingress) => [portsOf(ingress, 'tcp'), portsOf(ingress, 'udp')].some(isEveryPort))
      .map(
        (ingress): Objection => ({
          origin: (fieldOf(ingress.fields, protocolKey(ingress)) ?? ingress.fields).origin,
          written: true,
          likelihood: ingress.likelihood,
          resource: view.resource,
          remedies: [],
          details: { name: groupName(view, world) },
        }),
      );
  },
  example: exampleOf(ingressRule, 'Access', { group: 'sg-0123456789abcdef0', protocol: '-1', range: '10.0.0.0/16' }),
});

function isEveryPort(ports: ReturnType<typeof portsOf>): boolean {
  return ports !== undefined && ports.from <= 1 && ports.to === 65535;
}

function protocolKey({ fields }: Block): string {
  return ['IpProtocol', 'ip_protocol'].find((key) => fields.fields.has(key)) ?? 'protocol';
}

/** What leaves is held to what the code behind the group needs. */
const openEgress = resourceRule({
  id: 'security-group-open-egress',
  recommendation: 'managed-security',
  severity: 'hint',
  fix: 'sometimes',
  kinds: [securityGroup, egressRule, groupRule],
  check(view, world) {
    const details = { name: groupName(view, world) };
    const input = {
      name: 'Destination',
      use: 'that may be connected to',
      title: 'Let traffic out only to a range of addresses that you name (all others are cut off)',
    };
    return rulesOf(view, 'egress')
      .filter(isForAllProtocols)
      .flatMap((egress) =>
        openRanges(egress, rangeKeys).map((open) => ({ ...objectionToRange(view, egress, open, input), details })),
      );
  },
  example: exampleOf(egressRule, 'Exit', { group: 'sg-0123456789abcdef0', protocol: '-1', range: '0.0.0.0/0' }),
});

export const rules = [
  openLogin('security-group-open-ssh', 22, 'Ssh'),
  openLogin('security-group-open-rdp', 3389, 'Rdp'),
  openRiskyPorts,
  openUnusualPorts,
  openHttp,
  allTraffic,
  openEgress,
];
export const kinds = [securityGroup, ingressRule, egressRule, groupRule];
