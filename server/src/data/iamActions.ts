import { entryOf, iamActionsTable } from './tables';

/** What an action does, in the terms of AWS's Service Authorization Reference. */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging';

/** What is known of one IAM action. */
export interface IamAction {
  /** The name without the service prefix, in AWS's own spelling. */
  readonly name: string;
  /** Most actions have one level; one that sets permissions or tags is often a write too. */
  readonly accessLevels: readonly AccessLevel[];
  /** True if a statement cannot limit the action to a resource. */
  readonly isWildcardOnly: boolean;
}

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  L: 'list',
  R: 'read',
  W: 'write',
  P: 'permissions',
  T: 'tagging',
};

/** True if the prefix is one of a service, such as `s3`. Prefixes are compared without case, as IAM does. */
export function isIamServicePrefix(prefix: string): boolean {
  return serviceName(prefix) !== undefined;
}

/** The name of the service behind a prefix, such as `Amazon SQS`. */
export function serviceName(prefix: string): string | undefined {
  return entryOf(iamActionsTable().services, prefix.toLowerCase());
}

/** All service prefixes, in order. */
export function servicePrefixes(): readonly string[] {
  return Object.keys(iamActionsTable().services);
}

/** The actions of a service, by access level and then by name; empty for an unknown prefix. */
export function actionsOf(prefix: string): readonly IamAction[] {
  return groupsOf(prefix).flatMap(([letters, names]) => {
    const accessLevels = levelsOf(letters);
    return names
      .split(' ')
      .map((name) => ({ name: name.replace('*', ''), accessLevels, isWildcardOnly: name.endsWith('*') }));
  });
}

/** The access levels of an action such as `sqs:SendMessage`, or nothing if it is not known. Case does not matter. */
export function accessLevel(action: string): readonly AccessLevel[] | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':');
  const group = groupsOf(prefix).find(([, names]) => {
    const known = names.toLowerCase().split(' ');
    return known.includes(name) || known.includes(`${name}*`);
  });
  return group && levelsOf(group[0]);
}

function groupsOf(prefix: string): readonly [letters: string, names: string][] {
  return Object.entries(entryOf(iamActionsTable().actions, prefix.toLowerCase()) ?? {});
}

function levelsOf(letters: string): readonly AccessLevel[] {
  return [...letters].flatMap((letter) => LEVELS[letter] ?? []);
}
