import { both, cases, fieldOf, type Likelihood, type MapValue, textOf } from '../model/value';
import type { View } from '../model/view';

/** A map whose fields belong together: an item of a list, a block, or a resource as a whole. */
export interface Block {
  readonly fields: MapValue;
  readonly likelihood: Likelihood;
  /** More fields may belong to it than could be read, so none may be called missing. */
  readonly open: boolean;
}

/** The maps that an attribute of type `block` holds, one for each item. */
export function blocksOf(resource: View, attribute: string): Block[] {
  return resource
    .facts(attribute)
    .flatMap(({ value, likelihood, holder }) =>
      value.kind === 'map' ? [{ fields: value, likelihood, open: value.open || holder.incomplete }] : [],
    );
}

/** The properties of a resource as a block. */
export function wholeOf({ resource }: View): Block {
  const { properties, likelihood, incomplete } = resource;
  return { fields: properties, likelihood, open: properties.open || incomplete };
}

/** The text of a field under the first of some names that is there; `undefined` where it is not the same in each case. */
export function textIn({ fields }: Block, names: readonly string[]): string | undefined {
  const name = names.find((one) => fields.fields.has(one));
  const field = name === undefined ? undefined : fieldOf(fields, name);
  const [only, ...others] = field ? cases(field) : [];
  return others.length === 0 ? textOf(only?.value) : undefined;
}

/** How likely a case of a field in a block takes effect. */
export function likelihoodIn(block: Block, likelihood: Likelihood): Likelihood {
  return both(block.likelihood, likelihood);
}
