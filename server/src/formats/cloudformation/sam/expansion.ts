import type { Resource } from '../../../model/resource';
import type { SyntaxNode } from '../../../syntax/node';
import type { TemplateScope } from '../templateScope';
import { apiEvents, methodOf, routeOf } from './apiEvents';
import { madeOfHttpApi, madeOfRestApi } from './apis';
import { givenPolicies, policiesByConnections } from './connections';
import { connectionsOf } from './connectors';
import { eventsIn, queuesBetween, scheduleOf } from './events';
import { functionItself, madeOfFunction, topicAddresses } from './functions';
import { implicitResources } from './implicit';
import { graphQlApiOf, stateMachineOf } from './logged';
import { without } from './made';
import { roleOf, roleWithPolicies, withoutRole } from './roles';
import { isServerless, sectionOf } from './serverless';

/** What SAM makes of a template. */
export interface Expansion {
  /** The resources with what is made of them, as far as there is anything to say of it. */
  readonly resources: readonly Resource[];
  /** The addresses of those that may have more policies than there are to see, or other names. */
  readonly shared: readonly string[];
}

/** A template as SAM transforms it, or, where it is none of SAM's, as it is. */
export function expanded(root: SyntaxNode, scope: TemplateScope, written: readonly Resource[]): Expansion {
  if (!isServerless(root)) return { resources: written, shared: [] };
  const all = [...written, ...implicitResources(root, scope, written)];
  const started = all.filter(isStarted).flatMap(eventsIn);
  const ofApis = apiEvents(started, all);
  const connections = connectionsOf(scope, all);
  const resources = [
    ...all.map(itself),
    ...all.flatMap((resource): Resource[] => {
      const own = ofApis.get(resource) ?? [];
      switch (sectionOf(resource.type)) {
        case 'Function':
          return madeOfFunction(resource);
        case 'StateMachine':
          return [stateMachineOf(resource), ...roleWithPolicies(resource)];
        case 'GraphQLApi':
          return [graphQlApiOf(resource)];
        case 'Api':
          return [...madeOfRestApi(resource, own), ...own.map(methodOf)];
        case 'HttpApi':
          return [...madeOfHttpApi(resource), ...own.map(routeOf)];
        default:
          return [];
      }
    }),
    ...started.flatMap(scheduleOf),
    ...policiesByConnections(connections),
  ];
  const shared = [
    ...started.flatMap(queuesBetween),
    ...all.flatMap(({ type, address }) => (sectionOf(type) === 'Function' ? topicAddresses(address) : [])),
    ...givenPolicies(connections),
  ];
  return { resources, shared };
}

/** Whether events start a resource. */
function isStarted({ type }: Resource): boolean {
  const section = sectionOf(type);
  return section === 'Function' || section === 'StateMachine';
}

/** A resource without what becomes another. */
function itself(resource: Resource): Resource {
  const { type, properties } = resource;
  switch (sectionOf(type)) {
    case 'Function':
      return functionItself(resource);
    case 'StateMachine':
      return { ...resource, properties: withoutRole(properties, roleOf(resource)) };
    case 'Api':
      return { ...resource, properties: without(properties, ['Policy', 'Domain']) };
    default:
      return resource;
  }
}
