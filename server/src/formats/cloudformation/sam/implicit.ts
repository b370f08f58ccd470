import type { Resource } from '../../../model/resource';
import { either, type Field, type MapValue } from '../../../model/value';
import { child, originOf, type SyntaxNode, scalarText } from '../../../syntax/node';
import type { Unrolled } from '../loops';
import type { TemplateScope } from '../templateScope';
import { lowerMap } from '../values';
import { eventsFor, type ImplicitApi, implicitApis } from './generated';
import { isServerless, typeOfSection } from './serverless';

/** The APIs that SAM makes for a template's functions, each named by the first event that asks for it. */
export function implicitResources(root: SyntaxNode, scope: TemplateScope, resources: readonly Resource[]): Resource[] {
  if (!isServerless(root)) return [];
  const { entries } = scope.unrolled;
  const written = new Set(entries.map(({ name }) => name));
  return implicitApis.flatMap((api) => (written.has(api.name) ? [] : (made(api, root, scope, resources) ?? [])));
}

/** The part of `Globals` that an implicit API is written in; none where that is about others as well. */
function writtenInGlobals({ section }: ImplicitApi, root: SyntaxNode): Pick<Resource, 'writtenIn'> {
  const resources = child(root, 'Resources');
  const written = resources?.kind === 'map' ? resources.pairs : [];
  if (written.some(({ value }) => scalarText(child(value, 'Type')) === typeOfSection(section))) return {};
  return { writtenIn: { origin: originOf(root), path: (property) => ['Globals', section, property] } };
}

function made(
  api: ImplicitApi,
  root: SyntaxNode,
  scope: TemplateScope,
  resources: readonly Resource[],
): Resource | undefined {
  const asking = scope.unrolled.entries.flatMap((entry) => {
    const [event] = eventsFor(api, entry.pair.value);
    const resource = event && resourceOf(entry, resources);
    return resource ? [{ event, resource }] : [];
  });
  const [first] = asking;
  if (!first) return undefined;
  const origin = originOf(first.event);
  const shared = child(child(root, 'Globals'), api.section);
  const given: MapValue = shared ? lowerMap(shared, scope) : { kind: 'map', fields: new Map(), open: false, origin };
  const stage: [string, Field][] =
    api.stage === undefined
      ? []
      : [['StageName', { key: origin, value: { kind: 'literal', text: api.stage, origin } }]];
  return {
    type: typeOfSection(api.section),
    address: scope.prefix + api.name,
    name: api.name,
    dialect: 'cloudformation',
    nameOrigin: origin,
    properties: { ...given, fields: new Map([...given.fields, ...stage]) },
    ...writtenInGlobals(api, root),
    likelihood: asking.map(({ resource }) => resource.likelihood).reduce(either),
    path: first.resource.path,
    incomplete: asking.some(({ resource }) => resource.incomplete),
  };
}

function resourceOf({ pair }: Unrolled, resources: readonly Resource[]): Resource | undefined {
  return resources.find(({ nameOrigin }) => nameOrigin === originOf(pair.key));
}
