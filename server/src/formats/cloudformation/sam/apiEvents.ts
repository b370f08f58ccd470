import type { Origin } from '../../../model/origin';
import type { Resource, WrittenIn } from '../../../model/resource';
import { asBoolean, type Field, fieldOf, overCases, textOf, type Value } from '../../../model/value';
import type { SamEvent } from './events';
import { type ImplicitApi, implicitApis } from './generated';
import { beside, fieldIn, impliedField, knownToSam, type Made, madeOf } from './made';
import { typeOfSection } from './serverless';

/** An event that opens a way into an API whose definition SAM writes. */
export interface ApiEvent extends SamEvent {
  /** What it says of who may call. */
  readonly auth: Value | undefined;
  readonly api: Resource;
}

/** The events that APIs of the template are made of, by API. */
export function apiEvents(events: readonly SamEvent[], all: readonly Resource[]): Map<Resource, ApiEvent[]> {
  const found = new Map<Resource, ApiEvent[]>();
  for (const event of events) {
    const api = apiOf(event, all);
    if (!api) continue;
    const auth = fieldOf(event.properties, 'Auth');
    found.set(api, [...(found.get(api) ?? []), { ...event, auth, api }]);
  }
  return found;
}

/** The API of an event; none where it is not of the template, or defined elsewhere than in events. */
function apiOf({ maker, type, properties }: SamEvent, all: readonly Resource[]): Resource | undefined {
  const kind = implicitApis.find(({ section }) => section === type);
  if (!kind) return undefined;
  const address = addressIn(maker, kind, properties);
  const api = all.find((one) => one.address === address && one.type === typeOfSection(kind.section));
  const { fields, open } = api?.properties ?? {};
  return open || fields?.has('DefinitionBody') || fields?.has('DefinitionUri') ? undefined : api;
}

function addressIn(maker: Resource, { name, named }: ImplicitApi, properties: Value | undefined): string | undefined {
  const given = fieldOf(properties, named);
  if (!given) return properties?.kind === 'map' && properties.open ? undefined : beside(maker, name);
  if (given.kind === 'literal') return beside(maker, given.text);
  return given.kind === 'reference' && given.attribute === undefined ? given.to : undefined;
}

/** The method of a REST API that SAM writes for an event. */
export function methodOf(event: ApiEvent): Resource {
  const verb = fieldIn(event.properties, 'Method');
  return madeOfEvent(event, {
    type: 'AWS::ApiGateway::Method',
    named: 'RestApiId',
    fields: [['HttpMethod', verb && { ...verb, value: overCases(verb.value, upperCase) }]],
    writtenIn: authorizerIn(event),
  });
}

/** The route of an HTTP API that SAM writes for an event. A fix can ask for signatures only where the API allows it. */
export function routeOf(event: ApiEvent): Resource {
  const enabled = fieldOf(fieldOf(event.api.properties, 'Auth'), 'EnableIamAuthorizer');
  const allowsIam = asBoolean(textOf(enabled) ?? '') === true;
  return madeOfEvent(event, {
    type: 'AWS::ApiGatewayV2::Route',
    named: 'ApiId',
    fields: [['RouteKey', impliedField(routeKey(event))]],
    ...(allowsIam && { writtenIn: authorizerIn(event) }),
  });
}

function madeOfEvent(event: ApiEvent, made: Pick<Made, 'type' | 'fields' | 'writtenIn'> & { named: string }): Resource {
  const { name, key, maker, api } = event;
  const { named, fields, ...parts } = made;
  const common: [string, Field][] = [
    [named, impliedField({ kind: 'reference', to: api.address, origin: key })],
    ['AuthorizationType', impliedField(authorization(event))],
  ];
  const resource = madeOf(maker, {
    ...parts,
    name: maker.name + name,
    nameOrigin: key,
    fields: [...fields, ...common],
  });
  return { ...resource, incomplete: maker.incomplete || api.incomplete };
}

function authorizerIn({ whole: { origin } }: ApiEvent): WrittenIn {
  const path = (property: string) =>
    property === 'AuthorizationType' ? ['Properties', 'Auth', 'Authorizer'] : undefined;
  return { origin, path };
}

function upperCase(verb: Value): Value {
  return verb.kind === 'literal' ? { ...verb, text: verb.text.toUpperCase() } : verb;
}

/** Without a path an event takes whatever no other route takes, without a method all of them. */
function routeKey({ properties, key: origin }: ApiEvent): Value {
  if (properties && properties.kind !== 'map') return knownToSam(origin);
  const [path, method] = ['Path', 'Method'].map((name) => properties?.fields.get(name)?.value);
  if (!path) return properties?.open ? knownToSam(origin) : { kind: 'literal', text: '$default', origin };
  const verb = method ? textOf(method)?.toUpperCase() : 'ANY';
  const where = textOf(path);
  if (where === undefined || verb === undefined) return knownToSam(origin);
  return { kind: 'literal', text: where === '$default' ? where : `${verb} ${where}`, origin };
}

/**
 * How a caller proves who it is: as the event says, else as its API says of all, else not at all. See
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html.
 */
function authorization({ auth, api, maker, key: origin }: ApiEvent): Value {
  const isUnfinished = maker.incomplete || api.incomplete;
  const nobody: Value = isUnfinished ? knownToSam(origin) : { kind: 'literal', text: 'NONE', origin };
  const ofAll = authorizerOf(fieldOf(api.properties, 'Auth'), 'DefaultAuthorizer', origin);
  const own = authorizerOf(auth, 'Authorizer', origin);
  return overCases(
    overCases(own, (one) => (one.kind === 'notWritten' ? ofAll : one)),
    (one) => (one.kind === 'notWritten' ? nobody : asType(one)),
  );
}

function authorizerOf(auth: Value | undefined, name: string, origin: Origin): Value {
  if (!auth || auth.kind === 'notWritten') return { kind: 'notWritten', origin };
  if (auth.kind !== 'map') return knownToSam(origin);
  const given = auth.fields.get(name)?.value;
  return given ?? (auth.open ? knownToSam(origin) : { kind: 'notWritten', origin });
}

/** Authorizers go by names of the author, but for two. */
function asType(authorizer: Value): Value {
  if (authorizer.kind !== 'literal' || authorizer.text === 'NONE' || authorizer.text === 'AWS_IAM') return authorizer;
  return { ...authorizer, text: 'CUSTOM' };
}
