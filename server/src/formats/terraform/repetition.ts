import type { Truth } from '../../model/truth';
import { both, type Likelihood, textOf, type Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { soleExpression } from '../../syntax/hcl/templates';
import type { Expression } from '../../syntax/hcl/tree';
import { child, type SyntaxNode } from '../../syntax/node';
import { factsOf } from './expressions/assumptions';
import { constantValue, numberOf, unknown } from './expressions/results';
import { lowerValue, type Scope } from './values';

/** How often a block is there: how likely at all, and what its body may refer to. */
export interface Repetition {
  readonly likelihood: Likelihood;
  readonly scope: Scope;
}

/** An instance of something repeated: what `each.key` and `each.value` are for it. */
export interface Element {
  readonly key: Value;
  readonly value: Value;
}

/** Where there are more, the instances of a block are not told apart. */
const mostElements = 100;

/**
 * Reads `count` and `for_each` of a block. `undefined` where there is none of it: `count` is 0, or there is nothing to
 * repeat for. All instances are one resource here; what differs between them is a branch of its values. `key` picks the
 * one instance that something refers to.
 */
export function repetitionOf(body: SyntaxNode, scope: Scope, key?: string): Repetition | undefined {
  const count = child(body, 'count');
  const forEach = child(body, 'for_each');
  const written = count ?? forEach;
  if (!written) return { likelihood: 'certain', scope };
  const value = lowerValue(written, scope);
  const inner = assuming(written, scope);
  if (count) {
    const likelihood = presence(value, (one) => (numberOf(one) === undefined ? undefined : numberOf(one) !== 0));
    const indexes = ofKey(allElements(value, countedTo), key);
    const index = partOf('count.index', 'key', indexes, value);
    return likelihood && { likelihood, scope: bound(inner, 'count', { index }, value) };
  }
  const likelihood = presence(value, makesSome);
  const elements = ofKey(allElements(value, elementsOf), key);
  return likelihood && { likelihood, scope: bindElements('each', elements, inner, value) };
}

/** The instance of a key, if it is among some. */
function ofKey(elements: readonly Element[] | undefined, key: string | undefined): readonly Element[] | undefined {
  const found = elements?.filter((one) => textOf(one.key) === key);
  return found?.length ? found : elements;
}

/** The instances that a `count` makes. */
function countedTo(count: Value): readonly Element[] | undefined {
  const number = numberOf(count);
  if (number === undefined || number > mostElements) return undefined;
  return Array.from({ length: number }, (_, i) => {
    const index = constantValue(i, count.origin);
    return { key: index, value: index };
  });
}

/** What a value may come to, each with how likely it is where variables may be set to something else. */
function alternatives(value: Value, likelihood: Likelihood = 'certain'): { value: Value; likelihood: Likelihood }[] {
  if (value.kind === 'branches') {
    return value.cases.flatMap((one) => alternatives(one.value, both(likelihood, one.likelihood)));
  }
  if (value.kind !== 'parameter') return [{ value, likelihood }];
  if (value.fallback) return alternatives(value.fallback, both(likelihood, 'byDefault'));
  return (value.allowed ?? [unknown(`${value.name} has no default`, value.origin)]).map((one) => ({
    value: one,
    likelihood: both(likelihood, 'open'),
  }));
}

/** How likely a value is one of those that make a block be there; `undefined` where it never is. */
function presence(value: Value, makesOne: (value: Value) => Truth): Likelihood | undefined {
  const found = alternatives(value);
  const present = found.flatMap(({ value: one, likelihood }) => {
    const makes = makesOne(one);
    return makes === false ? [] : [makes ? likelihood : both(likelihood, 'open')];
  });
  if (present.length > 0) return present.reduce((best, one) => (both(best, one) === best ? one : best));
  // A variable's default may be overridden, so that there is one after all.
  return found.some(({ likelihood }) => likelihood !== 'certain') ? 'notByDefault' : undefined;
}

/** Whether there is something to repeat for. */
function makesSome(value: Value): Truth {
  const elements = elementsOf(value);
  if (!elements || value.kind === 'reference') return undefined;
  if (elements.length > 0) return true;
  return (value.kind === 'list' || value.kind === 'map') && value.open ? undefined : false;
}

/** The instances that a value makes; `undefined` where they are not known. */
export function elementsOf(value: Value): readonly Element[] | undefined {
  switch (value.kind) {
    case 'map':
      return [...value.fields].map(([text, field]) => ({
        key: { kind: 'literal', text, origin: field.key },
        value: field.value,
      }));
    case 'list':
      return value.items.map((item) => ({ key: item, value: item }));
    case 'notWritten':
      return [];
    // All instances of a resource are chained: `for_each = aws_s3_bucket.b`.
    case 'reference':
      return [{ key: unknown('a key that is not known', value.origin), value }];
    default:
      return undefined;
  }
}

function allElements(
  value: Value,
  elementsOf: (value: Value) => readonly Element[] | undefined,
): readonly Element[] | undefined {
  const all = alternatives(value).map((one) => elementsOf(one.value));
  return all.every((elements) => elements) ? all.flatMap((elements) => elements ?? []) : undefined;
}

/** Binds a name to the key and the value of some instances. */
export function bindElements(name: string, elements: readonly Element[] | undefined, scope: Scope, of: Value): Scope {
  const part = (one: keyof Element) => partOf(`${name}.${one}`, one, elements, of);
  return bound(scope, name, { key: part('key'), value: part('value') }, of);
}

/** The key or the value of some instances, as branches where there are several. */
function partOf(name: string, part: keyof Element, elements: readonly Element[] | undefined, of: Value): Value {
  const isKnown = elements && elements.length > 0 && elements.length <= mostElements;
  return isKnown ? oneOf(elements.map((element) => element[part])) : unknown(name, of.origin);
}

function bound(scope: Scope, name: string, parts: Readonly<Record<string, Value>>, { origin }: Value): Scope {
  const fields = new Map(Object.entries(parts).map(([part, value]) => [part, { key: origin, value }]));
  return { ...scope, bound: new Map([...scope.bound, [name, { kind: 'map', fields, open: false, origin }]]) };
}

function oneOf(values: readonly Value[]): Value {
  const [first, ...others] = values as [Value, ...Value[]];
  if (others.length === 0) return first;
  return { kind: 'branches', cases: values.map((value) => ({ likelihood: 'certain', value })), origin: first.origin };
}

/**
 * The scope of a block that is there only under a condition: in `count = condition ? 1 : 0` and
 * `for_each = condition ? [...] : []` the condition holds for all that stands in the block.
 */
export function assuming(written: SyntaxNode, scope: Scope): Scope {
  const expression = written.kind === 'scalar' && scope.module ? soleExpression(written) : undefined;
  if (written.kind !== 'scalar' || expression?.kind !== 'conditional') return scope;
  const { condition, whenTrue, whenFalse } = expression;
  if (isNone(whenTrue) === isNone(whenFalse)) return scope;
  const facts = factsOf(condition, isNone(whenFalse), contentOf(written));
  return { ...scope, assumed: new Map([...scope.assumed, ...facts]) };
}

function isNone(expression: Expression): boolean {
  if (expression.kind === 'constant') return expression.text === '0';
  if (expression.kind === 'list') return expression.items.length === 0;
  return expression.kind === 'object' && expression.entries.length === 0;
}
