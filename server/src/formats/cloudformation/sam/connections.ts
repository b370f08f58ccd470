import { type SamConnection, samConnection } from '../../../data/samConnectors';
import type { Resource } from '../../../model/resource';
import { fieldOf, type Literal, mentions, type Value } from '../../../model/value';
import type { Connection, End } from './connectors';
import { knownToSam } from './made';
import { listOf, mapOf, presetPolicy, statementOf, unknownStatement } from './presetPolicies';
import { roleOf } from './roles';

/** What a connection makes for one of its permissions. */
interface Gift extends SamConnection {
  readonly permission: Literal;
}

/** Where resources name their roles. */
const roleProperties: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Role',
  'AWS::Serverless::StateMachine': 'Role',
  'AWS::Lambda::Function': 'Role',
  'AWS::StepFunctions::StateMachine': 'RoleArn',
  'AWS::AppSync::DataSource': 'ServiceRoleArn',
};

/** Types whose ARN is what `Ref` gives. */
const referredByArn = new Set([
  'AWS::StepFunctions::StateMachine',
  'AWS::SNS::Topic',
  'AWS::AppSync::GraphQLApi',
  'AWS::AppSync::DataSource',
]);

/** The policies that connections give roles: each statement stands where its permission is written. */
export function policiesByConnections(connections: readonly Connection[]): Resource[] {
  return connections.flatMap((connection) => {
    const { source, destination, nameOrigin } = connection;
    const gifts = giftsOf(connection);
    if (!gifts) {
      // Only SAM knows which end it gives something.
      const roles = [...rolesOf(source, destination), ...rolesOf(destination, source)];
      return roles.length === 0 ? [] : [policy(connection, roles, [unknownStatement(nameOrigin)])];
    }
    const statements = gifts.flatMap(({ statements, permission: { origin } }) =>
      statements.map((statement) => statementOf(statement, aboutEnds(connection), origin)),
    );
    if (statements.length === 0) return [];
    const isForSource = gifts.some(({ given }) => given === 'source-role');
    const roles = isForSource ? rolesOf(source, destination) : rolesOf(destination, source);
    return [policy(connection, roles.length > 0 ? roles : [knownToSam(nameOrigin)], statements)];
  });
}

/** The addresses of the resources that connections give a policy of their own, or may give one. */
export function givenPolicies(connections: readonly Connection[]): string[] {
  return connections.flatMap((connection) => {
    const { source, destination } = connection;
    const gifts = giftsOf(connection);
    if (!gifts) return [...source.addresses, ...destination.addresses];
    return gifts.some(({ given }) => given === 'destination-policy') ? destination.addresses : [];
  });
}

/** What a connection makes; `undefined` where only SAM knows. */
function giftsOf({ source, destination, permissions = [] }: Connection): readonly Gift[] | undefined {
  const gifts = permissions.flatMap((permission): Gift[] => {
    const made = samConnection(source.type ?? '', destination.type ?? '', permission.text);
    return made ? [{ ...made, permission }] : [];
  });
  return gifts.length > 0 && gifts.length === permissions.length ? gifts : undefined;
}

function policy({ maker, name, nameOrigin }: Connection, roles: readonly Value[], statements: readonly Value[]) {
  return presetPolicy(maker, {
    type: 'AWS::IAM::ManagedPolicy',
    name: `${name}Policy`,
    nameOrigin,
    bearer: ['Roles', listOf(roles, nameOrigin)],
    statements: listOf(statements, nameOrigin),
  });
}

/** The roles of an end, as far as they are known; of a rule it is that for the other end. */
function rolesOf({ resource, written }: End, other: End): Value[] {
  if (!resource) return [fieldOf(written, 'RoleName') ?? []].flat();
  const { type, properties, nameOrigin: origin } = resource;
  const given = type === 'AWS::Events::Rule' ? rolesForTarget(properties, other) : [roleIn(resource)];
  const made = type.startsWith('AWS::Serverless::') ? roleOf(resource) : undefined;
  const addresses = [...given.flatMap((role) => (role ? mentions(role) : [])), ...(made ? [made.address] : [])];
  return addresses.map((to) => ({ kind: 'reference', to, origin }));
}

function roleIn({ type, properties }: Resource): Value | undefined {
  const name = roleProperties[type];
  return name === undefined ? undefined : fieldOf(properties, name);
}

function rolesForTarget(rule: Value, { addresses }: End): (Value | undefined)[] {
  const targets = fieldOf(rule, 'Targets');
  return (targets?.kind === 'list' ? targets.items : [])
    .filter((target) => mentions(target).some((address) => addresses.includes(address)))
    .map((target) => fieldOf(target, 'RoleArn'));
}

/** What the holes of a connection's statements stand for. */
function aboutEnds({ source, destination, nameOrigin }: Connection): Value {
  const about = (name: string, end: End) =>
    ['Arn', 'Name'].flatMap((property) => {
      const value = attributeOf(end, property);
      return value ? [[`${name}.${property}`, value] as const] : [];
    });
  return mapOf(Object.fromEntries([...about('Source', source), ...about('Destination', destination)]), nameOrigin);
}

function attributeOf({ resource, type, written }: End, attribute: string): Value | undefined {
  if (!resource) return fieldOf(written, attribute);
  const reference = { kind: 'reference', to: resource.address, origin: resource.nameOrigin } as const;
  return attribute === 'Arn' && referredByArn.has(type ?? '') ? reference : { ...reference, attribute };
}
