import { both, type Likelihood, templatePattern, type Value } from '../../model/value';
import { child, type MapNode, originOf, type SyntaxNode } from '../../syntax/node';
import { argumentsOf, type Intrinsic, macroEffect } from './intrinsics';
import type { Scope } from './scope';
import { unknown } from './text';
import { lowerValue } from './values';

/** A key that may be looked up. */
interface Key {
  readonly text: string;
  readonly likelihood: Likelihood;
}

/** What some keys lead to. `missing` keys have no entry; what a macro may add, or what makes no sense, is `unseen`. */
interface Reached {
  readonly at: SyntaxNode | 'missing' | 'unseen';
  readonly likelihood: Likelihood;
}

/** More outcomes than this are as good as any. */
const mostOutcomes = 500;

/**
 * What `Fn::FindInMap` may find. A key that is chosen outside of the template (the region, a parameter) may be any the
 * mapping has: another one fails to deploy, or gets the default value.
 */
export function findInMap(node: SyntaxNode, intrinsic: Intrinsic, scope: Scope): Value {
  const [mapping, top, second, options] = argumentsOf(intrinsic);
  if (!mapping || !top || !second) return unknown(node, 'Fn::FindInMap');
  const fallback = child(options, 'DefaultValue');
  let reached: readonly Reached[] = [{ at: scope.mappings ?? 'unseen', likelihood: 'certain' }];
  for (const key of [mapping, top, second]) {
    const value = lowerValue(key, scope);
    reached = reached.flatMap((one) => follow(one, value, fallback !== undefined));
    if (reached.length > mostOutcomes) return unknown(node, 'Fn::FindInMap');
  }
  const cases = reached.flatMap(({ at, likelihood }): { likelihood: Likelihood; value: Value }[] => {
    if (at === 'unseen') return [{ likelihood, value: unknown(node, 'a mapping out of sight') }];
    if (at === 'missing') return fallback ? [{ likelihood, value: lowerValue(fallback, scope) }] : [];
    // Mappings hold no functions, so that nothing there leads back to them.
    return [{ likelihood, value: lowerValue(at, { ...scope, inText: 'literal' }) }];
  });
  const [first, ...others] = cases;
  if (!first) return unknown(node, 'Fn::FindInMap');
  return first.likelihood === 'certain' && others.length === 0
    ? first.value
    : { kind: 'branches', cases, origin: originOf(node) };
}

function follow({ at, likelihood }: Reached, key: Value, hasDefault: boolean): Reached[] {
  if (typeof at === 'string') return [{ at, likelihood }];
  if (at.kind !== 'map') return [{ at: 'unseen', likelihood }];
  const missing = macroEffect(at) === 'none' && !at.open ? 'missing' : 'unseen';
  const keys = keysOf(key, at, hasDefault || missing === 'unseen');
  return keys.map(({ text, likelihood: chosen }) => ({
    at: at.get(text) ?? (at.has(text) ? 'unseen' : missing),
    likelihood: both(likelihood, chosen),
  }));
}

/** Stands for all keys that a mapping does not have. */
const anyOther = '';

/** The keys that a value may come to. What a parameter's default does not choose is still a choice. */
function keysOf(value: Value, map: MapNode, others: boolean): Key[] {
  const written = map.pairs.map(({ key }) => key.text);
  const every = others ? [...written, anyOther] : written;
  const each = (texts: readonly string[], likelihood: Likelihood) => texts.map((text) => ({ text, likelihood }));
  switch (value.kind) {
    case 'literal':
      return each([value.text], 'certain');
    case 'template':
      return each(
        every.filter((text) => text === anyOther || templatePattern(value).test(text)),
        'open',
      );
    case 'branches':
      return value.cases.flatMap((one) =>
        keysOf(one.value, map, others).map(({ text, likelihood }) => ({
          text,
          likelihood: both(likelihood, one.likelihood),
        })),
      );
    case 'parameter': {
      const allowed = value.allowed?.map(({ text }) => text) ?? every;
      const fallback = value.fallback?.kind === 'literal' ? value.fallback.text : undefined;
      if (allowed.length === 1) return each(allowed, 'certain');
      if (fallback === undefined) return each(allowed, 'open');
      const rest = allowed.filter((text) => text !== fallback);
      return [...each([fallback], 'byDefault'), ...each(rest, 'notByDefault')];
    }
    default:
      return each(every, 'open');
  }
}
