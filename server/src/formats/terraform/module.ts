import type { Model, Resource, TextPlace } from '../../model/resource';
import { type Likelihood, mentions, type Value } from '../../model/value';
import { child, originOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Unit } from '../format';
import { commentTexts, textsBelow } from '../texts';
import { type Block, bodiesOf, commentKey, membersOf, twoLabelBlocks } from './structure';
import { suppressionsOf } from './suppressions';
import { lowerMap, lowerValue, type Scope } from './values';

/** Makes the model of a module: all of its files together. */
export function lowerModule(unit: Unit): Model {
  const blocks = unit.documents.flatMap((document) =>
    document.roots.flatMap((root) => twoLabelBlocks(root, 'resource').map((block) => ({ document, block }))),
  );
  const scope = scopeOf(unit.documents);
  const resources = blocks.flatMap(({ document, block }) => lowerResource(document, block, scope) ?? []);
  return {
    format: unit.format,
    resources,
    texts: () => textsOf(unit.documents, resources),
    complete: !unit.partial && unit.documents.every((document) => document.problems.length === 0),
    shared: new Set(unit.documents.flatMap((document) => sharedWithModules(document, scope))),
    suppressions: unit.documents.flatMap(suppressionsOf),
    ...(unit.generatedBy && { generatedBy: unit.generatedBy }),
  };
}

const scopes = new WeakMap<SyntaxDocument, Scope>();

/** The scope of the module that a document was last lowered with. */
export function scopeOfDocument(document: SyntaxDocument): Scope {
  return scopes.get(document) ?? scopeOf([document]);
}

function scopeOf(documents: readonly SyntaxDocument[]): Scope {
  const roots = documents.flatMap((document) => document.roots);
  const variables = new Map(
    roots.flatMap((root) => membersOf(child(root, 'variable'))).map((pair) => [pair.key.text, pair]),
  );
  const locals = new Map(
    roots.flatMap((root) => membersOf(child(root, 'locals'))).map((pair) => [pair.key.text, pair.value]),
  );
  const addresses = new Set(
    roots.flatMap((root) => twoLabelBlocks(root, 'resource')).map((block) => `${block.type}.${block.name}`),
  );
  const underway = new Set<string>();
  const scope: Scope = {
    has: (address) => addresses.has(address),
    variable(name, use): Value | undefined {
      const pair = variables.get(name);
      if (!pair) return undefined;
      const written = bodiesOf(pair.value)
        .map((body) => child(body, 'default'))
        .find(Boolean);
      const fallback = written && lowerValue(written, scope);
      return { kind: 'parameter', name, origin: originOf(use), ...(fallback && { fallback }) };
    },
    local(name): Value | undefined {
      const node = locals.get(name);
      if (!node || underway.has(name)) return undefined;
      underway.add(name);
      const value = lowerValue(node, scope);
      underway.delete(name);
      return value;
    },
  };
  for (const document of documents) scopes.set(document, scope);
  return scope;
}

function lowerResource(document: SyntaxDocument, block: Block, scope: Scope): Resource | undefined {
  const { body, pair } = block;
  if (body.kind !== 'map') return undefined;
  const likelihood = repetition(body, scope);
  if (!likelihood) return undefined;
  const end = Math.max(body.end, pair.key.end);
  const constructPath = scalarText(child(child(child(body, commentKey), 'metadata'), 'path'));
  return {
    type: block.type,
    address: `${block.type}.${block.name}`,
    name: block.name,
    dialect: 'terraform',
    nameOrigin: originOf(pair.key),
    properties: lowerMap(body, scope),
    likelihood,
    path: document.path,
    incomplete: document.problems.some((problem) => problem.start <= end && problem.end >= pair.key.start),
    ...(constructPath !== undefined && { constructPath }),
  };
}

/** Whether a resource is there at all: `count` 0 is none, a count or `for_each` that cannot be told leaves it open. */
function repetition(body: SyntaxNode, scope: Scope): Likelihood | undefined {
  const count = child(body, 'count');
  if (!count) return child(body, 'for_each') ? 'open' : 'certain';
  const value = lowerValue(count, scope);
  if (value.kind !== 'literal') return 'open';
  return Number(value.text) === 0 ? undefined : 'certain';
}

/** The resources that a module call or another file's output hands on: satellites may stand over there. */
function sharedWithModules(document: SyntaxDocument, scope: Scope): string[] {
  return document.roots
    .flatMap((root) => membersOf(child(root, 'module')))
    .flatMap((call) => mentions(lowerValue(call.value, scope)));
}

function* textsOf(documents: readonly SyntaxDocument[], resources: readonly Resource[]): Generator<TextPlace> {
  const byBody = new Map(resources.map((resource) => [resource.properties.origin, resource]));
  for (const document of documents) yield* commentTexts(document);
  for (const root of documents.flatMap((document) => document.roots)) {
    for (const block of twoLabelBlocks(root, 'resource')) {
      const resource = byBody.get(originOf(block.body));
      yield* textsBelow(block.body, { role: 'other', ...(resource && { resource }) });
    }
    for (const { key, value } of root.kind === 'map' ? root.pairs : []) {
      if (key.text !== 'resource') yield* textsBelow(value, { role: 'other', key: key.text });
    }
  }
}
