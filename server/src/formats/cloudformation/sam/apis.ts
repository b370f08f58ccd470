import type { Resource } from '../../../model/resource';
import { type Field, fieldOf, type ListValue, type MapValue, textOf, type Value } from '../../../model/value';
import type { ApiEvent } from './apiEvents';
import { fieldIn, impliedField, knownToSam, type Made, madeOf } from './made';

/** What a REST API is beside its stage: a resource with a policy, perhaps with a domain name. */
export function madeOfRestApi(api: Resource, events: readonly ApiEvent[]): Resource[] {
  const { properties, name, nameOrigin } = api;
  const endpoint = properties.fields.get('EndpointConfiguration');
  const type = fieldIn(endpoint?.value, 'Type');
  const itself = madeOf(api, {
    type: 'AWS::ApiGateway::RestApi',
    name,
    nameOrigin,
    open: properties.open,
    fields: [
      ['Name', properties.fields.get('Name')],
      ['EndpointConfiguration', type ? { key: type.key, value: typesOf(type) } : endpoint],
      ['Policy', properties.fields.get('Policy') ?? policyOf(api, events)],
    ],
  });
  return [itself, ...domainOf(api)];
}

/** What an HTTP API is beside its stage. */
export function madeOfHttpApi(api: Resource): Resource[] {
  const { properties, name, nameOrigin } = api;
  const protocol = impliedField({ kind: 'literal', text: 'HTTP', origin: nameOrigin });
  return [
    madeOf(api, {
      type: 'AWS::ApiGatewayV2::Api',
      name,
      nameOrigin,
      open: properties.open,
      fields: [
        ['Name', properties.fields.get('Name')],
        ['ProtocolType', protocol],
      ],
    }),
    ...domainV2Of(api),
  ];
}

/** SAM takes one type of endpoint where API Gateway has a list of them. */
function typesOf({ key, value }: Field): MapValue {
  const fields = new Map([['Types', { key, value: listOf(value) }]]);
  return { kind: 'map', fields, open: false, origin: value.origin };
}

function listOf(value: Value): ListValue {
  return { kind: 'list', items: [value], open: false, origin: value.origin };
}

/**
 * The resource policy of an API, of what it says itself and what its events say. Statements are taken over as they are;
 * what SAM makes of lists of accounts, ranges and networks is not followed.
 */
function policyOf({ properties }: Resource, events: readonly ApiEvent[]): Field | undefined {
  const places = [fieldOf(properties, 'Auth'), ...events.map(({ auth }) => auth)];
  const written = places.flatMap((auth) => fieldIn(auth, 'ResourcePolicy') ?? []);
  const [first] = written;
  if (!first) return places.some(isUnclear) ? impliedField(knownToSam(properties.origin)) : undefined;
  const custom = written.flatMap(({ value }) => fieldIn(value, 'CustomStatements') ?? []);
  const [statements] = custom;
  if (!statements) return { key: first.key, value: knownToSam(first.value.origin) };
  const open = written.some(({ value }) => value.kind !== 'map' || value.open || value.fields.size > 1);
  const version: Value = { kind: 'literal', text: '2012-10-17', origin: first.key };
  const policy: MapValue = {
    kind: 'map',
    fields: new Map([
      ['Version', impliedField(version)],
      ['Statement', { key: statements.key, value: joined(custom, open || places.some(isUnclear)) }],
    ]),
    open: false,
    origin: first.value.origin,
  };
  return { key: first.key, value: policy };
}

/** Whether what is said of authorization may hold more than is to be seen. */
function isUnclear(auth: Value | undefined): boolean {
  return auth !== undefined && (auth.kind !== 'map' || auth.open);
}

function joined(lists: readonly Field[], open: boolean): ListValue {
  const items = lists.flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
  return { kind: 'list', items, open, origin: (lists[0] as Field).value.origin };
}

/** The domain name of a REST API; a private one is a resource of another type, with a policy. */
function domainOf(api: Resource): Resource[] {
  const domain = api.properties.fields.get('Domain');
  const endpoint = fieldIn(domain?.value, 'EndpointConfiguration');
  const isPrivate = endpoint !== undefined && textOf(endpoint.value) === 'PRIVATE';
  return domainNamed(api, domain, isPrivate ? 'AWS::ApiGateway::DomainNameV2' : 'AWS::ApiGateway::DomainName', [
    ['SecurityPolicy', fieldIn(domain?.value, 'SecurityPolicy')],
    ['Policy', fieldIn(domain?.value, 'Policy')],
    ['EndpointConfiguration', endpoint && { key: endpoint.key, value: typesOf(endpoint) }],
  ]);
}

/** The domain name of an HTTP API, which has a list of configurations. */
function domainV2Of(api: Resource): Resource[] {
  const domain = api.properties.fields.get('Domain');
  const configurations = domain && listOf(domain.value);
  return domainNamed(api, domain, 'AWS::ApiGatewayV2::DomainName', [
    ['DomainNameConfigurations', configurations && { key: domain.key, value: configurations }],
  ]);
}

function domainNamed(api: Resource, domain: Field | undefined, type: string, fields: Made['fields']): Resource[] {
  if (domain?.value.kind !== 'map') return [];
  return [
    madeOf(api, {
      type,
      name: `${api.name}.DomainName`,
      nameOrigin: domain.key,
      open: domain.value.open,
      fields: [['DomainName', fieldIn(domain.value, 'DomainName')], ...fields],
    }),
  ];
}
