import type { Resource } from '../../../model/resource';
import { asBoolean, type Field, textOf } from '../../../model/value';
import { impliedField, knownToSam, madeOf, writtenAs } from './made';

/** A state machine under the names that Step Functions has for what SAM hands on to it. */
export function stateMachineOf(maker: Resource): Resource {
  const { properties, name, nameOrigin } = maker;
  return madeOf(maker, {
    type: 'AWS::StepFunctions::StateMachine',
    name,
    nameOrigin,
    open: properties.open,
    fields: [
      ['StateMachineName', properties.fields.get('Name')],
      ['LoggingConfiguration', properties.fields.get('Logging')],
    ],
    ...writtenAs(maker, { StateMachineName: ['Name'], LoggingConfiguration: ['Logging'] }),
  });
}

/** An API of AppSync, which SAM has logged unless it is told not to: it makes the role, and logs all. */
export function graphQlApiOf(maker: Resource): Resource {
  const { properties, name, nameOrigin } = maker;
  return madeOf(maker, {
    type: 'AWS::AppSync::GraphQLApi',
    name,
    nameOrigin,
    open: properties.open,
    fields: [
      ['Name', properties.fields.get('Name')],
      ['LogConfig', logConfigOf(maker)],
    ],
  });
}

function logConfigOf({ properties, nameOrigin }: Resource): Field | undefined {
  const logging = properties.fields.get('Logging');
  if (logging?.value.kind !== 'map') {
    return asBoolean(textOf(logging?.value) ?? '') === false ? undefined : impliedField(knownToSam(nameOrigin));
  }
  const { key, value } = logging;
  const names = ['FieldLogLevel', 'CloudWatchLogsRoleArn'];
  const fields = names.map((name) => [name, value.fields.get(name) ?? impliedField(knownToSam(key))] as const);
  return { key, value: { ...value, fields: new Map(fields) } };
}
