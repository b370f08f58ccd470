import type { Field, MapValue, Value } from '../../model/value';
import { contentOf } from '../../syntax/embedded';
import { originOf, type Pair, type ScalarNode, type SyntaxNode } from '../../syntax/node';
import { lowerIntrinsic, referTo } from './functions';
import { type Intrinsic, intrinsicOf, isLoopKey, isMacroKey, macroEffect } from './intrinsics';
import { unroll } from './loops';
import { type Scope, withVariables } from './scope';
import { asText, putTogether, substitutedParts, unknown } from './text';

/** What a node of a template says. */
export function lowerValue(node: SyntaxNode, scope: Scope): Value {
  const intrinsic = scope.inText ? undefined : intrinsicOf(node);
  return intrinsic ? lowerIntrinsic(node, intrinsic, scope) : lowerPlain(node, scope);
}

/** What a function's argument says: of one in its short form, the node without its tag. */
export function lowerArgument({ argument, short }: Intrinsic, scope: Scope): Value {
  return short ? lowerPlain(argument, scope) : lowerValue(argument, scope);
}

function lowerPlain(node: SyntaxNode, scope: Scope): Value {
  switch (node.kind) {
    case 'scalar':
      return lowerScalar(node, scope);
    case 'list':
      return {
        kind: 'list',
        items: node.items.map((item) => lowerValue(item, scope)),
        open: false,
        origin: originOf(node),
      };
    case 'map':
      return lowerMap(node, scope);
    default:
      return unknown(node, 'an alias');
  }
}

/**
 * What a map of a template says. Keys that stand twice are unknown. Loops are unrolled; one over what is not known
 * leaves the map open, as does what a macro adds; what a macro rewrites is unknown.
 */
export function lowerMap(node: SyntaxNode, scope: Scope): MapValue {
  const fields = new Map<string, Field>();
  const effect = scope.inText ? 'none' : macroEffect(node);
  let open = node.kind !== 'map' || node.open || effect !== 'none';
  const add = (name: string, { key, value }: Pair, inner: Scope) => {
    const isKnown = effect !== 'rewrites' && !fields.has(name);
    const said = isKnown ? lowerValue(value, inner) : unknown(key, 'written twice, or by a macro');
    fields.set(name, { key: originOf(key), value: said });
  };
  for (const pair of node.kind === 'map' ? node.pairs : []) {
    const name = pair.key.text;
    if (scope.inText || !isMacroKey(name)) add(name, pair, scope);
    else if (isLoopKey(name)) {
      const { entries, settled } = unroll([pair], scope);
      if (!settled) open = true;
      for (const entry of entries) add(entry.name, entry.pair, entry.scope);
    }
  }
  return { kind: 'map', fields, open, origin: originOf(node) };
}

function lowerScalar(node: ScalarNode, scope: Scope): Value {
  if (node.isNull) return unknown(node, 'nothing is written here yet');
  const text = withVariables(contentOf(node), scope);
  if (scope.inText !== 'template') return asText([text], originOf(node));
  return putTogether(
    substitutedParts(node, text, (name) => referTo(name, node, scope)),
    originOf(node),
  );
}
