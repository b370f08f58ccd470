import type { Origin } from './origin';
import type { Truth } from './truth';

/**
 * How sure it is that a resource or a branch takes effect: `certain` for every allowed parameter value, `byDefault`
 * with the parameters' defaults, `open` where nothing is known, `notByDefault` when the defaults say otherwise.
 */
export type Likelihood = 'certain' | 'byDefault' | 'open' | 'notByDefault';

const order: readonly Likelihood[] = ['certain', 'byDefault', 'open', 'notByDefault'];

/** The likelihood of both holding at once. */
export function both(a: Likelihood, b: Likelihood): Likelihood {
  return order[Math.max(order.indexOf(a), order.indexOf(b))] as Likelihood;
}

/** The likelihood of at least one of both. */
export function either(a: Likelihood, b: Likelihood): Likelihood {
  return order[Math.min(order.indexOf(a), order.indexOf(b))] as Likelihood;
}

interface Placed {
  readonly origin: Origin;
}

/** What a text that is put together of others is made of, in order: each stands where it is written. */
interface PutTogether {
  readonly pieces?: readonly Value[];
}

/** A scalar as it is written: `text` is the source text without quotes and escapes, so `012` keeps its zero. */
export interface Literal extends Placed, PutTogether {
  readonly kind: 'literal';
  readonly text: string;
}

/** Text whose holes are values: `!Sub "${Bucket.Arn}/*"`, `"${aws_s3_bucket.b.arn}/*"`. */
export interface Template extends Placed, PutTogether {
  readonly kind: 'template';
  readonly parts: readonly (string | Value)[];
}

/** A reference to a resource of the unit (`to` is its address) and one of its attributes, as the format spells it. */
export interface Reference extends Placed {
  readonly kind: 'reference';
  readonly to: string;
  readonly attribute?: string;
}

/** A parameter or variable. `fallback` is its default where that is a value (and not the name of one). */
export interface Parameter extends Placed {
  readonly kind: 'parameter';
  readonly name: string;
  readonly fallback?: Value;
  readonly allowed?: readonly Literal[];
}

/** The cases of a conditional that some parameter value can reach. */
export interface Branches extends Placed {
  readonly kind: 'branches';
  readonly cases: readonly { readonly likelihood: Likelihood; readonly value: Value }[];
}

/** Nothing is written here: the service's default applies. Stands for a missing key, `AWS::NoValue` and `null`. */
export interface NotWritten extends Placed {
  readonly kind: 'notWritten';
}

/** Something is written, but what it comes to is not to be known from the unit. */
export interface Unknown extends Placed {
  readonly kind: 'unknown';
  readonly reason: string;
}

/** A map. `open` maps may hold more than is written here (merge keys, macros, a syntax error inside). */
export interface MapValue extends Placed {
  readonly kind: 'map';
  readonly fields: ReadonlyMap<string, Field>;
  readonly open: boolean;
}

/** A key of a map with its value. */
export interface Field {
  readonly key: Origin;
  readonly value: Value;
}

/** A list. `open` lists may hold more items than are written here; each of those is `each`, where that is known. */
export interface ListValue extends Placed {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly open: boolean;
  readonly each?: Value;
}

/** What a document says at one place. */
export type Value = Literal | Template | Reference | Parameter | Branches | NotWritten | Unknown | MapValue | ListValue;

/** One thing a value may come to, branches and parameters resolved. */
export interface Case {
  readonly value: Exclude<Value, Branches | Parameter>;
  readonly likelihood: Likelihood;
  /** The parameter the value came from: a wrong default is reported there, its uses are related. */
  readonly parameter?: Parameter;
}

/** All that a value may come to, branches and parameters resolved. A parameter without a default is unknown. */
export function cases(value: Value, likelihood: Likelihood = 'certain', parameter?: Parameter): Case[] {
  switch (value.kind) {
    case 'branches':
      return value.cases.flatMap((branch) => cases(branch.value, both(likelihood, branch.likelihood), parameter));
    case 'parameter':
      return parameterCases(value, likelihood, parameter);
    default:
      return [{ value, likelihood, parameter }];
  }
}

/**
 * A default speaks for its parameter, also beside allowed values that would be wrong: who chooses one of those does so
 * outside the document, against what it proposes, and a finding could be mended only by forbidding it. So a right
 * default is silence. Without a default the allowed values are all there is to judge.
 */
