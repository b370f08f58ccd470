import { mentions } from '../../../model/value';
import { child, type SyntaxNode, scalarText } from '../../../syntax/node';
import type { Scope } from '../scope';
import type { TemplateScope } from '../templateScope';
import { lowerValue } from '../values';
import { topicAddresses } from './functions';
import { eventsOf, isServerless, propertiesOf } from './serverless';

/**
 * The resources that SAM may write a policy for: those at the ends of connectors, and queues between a topic and a
 * function. Nobody can tell that these have none, nor that a topic has none that goes by two names.
 */
export function givenPolicies(root: SyntaxNode, template: TemplateScope): string[] {
  if (!isServerless(root)) return [];
  return template.unrolled.entries.flatMap(({ name, pair, scope: { variables } }) =>
    givenBy(template.prefix + name, pair.value, { ...template, variables }),
  );
}

function givenBy(address: string, body: SyntaxNode, scope: Scope): string[] {
  const between = eventsOf(body).flatMap(({ value }) => {
    const queue = propertiesOf(value)?.get('SqsSubscription');
    return queue ? mentions(lowerValue(queue, scope)) : [];
  });
  const embedded = child(body, 'Connectors');
  const connectors = embedded?.kind === 'map' ? embedded.pairs.map(({ value }) => value) : [];
  const isConnector = scalarText(child(body, 'Type')) === 'AWS::Serverless::Connector';
  return [
    ...between,
    ...topicAddresses(address),
    ...(connectors.length > 0 ? [address] : []),
    ...[...connectors, ...(isConnector ? [body] : [])].flatMap((connector) => endsOf(connector, scope)),
  ];
}

function endsOf(connector: SyntaxNode, scope: Scope): string[] {
  const properties = propertiesOf(connector);
  return ['Source', 'Destination'].flatMap((end) => {
    const written = properties?.get(end);
    const ends = written?.kind === 'list' ? written.items : [written];
    return ends.flatMap((one) => idsIn(one, scope));
  });
}

/** What an end of a connector names: by its logical id, or by what refers to it. */
function idsIn(end: SyntaxNode | undefined, scope: Scope): string[] {
  if (!end) return [];
  const id = scalarText(child(end, 'Id'));
  return [...(id === undefined ? [] : [scope.prefix + id]), ...mentions(lowerValue(end, scope))];
}
