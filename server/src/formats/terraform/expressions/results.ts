import type { Origin } from '../../../model/origin';
import {
  asBoolean,
  type Field,
  type Likelihood,
  type Literal,
  matchText,
  textOf,
  type Value,
} from '../../../model/value';

/** An expression that Terraform refuses: an attribute that is not there, a list's item beyond its end. */
interface Invalid {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly origin: Origin;
  readonly invalid: true;
}

/** A value that nobody can know. */
export function unknown(reason: string, origin: Origin): Value {
  return { kind: 'unknown', reason, origin };
}

/** The result of an expression that Terraform refuses; `try` and `can` know of it, to all others it is unknown. */
export function invalid(reason: string, origin: Origin): Value {
  const result: Invalid = { kind: 'unknown', reason, origin, invalid: true };
  return result;
}

/** Whether Terraform refuses the expression that a value comes from. */
export function isInvalid(value: Value): boolean {
  return 'invalid' in value;
}

/** Whether Terraform refuses it with the defaults of the variables. */
export function isInvalidByDefault(value: Value): boolean {
  if (value.kind === 'parameter') return value.fallback !== undefined && isInvalidByDefault(value.fallback);
  return isInvalid(value);
}

/** No text that is put together grows longer. */
export const longestText = 100_000;

/** A text that was put together or computed. */
export function textValue(text: string, origin: Origin): Value {
  return text.length > longestText ? unknown('a text too long', origin) : { kind: 'literal', text, origin };
}

/** A number or a truth as a value. */
export function constantValue(constant: number | boolean, origin: Origin): Value {
  if (typeof constant === 'number' && !Number.isFinite(constant)) return invalid('no number', origin);
  return { kind: 'literal', text: String(constant), origin };
}

/** A list as a value. */
export function listValue(items: readonly Value[], origin: Origin, open = false): Value {
  return { kind: 'list', items, open, origin };
}

/** A map as a value. */
export function mapValue(fields: ReadonlyMap<string, Field>, origin: Origin, open = false): Value {
  return { kind: 'map', fields, open, origin };
}

/** The text that others make one after the other. It knows them, as each stands where it is written. */
export function joined(parts: readonly Value[], origin: Origin): Value {
  if (parts.some((part) => isInvalid(part) || part.kind === 'notWritten')) return invalid('null in a text', origin);
  // What is empty says nothing, and might be put together of any number of empty texts.
  const pieces = parts.filter((part) => textOf(part) !== '');
  const flat = pieces.flatMap((part): readonly (string | Value)[] =>
    part.kind === 'literal' ? [part.text] : part.kind === 'template' ? part.parts : [part],
  );
  const length = flat.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  if (length > longestText) return unknown('a text too long', origin);
  if (flat.every((part) => typeof part === 'string')) return { kind: 'literal', text: flat.join(''), origin, pieces };
  return { kind: 'template', parts: flat, origin, pieces };
}

/**
 * Applies a function to each thing that some values may come to: to each branch, and to the default of a variable,
 * whose result is then the variable's. A variable without a default is unknown.
 */
export function lift(values: readonly Value[], apply: (values: readonly Value[]) => Value): Value {
  const at = values.findIndex((value) => value.kind === 'branches' || value.kind === 'parameter');
  const value = values[at];
  const on = (one: Value) => lift(values.with(at, one), apply);
  if (value?.kind === 'branches') {
    return { ...value, cases: value.cases.map((one) => ({ ...one, value: on(one.value) })) };
  }
  if (value?.kind !== 'parameter') return apply(values);
  const { kind, name, origin, fallback, allowed } = value;
  const results = allowed?.map(on);
  if (!fallback && !results) return on(unknown(`${name} has no default`, origin));
  const literals = results?.every((one): one is Literal => one.kind === 'literal') ? results : undefined;
  if (!fallback && !literals) {
    return { kind: 'branches', cases: (results ?? []).map((one) => ({ likelihood: 'open', value: one })), origin };
  }
  return { kind, name, origin, ...(fallback && { fallback: on(fallback) }), ...(literals && { allowed: literals }) };
}

/** Applies a function to one value as `lift` does. */
export function liftOne(value: Value, apply: (value: Value) => Value): Value {
  return lift([value], ([one]) => apply(one as Value));
}

/** A condition as a truth that holds whatever the variables are. */
export function constantTruth(value: Value): boolean | undefined {
  if (value.kind === 'literal') return asBoolean(value.text);
  if (value.kind === 'parameter') return agreed(value.allowed ?? [], constantTruth);
  return value.kind === 'branches'
    ? agreed(
        value.cases.map((one) => one.value),
        constantTruth,
      )
    : undefined;
}

/** A condition as a truth that holds with the defaults of the variables. */
function truthByDefault(value: Value): boolean | undefined {
  if (value.kind === 'parameter') return value.fallback ? truthByDefault(value.fallback) : constantTruth(value);
  if (value.kind !== 'branches') return constantTruth(value);
  const likely = value.cases.filter((one) => one.likelihood !== 'notByDefault');
  return agreed(
    likely.map((one) => one.value),
    truthByDefault,
  );
}

function agreed(values: readonly Value[], truthOf: (value: Value) => boolean | undefined): boolean | undefined {
  const [first, ...others] = values.map(truthOf);
  return others.every((one) => one === first) ? first : undefined;
}

/** How likely a condition comes out as wanted; `undefined` where it never does. */
export function likelihoodOf(condition: Value, wanted: boolean): Likelihood | undefined {
  const constant = constantTruth(condition);
  if (constant !== undefined) return constant === wanted ? 'certain' : undefined;
  const byDefault = truthByDefault(condition);
  if (byDefault === undefined) return 'open';
  return byDefault === wanted ? 'byDefault' : 'notByDefault';
}

/** Whether two values are equal; the types of Terraform are not told apart, so `"1"` and `1` are. */
export function areEqual(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'notWritten' || b.kind === 'notWritten') {
    if (a.kind === b.kind) return true;
    const other = a.kind === 'notWritten' ? b : a;
    return other.kind === 'unknown' || other.kind === 'reference' ? undefined : false;
  }
  if (a.kind === 'literal' && b.kind === 'literal') {
    const numbers = numberOf(a) !== undefined && numberOf(a) === numberOf(b);
    return a.text === b.text || numbers;
  }
  if (a.kind === 'literal') return isCollection(b) ? false : matchText(b, a.text);
  if (b.kind === 'literal') return areEqual(b, a);
  return undefined;
}

function isCollection(value: Value): boolean {
  return value.kind === 'map' || value.kind === 'list';
}

/** A literal as a number. */
export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'literal' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value.text)
    ? Number(value.text)
    : undefined;
}
