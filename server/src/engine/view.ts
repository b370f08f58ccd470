import type { Format } from '../formats/format';
import type { Attribute, Default, Kind, Locator } from '../model/kind';
import type { Origin } from '../model/origin';
import type { Policy } from '../model/policy';
import type { Model, Resource } from '../model/resource';
import type { Truth } from '../model/truth';
import {
  asBoolean,
  both,
  type Literal,
  type MapValue,
  mentions,
  textOf,
  type Unknown,
  type Value,
} from '../model/value';
import type { Fact, Pointing, PolicyFact, RuleSettings, View, World } from '../model/view';
import { Choices } from './choices';
import { Joins } from './joins';
import { locatorsOf } from './locators';
import { policiesOf, policyOf, useOf } from './policies';
import { type Place, Reader } from './reading';
import { typesOf } from './rules';

/** A place of an attribute with the resource whose text it is and the row that led there. */
interface Found extends Place {
  readonly holder: Resource;
  readonly locator: Locator;
}

/** The unit with the catalogue's kinds laid over it. */
export class UnitWorld implements World {
  readonly joins: Joins;
  readonly reader: Reader;
  private allChoices: Choices | undefined;
  private readonly known = new Map<Resource, Map<Kind, ResourceView>>();
  private readonly policiesByHolder = new Map<Resource, readonly Policy[]>();
  private readonly ownersByKind = new Map<Kind, ReadonlyMap<Resource, readonly View[]>>();
  private readonly viewsByAddress = new Map<Kind, ReadonlyMap<string, View>>();
  private readonly viewsByKind = new Map<Kind, readonly ResourceView[]>();

  constructor(
    readonly model: Model,
    readonly format: Format,
    readonly settings: RuleSettings,
  ) {
    this.reader = new Reader(format);
    this.joins = new Joins(model, this.reader);
  }

  get complete(): boolean {
    return this.model.complete;
  }

  /** The values among which its parameters are chosen. */
  get choices(): Choices {
    this.allChoices ??= new Choices(this.model.resources);
    return this.allChoices;
  }

  /** A resource seen as a kind; the same view each time. */
  view(resource: Resource, kind: Kind): ResourceView {
    const views = this.known.get(resource) ?? new Map<Kind, ResourceView>();
    const view = views.get(kind) ?? new ResourceView(resource, kind, this);
    views.set(kind, view);
    this.known.set(resource, views);
    return view;
  }

  views(kind: Kind): readonly ResourceView[] {
    const known = this.viewsByKind.get(kind);
    if (known) return known;
    const resources = this.joins.ofTypes(typesOf(kind));
    const views = resources.map((resource) => this.view(resource, kind));
    this.viewsByKind.set(kind, views);
    return views;
  }

  pointingAt(target: View, kind: Kind, attribute: string): Pointing {
    const row = kind.attributes[attribute];
    const { dialect } = target.resource;
    const joined = (row ? locatorsOf(row, dialect) : []).flatMap(({ path }) =>
      kind[dialect].map((type) => this.joins.satellitesOf(target.resource, { type, join: path }, target.kind)),
    );
    const found = new Set(joined.flatMap(({ satellites }) => satellites));
    return {
      views: [...found].map((resource) => this.view(resource, kind)),
      maybeMore: joined.some(({ maybeMore }) => maybeMore),
    };
  }

  ownersOf(holder: Resource, kind: Kind): readonly View[] {
    const known = this.ownersByKind.get(kind) ?? this.readOwners(kind);
    this.ownersByKind.set(kind, known);
    return known.get(holder) ?? [];
  }

  private readOwners(kind: Kind): ReadonlyMap<Resource, readonly View[]> {
    const owners = new Map<Resource, Set<View>>();
    for (const view of this.views(kind)) {
      for (const fact of view.policies('policy')) {
        if (fact.state !== 'written') continue;
        const { holder } = fact.policy;
        owners.set(holder, (owners.get(holder) ?? new Set()).add(view));
      }
    }
    return new Map([...owners].map(([holder, views]) => [holder, [...views]]));
  }

