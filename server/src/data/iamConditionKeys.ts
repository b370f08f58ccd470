import { entryOf, iamActionsTable } from './tables';

/** What the values of a condition key are, which decides on the operators that fit. */
export type ConditionKeyType = 'string' | 'arn' | 'bool' | 'numeric' | 'date' | 'ip';

/** What is known of a condition key. */
export interface ConditionKey {
  /** In AWS's own spelling; one with a variable part ends in it: `aws:RequestTag/${TagKey}`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** Whether a request may carry several values of it: the operators with `ForAnyValue` and `ForAllValues` are for these. */
  readonly isMultivalued: boolean;
}

const TYPES: Readonly<Record<string, ConditionKeyType>> = {
  S: 'string',
  A: 'arn',
  B: 'bool',
  N: 'numeric',
  D: 'date',
  I: 'ip',
};

/** The keys of a service, or the global ones: as a list, and by name for a quick answer. */
interface Keys {
  readonly list: readonly ConditionKey[];
  /** By name in lower case. */
  readonly fixed: ReadonlyMap<string, ConditionKey>;
  /** Those with a variable part. */
  readonly variable: readonly ConditionKey[];
}

/** The services whose part of the table was read, and the global keys under no name: it never changes. */
const known = new Map<string, Keys>();

/** The keys that requests to every service may carry. */
export function globalConditionKeys(): readonly ConditionKey[] {
  return keysUnder('').list;
}

/** The keys that requests to a service may carry, apart from global ones; empty for an unknown prefix. */
export function conditionKeysOf(prefix: string): readonly ConditionKey[] {
  return keysUnder(prefix.toLowerCase()).list;
}

/** What is known of a key such as `aws:RequestTag/team`, of those of all services. Case does not matter. */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  return find(keysUnder(''), lower) ?? find(keysUnder(lower.slice(0, Math.max(0, lower.indexOf(':')))), lower);
}

/** Whether a name is that of a key: what stands for its variable part may be anything. */
export function isKey(key: ConditionKey, name: string): boolean {
  const [start = '', end] = key.name.toLowerCase().split(variablePart);
  const lower = name.toLowerCase();
  if (end === undefined) return lower === start;
  return lower.length > start.length + end.length && lower.startsWith(start) && lower.endsWith(end);
}

/** AWS writes most variable parts as `${TagKey}`, and a few as `<key>`. */
const variablePart = /\$\{[^}]*\}|<[^>]*>/;

function find({ fixed, variable }: Keys, lower: string): ConditionKey | undefined {
  return fixed.get(lower) ?? variable.find((key) => isKey(key, lower));
}

function keysUnder(prefix: string): Keys {
  const found = known.get(prefix);
  if (found) return found;
  const list = prefix ? keysOfService(prefix) : globalKeys();
  const variable = list.filter(({ name }) => variablePart.test(name));
  const fixed = list.filter((key) => !variable.includes(key)).map((key) => [key.name.toLowerCase(), key] as const);
  const keys = { list, variable, fixed: new Map(fixed) };
  known.set(prefix, keys);
  return keys;
}

function globalKeys(): ConditionKey[] {
  return Object.entries(iamActionsTable().globalKeys).map(([name, letters]) => readKey(name, letters));
}

function keysOfService(prefix: string): ConditionKey[] {
  const text = entryOf(iamActionsTable().keys, prefix);
  if (!text) return [];
  return text.split(' ').map((one) => {
    const end = one.lastIndexOf('=');
    return readKey(one.slice(0, end), one.slice(end + 1));
  });
}

/** The key of a tag is a variable part too, though some pages name it otherwise or leave it out. */
function readKey(written: string, letters: string): ConditionKey {
  const name = written.replace(/\/(?:tag-key)?$/, '/${TagKey}');
  return { name, type: TYPES[letters[0] ?? ''] ?? 'string', isMultivalued: letters.endsWith('+') };
}
