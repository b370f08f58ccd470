import type { Kind } from '../model/kind';
import { fieldOf, mentions } from '../model/value';
import type { View, World } from '../model/view';
import { type Block, blocksOf, textIn, wholeOf } from './blocks';
import { exampleOf, resourceRule } from './define';
import { identifiedById } from './ec2';
import { objectionToRange, openRanges } from './ranges';

const entryPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-networkaclentry.html';
const entryDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule';

const networkAcl: Kind = {
  id: 'network-acl',
  title: 'network ACL',
  cloudformation: ['AWS::EC2::NetworkAcl'],
  terraform: ['aws_network_acl', 'aws_default_network_acl'],
  identifiers: identifiedById,
  attributes: { ingress: { terraform: 'ingress[*]', type: 'block' } },
};

const networkAclEntry: Kind = {
  id: 'network-acl-entry',
  title: 'network ACL entry',
  cloudformation: ['AWS::EC2::NetworkAclEntry'],
  terraform: ['aws_network_acl_rule'],
  attributes: {
    acl: { cloudformation: 'NetworkAclId', terraform: 'network_acl_id', type: 'text' },
    number: { cloudformation: 'RuleNumber', terraform: 'rule_number', type: 'number' },
    isEgress: {
      cloudformation: 'Egress',
      terraform: 'egress',
      type: 'boolean',
      defaults: [
        { is: { value: false }, dialect: 'cloudformation', source: entryPage },
        { is: { value: false }, dialect: 'terraform', source: entryDocumentation },
      ],
    },
    action: { cloudformation: 'RuleAction', terraform: 'rule_action', type: 'text' },
    protocol: { cloudformation: 'Protocol', terraform: 'protocol', type: 'text' },
    range: { cloudformation: 'CidrBlock', terraform: 'cidr_block', type: 'text' },
    fromPort: { cloudformation: 'PortRange.From', terraform: 'from_port', type: 'number' },
    toPort: { cloudformation: 'PortRange.To', terraform: 'to_port', type: 'number' },
  },
};

const rangeKeys = ['CidrBlock', 'Ipv6CidrBlock', 'cidr_block', 'ipv6_cidr_block'];

/** The ports that files are moved and administrators log in by. */
const riskyPorts = [20, 21, 22, 3389];

/** The entries for incoming traffic, wherever they are written. */
function entriesOf(view: View): Block[] {
  if (view.kind === networkAcl) return blocksOf(view, 'ingress');
  return view.is('isEgress', (text) => text === 'false') === true ? [wholeOf(view)] : [];
}

/** A port of an entry; CloudFormation keeps both in a map of their own. */
function portIn(entry: Block, end: 'From' | 'To'): number {
  const ports = fieldOf(entry.fields, 'PortRange');
  const holder = ports?.kind === 'map' ? { ...entry, fields: ports } : entry;
  return Number(textIn(holder, [end, `${end.toLowerCase()}_port`]));
}

/** The ports of high risk that an entry is about. */
function riskyPortsOf(entry: Block): number[] {
  const protocol = textIn(entry, ['Protocol', 'protocol'])?.toLowerCase();
  if (protocol === '-1' || protocol === 'all') return riskyPorts;
  if (protocol !== '6' && protocol !== 'tcp') return [];
  const [from, to] = [portIn(entry, 'From'), portIn(entry, 'To')];
  // Answers to connections from the inside come back to the ports from 1024 to the last.
  if (from >= 1024 && to === 65535) return [];
  return riskyPorts.filter((port) => from <= port && port <= to);
}

function isFor(entry: Block, action: 'allow' | 'deny'): boolean {
  return textIn(entry, ['RuleAction', 'rule_action', 'action'])?.toLowerCase() === action;
}

function numberOf(entry: Block): number {
  return Number(textIn(entry, ['RuleNumber', 'rule_number', 'rule_no']));
}

/** The entries of the same list: what comes first by number counts. */
function entriesBeside(view: View, world: World): Block[] {
  if (view.kind === networkAcl) return entriesOf(view);
  const own = aclOf(view);
  return world.views(networkAclEntry).flatMap((other) => (aclOf(other) === own ? entriesOf(other) : []));
}

/** What an entry names as its list, to be compared. */
function aclOf(entry: View): string {
  return entry
    .facts('acl')
    .map(({ value }) => (value.kind === 'literal' ? value.text : mentions(value).join()))
    .join();
}

/** What remains of the ports that an entry allows when the denials before it have been heard. */
function portsLetIn(entry: Block, all: readonly Block[]): number[] {
  const earlier = all.filter(
    (other) => isFor(other, 'deny') && numberOf(other) < numberOf(entry) && openRanges(other, rangeKeys).length > 0,
  );
  const denied = earlier.flatMap(riskyPortsOf);
  return riskyPortsOf(entry).filter((port) => !denied.includes(port));
}

const openAcl = resourceRule({
  id: 'network-acl-open',
  recommendation: 'private-connectivity',
  severity: 'information',
  fix: 'sometimes',
  kinds: [networkAcl, networkAclEntry],
  check(view, world) {
    return entriesOf(view)
      .filter((entry) => isFor(entry, 'allow'))
      .flatMap((entry) => {
        const ports = portsLetIn(entry, entriesBeside(view, world));
        if (ports.length === 0) return [];
        const input = {
          name: 'AclSource',
          use: 'that may send to these ports',
          title: 'Admit only a range of addresses that you name (the subnets hear from no others)',
        };
        return openRanges(entry, rangeKeys).map((open) => ({
          ...objectionToRange(view, entry, open, input),
          details: { ports: ports.join(', ') },
        }));
      });
  },
  example: exampleOf(networkAclEntry, 'Login', {
    acl: 'acl-0123456789abcdef0',
    number: 100,
    isEgress: false,
    action: 'allow',
    protocol: '6',
    range: '0.0.0.0/0',
    fromPort: 22,
    toPort: 22,
  }),
});

export const rules = [openAcl];
export const kinds = [networkAcl, networkAclEntry];
