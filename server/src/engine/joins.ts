import type { Format } from '../formats/format';
import type { Kind, Satellite } from '../model/kind';
import type { Model, Resource } from '../model/resource';
import { or, type Truth } from '../model/truth';
import { mentions, templatePattern, type Value } from '../model/value';
import { parsePath } from './paths';
import { Reader } from './reading';

/** The satellites of a resource. `maybeMore`: others may be joined to it, here or out of sight. */
export interface Joined {
  readonly satellites: readonly Resource[];
  readonly maybeMore: boolean;
}

/** Finds the resources that belong to another: by reference, or by an equal name. */
export class Joins {
  private readonly reader: Reader;
  private readonly byType = new Map<string, Resource[]>();

  constructor(
    private readonly model: Model,
    format: Format,
  ) {
    this.reader = new Reader(format);
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
  satellitesOf(resource: Resource, satellite: Satellite, kind: Kind): Joined {
    const satellites: Resource[] = [];
    let maybeMore = !this.model.complete || this.model.shared.has(resource.address);
    for (const candidate of this.byType.get(satellite.type) ?? []) {
      const places = this.reader.read(candidate.properties, parsePath(satellite.join));
      const joined = or(...places.map((place) => this.names(place.value, resource, kind)));
      if (joined) satellites.push(candidate);
      if (joined === undefined || candidate.incomplete) maybeMore = true;
    }
    return { satellites, maybeMore };
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
  private ownNames(resource: Resource, kind: Kind): Value[] {
    const row = kind.attributes.name?.[resource.dialect];
    const path = Array.isArray(row) ? row[0] : row;
    if (path === undefined) return [];
    return this.reader
      .read(resource.properties, parsePath(typeof path === 'string' ? path : path.path))
      .map((place) => place.value)
      .filter((value) => value.kind !== 'notWritten');
  }
}

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
