import type { Origin } from '../../../model/origin';
import type { Resource } from '../../../model/resource';
import { fieldOf, type Literal, mentions, textOf, type Value } from '../../../model/value';
import { child, type SyntaxNode } from '../../../syntax/node';
import type { Scope } from '../scope';
import type { TemplateScope } from '../templateScope';
import { lowerValue } from '../values';
import { beside } from './made';
import { sectionOf } from './serverless';

/** What a connector joins: its source with one of its destinations. */
export interface Connection {
  /** The connector; of one that is embedded in its source, that. */
  readonly maker: Resource;
  /** What tells it apart from all others. */
  readonly name: string;
  readonly nameOrigin: Origin;
  readonly source: End;
  readonly destination: End;
  /** `undefined` where they are not known. */
  readonly permissions: readonly Literal[] | undefined;
}

/** An end of a connector: a resource of the template, or what is said of another. */
export interface End {
  readonly resource: Resource | undefined;
  /** Its type as CloudFormation has it. */
  readonly type: string | undefined;
  /** The addresses of all that it may be. */
  readonly addresses: readonly string[];
  /** What is said of it, beside its id. */
  readonly written: Value | undefined;
}

/** A connector as it is written, be it a resource or embedded in its source. */
interface Connector extends Pick<Connection, 'maker' | 'name' | 'nameOrigin' | 'source'> {
  readonly properties: Value | undefined;
}

type Resources = ReadonlyMap<string, Resource>;

/** What connectors take the types of SAM for. */
const plainTypes: Readonly<Record<string, string>> = {
  Function: 'AWS::Lambda::Function',
  StateMachine: 'AWS::StepFunctions::StateMachine',
  Api: 'AWS::ApiGateway::RestApi',
  HttpApi: 'AWS::ApiGatewayV2::Api',
  SimpleTable: 'AWS::DynamoDB::Table',
};

/** What the connectors of a template join, by themselves or embedded in their sources. */
export function connectionsOf(template: TemplateScope, all: readonly Resource[]): Connection[] {
  const byAddress = new Map(all.map((resource) => [resource.address, resource]));
  const connectors = template.unrolled.entries.flatMap(({ name, pair, scope: { variables } }): Connector[] => {
    const maker = byAddress.get(template.prefix + name);
    if (!maker) return [];
    const embedded = embeddedIn(maker, pair.value, { ...template, variables });
    if (sectionOf(maker.type) !== 'Connector') return embedded;
    const { nameOrigin, properties } = maker;
    const source = endOf(fieldOf(properties, 'Source'), maker, byAddress);
    return [{ maker, name, nameOrigin, source, properties }, ...embedded];
  });
  return connectors.flatMap((connector) => joinedBy(connector, byAddress));
}

function embeddedIn(maker: Resource, body: SyntaxNode, scope: Scope): Connector[] {
  const written = child(body, 'Connectors');
  const connectors = written && lowerValue(written, scope);
  if (connectors?.kind !== 'map') return [];
  const { address, type } = maker;
  const source: End = { resource: maker, type: plainType(type), addresses: [address], written: undefined };
  return [...connectors.fields].map(([name, { key, value }]) => {
    return { maker, name: maker.name + name, nameOrigin: key, source, properties: fieldOf(value, 'Properties') };
  });
}

function joinedBy({ properties, ...connector }: Connector, byAddress: Resources): Connection[] {
  const destination = fieldOf(properties, 'Destination');
  const permissions = fieldOf(properties, 'Permissions');
  const isList = destination?.kind === 'list';
  return (isList ? destination.items : [destination]).map((one, i) => ({
    ...connector,
    name: connector.name + (isList ? `Destination${i}` : ''),
    destination: endOf(one, connector.maker, byAddress),
    permissions: permissions && literalsIn(permissions),
  }));
}

function endOf(written: Value | undefined, maker: Resource, byAddress: Resources): End {
  const addresses = written ? mentions(written) : [];
  const id = fieldOf(written, 'Id');
  if (!id) return { resource: undefined, type: plainType(textOf(fieldOf(written, 'Type'))), addresses, written };
  const name = textOf(id);
  const address = name === undefined ? addresses : [beside(maker, name)];
  const resource = name === undefined ? undefined : byAddress.get(beside(maker, name));
  return { resource, type: plainType(resource?.type), addresses: address, written };
}

function plainType(type: string | undefined): string | undefined {
  return plainTypes[sectionOf(type) ?? ''] ?? type;
}

function literalsIn(value: Value): readonly Literal[] | undefined {
  if (value.kind !== 'list' || value.open) return undefined;
  const literals = value.items.filter((item) => item.kind === 'literal');
  return literals.length === value.items.length ? literals : undefined;
}
