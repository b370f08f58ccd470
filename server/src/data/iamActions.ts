import { entryOf, iamActionsTable } from './tables';

/** What an action does, in the terms of AWS's Service Authorization Reference. */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging';

/** A type of resource that actions work on. */
export interface IamResourceType {
  readonly name: string;
  /** The ARNs it may have, with variables such as `${QueueName}`. */
  readonly arns: readonly string[];
}

/** What is known of one IAM action. */
export interface IamAction {
  /** The service prefix. */
  readonly prefix: string;
  /** The name without the prefix, in AWS's own spelling. */
  readonly name: string;
  /** Most actions have one level; one that sets permissions or tags is often a write too. */
  readonly accessLevels: readonly AccessLevel[];
  /** What it works on; none where a statement cannot limit it to a resource. */
  readonly resources: readonly IamResourceType[];
  /** The condition keys of the service that its requests may carry, apart from global ones. */
  readonly conditionKeys: readonly string[];
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

/** The services whose part of the table was read: it never changes. */
const services = new Map<string, ReadonlyMap<string, IamAction>>();

/** The actions of a service by their names in lower case; empty for an unknown prefix. */
export function actionsOf(prefix: string): ReadonlyMap<string, IamAction> {
  const lower = prefix.toLowerCase();
  const known = services.get(lower);
  if (known) return known;
  const actions = new Map(readActions(lower).map((action) => [action.name.toLowerCase(), action]));
  services.set(lower, actions);
  return actions;
}

/** What is known of an action such as `sqs:SendMessage`. Case does not matter. */
export function iamAction(action: string): IamAction | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':');
  return actionsOf(prefix).get(name);
}

/** The services whose types of resources were read. */
const resourceTypes = new Map<string, readonly IamResourceType[]>();

/** The types of resources of a service. */
export function resourceTypesOf(prefix: string): readonly IamResourceType[] {
  const lower = prefix.toLowerCase();
  const types = resourceTypes.get(lower) ?? readResourceTypes(lower);
  resourceTypes.set(lower, types);
  return types;
}

function readResourceTypes(lower: string): IamResourceType[] {
  const usual = `arn:\${Partition}:${lower}:\${Region}:\${Account}:`;
  return linesOf(iamActionsTable().resources, lower).map((text) => {
    const end = text.indexOf('=');
    return {
      name: text.slice(0, end),
      arns: text
        .slice(end + 1)
        .replaceAll('~', () => usual)
        .split(' '),
    };
  });
}

let words: ReadonlySet<string> | undefined;

/** The words that the names of actions are made of, whichever service's, in lower case: `bucket`, `describe`. */
export function actionWords(): ReadonlySet<string> {
  words ??= new Set(
    Object.values(iamActionsTable().actions)
      .flatMap((lines) => lines.match(/(?<= )\S+/g) ?? [])
      .flatMap(wordsIn),
  );
  return words;
}

/** The words of a name such as `GetBucketCORS`, in lower case. */
export function wordsIn(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

function readActions(prefix: string): IamAction[] {
  const types = resourceTypesOf(prefix);
  const keys = (entryOf(iamActionsTable().keys, prefix) ?? '').split(' ').map((key) => key.replace(/=.*/, ''));
  return linesOf(iamActionsTable().actions, prefix).flatMap((line) => {
    const [group = '', ...names] = line.split(' ');
    const [letters = '', resourcePlaces = '', keyPlaces = ''] = group.split('|');
    const accessLevels = [...letters].flatMap((letter) => LEVELS[letter] ?? []);
    const resources = at(types, resourcePlaces);
    const conditionKeys = at(keys, keyPlaces);
    return names.map((name) => ({ prefix, name, accessLevels, resources, conditionKeys }));
  });
}

/** What a table holds of a service, line by line. */
function linesOf(table: Readonly<Record<string, string>>, prefix: string): readonly string[] {
  return entryOf(table, prefix)?.split('\n').filter(Boolean) ?? [];
}

/** The items of a list at places such as `0,3?`. */
function at<Item>(list: readonly Item[], places: string): Item[] {
  return places ? places.split(',').flatMap((place) => list[Number.parseInt(place, 10)] ?? []) : [];
}