function parameterCases(value: Parameter, likelihood: Likelihood, outer: Parameter | undefined): Case[] {
  const parameter = outer ?? value;
  if (value.fallback) return cases(value.fallback, likelihood, parameter);
  if (value.allowed?.length) {
    return value.allowed.map((one) => ({ value: one, likelihood: both(likelihood, 'open'), parameter }));
  }
  return [{ value: { kind: 'unknown', reason: `${value.name} has no default`, origin: value.origin }, likelihood }];
}

/** A value made from another, case by case: branches stay branches, and what came from a parameter still does. */
export function overCases(value: Value, make: (one: Case['value']) => Value): Value {
  if (value.kind === 'branches') {
    return { ...value, cases: value.cases.map((one) => ({ ...one, value: overCases(one.value, make) })) };
  }
  if (value.kind !== 'parameter') return make(value);
  const { kind, name, origin } = value;
  const fallback = value.fallback && overCases(value.fallback, make);
  const made = value.allowed?.map(make) ?? [];
  const allowed = made.filter((one) => one.kind === 'literal');
  if (!fallback && (allowed.length === 0 || allowed.length < made.length)) {
    return make({ kind: 'unknown', reason: `${name} has no default`, origin });
  }
  return { kind, name, origin, ...(fallback && { fallback }), ...(allowed.length > 0 && { allowed }) };
}

const yes = new Set(['true', 'yes', 'on']);
const no = new Set(['false', 'no', 'off']);

/** Reads a scalar as a boolean. Anything but true/yes/on and false/no/off is none. */
export function asBoolean(text: string): Truth {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** The text of a literal; `undefined` for anything else. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' ? value.text : undefined;
}

/** The text of a template with something in place of each of its holes. */
export function templateText({ parts }: Template, hole: string): string {
  return parts.map((part) => (typeof part === 'string' ? part : hole)).join('');
}

/** The text of a literal, or of a template with something in place of its holes; `undefined` for anything else. */
export function textWithHoles(value: Value, hole: string): string | undefined {
  return value.kind === 'template' ? templateText(value, hole) : textOf(value);
}

/** What has to be written where, so that a text comes to another: in the one piece of it in which they differ, if it is one. */
export function rewritten({ text, origin, pieces = [] }: Literal, wanted: string): { origin: Origin; text: string } {
  let start = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'literal') break;
    // A separator stands for itself wherever it is put.
    const isAlone = pieces.filter((other) => other.origin === piece.origin).length === 1;
    const before = text.slice(0, start);
    const after = text.slice(start + piece.text.length);
    const isRest = wanted.length >= before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after);
    if (isRest && isAlone) return rewritten(piece, wanted.slice(before.length, wanted.length - after.length));
    start += piece.text.length;
  }
  return { origin, text: wanted };
}

/** The field of a map value, `undefined` where the value is no map or has no such key. */
export function fieldOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.fields.get(key)?.value : undefined;
}

/**
 * Whether a value is a text. One with holes may come to many: it answers no where its literal parts rule the text out,
 * and otherwise that it cannot be known.
 */
export function matchText(value: Value, wanted: string): Truth {
  if (value.kind === 'literal') return value.text === wanted;
  if (value.kind !== 'template') return undefined;
  return templatePattern(value).test(wanted) ? undefined : false;
}

/** A pattern that accepts every text a template may come to. */
export function templatePattern(template: Template): RegExp {
  const parts = template.parts.map((part) => (typeof part === 'string' ? escapePattern(part) : '[\\s\\S]*'));
  return new RegExp(`^${parts.join('')}$`);
}

/** A text as a part of a regular expression that matches it and nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The addresses of all resources a value refers to, in order, also inside text. */
export function mentions(value: Value): string[] {
  switch (value.kind) {
    case 'reference':
      return [value.to];
    case 'template':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : mentions(part)));
    case 'branches':
      return value.cases.flatMap((branch) => mentions(branch.value));
    case 'parameter':
      return value.fallback ? mentions(value.fallback) : [];
    case 'list':
      return value.items.flatMap(mentions);
    case 'map':
      return [...value.fields.values()].flatMap((field) => mentions(field.value));
    default:
      return [];
  }
}
