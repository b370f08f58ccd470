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

/** The keys that requests to every service may carry. */
export function globalConditionKeys(): readonly ConditionKey[] {
  return Object.entries(iamActionsTable().globalKeys).map(([name, letters]) =>
    readKey(name.replace('/tag-key', '/${TagKey}'), letters),
  );
}

/** The keys that requests to a service may carry, apart from global ones; empty for an unknown prefix. */
export function conditionKeysOf(prefix: string): readonly ConditionKey[] {
  const text = entryOf(iamActionsTable().keys, prefix.toLowerCase());
  if (!text) return [];
  return text.split(' ').map((one) => {
    const end = one.lastIndexOf('=');
    return readKey(one.slice(0, end), one.slice(end + 1));
  });
}

/** What is known of a key such as `aws:RequestTag/team`, of those of all services. Case does not matter. */
export function conditionKey(name: string): ConditionKey | undefined {
  const [prefix = ''] = name.split(':');
  return [...globalConditionKeys(), ...conditionKeysOf(prefix)].find((key) => isKey(key, name));
}

/** Whether a name is that of a key: what stands for its variable part may be anything. */
export function isKey(key: ConditionKey, name: string): boolean {
  const [start = '', end] = key.name.toLowerCase().split(/\$\{[^}]*\}/);
  const lower = name.toLowerCase();
  if (end === undefined) return lower === start;
  return lower.length > start.length + end.length && lower.startsWith(start) && lower.endsWith(end);
}

function readKey(name: string, letters: string): ConditionKey {
  return { name, type: TYPES[letters[0] ?? ''] ?? 'string', isMultivalued: letters.endsWith('+') };
}
