import type { Origin } from '../../../model/origin';
import type { Resource } from '../../../model/resource';
import { fieldOf, mentions, textOf, type Value } from '../../../model/value';
import { fieldIn, madeOf } from './made';

/** What starts a function or a state machine. */
export interface SamEvent {
  readonly name: string;
  readonly key: Origin;
  /** The function or the state machine. */
  readonly maker: Resource;
  readonly whole: Value;
  readonly type: string | undefined;
  readonly properties: Value | undefined;
}

/** The events of a function or a state machine. */
export function eventsIn(maker: Resource): SamEvent[] {
  const events = fieldOf(maker.properties, 'Events');
  return [...(events?.kind === 'map' ? events.fields : [])].map(([name, { key, value }]) => {
    const type = textOf(fieldOf(value, 'Type'));
    return { name, key, maker, whole: value, type, properties: fieldOf(value, 'Properties') };
  });
}

/** The queues that an event puts between a topic and a function: SAM writes their policies. */
export function queuesBetween({ properties }: SamEvent): string[] {
  const queue = fieldOf(properties, 'SqsSubscription');
  return queue ? mentions(queue) : [];
}

/** The schedule of EventBridge Scheduler that SAM makes for an event. */
export function scheduleOf({ type, name, key, maker, whole, properties }: SamEvent): Resource[] {
  if (type !== 'ScheduleV2' || properties?.kind !== 'map') return [];
  const names = ['Name', 'ScheduleExpression', 'KmsKeyArn'];
  const path = (property: string) => (names.includes(property) ? ['Properties', property] : undefined);
  return [
    madeOf(maker, {
      type: 'AWS::Scheduler::Schedule',
      name: maker.name + name,
      nameOrigin: key,
      fields: names.map((property) => [property, fieldIn(properties, property)] as const),
      open: properties.open,
      writtenIn: { origin: whole.origin, path },
    }),
  ];
}
