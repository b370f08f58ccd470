import type { AccessLevel, IamAction } from '../../data/iamActions';

const names: Readonly<Record<AccessLevel, string>> = {
  list: 'list',
  read: 'read',
  write: 'write',
  permissions: 'permissions management',
  tagging: 'tagging',
};

/** The access levels of an action, as AWS calls them. */
export function levelNames({ accessLevels }: Pick<IamAction, 'accessLevels'>): string {
  return accessLevels.map((level) => names[level]).join(', ');
}

/** How many of some actions have each access level, the most frequent first; one of two levels counts by its first. */
export function countByLevel(actions: readonly IamAction[]): readonly (readonly [name: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { accessLevels } of actions) {
    const name = accessLevels[0] ? names[accessLevels[0]] : 'unknown';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
