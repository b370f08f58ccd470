import type { Field, MapValue, Value } from '../../../model/value';
import { child, type SyntaxNode, scalarText } from '../../../syntax/node';
import { intrinsicOf, macroEffect } from '../intrinsics';
import type { Scope } from '../scope';
import { lowerMap, lowerValue } from '../values';
import { isServerless, propertiesOf, sectionOf } from './serverless';

/**
 * The properties of a resource together with what `Globals` says of all resources of its type. Each value keeps its
 * place, so that one in `Globals` which is wrong for many is wrong, and mended, once. SAM refuses what it does not take
 * there, a list that grows, so everything is merged.
 */
export function withGlobals(own: MapValue, body: SyntaxNode, root: SyntaxNode, scope: Scope): MapValue {
  const section = sectionOf(scalarText(child(body, 'Type')));
  const globals = child(root, 'Globals');
  if (section === undefined || !globals || !isServerless(root)) return own;
  const shared = child(globals, section);
  const ignored = ignoredGlobals(child(body, 'IgnoreGlobals'));
  if (ignored === 'all') return own;
  if (!shared) return macroEffect(globals) === 'none' ? own : { ...own, open: true };
  const given = lowerMap(shared, scope);
  for (const name of ignored) (given.fields as Map<string, Field>).delete(name);
  return mergeMaps(given, shared, own, propertiesOf(body), scope);
}

/** What a resource takes no share in: everything, or some properties by name. */
function ignoredGlobals(written: SyntaxNode | undefined): 'all' | readonly string[] {
  if (scalarText(written) === '*') return 'all';
  return written?.kind === 'list' ? written.items.flatMap((item) => scalarText(item) ?? []) : [];
}

/** Maps are merged, key by key; what a resource says itself comes last. */
function mergeMaps(
  given: MapValue,
  givenNode: SyntaxNode,
  own: MapValue,
  ownNode: SyntaxNode | undefined,
  scope: Scope,
): MapValue {
  const fields = new Map(given.fields);
  for (const [name, field] of own.fields) {
    const [above, below] = [given.fields.has(name) ? child(givenNode, name) : undefined, child(ownNode, name)];
    fields.set(name, above && below ? { ...field, value: merge(above, below, scope) } : field);
  }
  return { kind: 'map', fields, open: own.open || given.open, origin: own.origin };
}

/** Lists are added to, maps merged; in place of anything else, a function among it, stands what the resource says. */
function merge(given: SyntaxNode, own: SyntaxNode, scope: Scope): Value {
  const value = lowerValue(own, scope);
  if (given.kind !== own.kind || intrinsicOf(given) || intrinsicOf(own)) return value;
  const shared = lowerValue(given, scope);
  if (value.kind === 'map' && shared.kind === 'map') return mergeMaps(shared, given, value, own, scope);
  if (value.kind !== 'list' || shared.kind !== 'list') return value;
  return { ...value, items: [...shared.items, ...value.items], open: value.open || shared.open };
}
