import { child, type MapNode, type Pair, type SyntaxNode, scalarText } from '../../../syntax/node';

/** What makes a template one of SAM's. */
export const serverlessTransform = 'AWS::Serverless-2016-10-31';

const prefix = 'AWS::Serverless::';

/** SAM's types that the resource specification of CloudFormation does not list. */
const unlisted = new Set(['CapacityProvider', 'Connector', 'GraphQLApi'].map((name) => prefix + name));

/** Whether a type is one of SAM's, beside those that the specification lists. */
export function isServerlessType(type: string): boolean {
  return unlisted.has(type);
}

/** Whether SAM transforms a template. */
export function isServerless(root: SyntaxNode): boolean {
  const transform = child(root, 'Transform');
  const named = transform?.kind === 'list' ? transform.items : [transform];
  return named.some((one) => scalarText(one) === serverlessTransform);
}

/** What `Globals` calls the resources of a type; `undefined` for what is none of SAM's. */
export function sectionOf(type: string | undefined): string | undefined {
  return type?.startsWith(prefix) ? type.slice(prefix.length) : undefined;
}

/** The type of the resources that a section of `Globals` is about. */
export function typeOfSection(section: string): string {
  return prefix + section;
}

/** The properties of a resource's body, as written. */
export function propertiesOf(body: SyntaxNode): MapNode | undefined {
  const properties = child(body, 'Properties');
  return properties?.kind === 'map' ? properties : undefined;
}

/** The events that start a function or a state machine, as written. */
export function eventsOf(body: SyntaxNode): readonly Pair[] {
  const section = sectionOf(scalarText(child(body, 'Type')));
  if (section !== 'Function' && section !== 'StateMachine') return [];
  const events = propertiesOf(body)?.get('Events');
  return events?.kind === 'map' ? events.pairs : [];
}
