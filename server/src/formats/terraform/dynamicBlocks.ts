import type { Field, Value } from '../../model/value';
import { child, originOf, type Pair, type SyntaxNode, scalarText } from '../../syntax/node';
import { isInvalid, liftOne, listValue, unknown } from './expressions/results';
import { assuming, bindElements, elementsOf } from './repetition';
import { bodiesOf, membersOf } from './structure';
import { lowerMap, lowerValue, type Scope } from './values';

/** Adds to the fields of a body what its `dynamic` blocks write into it. */
export function withDynamicBlocks(dynamic: Pair, fields: Map<string, Field>, scope: Scope): void {
  for (const { key, value } of membersOf(dynamic.value)) {
    for (const body of bodiesOf(value)) {
      const written = fields.get(key.text);
      const blocks = blocksOf(key.text, body, scope);
      fields.set(key.text, {
        key: written?.key ?? originOf(key),
        value: written ? beside(written.value, blocks) : blocks,
      });
    }
  }
}

/** Whether a `dynamic` block of a map writes blocks under a key: what is written there belongs to it. */
export function isWrittenDynamically(map: SyntaxNode, key: string): boolean {
  return membersOf(child(map, 'dynamic')).some((pair) => pair.key.text === key);
}

/** The blocks of one `dynamic` block. Where nobody knows whether there are any, there may be one of its content. */
function blocksOf(label: string, body: SyntaxNode, scope: Scope): Value {
  const origin = originOf(body);
  const written = child(body, 'for_each');
  const collection = written ? lowerValue(written, scope) : unknown('nothing is written here yet', origin);
  const iterator = scalarText(child(body, 'iterator')) ?? label;
  const inner = written ? assuming(written, scope) : scope;
  const contents = (elements: readonly { key: Value; value: Value }[] | undefined, of: Value) =>
    bodiesOf(child(body, 'content')).map((content) => lowerMap(content, bindElements(iterator, elements, inner, of)));
  return liftOne(collection, (value) => {
    const elements = isInvalid(value) ? undefined : elementsOf(value);
    const isKnown = elements && value.kind !== 'reference';
    if (isKnown) {
      const open = (value.kind === 'list' || value.kind === 'map') && value.open;
      return listValue(
        elements.flatMap((element) => contents([element], value)),
        origin,
        open,
      );
    }
    const maybe = listValue(contents(elements, value), origin, true);
    return { kind: 'branches', cases: [{ likelihood: 'open', value: maybe }], origin };
  });
}

/** Blocks beside those that are written plainly. */
function beside(written: Value, blocks: Value): Value {
  const plain = written.kind === 'list' ? written.items : [written];
  const open = written.kind === 'list' && written.open;
  if (blocks.kind !== 'list') return listValue(plain, written.origin, true);
  return listValue([...plain, ...blocks.items], written.origin, open || blocks.open);
}
