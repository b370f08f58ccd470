import type { Kind } from '../model/kind';
import type { Policy } from '../model/policy';
import type { Resource } from '../model/resource';
import { cases, fieldOf, mentions, type Value } from '../model/value';
import type { View, World } from '../model/view';
import { routeTable, vpc } from './ec2';
import { instance } from './ec2Instances';
import { ecsService } from './ecs';
import { lambdaFunction } from './lambda';
import { bearersOf, mentionsIn } from './policies/bearers';
import { route } from './routes';
import { subnet } from './subnets';

/** Code of the unit that runs in subnets from which nothing leads to the internet, but for a NAT gateway perhaps. */
export interface PrivateCode {
  readonly runner: View;
  readonly network: View;
  readonly subnets: readonly View[];
  readonly routeTables: readonly View[];
  readonly hasNat: boolean;
}

/** What stands between code and its role: a task definition, an instance profile. */
const roleKeys = ['TaskRoleArn', 'task_role_arn', 'Roles', 'role'];

const association: Kind = {
  id: 'route-table-association',
  title: 'route table association',
  cloudformation: ['AWS::EC2::SubnetRouteTableAssociation'],
  terraform: ['aws_route_table_association'],
  attributes: {
    subnet: { cloudformation: 'SubnetId', terraform: 'subnet_id', type: 'text' },
    table: { cloudformation: 'RouteTableId', terraform: 'route_table_id', type: 'text' },
  },
};

/** Resources that give a VPC's main route table other routes than its own; CloudFormation has none. */
const mainRoutes = new Set(['aws_default_route_table', 'aws_main_route_table_association']);

/** The code of the unit that has the role of an identity policy and runs in private subnets. */
export function privateCodeWith(policy: Policy, world: World): readonly PrivateCode[] {
  const bearers = bearersOf(policy, world);
  const runners = [lambdaFunction, ecsService, instance].flatMap((kind) => world.views(kind));
  return runners
    .filter((runner) => bearers.includes(runner.resource) || bearers.some((role) => hasRole(runner, role, world)))
    .flatMap((runner) => privatePlace(runner, world) ?? []);
}

/** Whether code has a role, directly or through what stands between them. */
function hasRole(runner: View, role: Resource, world: World): boolean {
  const named = runner.facts('role').flatMap(({ value }) => mentions(value));
  const between = world.resources.filter(({ address }) => named.includes(address));
  const further = between.flatMap(({ properties }) => roleKeys.flatMap((key) => mentionsIn(fieldOf(properties, key))));
  return named.includes(role.address) || further.includes(role.address);
}

/** The private place where code runs; `undefined` where it is not private, or the unit does not tell. */
function privatePlace(runner: View, world: World): PrivateCode | undefined {
  const subnets = viewsNamed(runner, 'subnets', subnet, world);
  const networks = subnets?.map((one) => viewsNamed(one, 'vpc', vpc, world)?.[0]);
  const [network] = networks ?? [];
  if (!subnets || !network || networks?.some((one) => one !== network)) return undefined;
  const ways = subnets.map((one) => waysOut(one, world));
  if (ways.includes(undefined)) return undefined;
  const routeTables = ways.flatMap((way) => way?.tables ?? []);
  return {
    runner,
    network,
    subnets,
    routeTables: [...new Set(routeTables)],
    hasNat: ways.some((way) => way?.hasNat),
  };
}

/** The resources of a kind that an attribute names, one or a list; `undefined` where one of them is not in the unit. */
export function viewsNamed(view: View, attribute: string, kind: Kind, world: World): readonly View[] | undefined {
  const items = view.facts(attribute).flatMap(({ value }) => (value.kind === 'list' ? listed(value) : [value]));
  const named = items.map((item) => world.resolve(item, kind));
  return named.length > 0 && named.every((one) => one !== undefined) ? (named as View[]) : undefined;
}

function listed(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items.flatMap((item) => cases(item).map((one) => one.value)) : [value];
}

/** The route tables of a private subnet; `undefined` for one that is not, or of which the unit does not tell. */
function waysOut(of: View, world: World): { tables: readonly View[]; hasNat: boolean } | undefined {
  const associations = world.pointingAt(of, association, 'subnet');
  if (associations.maybeMore) return undefined;
  if (associations.views.length === 0) {
    return world.resources.some(({ type }) => mainRoutes.has(type)) ? undefined : { tables: [], hasNat: false };
  }
  const tables = associations.views.map((one) => viewsNamed(one, 'table', routeTable, world)?.[0]);
  const targets = tables.map((table) => table && targetsOf(table, world));
  if (targets.includes(undefined) || targets.some((found) => found?.includes('other'))) return undefined;
  return { tables: tables as View[], hasNat: targets.some((found) => found?.includes('nat')) };
}

/** Where the routes of a table lead; `undefined` where it may have others. */
function targetsOf(table: View, world: World): readonly ('nat' | 'other')[] | undefined {
  const routes = world.pointingAt(table, route, 'table');
  const inline = fieldOf(table.resource.properties, 'route');
  if (routes.maybeMore) return undefined;
  const blocks = inline ? cases(inline).flatMap(({ value }) => listed(value)) : [];
  return [...routes.views.map(({ resource }) => resource.properties), ...blocks].map((one) =>
    fieldOf(one, 'NatGatewayId') || fieldOf(one, 'nat_gateway_id') ? 'nat' : 'other',
  );
}

export const rules = [];
export const kinds = [association];
