import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import { fieldOf, mentions, textOf } from '../model/value';
import type { World } from '../model/view';
import { type Block, blocksOf, wholeOf } from './blocks';
import { exampleOf, resourceRule } from './define';
import { routeTable } from './ec2';
import { objectionToRange, openRanges, type RangeInput } from './ranges';

export const route: Kind = {
  id: 'route',
  title: 'route',
  cloudformation: ['AWS::EC2::Route'],
  terraform: ['aws_route'],
  attributes: {
    table: { cloudformation: 'RouteTableId', terraform: 'route_table_id', type: 'text' },
    destination: { cloudformation: 'DestinationCidrBlock', terraform: 'destination_cidr_block', type: 'text' },
    gateway: { cloudformation: 'GatewayId', terraform: 'gateway_id', type: 'text' },
    peering: { cloudformation: 'VpcPeeringConnectionId', terraform: 'vpc_peering_connection_id', type: 'text' },
  },
};

const destinationKeys = [
  'DestinationCidrBlock',
  'DestinationIpv6CidrBlock',
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
  'cidr_block',
  'ipv6_cidr_block',
];

const internetGateways = new Set(['AWS::EC2::InternetGateway', 'aws_internet_gateway']);

/** Whether a route leads to the internet: to an internet gateway by its id, or one of the unit. */
function leadsToInternet({ fields }: Block, world: World): boolean {
  const gateway = fieldOf(fields, 'GatewayId') ?? fieldOf(fields, 'gateway_id');
  if (!gateway) return false;
  if (textOf(gateway)?.startsWith('igw-')) return true;
  const named = mentions(gateway);
  return world.resources.some(({ address, type }) => named.includes(address) && internetGateways.has(type));
}

function leadsToPeer({ fields }: Block): boolean {
  return Boolean(fieldOf(fields, 'VpcPeeringConnectionId') ?? fieldOf(fields, 'vpc_peering_connection_id'));
}

/** What a rule of ours says of routes that take all traffic somewhere. */
interface WayForAll extends Pick<ResourceRule, 'id' | 'severity' | 'example'> {
  readonly leadsThere: (route: Block, world: World) => boolean;
  readonly input?: RangeInput;
}

function wayForAll({ leadsThere, input, ...rule }: WayForAll): ResourceRule {
  return resourceRule({
    ...rule,
    recommendation: 'private-connectivity',
    fix: input ? 'sometimes' : 'none',
    kinds: [route, routeTable],
    check(view, world) {
      const routes = view.kind === routeTable ? blocksOf(view, 'routes') : [wholeOf(view)];
      return routes
        .filter((one) => leadsThere(one, world))
        .flatMap((one) => openRanges(one, destinationKeys).map((open) => objectionToRange(view, one, open, input)));
    },
  });
}

const toInternet = wayForAll({
  id: 'route-to-internet',
  severity: 'hint',
  leadsThere: leadsToInternet,
  example: exampleOf(route, 'Out', {
    table: 'rtb-0123456789abcdef0',
    destination: '0.0.0.0/0',
    gateway: 'igw-0123456789abcdef0',
  }),
});

const toPeer = wayForAll({
  id: 'route-to-peer',
  severity: 'warning',
  leadsThere: leadsToPeer,
  input: {
    name: 'Peer',
    use: 'of the network on the other side',
    title: 'Send only the addresses of the other network there (all others are routed elsewhere or not at all)',
  },
  example: exampleOf(route, 'Across', {
    table: 'rtb-0123456789abcdef0',
    destination: '0.0.0.0/0',
    peering: 'pcx-0123456789abcdef0',
  }),
});

export const rules = [toInternet, toPeer];
export const kinds = [route];
