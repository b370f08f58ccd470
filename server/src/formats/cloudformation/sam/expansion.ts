import type { Resource } from '../../../model/resource';
import type { SyntaxNode } from '../../../syntax/node';
import type { TemplateScope } from '../templateScope';
import { apiEvents, methodOf, routeOf } from './apiEvents';
import { madeOfHttpApi, madeOfRestApi } from './apis';
import { givenPolicies } from './connectors';
import { eventsIn, scheduleOf } from './events';
import { functionItself, madeOfFunction } from './functions';
import { implicitResources } from './implicit';
import { graphQlApiOf, stateMachineOf } from './logged';
import { without } from './made';
import { roleOf, roleWithPolicies, withoutRole } from './roles';
import { isServerless, sectionOf } from './serverless';

/** A template's resources with what SAM makes of them, as far as there is anything to say of it. */
export function expanded(root: SyntaxNode, scope: TemplateScope, written: readonly Resource[]): readonly Resource[] {
  if (!isServerless(root)) return written;
  const all = [...written, ...implicitResources(root, scope, written)];
  const started = all.filter(isStarted).flatMap(eventsIn);
  const ofApis = apiEvents(started, all);
  const connected = new Set(givenPolicies(root, scope));
  return [
    ...all.map(itself),
    ...all.flatMap((resource): Resource[] => {
      const own = ofApis.get(resource) ?? [];
      switch (sectionOf(resource.type)) {
        case 'Function':
          return madeOfFunction(resource, connected.has(resource.address));
        case 'StateMachine':
          return [stateMachineOf(resource), ...roleWithPolicies(resource, connected.has(resource.address))];
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
  ];
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
