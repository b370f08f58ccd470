import type { Origin } from '../../model/origin';
import type { Policy, Statement } from '../../model/policy';
import { mentions } from '../../model/value';
import type { World } from '../../model/view';
import { credentialActions, dataActions, escalations, everydayWrites, passRole } from './dangerousActions';
import {
  actionsMeant,
  type Grant,
  Grants,
  nameOf,
  plainAllows,
  policiesBeside,
  wildcardResource,
  writtenActions,
} from './grants';

/** In what way a statement of an identity's policy allows more than it should. */
export type ExcessKind =
  | 'everything'
  | 'escalation'
  | 'anyRole'
  | 'data'
  | 'credentials'
  | 'wholeService'
  | 'permissions'
  | 'writing';

/** Something that a policy allows beyond what its bearer can need. */
export interface Excess {
  readonly kind: ExcessKind;
  /** The token that says so. */
  readonly origin: Origin;
  readonly statement: Statement;
  /** What is allowed, for people. */
  readonly what: string;
  /** Whether it is limited to some resources or circumstances. */
  readonly isLimited: boolean;
}

/** What was found in a policy, for the several rules that ask. */
const known = new WeakMap<Policy, readonly Excess[]>();

/**
 * All that a policy allows too much of, each thing once: what is told as graver is not told again as less. A policy that
 * serves as a boundary grants nothing.
 */
export function excessesOf(policy: Policy, world: World): readonly Excess[] {
  const found = known.get(policy) ?? new Search(policy, world).run();
  known.set(policy, found);
  return found;
}

/** Names for people: the first of some, and that there are more. */
function listed(names: readonly string[]): string {
  const [first = '', second, third, ...more] = [...new Set(names)];
  if (more.length > 0) return `${first}, ${second}, ${third} and more`;
  if (third) return `${first}, ${second} and ${third}`;
  return second ? `${first} and ${second}` : first;
}

class Search {
  private readonly excesses: Excess[] = [];
  private readonly told = new Set<Origin>();
  private readonly grants: Grants;

  constructor(
    private readonly policy: Policy,
    private readonly world: World,
  ) {
    this.grants = new Grants(policiesBeside(policy, world));
  }

  run(): readonly Excess[] {
    for (const statement of plainAllows(this.policy)) this.everything(statement);
    this.escalations();
    this.allowedEverywhere('anyRole', [passRole]);
    this.allowedEverywhere('data', dataActions);
    this.allowedEverywhere('credentials', credentialActions);
    for (const statement of this.policy.statements)
      if (statement.effect === 'Allow' && !statement.notResources) this.wholeServices(statement);
    for (const statement of plainAllows(this.policy)) this.unlimited(statement);
    return this.excesses.length > 0 && isBoundary(this.policy, this.world) ? [] : this.excesses;
  }

  private add(kind: ExcessKind, origin: Origin, statement: Statement, what: string, isLimited = false): void {
    this.told.add(origin);
    this.excesses.push({ kind, origin, statement, what, isLimited });
  }

  private everything(statement: Statement): void {
    const all = writtenActions(statement).find(({ text }) => text === '*' || text === '*:*');
    if (all && wildcardResource(statement)) {
      this.add('everything', all.origin, statement, all.text);
      // Nothing else that the statement says adds to that.
      for (const { origin } of writtenActions(statement)) this.told.add(origin);
    }
  }

  /** Told at the action to take away, once for all ways that begin with it. */
  private escalations(): void {
    const ways = escalations.flatMap((actions) => {
      const [first = '', ...others] = actions;
      const decisive = this.grants.of(first);
      if (!decisive || !this.isNew(decisive)) return [];
      return others.every((action) => this.grants.of(action)) ? [{ decisive, actions }] : [];
    });
    for (const [origin, same] of groupBy(ways, ({ decisive }) => decisive.action.origin)) {
      const alone = same.flatMap(({ actions }) => (actions.length === 1 ? actions : []));
      const [first = '', ...others] = same[0]?.actions ?? [];
      const what = alone.length > 0 ? listed(alone) : `${first} with ${listed(others)}`;
      // With IAM itself there is nothing in the way; other services have to run something with the right role.
      const isLimited = same.every(({ actions }) => !actions[0]?.startsWith('iam:'));
      this.add('escalation', origin, (same[0] as (typeof ways)[number]).decisive.statement, what, isLimited);
    }
  }

  private allowedEverywhere(kind: ExcessKind, actions: readonly string[]): void {
    const grants = actions.flatMap((action) => {
      const grant = this.grants.of(action, this.policy);
      return grant && this.isNew(grant) && !isWholeService(grant.action.text) ? [{ ...grant, name: action }] : [];
    });
    for (const [origin, same] of groupBy(grants, ({ action }) => action.origin)) {
      this.add(kind, origin, (same[0] as Grant).statement, listed(same.map(({ name }) => name)));
    }
  }

  private isNew({ policy, action }: Grant): boolean {
    return policy === this.policy && !this.told.has(action.origin);
  }

  private wholeServices(statement: Statement): void {
    const isLimited = statement.open || statement.conditions.length > 0 || !wildcardResource(statement);
    for (const { text, origin } of writtenActions(statement)) {
      if (!isWholeService(text) || this.told.has(origin)) continue;
      const what = text === '*' ? 'every service' : `a service, ${text}`;
      this.add('wholeService', origin, statement, what, isLimited);
    }
  }

  /** What could be limited to a resource and is not; told at the resource, once for a statement. */
  private unlimited(statement: Statement): void {
    const resource = wildcardResource(statement);
    const written = writtenActions(statement);
    if (!resource || written.some(({ origin }) => this.told.has(origin))) return;
    const limitable = written
      .flatMap(({ text }) => actionsMeant(text))
      .filter((action) => action.resources.length > 0 && !everydayWrites.has(nameOf(action)));
    const permissions = limitable.filter(({ accessLevels }) => accessLevels.includes('permissions'));
    const writing = limitable.filter(({ accessLevels }) => accessLevels.includes('write'));
    const [kind, actions] =
      permissions.length > 0 ? ['permissions' as const, permissions] : ['writing' as const, writing];
    if (actions.length > 0) this.add(kind, resource.origin, statement, listed(actions.map(nameOf)));
  }
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Whether an action stands for all of one service, or of all. */
export function isWholeService(text: string): boolean {
  return /^(\*|[\w-]+:\*)$/.test(text);
}

/** Whether something of the unit has a policy as its permissions boundary. */
function isBoundary({ holder }: Policy, { resources }: World): boolean {
  return resources.some(({ properties }) =>
    ['PermissionsBoundary', 'permissions_boundary'].some((name) => {
      const boundary = properties.fields.get(name);
      return boundary !== undefined && mentions(boundary.value).includes(holder.address);
    }),
  );
}
