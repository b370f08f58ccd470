import { child, type ScalarNode, type SyntaxNode, scalarText } from '../../../syntax/node';
import type { Unrolled } from '../loops';
import { eventsOf, isServerless, propertiesOf, sectionOf } from './serverless';

/** An API that SAM makes for the events of functions that name none. */
export interface ImplicitApi {
  readonly name: string;
  /** What `Globals` calls it; all that a template can say of it stands there. */
  readonly section: 'Api' | 'HttpApi';
  /** The property of an event that names another API. */
  readonly named: string;
  readonly stage?: string;
}

/** The APIs that SAM makes. The event types are called like the sections. */
export const implicitApis: readonly ImplicitApi[] = [
  { name: 'ServerlessRestApi', section: 'Api', named: 'RestApiId', stage: 'Prod' },
  { name: 'ServerlessHttpApi', section: 'HttpApi', named: 'ApiId' },
];

/** The keys of the events of a resource that ask for an implicit API. */
export function eventsFor({ section, named }: ImplicitApi, body: SyntaxNode): ScalarNode[] {
  return eventsOf(body).flatMap(({ key, value }) => {
    const properties = propertiesOf(value);
    // Of a REST API an event has to tell at least the path.
    const asks = properties ? !properties.open && !properties.has(named) : section === 'HttpApi';
    return asks && scalarText(child(value, 'Type')) === section ? [key] : [];
  });
}

/** The names of what SAM makes beside the resources of a template, as far as they do not depend on a hash. */
export function generatedNames(root: SyntaxNode, entries: readonly Unrolled[]): string[] {
  if (!isServerless(root)) return [];
  const implicit = implicitApis.filter((api) => entries.some(({ pair }) => eventsFor(api, pair.value).length > 0));
  return [
    ...entries.flatMap(({ name, pair }) => namesBeside(name, pair.value)),
    ...implicit.flatMap(({ name, section, stage }) => [name, ...stageNames(name, section, stage)]),
  ];
}

function namesBeside(name: string, body: SyntaxNode): string[] {
  const section = sectionOf(scalarText(child(body, 'Type')));
  const properties = propertiesOf(body);
  const events = eventsOf(body).map(({ key }) => name + key.text);
  const role = properties?.has('Role') ? [] : [`${name}Role`];
  switch (section) {
    case 'Function': {
      const alias = scalarText(properties?.get('AutoPublishAlias'));
      const url = properties?.has('FunctionUrlConfig') ? [`${name}Url`] : [];
      const aliased = alias === undefined ? [] : [`${name}Alias${alias}`];
      return [...role, ...url, ...aliased, `${name}.Alias`, `${name}.Version`, ...events];
    }
    case 'StateMachine':
      return [...role, ...events];
    case 'Api':
    case 'HttpApi':
      return stageNames(name, section, scalarText(properties?.get('StageName')));
    default:
      return [];
  }
}

function stageNames(api: string, section: 'Api' | 'HttpApi', stage: string | undefined): string[] {
  const named = section === 'HttpApi' && stage === undefined ? [`${api}ApiGatewayDefaultStage`] : [];
  return [`${api}.Stage`, `${api}.Deployment`, ...named, ...(stage === undefined ? [] : [`${api}${stage}Stage`])];
}
