import type { Objection, Remedy } from '../model/finding';
import { type Case, cases, fieldOf, type ListValue, textOf, type Value } from '../model/value';
import type { View } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { type Block, likelihoodIn } from './blocks';

/** A range of addresses that is the whole internet, with the key it stands under. */
export interface OpenRange {
  readonly key: string;
  readonly range: Case;
}

/** What a fix asks the user for in place of the whole internet. */
export interface RangeInput {
  /** What its name begins with: `SshSource`. */
  readonly name: string;
  /** Which addresses it stands for: "that may connect with SSH". */
  readonly use: string;
  /** What the fix does, as the lightbulb says it. */
  readonly title: string;
}

const isEverybody = (value: Value) => value.kind === 'literal' && /^(0\.0\.0\.0|::)\/0$/.test(value.text);

/** The ranges under some keys of a block, each one or a list, that are the whole internet. */
export function openRanges({ fields }: Block, keys: readonly string[]): OpenRange[] {
  return keys.flatMap((key) => {
    const field = fieldOf(fields, key);
    const ranges = (field ? cases(field) : []).flatMap(({ value, likelihood, parameter }) =>
      value.kind === 'list'
        ? value.items.flatMap((item) => cases(item, likelihood, parameter))
        : { value, likelihood, ...(parameter && { parameter }) },
    );
    return ranges.filter(({ value }) => isEverybody(value)).map((range) => ({ key, range }));
  });
}

/** An objection to a range that is the whole internet, with a fix that leaves the range to the user where it can. */
export function objectionToRange(view: View, block: Block, { key, range }: OpenRange, input?: RangeInput): Objection {
  const { parameter } = range;
  return {
    origin: range.value.origin,
    written: true,
    likelihood: likelihoodIn(block, range.likelihood),
    resource: view.resource,
    related: parameter ? [{ origin: parameter.origin, message: `${parameter.name} is used here` }] : [],
    remedies: input ? narrowing(block, key, input) : [],
  };
}

/** A list of ranges with the open ones replaced; `undefined` where another is not plain text. */
function replacedIn({ items, open }: ListValue, range: Written): Written | undefined {
  const texts = items.map((item) => (isEverybody(item) ? range : textOf(item)));
  return open || texts.includes(undefined) ? undefined : (texts as Written[]);
}

/** Leaves the range to the user. Only what stands plainly in the block is replaced, not a branch or a default. */
function narrowing({ fields }: Block, key: string, { name, use, title }: RangeInput): Remedy[] {
  const isV6 = /v6/i.test(key);
  const input = new WrittenInput(
    `${name}Range${isV6 ? 'V6' : ''}`,
    `The ${isV6 ? 'IPv6' : 'IPv4'} address range ${use}`,
    isV6 ? '^[0-9a-fA-F:]+/[1-9][0-9]{0,2}$' : '^[0-9.]+/[1-9][0-9]?$',
  );
  const field = fieldOf(fields, key);
  const value = field?.kind === 'list' ? replacedIn(field, input) : field?.kind === 'literal' ? input : undefined;
  if (value === undefined) return [];
  return [{ title, safety: 'input', changes: [{ kind: 'merge', origin: fields.origin, fields: { [key]: value } }] }];
}
