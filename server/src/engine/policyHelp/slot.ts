import type { MapNode } from '../../syntax/node';
import type { Spot } from '../cursor/word';

/** What a word in a policy, or in a VPC endpoint, may be. */
export type Slot =
  | { readonly kind: 'policyElement' }
  | { readonly kind: 'statementElement' }
  | { readonly kind: 'version' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'action' }
  /** The sort of a principal, such as `Service`. */
  | { readonly kind: 'principalType' }
  /** Whom a statement is about; what has no type can only be everybody. */
  | { readonly kind: 'principal'; readonly type?: string }
  /** A condition operator, and the keys that it compares already. */
  | { readonly kind: 'operator'; readonly keys: readonly string[] }
  | { readonly kind: 'conditionKey'; readonly operator?: string }
  | { readonly kind: 'conditionValue'; readonly operator?: string; readonly key?: string }
  | { readonly kind: 'endpointService' };

/** What a word may be, and whether it is a key. */
export interface SlotFound {
  readonly slot: Slot;
  readonly isKey: boolean;
}

/** A slot for a value. A word alone on a line of YAML is taken for a key, though it may be all there is of a value. */
export function value(slot: Slot, spot: Spot): SlotFound | undefined {
  return spot.isKey && !isAlone(spot) ? undefined : { slot, isKey: false };
}

function isAlone(spot: Spot): boolean {
  const map = innermost(spot);
  const [only, ...others] = map?.pairs ?? [];
  // A map in braces starts before its key.
  const isBare = spot.document.language === 'yaml' && map?.start === only?.key.start;
  return isBare && others.length === 0 && only?.value.kind === 'scalar' && only.value.isNull;
}

/** The map that the word stands in. */
export function innermost({ maps }: Spot): MapNode | undefined {
  return maps.at(-1);
}