  get resources(): readonly Resource[] {
    return this.model.resources;
  }

  policiesIn(resource: Resource): readonly Policy[] {
    const known = this.policiesByHolder.get(resource) ?? policiesOf(resource, this.format);
    this.policiesByHolder.set(resource, known);
    return known;
  }

  /** The policies whose text stands in the documents. */
  get writtenPolicies(): readonly Policy[] {
    return this.resources.filter(({ isPreset }) => !isPreset).flatMap((resource) => this.policiesIn(resource));
  }

  newResource(kind: Kind, wanted: string, { dialect, path, nameOrigin }: Resource): Resource {
    const type = kind[dialect][0] as string;
    const name = this.format.freeName(wanted, type, this.model);
    const properties: MapValue = { kind: 'map', fields: new Map(), open: false, origin: nameOrigin };
    return {
      type,
      address: dialect === 'terraform' ? `${type}.${name}` : name,
      name,
      dialect,
      nameOrigin,
      properties,
      likelihood: 'certain',
      path,
      incomplete: false,
      isNew: true,
    };
  }

  resolve(value: Value, kind: Kind): View | undefined {
    const addresses = mentions(value);
    if (addresses.length === 0) {
      return this.views(kind).find((view) => this.joins.names(value, view.resource, kind) === true);
    }
    const known =
      this.viewsByAddress.get(kind) ?? new Map(this.views(kind).map((view) => [view.resource.address, view]));
    this.viewsByAddress.set(kind, known);
    return addresses.map((address) => known.get(address)).find((view) => view !== undefined);
  }
}

class ResourceView implements View {
  private readonly known = new Map<string, readonly Fact[]>();
  private readonly knownPolicies = new Map<string, readonly PolicyFact[]>();

  constructor(
    readonly resource: Resource,
    readonly kind: Kind,
    private readonly world: UnitWorld,
  ) {}

  facts(name: string): readonly Fact[] {
    const known = this.known.get(name);
    if (known) return known;
    const attribute = this.kind.attributes[name];
    const facts = attribute ? this.found(attribute).map((found) => this.fact(attribute, found)) : [];
    this.known.set(name, facts);
    return facts;
  }

  is(name: string, test: (text: string) => boolean): Truth {
    const answers = this.facts(name).map(({ value }): Truth => {
      if (value.kind === 'literal') return test(value.text);
      return value.kind === 'notWritten' ? false : undefined;
    });
    if (answers.length === 0) return false;
    return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
  }

  isWritten(name: string): Truth {
    const attribute = this.kind.attributes[name];
    const answers = attribute ? this.found(attribute).map((found) => found.written) : [];
    if (answers.length === 0) return false;
    return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
  }

  policies(name: string): readonly PolicyFact[] {
    const known = this.knownPolicies.get(name) ?? this.readPolicies(name);
    this.knownPolicies.set(name, known);
    return known;
  }

  private readPolicies(name: string): PolicyFact[] {
    const attribute = this.kind.attributes[name];
    return (attribute ? this.found(attribute) : []).map((found): PolicyFact => {
      // An empty text is what Terraform's provider tells of a resource without a policy.
      if (found.written === false || (textOf(found.value) === '' && !found.holder.incomplete))
        return { state: 'absent' };
      const { value, likelihood, holder } = found;
      const content = value.kind === 'map' ? value : this.world.format.readEmbedded(value);
      const use = useOf(holder, found.locator.path.replaceAll('[*]', ''));
      const policy = content && policyOf(content, { ...use, holder, likelihood, key: found.key ?? holder.nameOrigin });
      return policy ? { state: 'written', policy, likelihood } : { state: 'unknown' };
    });
  }

