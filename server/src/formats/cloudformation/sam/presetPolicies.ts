import type { SamStatement } from '../../../data/samPolicyTemplates';
import type { Origin } from '../../../model/origin';
import type { Resource } from '../../../model/resource';
import { fieldOf, type MapValue, type Value } from '../../../model/value';
import { asText } from '../text';
import { impliedField, knownToSam, type Made, madeOf } from './made';

/** What sets a policy apart whose text is SAM's: the key and the value that say for which role, and its statements. */
export interface PresetPolicy extends Pick<Made, 'type' | 'name' | 'nameOrigin' | 'likelihood'> {
  readonly bearer: readonly [key: string, role: Value];
  readonly statements: Value;
}

/** A policy whose text is SAM's. */
export function presetPolicy(maker: Resource, { bearer: [key, role], statements, ...policy }: PresetPolicy): Resource {
  const made = madeOf(maker, {
    ...policy,
    fields: [
      [key, impliedField(role)],
      ['PolicyDocument', impliedField(mapOf({ Statement: statements }, statements.origin))],
    ],
  });
  return { ...made, isPreset: true };
}

/** A statement of SAM's in one place; its holes are filled with the fields of a map, pseudo parameters are not known. */
export function statementOf({ actions, resources, condition }: SamStatement, filling: Value, origin: Origin): Value {
  const text = (written: string) => filled(written, filling, origin);
  return mapOf(
    {
      Effect: text('Allow'),
      Action: listOf(actions.map(text), origin),
      Resource: listOf(resources.map(text), origin),
      ...(condition && {
        Condition: mapOf({ [condition.operator]: mapOf({ [condition.key]: text(condition.value) }, origin) }, origin),
      }),
    },
    origin,
  );
}

/** A statement that allows what only SAM knows. */
export function unknownStatement(origin: Origin): Value {
  return mapOf({ Effect: asText(['Allow'], origin), Action: knownToSam(origin), Resource: knownToSam(origin) }, origin);
}

function filled(written: string, filling: Value, origin: Origin): Value {
  const parts = written
    .split(/\$\{([^}]*)\}/)
    .map((part, i) => (i % 2 === 0 ? part : (fieldOf(filling, part) ?? knownToSam(origin))));
  return asText(parts, origin);
}

/** A map that nobody wrote, in one place. */
export function mapOf(values: Readonly<Record<string, Value>>, origin: Origin): MapValue {
  const fields = Object.entries(values).map(([name, value]) => [name, { key: origin, value }] as const);
  return { kind: 'map', fields: new Map(fields), open: false, origin };
}

/** A list that nobody wrote. */
export function listOf(items: readonly Value[], origin: Origin): Value {
  return { kind: 'list', items, open: false, origin };
}
