import type { Kind, Satellite } from '../model/kind';
import type { Dialect, Model, Resource } from '../model/resource';
import { or, type Truth } from '../model/truth';
import { fieldOf, mentions, templatePattern, type Value } from '../model/value';
import type { Reader } from './reading';

/** The satellites of a resource. `maybeMore`: others may be joined to it, here or out of sight. */
export interface Joined {
  readonly satellites: readonly Resource[];
  readonly maybeMore: boolean;
}

/** The resources of one type, by what their join attribute points at. */
interface Pointers {
  readonly byAddress: ReadonlyMap<string, readonly Resource[]>;
  /** Those whose target is a name, or is not known: they are held against each resource. */
  readonly others: readonly { readonly candidate: Resource; readonly values: readonly Value[] }[];
  readonly anyIncomplete: boolean;
  /** What was found to belong to the resource at an address. */
  readonly joined: Map<string, Joined>;
}

/** Finds the resources that belong to another: by reference, or by an equal name. */
export class Joins {
  private readonly byType = new Map<string, Resource[]>();
  private readonly pointers = new Map<string, Pointers>();
  private readonly ownNamesByResource = new Map<Resource, readonly Value[]>();

  constructor(
    private readonly model: Model,
    private readonly reader: Reader,
  ) {
    for (const resource of model.resources) {
      const known = this.byType.get(resource.type);
      if (known) known.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  /** All resources of some types. */
  ofTypes(types: readonly string[]): Resource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The satellites of one type that point at a resource. */
  satellitesOf(resource: Resource, satellite: Pick<Satellite, 'type' | 'join'>, kind: Kind): Joined {
    const pointers = this.pointersOf(satellite);
    const joined = pointers.joined.get(resource.address) ?? this.join(resource, pointers, kind);
    pointers.joined.set(resource.address, joined);
    return joined;
  }

  private join(resource: Resource, { byAddress, others, anyIncomplete }: Pointers, kind: Kind): Joined {
    const satellites = [...(byAddress.get(resource.address) ?? [])];
    let maybeMore = anyIncomplete || !this.model.complete || this.model.shared.has(resource.address);
    for (const { candidate, values } of others) {
      const joined = or(...values.map((value) => this.names(value, resource, kind)));
      if (joined && !satellites.includes(candidate)) satellites.push(candidate);
      if (joined === undefined) maybeMore = true;
    }
    return { satellites, maybeMore };
  }

  private pointersOf(satellite: Pick<Satellite, 'type' | 'join'>): Pointers {
    const key = `${satellite.type} ${satellite.join}`;
    const pointers = this.pointers.get(key) ?? this.readPointers(satellite);
    this.pointers.set(key, pointers);
    return pointers;
  }

  private readPointers(satellite: Pick<Satellite, 'type' | 'join'>): Pointers {
    const candidates = this.byType.get(satellite.type) ?? [];
    const byAddress = new Map<string, Resource[]>();
    const others: { candidate: Resource; values: Value[] }[] = [];
    for (const candidate of candidates) {
      const values = this.reader.read(candidate.properties, satellite.join).map((place) => place.value);
      for (const address of new Set(values.flatMap(mentions))) {
        byAddress.set(address, [...(byAddress.get(address) ?? []), candidate]);
      }
      const unclear = values.filter((value) => value.kind !== 'notWritten' && mentions(value).length === 0);
      if (unclear.length) others.push({ candidate, values: unclear });
    }
    return { byAddress, others, anyIncomplete: candidates.some(({ incomplete }) => incomplete), joined: new Map() };
  }

  /** Whether a value names a resource. */
  names(value: Value, resource: Resource, kind: Kind): Truth {
    const addresses = mentions(value);
    if (addresses.includes(resource.address)) return true;
    if (value.kind === 'reference' || value.kind === 'notWritten') return false;
    if (value.kind !== 'literal' && value.kind !== 'template') return undefined;
    if (addresses.length) return false;
    const own = this.ownNames(resource, kind);
    if (value.kind === 'template') return own.some((name) => couldName(value, name)) ? undefined : false;
    return or(
      ...own.map((name) => (name.kind === 'literal' ? isNamed(value.text, name.text) : couldName(name, value))),
    );
  }

  /** What a resource calls itself; nothing where the service makes a name up. */
  private ownNames(resource: Resource, kind: Kind): readonly Value[] {
    const names = this.ownNamesByResource.get(resource) ?? this.readNames(resource, kind);
    this.ownNamesByResource.set(resource, names);
    return names;
  }

  private readNames(resource: Resource, kind: Kind): Value[] {
    const row = kind.attributes.name?.[resource.dialect];
    const locator = Array.isArray(row) ? row[0] : row;
    const given = identifiers[resource.dialect].flatMap((key) => fieldOf(resource.properties, key) ?? []);
    const known = given.filter((value) => value.kind === 'literal');
    if (locator === undefined) return known;
    const named = this.reader
      .read(resource.properties, typeof locator === 'string' ? locator : locator.path)
      .map((place) => place.value)
      .filter((value) => value.kind !== 'notWritten');
    return [...named, ...known];
  }
}

/** What a resource is known by once it is there: Terraform's plans and states tell of it. */
const identifiers: Readonly<Record<Dialect, readonly string[]>> = { cloudformation: [], terraform: ['id', 'arn'] };

/** Whether a text is a name, or an ARN or URL that ends in it. */
function isNamed(text: string, name: string): boolean {
  return text === name || text.endsWith(`:${name}`) || text.endsWith(`/${name}`);
}

/** Whether a value that is not wholly known could come to a text; `false` where its literal parts rule it out. */
function couldName(value: Value, other: Value): Truth {
  if (value.kind !== 'template') return undefined;
  if (other.kind !== 'literal') return undefined;
  return templatePattern(value).test(other.text) ? undefined : false;
}
