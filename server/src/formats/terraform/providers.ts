import { type MapValue, textOf } from '../../model/value';
import { child, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { bodiesOf, membersOf } from './structure';
import { lowerValue, type Scope } from './values';

/**
 * The Regions of the providers of a module by their names, `aws` or `aws.alias`. A provider that is configured
 * elsewhere, or by its environment, has none.
 */
export type Regions = ReadonlyMap<string, string>;

/** The Regions that a module's own providers have, beside those that it is given. */
export function providerRegions(documents: readonly SyntaxDocument[], scope: Scope, given: Regions): Regions {
  const regions = new Map(given);
  for (const root of documents.flatMap((document) => document.roots)) {
    for (const { key, value } of membersOf(child(root, 'provider'))) {
      for (const body of bodiesOf(value)) {
        const alias = scalarText(child(body, 'alias'));
        const written = child(body, 'region');
        const region = written && textOf(lowerValue(written, scope));
        const name = alias === undefined ? key.text : `${key.text}.${alias}`;
        if (region === undefined) regions.delete(name);
        else regions.set(name, region);
      }
    }
  }
  return regions;
}

/**
 * The Regions that a module call hands on: of the providers that it names, or of those that have no alias.
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
export function handedRegions(call: SyntaxNode, regions: Regions): Regions {
  const named = bodiesOf(child(call, 'providers'));
  if (named.length === 0) return new Map([...regions].filter(([name]) => !name.includes('.')));
  const handed = named.flatMap((body) => (body.kind === 'map' ? body.pairs : []));
  return new Map(
    handed.flatMap(({ key, value }) => {
      const region = regions.get(providerName(value) ?? '');
      return region === undefined ? [] : [[key.text, region] as const];
    }),
  );
}

/**
 * The Region that a resource of AWS is deployed to: its own argument, or that of its provider.
 * https://hashicorp.github.io/terraform-provider-aws/enhanced-region-support
 */
export function regionOf(body: SyntaxNode, properties: MapValue, regions: Regions): string | undefined {
  const own = properties.fields.get('region');
  if (own && own.value.kind !== 'notWritten') return textOf(own.value);
  const provider = child(body, 'provider');
  return regions.get(provider ? (providerName(provider) ?? '') : 'aws');
}

/** A provider as something refers to it: its name alone, or in a template as older versions write it. */
function providerName(reference: SyntaxNode): string | undefined {
  return /^(?:\$\{\s*)?([\w-]+(?:\.[\w-]+)?)(?:\s*\})?$/.exec(scalarText(reference) ?? '')?.[1];
}
