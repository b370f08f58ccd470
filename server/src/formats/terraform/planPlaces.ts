import type { SourcePlace } from '../../model/resource';
import { originOf } from '../../syntax/node';
import type { Referred, Unit } from '../format';
import { twoLabelBlocks } from './structure';

/** A resource as HCL begins it. The labels may go without quotes. */
const hclResource = /^[ \t]*resource[ \t]+"?([\w-]+)"?[ \t]+"?([\w-]+)"?/gm;

const known = new WeakMap<Referred, ReadonlyMap<string, SourcePlace>>();

/** Where a resource is configured, in a folder that was read beside the plan. */
export function configuredPlace(
  unit: Unit,
  folder: string | undefined,
  { type, name }: { readonly type: string; readonly name: string },
): SourcePlace | undefined {
  const module = folder === undefined ? undefined : unit.referred?.get(folder);
  if (!module) return undefined;
  const places = known.get(module) ?? placesIn(module);
  known.set(module, places);
  return places.get(`${type}.${name}`);
}

/** The places of all resources of a module. HCL is searched, not parsed: all that is wanted of it is a line. */
function placesIn({ documents, hcl = [] }: Referred): Map<string, SourcePlace> {
  const places = new Map<string, SourcePlace>();
  const add = (address: string, place: SourcePlace) => {
    if (!places.has(address)) places.set(address, place);
  };
  for (const root of documents.flatMap((document) => document.roots)) {
    for (const { type, name, pair } of twoLabelBlocks(root, 'resource')) {
      add(`${type}.${name}`, { origin: originOf(pair.key) });
    }
  }
  for (const { path, text } of hcl) {
    let line = 0;
    let at = 0;
    for (const match of text.matchAll(hclResource)) {
      const [whole, type, name] = match;
      line += text.slice(at, match.index).split('\n').length - 1;
      at = match.index;
      add(`${type}.${name}`, { code: { path, line, character: whole.length - whole.trimStart().length } });
    }
  }
  return places;
}
