import type { Resource } from '../../model/resource';
import { child, type MapNode, originOf } from '../../syntax/node';
import type { Scope } from './scope';
import { lowerMap } from './values';

const section = 'AWS::CloudFormation::Authentication';

/**
 * The credentials that the metadata of a resource hands to its instances. Each is a resource of its own, whose
 * properties stand there.
 */
export function authenticationsOf(holder: Resource, body: MapNode, scope: Scope): Resource[] {
  const all = child(body.get('Metadata'), section);
  if (all?.kind !== 'map') return [];
  return all.pairs.flatMap(({ key, value }) => {
    if (value.kind !== 'map') return [];
    const { typeOrigin: _, disposal: __, ...like } = holder;
    return {
      ...like,
      type: section,
      address: `${holder.address}.${key.text}`,
      name: key.text,
      nameOrigin: originOf(key),
      properties: lowerMap(value, scope),
      writtenIn: { origin: originOf(body), path: (property) => ['Metadata', section, key.text, property] },
    };
  });
}
