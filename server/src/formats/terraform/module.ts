import type { Model, Resource, TextPlace } from '../../model/resource';
import type { Suppression } from '../../model/suppression';
import { both, type Field, type MapValue, mentions } from '../../model/value';
import { child, originOf, type SyntaxDocument, scalarText } from '../../syntax/node';
import { configurationFile, overrideFile } from '../files';
import type { Unit } from '../format';
import { commentTexts, textsBelow } from '../texts';
import { Module } from './calls';
import { lowerBlock, type MergedBlock } from './overrides';
import { regionOf } from './providers';
import { repetitionOf } from './repetition';
import { bodiesOf, commentKey, twoLabelBlocks } from './structure';
import { suppressionsOf } from './suppressions';
import { lowerValue } from './values';

/** Makes the model of a module: all of its files together, and the modules it calls. */
export function lowerModule(unit: Unit): Model {
  const { unread = [] } = unit;
  const module = new Module(unit.documents, { referred: unit.referred ?? new Map(), made: 0, unread });
  // What is not read may override anything.
  const { resources, suppressions } = unread.some((path) => overrideFile.test(path)) ? nothing : lowerOwn(module);
  return {
    format: unit.format,
    resources,
    texts: () => textsOf(unit.documents, resources),
    complete: !unit.partial && unit.documents.every((document) => document.problems.length === 0),
    shared: new Set(passedOn(module).concat(mayBeCalled(unit.documents) ? handedOn(module) : [])),
    suppressions,
    ...(unit.generatedBy && { generatedBy: unit.generatedBy }),
  };
}

interface Lowered {
  readonly resources: Resource[];
  readonly suppressions: Suppression[];
}

const nothing: Lowered = { resources: [], suppressions: [] };

/** The module of a unit. What its resources take over is known once they are lowered, and before its outputs are. */
function lowerOwn(module: Module): Lowered {
  const lowered = lower(module);
  return { ...lowered, resources: [...lowered.resources, ...lonePolicies(module)] };
}

/** A module with all that it calls: what is wrong in there may be what it passes on. */
function lower(module: Module): Lowered {
  const called = calledBy(module).map(lower);
  return {
    resources: [
      ...module.names.resources.flatMap((block) => lowerResource(block, module) ?? []),
      ...called.flatMap((one) => one.resources),
    ],
    suppressions: [...module.documents.flatMap(suppressionsOf), ...called.flatMap((one) => one.suppressions)],
  };
}

function calledBy(module: Module): Module[] {
  return module.calls.flatMap((call) => module.called(call.name) ?? []);
}

/** The resources that go to modules whose configuration is not at hand. */
function passedOn(module: Module): string[] {
  const unread = module.calls.filter((call) => !module.called(call.name) && module.isMade(call));
  return [
    ...unread.flatMap((call) => mentions(lowerValue(call.pair.value, module.names.scope))),
    ...calledBy(module).flatMap(passedOn),
  ];
}

function lowerResource(block: MergedBlock, { names, likelihood, regions }: Module): Resource | undefined {
  const { document, body, pair } = block;
  if (body.kind !== 'map') return undefined;
  const repetition = repetitionOf(body, names.scope);
  if (!repetition) return undefined;
  const end = Math.max(body.end, pair.key.end);
  const properties = lowerBlock(block, repetition.scope);
  const region = regionOf(body, properties, regions);
  const constructPath = scalarText(child(child(child(body, commentKey), 'metadata'), 'path'));
  return {
    type: block.type,
    address: `${names.prefix}${block.type}.${block.name}`,
    name: block.name,
    dialect: 'terraform',
    nameOrigin: originOf(pair.key),
    ...(block.typeKey && { typeOrigin: originOf(block.typeKey) }),
    properties,
    likelihood: both(likelihood, repetition.likelihood),
    path: document.path,
    incomplete: document.problems.some((problem) => problem.start <= end && problem.end >= pair.key.start),
    ...(region !== undefined && { region }),
    ...(constructPath !== undefined && { construct: { path: constructPath } }),
  };
}

/** The policies of data sources that no resource took over so far: each on its own, as `json` of a resource. */
function lonePolicies(module: Module): Resource[] {
  return module.names.lonePolicies().flatMap(({ block, policy }) => {
    const lowered = lowerResource(block, module);
    if (!lowered) return [];
    const json: Field = { key: lowered.nameOrigin, value: policy };
    const properties: MapValue = { ...lowered.properties, fields: new Map([['json', json]]) };
    return [{ ...lowered, address: `data.${lowered.address}`, properties }];
  });
}

/**
 * Whether somebody else may call a module: one that configures providers or a backend is a root module.
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
function mayBeCalled(documents: readonly SyntaxDocument[]): boolean {
  const roots = documents.filter(({ path }) => configurationFile.test(path)).flatMap((document) => document.roots);
  const settings = roots.flatMap((root) => bodiesOf(child(root, 'terraform')));
  return (
    roots.length > 0 &&
    !roots.some((root) => child(root, 'provider')) &&
    !settings.some((body) => child(body, 'backend') || child(body, 'cloud'))
  );
}

/** The resources that the outputs of a module hand on: what belongs to them may stand with the caller. */
function handedOn({ names }: Module): string[] {
  const outputs = names.ownOutputs();
  return outputs ? mentions(outputs) : [];
}

function* textsOf(documents: readonly SyntaxDocument[], resources: readonly Resource[]): Generator<TextPlace> {
  const byName = new Map(resources.map((resource) => [resource.nameOrigin, resource]));
  for (const document of documents) yield* commentTexts(document);
  for (const root of documents.flatMap((document) => document.roots)) {
    for (const block of twoLabelBlocks(root, 'resource')) {
      const resource = byName.get(originOf(block.pair.key));
      yield* textsBelow(block.body, { role: 'other', ...(resource && { resource }) });
    }
    for (const { key, value } of root.kind === 'map' ? root.pairs : []) {
      if (key.text !== 'resource') yield* textsBelow(value, { role: 'other', key: key.text });
    }
  }
}
