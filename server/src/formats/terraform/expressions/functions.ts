import type { Origin } from '../../../model/origin';
import type { Value } from '../../../model/value';
import { isTooDeep } from '../../../syntax/nesting';
import { collectionFunctions } from './collections';
import { truthValue } from './operators';
import { invalid, isInvalid, lift, liftOne, listValue, mapValue, numberOf, textValue, unknown } from './results';
import { textFunctions } from './texts';

/** A function of Terraform over what its arguments come to; `undefined` where the result cannot be known. */
export type TerraformFunction = (args: readonly Value[], origin: Origin) => Value | undefined;

/** Functions that look at their arguments one after the other, or at whether they can be evaluated at all. */
const special: Readonly<Record<string, (args: readonly Value[], origin: Origin) => Value>> = {
  try: firstValid,
  can: ([value], origin) => liftOne(value ?? invalid('no argument', origin), (one) => canEvaluate(one, origin)),
  coalesce: (args, origin) => firstThat(args, origin, (value) => !isEmptyText(value)),
  coalescelist: (args, origin) => firstThat(args, origin, (value) => !isEmptyList(value)),
};

const conversions: Readonly<Record<string, TerraformFunction>> = {
  tostring: ([value]) => value,
  tonumber: ([value], origin) =>
    value?.kind === 'literal' && numberOf(value) === undefined ? invalid('no number', origin) : value,
  tobool: ([value], origin) =>
    value?.kind === 'literal' && !/^(?:true|false)$/.test(value.text) ? invalid('no truth', origin) : value,
  tolist: ([value]) => value,
  tomap: ([value]) => value,
  sensitive: ([value]) => value,
  nonsensitive: ([value]) => value,
  issensitive: () => undefined,
  // A document in a text is read as what it holds, so what is encoded stays as it is.
  jsonencode: ([value]) => (value?.kind === 'map' || value?.kind === 'list' ? value : undefined),
  jsondecode: ([value], origin) => (value?.kind === 'literal' ? decoded(value.text, origin) : value),
};

const numeric: Readonly<Record<string, TerraformFunction>> = {
  abs: ofNumbers((numbers) => Math.abs(numbers[0] ?? Number.NaN)),
  ceil: ofNumbers((numbers) => Math.ceil(numbers[0] ?? Number.NaN)),
  floor: ofNumbers((numbers) => Math.floor(numbers[0] ?? Number.NaN)),
  max: ofNumbers((numbers) => Math.max(...numbers)),
  min: ofNumbers((numbers) => Math.min(...numbers)),
};

const functions = new Map<string, TerraformFunction>(
  Object.entries({ ...conversions, ...numeric, ...textFunctions, ...collectionFunctions }),
);
const specialFunctions = new Map(Object.entries(special));

/** Calls a function. Those that read files, the clock or the network, and all that are not known, are unknown. */
export function callFunction(name: string, args: readonly Value[], origin: Origin): Value {
  const own = name.replace(/^core::/, '');
  const found = specialFunctions.get(own);
  if (found) return found(args, origin);
  const apply = functions.get(own);
  if (!apply) return unknown(`the function ${name}`, origin);
  return lift(
    args,
    (values) => values.find(isInvalid) ?? apply(values, origin) ?? unknown(`the function ${name}`, origin),
  );
}

function firstValid(args: readonly Value[], origin: Origin): Value {
  const [first, ...others] = args;
  if (!first) return invalid('nothing of it is valid', origin);
  return liftOne(first, (value) => (isInvalid(value) ? firstValid(others, origin) : value));
}

function canEvaluate(value: Value, origin: Origin): Value {
  if (isInvalid(value)) return truthValue(false, origin);
  return value.kind === 'unknown' ? value : truthValue(true, origin);
}

/** The first argument that is written and passes a test. */
function firstThat(args: readonly Value[], origin: Origin, test: (value: Value) => boolean): Value {
  const [first, ...others] = args;
  if (!first) return invalid('all of it is empty', origin);
  return liftOne(first, (value) => {
    if (isInvalid(value) || (value.kind !== 'notWritten' && test(value))) return value;
    return firstThat(others, origin, test);
  });
}

function isEmptyText(value: Value): boolean {
  return value.kind === 'literal' && value.text === '';
}

function isEmptyList(value: Value): boolean {
  return value.kind === 'list' && value.items.length === 0 && !value.open;
}

function ofNumbers(apply: (numbers: readonly number[]) => number): TerraformFunction {
  return (args, origin) => {
    const numbers = args.map(numberOf);
    return numbers.every((number) => number !== undefined) ? textValue(String(apply(numbers)), origin) : undefined;
  };
}

function decoded(text: string, origin: Origin): Value {
  if (isTooDeep(text, 'json')) return unknown('a document that nests too deep', origin);
  try {
    return valueOfJson(JSON.parse(text), origin);
  } catch {
    return invalid('no JSON', origin);
  }
}

function valueOfJson(plain: unknown, origin: Origin): Value {
  if (plain === null) return { kind: 'notWritten', origin };
  if (typeof plain !== 'object') return textValue(String(plain), origin);
  if (Array.isArray(plain)) {
    return listValue(
      plain.map((item) => valueOfJson(item, origin)),
      origin,
    );
  }
  const fields = Object.entries(plain).map(
    ([key, value]) => [key, { key: origin, value: valueOfJson(value, origin) }] as const,
  );
  return mapValue(new Map(fields), origin);
}
