import type { Model, Resource, TextPlace } from '../../model/resource';
import type { MapValue } from '../../model/value';
import { child, originOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { resolvePath } from '../files';
import type { Unit } from '../format';
import { textContext, textsBelow } from '../texts';
import { type PlanAddress, parseAddress, withoutKey } from './planAddress';
import { isWhole, markedScalars, type PlannedChange, plannedChanges } from './planChanges';
import { ConfiguredModule, calledInstance, itemsOf, type ModuleInstance } from './planConfiguration';
import { configuredPlace } from './planPlaces';
import { type Block, References } from './planReferences';
import { Unknowns } from './planUnknowns';
import { isPlan, plannedModule } from './structure';
import { lowerMap, plainScope } from './values';

/**
 * Makes the model of a plan: the resources that will be there once it is applied, changed or not. Of a state, which is
 * printed in the same shape, the resources that are there. What has drifted is not planned, and what was there before
 * counts for nothing.
 */
export function lowerPlan(unit: Unit): Model {
  const plans = unit.documents.flatMap((document) => planOf(document) ?? []);
  const planned = plans.flatMap((plan) => plan.resources(unit));
  return {
    format: unit.format,
    resources: planned.map(({ resource }) => resource),
    *texts(): Generator<TextPlace> {
      for (const { resource, values } of planned) yield* plannedTexts(resource, values);
    },
    complete:
      !unit.partial && plans.every(({ root }) => isWhole(root)) && unit.documents.every((one) => !one.problems.length),
    shared: new Set(),
    suppressions: [],
    generatedBy: 'plan',
    sensitive: new Set(
      planned.flatMap(({ values, masks }) => masks.flatMap((mask) => [...markedScalars(values, mask)])),
    ),
  };
}

/** The folders in which the configuration of a plan lies, if it lies where it did when the plan was made. */
export function foldersOfPlan(document: SyntaxDocument): readonly string[] {
  return [...new Set(document.roots.filter(isPlan).flatMap((root) => configurationOf(document, root).folders()))];
}

function configurationOf(document: SyntaxDocument, root: SyntaxNode): ConfiguredModule {
  const module = child(child(root, 'configuration'), 'root_module');
  const isInFolder = module !== undefined && document.path.includes('/');
  return new ConfiguredModule(module, isInFolder ? resolvePath(document.path, './') : undefined);
}

function planOf(document: SyntaxDocument): Plan | undefined {
  const root = document.roots.find(isPlan);
  return root && new Plan(document, root);
}

/** A resource with its values as the plan prints them, and what marks those that are not to be shown. */
interface Planned {
  readonly resource: Resource;
  readonly values: SyntaxNode | undefined;
  readonly masks: readonly SyntaxNode[];
}

/** An entry of the planned values. */
interface Entry {
  readonly node: SyntaxNode;
  readonly address: Extract<SyntaxNode, { kind: 'scalar' }>;
  readonly parts: PlanAddress;
}

class Plan {
  private readonly configuration: ConfiguredModule;
  private readonly changes: ReadonlyMap<string, PlannedChange>;
  private readonly entries: readonly Entry[];
  private readonly references: References;

  constructor(
    private readonly document: SyntaxDocument,
    readonly root: SyntaxNode,
  ) {
    this.configuration = configurationOf(document, root);
    this.changes = plannedChanges(root);
    this.entries = modulesBelow(plannedModule(root)).flatMap((one) =>
      itemsOf(child(one, 'resources')).flatMap((node) => this.entryOf(node) ?? []),
    );
    const unread = [...this.changes.keys()].filter((address) => /(?:^|\.)data\./.test(address));
    this.references = new References({
      instances: instancesOf(this.entries.map(({ parts }) => parts)),
      unread: new Set(unread.map(withoutKey)),
      variables: child(root, 'variables'),
    });
  }

  resources(unit: Unit): Planned[] {
    return this.entries.map((entry) => this.planned(entry, unit));
  }

  private entryOf(node: SyntaxNode): Entry | undefined {
    const address = child(node, 'address');
    const mode = scalarText(child(node, 'mode'));
    if (address?.kind !== 'scalar' || (mode !== undefined && mode !== 'managed')) return undefined;
    const parts = parseAddress(address.text);
    return parts && !this.changes.get(address.text)?.isGone ? { node, address, parts } : undefined;
  }

  private planned({ node, address, parts }: Entry, unit: Unit): Planned {
    const values = child(node, 'values');
    const plain: MapValue = values
      ? lowerMap(values, plainScope)
      : { kind: 'map', fields: new Map(), open: true, origin: originOf(node) };
    const change = this.changes.get(address.text);
    const module = this.moduleOf(parts);
    const configured = module.configuration?.resource(`${parts.type}.${parts.name}`);
    const forEach = child(configured, 'for_each_expression');
    const block: Block = { module, key: parts.key, ...(forEach && { forEach }) };
    const nowhere = originOf(address);
    const type = child(node, 'type');
    const unknowns = new Unknowns(parts.type, block, this.references, nowhere);
    // From version 6 of the provider on, what is planned names its Region.
    const region = scalarText(child(values, 'region'));
    const configuredAt = configuredPlace(unit, module.configuration?.folder, parts);
    return {
      resource: {
        type: parts.type,
        address: address.text,
        name: parts.name,
        dialect: 'terraform',
        nameOrigin: nowhere,
        ...(type && { typeOrigin: originOf(type) }),
        properties: unknowns.over(plain, change?.unknown, child(configured, 'expressions')),
        likelihood: 'certain',
        path: this.document.path,
        incomplete: this.document.problems.length > 0,
        ...(region !== undefined && { region }),
        ...(configuredAt && { configuredAt }),
      },
      values,
      masks: [child(node, 'sensitive_values'), change?.sensitive].flatMap((mask) => mask ?? []),
    };
  }

  private moduleOf({ modules }: PlanAddress): ModuleInstance {
    const root: ModuleInstance = { configuration: this.configuration, prefix: '', key: '' };
    return modules.reduce((parent, { name, key }) => calledInstance(parent, name, key), root);
  }
}

function modulesBelow(module: SyntaxNode | undefined): SyntaxNode[] {
  return module ? [module, ...itemsOf(child(module, 'child_modules')).flatMap(modulesBelow)] : [];
}

/** The keys of all resources and module calls that have instances, by their address without the last key. */
function instancesOf(addresses: readonly PlanAddress[]): Map<string, Set<string>> {
  const instances = new Map<string, Set<string>>();
  const add = (address: string, key: string) => {
    const keys = instances.get(address) ?? new Set();
    instances.set(address, keys.add(key));
  };
  for (const { modules, type, name, key } of addresses) {
    let prefix = '';
    for (const module of modules) {
      add(`${prefix}module.${module.name}`, module.key);
      prefix += `module.${module.name}${module.key}.`;
    }
    add(`${prefix}${type}.${name}`, key);
  }
  return instances;
}

/** The texts of a planned resource. `tags_all` only repeats its tags, together with those of the provider. */
function* plannedTexts(resource: Resource, values: SyntaxNode | undefined): Generator<TextPlace> {
  for (const { key, value } of values?.kind === 'map' ? values.pairs : []) {
    if (key.text !== 'tags_all') yield* textsBelow(value, textContext(key.text, { role: 'other', resource }));
  }
}
