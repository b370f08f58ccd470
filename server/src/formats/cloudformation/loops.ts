import { both, type Likelihood, type Value } from '../../model/value';
import type { Pair, SyntaxNode } from '../../syntax/node';
import { intrinsicOf, isLoopKey } from './intrinsics';
import { type Scope, withVariables } from './scope';
import { lowerValue } from './values';

/** An entry of a map as it is once loops are unrolled: it stands in a loop's body once, and may come of it often. */
export interface Unrolled {
  readonly name: string;
  readonly pair: Pair;
  /** How sure the loop comes over the item that the entry came of. */
  readonly likelihood: Likelihood;
  /** Where the entry's values stand. */
  readonly scope: Scope;
}

/** The entries that come of some pairs. `settled`: these, and no others, will be there. */
export interface Unrolling {
  readonly entries: readonly Unrolled[];
  readonly settled: boolean;
}

/** Loops that make more than this are not unrolled. */
const mostEntries = 1000;

/** Puts what loops (`Fn::ForEach`) make of their bodies in their place. Loops over what is not known make nothing. */
export function unroll(pairs: readonly Pair[], scope: Scope): Unrolling {
  const unroller = new Unroller();
  unroller.add(pairs, 'certain', scope);
  return unroller.made > mostEntries ? { entries: [], settled: false } : unroller;
}

class Unroller implements Unrolling {
  readonly entries: Unrolled[] = [];
  settled = true;
  /** The rounds of all loops; a loop without entries has rounds, too. */
  made = 0;

  add(pairs: readonly Pair[], likelihood: Likelihood, scope: Scope): void {
    for (const pair of pairs) {
      if (isLoopKey(pair.key.text)) this.loop(pair.value, likelihood, scope);
      else this.entries.push({ name: withVariables(pair.key.text, scope), pair, likelihood, scope });
    }
  }

  private loop(node: SyntaxNode, likelihood: Likelihood, scope: Scope): void {
    const [identifier, collection, body] = node.kind === 'list' ? node.items : [];
    const items = collection && collected(lowerValue(collection, scope));
    // Of a list that somebody else may give, the items are known by default only, and others may come.
    if (items?.likelihood !== 'certain') this.settled = false;
    if (identifier?.kind !== 'scalar' || body?.kind !== 'map' || intrinsicOf(body)) {
      this.settled = false;
      return;
    }
    for (const text of items?.texts ?? []) {
      if (++this.made > mostEntries) return;
      const variables = new Map([...scope.variables, [identifier.text, text]]);
      this.add(body.pairs, both(likelihood, items?.likelihood ?? 'open'), { ...scope, variables });
    }
  }
}

function collected(value: Value): { texts: ReadonlySet<string>; likelihood: Likelihood } | undefined {
  if (value.kind === 'parameter') {
    const known = value.fallback && collected(value.fallback);
    return known && { ...known, likelihood: 'byDefault' };
  }
  if (value.kind !== 'list' || value.open) return undefined;
  const texts = value.items.flatMap((item) => (item.kind === 'literal' ? [item.text] : []));
  return texts.length === value.items.length ? { texts: new Set(texts), likelihood: 'certain' } : undefined;
}
