import type { Resource } from '../../../model/resource';
import { textOf } from '../../../model/value';
import { fieldIn, impliedField, likelihoodWithout, madeOf, writtenAs } from './made';
import { roleOf, roleWithPolicies, withoutRole } from './roles';

/**
 * What SAM makes of a function beside what it makes for its events. The permissions that it gives away are left out:
 * those for events name their source, and that for everyone follows from the URL, which tells of it. So are queues that
 * come with a policy of SAM's own.
 */
export function madeOfFunction(maker: Resource): Resource[] {
  const topics = outcomes.map((outcome) => topicFor(maker, outcome));
  return [...roleWithPolicies(maker), urlOf(maker), ...topics].filter((one) => one !== undefined);
}

/** The addresses of the topics that SAM may make for a function. It has other names for them, too. */
export function topicAddresses(address: string): string[] {
  return outcomes.map((outcome) => topicName(address, outcome));
}

const outcomes = ['OnSuccess', 'OnFailure'];

function topicName(maker: string, outcome: string): string {
  return `${maker}EventInvokeConfig${outcome}Topic`;
}

/** A function without what becomes another, and with its dead letters where Lambda has them. */
export function functionItself(maker: Resource): Resource {
  const properties = withoutRole(maker.properties, roleOf(maker));
  const deadLetters = properties.fields.get('DeadLetterQueue');
  if (!deadLetters) return { ...maker, properties };
  const fields = new Map([...properties.fields, ['DeadLetterConfig', deadLetters]]);
  return { ...maker, properties: { ...properties, fields } };
}

function urlOf(maker: Resource): Resource | undefined {
  const { properties, name, nameOrigin, address } = maker;
  const config = properties.fields.get('FunctionUrlConfig');
  if (config?.value.kind !== 'map') return undefined;
  const target = impliedField({ kind: 'reference', to: address, attribute: 'Arn', origin: nameOrigin });
  return madeOf(maker, {
    type: 'AWS::Lambda::Url',
    name: `${name}Url`,
    nameOrigin: config.key,
    fields: [...config.value.fields, ['TargetFunctionArn', target]],
    open: config.value.open,
    ...writtenAs(maker, { AuthType: ['FunctionUrlConfig', 'AuthType'], Cors: ['FunctionUrlConfig', 'Cors'] }),
  });
}

/** The topic for the records of asynchronous calls, where a destination of that type names none. */
function topicFor(maker: Resource, outcome: string): Resource | undefined {
  const config = maker.properties.fields.get('EventInvokeConfig')?.value;
  const destination = fieldIn(fieldIn(config, 'DestinationConfig')?.value, outcome);
  if (destination?.value.kind !== 'map') return undefined;
  const likelihood = likelihoodWithout(destination.value, 'Destination');
  if (!likelihood || textOf(fieldIn(destination.value, 'Type')?.value) !== 'SNS') return undefined;
  return madeOf(maker, {
    type: 'AWS::SNS::Topic',
    name: topicName(maker.name, outcome),
    nameOrigin: destination.key,
    likelihood,
    fields: [],
  });
}
