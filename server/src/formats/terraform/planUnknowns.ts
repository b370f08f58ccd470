import { terraformAttribute } from '../../data/terraformAttributes';
import type { Origin } from '../../model/origin';
import type { Field, MapValue, Value } from '../../model/value';
import { child, type SyntaxNode } from '../../syntax/node';
import { isMarked } from './planChanges';
import { itemsOf } from './planConfiguration';
import type { Block, References } from './planReferences';

/** What the configuration writes at a place. */
type Configured =
  /** Blocks, each with its arguments; the order of several may be another than that of the values. */
  | { readonly blocks: readonly SyntaxNode[] }
  /** Expressions, of which the value is made. */
  | { readonly expressions: readonly SyntaxNode[] };

/** Nothing is known of it: a plan does not tell what `dynamic` blocks are made of. */
const untold: Configured = { expressions: [] };

/** Puts what is known only after apply over the values that a plan knows already. */
export class Unknowns {
  constructor(
    private readonly type: string,
    private readonly block: Block,
    private readonly references: References,
    /** Where a value stands of which nothing is written. */
    private readonly nowhere: Origin,
  ) {}

  /** The attributes of the resource. `configured`: its arguments, where the plan tells them. */
  over(planned: MapValue, mask: SyntaxNode | undefined, configured: SyntaxNode | undefined): MapValue {
    return mask?.kind === 'map'
      ? this.overMap(planned, mask, configured ? { blocks: [configured] } : untold, '')
      : planned;
  }

  private overMap(known: MapValue, mask: SyntaxNode, configured: Configured, path: string): MapValue {
    const fields = new Map<string, Field>(known.fields);
    for (const { key, value: inner } of mask.kind === 'map' ? mask.pairs : []) {
      if (!isMarked(inner)) continue;
      const field = fields.get(key.text);
      const below = path ? `${path}.${key.text}` : key.text;
      if (inner.kind === 'scalar' && this.isLeftOut(key.text, configured, below)) fields.delete(key.text);
      else {
        const value = this.overValue(field?.value, inner, argument(key.text, configured), below);
        fields.set(key.text, { key: field?.key ?? this.nowhere, value });
      }
    }
    return { ...known, fields };
  }

  /** A value of which at least a part is marked. */
  private overValue(known: Value | undefined, mask: SyntaxNode, configured: Configured, path: string): Value {
    if (mask.kind === 'map' && known?.kind === 'map') return this.overMap(known, mask, configured, path);
    if (mask.kind === 'list' && known?.kind === 'list') {
      const inner = forItems(configured, known.items.length);
      const items = known.items.map((item, i) => {
        const marked = mask.items[i];
        return marked && isMarked(marked) ? this.overValue(item, marked, inner, path) : item;
      });
      return { ...known, items };
    }
    const expressions = 'expressions' in configured ? configured.expressions : [];
    return this.references.valueOf(expressions, this.block, known?.origin ?? this.nowhere);
  }

  /**
   * Whether nobody gives an argument, so that the service chooses its value: what is not written is not unknown. That
   * can be told of plain arguments only, since a block may come from a `dynamic` one that the plan does not show.
   */
  private isLeftOut(name: string, configured: Configured, path: string): boolean {
    if (!('blocks' in configured) || configured.blocks.length === 0) return false;
    const schema = terraformAttribute(this.type, path);
    if (!schema || schema.block || schema.required || !/^(?:string|bool|number)$/.test(schema.type)) return false;
    return configured.blocks.every((one) => {
      const expression = child(one, name);
      return !expression || this.references.isNull(expression, this.block);
    });
  }
}

/** What is written of an argument. */
function argument(name: string, configured: Configured): Configured {
  if ('expressions' in configured) return configured;
  const written = configured.blocks.flatMap((one) => child(one, name) ?? []);
  if (written.length === 0) return untold;
  if (written.every((one) => one.kind === 'list')) return { blocks: written.flatMap(itemsOf) };
  return { expressions: written };
}

/** What is written of each item of a list: where there are more items than blocks, some come from elsewhere. */
function forItems(configured: Configured, items: number): Configured {
  return 'blocks' in configured && configured.blocks.length !== items ? untold : configured;
}
