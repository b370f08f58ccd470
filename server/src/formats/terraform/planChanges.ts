import type { Origin } from '../../model/origin';
import { child, originOf, type SyntaxNode, scalarText } from '../../syntax/node';
import { itemsOf } from './planConfiguration';

/** What a plan does to a resource. */
export interface PlannedChange {
  /** It will not be there, or no longer be looked after. */
  readonly isGone: boolean;
  /** `true` where only applying the plan will tell the value, in the shape of the values. */
  readonly unknown: SyntaxNode | undefined;
  /** `true` where a value is not to be shown, in the shape of the values. */
  readonly sensitive: SyntaxNode | undefined;
}

/** The changes of a plan by address. An object that was left over from a replacement is not what has the address. */
export function plannedChanges(root: SyntaxNode | undefined): Map<string, PlannedChange> {
  const changes = new Map<string, PlannedChange>();
  for (const entry of itemsOf(child(root, 'resource_changes'))) {
    const address = scalarText(child(entry, 'address'));
    if (!address || scalarText(child(entry, 'deposed'))) continue;
    const change = child(entry, 'change');
    const actions = itemsOf(child(change, 'actions')).map((action) => scalarText(action));
    changes.set(address, {
      isGone: actions.length === 1 && (actions[0] === 'delete' || actions[0] === 'forget'),
      unknown: child(change, 'after_unknown'),
      sensitive: child(change, 'after_sensitive'),
    });
  }
  return changes;
}

/** Whether a plan tells of all resources: none was deferred, none left out (`-target`), and planning did not fail. */
export function isWhole(root: SyntaxNode | undefined): boolean {
  return (
    scalarText(child(root, 'complete')) !== 'false' &&
    scalarText(child(root, 'errored')) !== 'true' &&
    itemsOf(child(root, 'deferred_changes')).length === 0
  );
}

/** Whether anything below a mask is marked. */
export function isMarked(mask: SyntaxNode | undefined): boolean {
  if (mask?.kind === 'list') return mask.items.some(isMarked);
  if (mask?.kind === 'map') return mask.pairs.some((pair) => isMarked(pair.value));
  return mask?.kind === 'scalar' && mask.text === 'true';
}

/** The scalars that a mask marks. */
export function* markedScalars(values: SyntaxNode | undefined, mask: SyntaxNode | undefined): Generator<Origin> {
  if (!values || !mask) return;
  if (mask.kind === 'scalar') {
    if (mask.text === 'true') yield* scalarsBelow(values);
  } else if (mask.kind === 'list') {
    for (const [i, item] of mask.items.entries()) yield* markedScalars(itemsOf(values)[i], item);
  } else if (mask.kind === 'map') {
    for (const { key, value } of mask.pairs) yield* markedScalars(child(values, key.text), value);
  }
}

function* scalarsBelow(node: SyntaxNode): Generator<Origin> {
  if (node.kind === 'scalar') yield originOf(node);
  if (node.kind === 'list') for (const item of node.items) yield* scalarsBelow(item);
  if (node.kind === 'map') for (const { value } of node.pairs) yield* scalarsBelow(value);
}
