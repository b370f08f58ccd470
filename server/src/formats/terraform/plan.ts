import type { Model, Resource, TextPlace } from '../../model/resource';
import type { Field, MapValue, Value } from '../../model/value';
import { child, originOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Unit } from '../format';
import { textContext, textsBelow } from '../texts';
import { isPlan } from './structure';
import { lowerMap, type Scope } from './values';

const planScope: Scope = { variable: () => undefined, local: () => undefined, has: () => false, literal: true };

/** Makes the model of a plan: the resources that will be there once it is applied. */
export function lowerPlan(unit: Unit): Model {
  const resources = unit.documents.flatMap(plannedResources);
  return {
    format: unit.format,
    resources: resources.map(({ resource }) => resource),
    *texts(): Generator<TextPlace> {
      for (const { resource, values } of resources) yield* plannedTexts(resource, values);
    },
    complete: !unit.partial && unit.documents.every((document) => document.problems.length === 0),
    shared: new Set(),
    suppressions: [],
    generatedBy: 'plan',
  };
}

interface Planned {
  readonly resource: Resource;
  readonly values: SyntaxNode | undefined;
}

function plannedResources(document: SyntaxDocument): Planned[] {
  const root = document.roots.find(isPlan);
  const expressions = configuredExpressions(child(child(root, 'configuration'), 'root_module'), '');
  const unknown = unknownAfterApply(root);
  return modulesBelow(child(child(root, 'planned_values'), 'root_module')).flatMap((module) =>
    itemsOf(child(module, 'resources')).flatMap((node) => planned(document, node, unknown, expressions) ?? []),
  );
}

function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function modulesBelow(module: SyntaxNode | undefined): SyntaxNode[] {
  return module ? [module, ...itemsOf(child(module, 'child_modules')).flatMap(modulesBelow)] : [];
}

function planned(
  document: SyntaxDocument,
  node: SyntaxNode,
  unknown: ReadonlyMap<string, SyntaxNode>,
  expressions: ReadonlyMap<string, SyntaxNode>,
): Planned | undefined {
  const address = child(node, 'address');
  const type = scalarText(child(node, 'type'));
  const mode = scalarText(child(node, 'mode'));
  if (address?.kind !== 'scalar' || !type || (mode !== undefined && mode !== 'managed')) return undefined;
  const values = child(node, 'values');
  const plain: MapValue = values
    ? lowerMap(values, planScope)
    : { kind: 'map', fields: new Map(), open: true, origin: originOf(node) };
  const configured = expressions.get(address.text.replace(/\[[^\]]*\]/g, ''));
  const resource: Resource = {
    type,
    address: address.text,
    name: scalarText(child(node, 'name')) ?? address.text,
    dialect: 'terraform',
    nameOrigin: originOf(address),
    properties: withUnknowns(plain, unknown.get(address.text), configured, modulePrefix(address.text)),
    likelihood: 'certain',
    path: document.path,
    incomplete: document.problems.length > 0,
  };
  return { resource, values };
}

/** The texts of a planned resource. `tags_all` only repeats its tags, together with those of the provider. */
function* plannedTexts(resource: Resource, values: SyntaxNode | undefined): Generator<TextPlace> {
  for (const { key, value } of values?.kind === 'map' ? values.pairs : []) {
    if (key.text !== 'tags_all') yield* textsBelow(value, textContext(key.text, { role: 'other', resource }));
  }
}

function modulePrefix(address: string): string {
  return /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/.exec(address)?.[0] ?? '';
}

/** `after_unknown` by address: the values that only applying the plan will tell. */
function unknownAfterApply(root: SyntaxNode | undefined): Map<string, SyntaxNode> {
  const unknown = new Map<string, SyntaxNode>();
  for (const change of itemsOf(child(root, 'resource_changes'))) {
    const address = scalarText(child(change, 'address'));
    const after = child(child(change, 'change'), 'after_unknown');
    if (address && after) unknown.set(address, after);
  }
  return unknown;
}

/** The expressions of the configuration by address without indexes, through all modules. */
function configuredExpressions(module: SyntaxNode | undefined, prefix: string): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  for (const resource of itemsOf(child(module, 'resources'))) {
    const address = scalarText(child(resource, 'address'));
    const expressions = child(resource, 'expressions');
    if (address && expressions) found.set(prefix + address, expressions);
  }
  const calls = child(module, 'module_calls');
  for (const call of calls?.kind === 'map' ? calls.pairs : []) {
    const inner = configuredExpressions(child(call.value, 'module'), `${prefix}module.${call.key.text}.`);
    for (const [address, expressions] of inner) found.set(address, expressions);
  }
  return found;
}

/** Puts what is not known before apply over the planned values, as references where the configuration tells whose. */
function withUnknowns(
  planned: MapValue,
  unknown: SyntaxNode | undefined,
  configured: SyntaxNode | undefined,
  prefix: string,
): MapValue {
  if (unknown?.kind !== 'map') return planned;
  const fields = new Map<string, Field>(planned.fields);
  for (const { key, value } of unknown.pairs) {
    if (!holdsTrue(value)) continue;
    const known = fields.get(key.text);
    const origin = known?.key ?? planned.origin;
    const reference = value.kind === 'scalar' ? referenceIn(child(configured, key.text), prefix, origin) : undefined;
    fields.set(key.text, { key: origin, value: reference ?? { kind: 'unknown', reason: 'known after apply', origin } });
  }
  return { ...planned, fields };
}

function holdsTrue(node: SyntaxNode): boolean {
  if (node.kind === 'list') return node.items.some(holdsTrue);
  if (node.kind === 'map') return node.pairs.some((pair) => holdsTrue(pair.value));
  return node.kind === 'scalar' && node.text === 'true';
}

function referenceIn(expression: SyntaxNode | undefined, prefix: string, origin: Value['origin']): Value | undefined {
  const references = itemsOf(child(expression, 'references')).map((item) => scalarText(item) ?? '');
  const addresses = references.filter((reference) => /^[a-z]\w*\.[\w-]+(?:\[[^\]]*\])?$/.test(reference));
  const [only] = addresses;
  if (addresses.length !== 1 || !only || /^(?:var|local|each|count|data|module|path|self)\./.test(only))
    return undefined;
  const attribute = references.find((reference) => reference.startsWith(`${only}.`))?.slice(only.length + 1);
  return { kind: 'reference', to: prefix + only, origin, ...(attribute && { attribute }) };
}