  /** Where an attribute stands: the first of its rows that is written, else nowhere. */
  private found(attribute: Attribute): Found[] {
    let nowhere: Found[] = [];
    for (const locator of locatorsOf(attribute, this.resource.dialect)) {
      const found = locator.satellite ? this.inSatellites(locator) : this.inResource(this.resource, locator);
      if (found.some((one) => one.written !== false)) return found;
      if (nowhere.length === 0 || found.some((one) => one.holder !== this.resource)) nowhere = found;
    }
    return nowhere;
  }

  private inResource(holder: Resource, locator: Locator): Found[] {
    const likelihood = both(this.resource.likelihood, holder.likelihood);
    return this.world.reader.read(holder.properties, locator.path, likelihood).map((place): Found => {
      const { value, likelihood, parameter, written, key } = place;
      if (written !== false || !holder.incomplete) {
        return { value, likelihood, parameter, written, key, holder, locator };
      }
      const unclear: Unknown = { kind: 'unknown', reason: 'a syntax error is nearby', origin: value.origin };
      return { value: unclear, likelihood, parameter, written: undefined, key, holder, locator };
    });
  }

  private inSatellites(locator: Locator): Found[] {
    const satellite = locator.satellite as NonNullable<Locator['satellite']>;
    const { satellites, maybeMore } = this.world.joins.satellitesOf(this.resource, satellite, this.kind);
    if (satellites.length) return satellites.flatMap((one) => this.inResource(one, locator));
    const origin = this.resource.nameOrigin;
    const value: Value = maybeMore
      ? { kind: 'unknown', reason: `an ${satellite.type} may stand elsewhere`, origin }
      : { kind: 'notWritten', origin };
    const written = maybeMore ? undefined : false;
    return [{ value, likelihood: this.resource.likelihood, written, key: undefined, holder: this.resource, locator }];
  }

  private fact(attribute: Attribute, found: Found): Fact {
    const { holder, likelihood, written, parameter } = found;
    if (found.written === false) {
      const origin = holder.nameOrigin;
      const byDefault = this.defaultOf(attribute);
      const value = valueByDefault(byDefault, origin);
      const chosen = byDefault === 'unclear' ? undefined : byDefault;
      return { value, likelihood, written, origin, holder, parameter: undefined, byDefault: chosen };
    }
    const value = normalised(attribute, found.locator, found.value);
    return { value, likelihood, written, origin: value.origin, holder, parameter, byDefault: undefined };
  }

  /** The default that holds; `unclear` where that depends on what is not known. */
  private defaultOf(attribute: Attribute): Default | 'unclear' | undefined {
    for (const one of attribute.defaults ?? []) {
      if (one.dialect && one.dialect !== this.resource.dialect) continue;
      const holds = one.when ? one.when(this) : true;
      if (holds !== false) return holds ? one : 'unclear';
    }
    return undefined;
  }
}

/** What a default comes to. */
function valueByDefault(byDefault: Default | 'unclear' | undefined, origin: Origin): Fact['value'] {
  if (byDefault === 'unclear') return { kind: 'unknown', reason: 'its default depends on what is not known', origin };
  if (!byDefault || byDefault.is === 'none') return { kind: 'notWritten', origin };
  if (typeof byDefault.is === 'string') return { kind: 'unknown', reason: `its default is ${byDefault.is}`, origin };
  return { kind: 'literal', text: String(byDefault.is.value), origin };
}

/** A literal as its row reads it: `Enabled` and `yes` are `true`; a boolean that is none is unknown. */
function normalised(attribute: Attribute, locator: Locator, value: Found['value']): Fact['value'] {
  if (attribute.type !== 'boolean' || value.kind !== 'literal') return value;
  const truth = locator.words
    ? value.text === locator.words.on
      ? true
      : locator.words.off.includes(value.text)
        ? false
        : undefined
    : asBoolean(value.text);
  if (truth === undefined) return { kind: 'unknown', reason: 'it is no boolean', origin: value.origin };
  return { ...value, text: String(truth) } satisfies Literal;
}
