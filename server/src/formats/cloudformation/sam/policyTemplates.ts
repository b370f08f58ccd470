import { samPolicyTemplate, type TemplateStatement } from '../../../data/samPolicyTemplates';
import type { Origin } from '../../../model/origin';
import type { Resource } from '../../../model/resource';
import { cases, fieldOf, type Likelihood, type MapValue, type Value } from '../../../model/value';
import { asText } from '../text';
import { impliedField, knownToSam, madeOf } from './made';

/** The policies that a role has by the policy templates among `Policies`: each stands where its name is written. */
export function policiesByTemplate(role: Resource, policies: Value | undefined): Resource[] {
  const entries = (policies ? cases(policies) : []).flatMap((one) =>
    one.value.kind === 'list' ? one.value.items.flatMap((item) => cases(item, one.likelihood)) : [one],
  );
  return entries.flatMap(({ value, likelihood }, i) => {
    if (value.kind !== 'map' || value.fields.has('Statement')) return [];
    return [presetPolicy(role, `Policy${i}`, statementsOf(value), likelihood)];
  });
}

/** The policy that a role has by connectors: nobody but SAM knows what it allows. */
export function policyByConnectors(role: Resource): Resource {
  return presetPolicy(role, 'ConnectorPolicy', listOf([unknownStatement(role.nameOrigin)], role.nameOrigin), 'certain');
}

function presetPolicy(role: Resource, name: string, statements: Value, likelihood: Likelihood): Resource {
  const { origin } = statements;
  const made = madeOf(role, {
    type: 'AWS::IAM::RolePolicy',
    name: role.name + name,
    nameOrigin: role.nameOrigin,
    likelihood,
    fields: [
      ['RoleName', impliedField({ kind: 'reference', to: role.address, origin })],
      ['PolicyDocument', impliedField(mapOf({ Statement: statements }, origin))],
    ],
  });
  return { ...made, isPreset: true };
}

/** What a policy template allows; only SAM knows that of one that is not in the table. */
function statementsOf({ fields, open, origin }: MapValue): Value {
  const [entry, ...others] = fields;
  const template = entry && others.length === 0 && !open ? samPolicyTemplate(entry[0]) : undefined;
  if (!entry || !template) return listOf([unknownStatement(origin)], origin);
  const [, { key, value }] = entry;
  return listOf(
    template.map((statement) => lowered(statement, value, key)),
    key,
  );
}

function unknownStatement(origin: Origin): Value {
  return mapOf({ Effect: asText(['Allow'], origin), Action: knownToSam(origin), Resource: knownToSam(origin) }, origin);
}

function lowered({ actions, resources, condition }: TemplateStatement, parameters: Value, origin: Origin): Value {
  const text = (written: string) => substituted(written, parameters, origin);
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

/** A text with the parameters of a template in its holes; pseudo parameters are not known. */
function substituted(written: string, parameters: Value, origin: Origin): Value {
  const parts = written
    .split(/\$\{([^}]*)\}/)
    .map((part, i) => (i % 2 === 0 ? part : (fieldOf(parameters, part) ?? knownToSam(origin))));
  return asText(parts, origin);
}

function mapOf(values: Readonly<Record<string, Value>>, origin: Origin): MapValue {
  const fields = Object.entries(values).map(([name, value]) => [name, { key: origin, value }] as const);
  return { kind: 'map', fields: new Map(fields), open: false, origin };
}

function listOf(items: readonly Value[], origin: Origin): Value {
  return { kind: 'list', items, open: false, origin };
}
