import type { Resource } from '../../../model/resource';
import { type Case, type Field, fieldOf, type MapValue, overCases, type Value } from '../../../model/value';
import { impliedField, knownToSam, likelihoodWithout, madeOf, without } from './made';
import { policiesByTemplate } from './policyTemplates';

/** What a function or state machine says of its role; beside a role of its own nothing comes of it. */
const aboutRole = ['Policies', 'AssumeRolePolicyDocument', 'PermissionsBoundary'];

/**
 * The role that SAM makes for a function or a state machine that is given none. What it trusts by default, and what it
 * may do for an event, is narrow and nobody's to mend, so it is left to SAM.
 */
export function roleOf(maker: Resource): Resource | undefined {
  const { properties, name, nameOrigin } = maker;
  const likelihood = likelihoodWithout(properties, 'Role');
  if (!likelihood) return undefined;
  const policies = properties.fields.get('Policies');
  return madeOf(maker, {
    type: 'AWS::IAM::Role',
    name: `${name}Role`,
    nameOrigin,
    likelihood,
    fields: [
      ['AssumeRolePolicyDocument', trustOf(maker)],
      ['ManagedPolicyArns', policies && overEntries(policies, managed)],
      ['Policies', policies && overEntries(policies, (one) => inline(one, policies))],
      ['PermissionsBoundary', properties.fields.get('PermissionsBoundary')],
    ],
  });
}

/** The role that SAM makes with its policies in words of SAM's own. */
export function roleWithPolicies(maker: Resource): Resource[] {
  const role = roleOf(maker);
  return role ? [role, ...policiesByTemplate(role, fieldOf(maker.properties, 'Policies'))] : [];
}

/** What is left of the properties of a function or a state machine when its role is a resource of its own. */
export function withoutRole(properties: MapValue, role: Resource | undefined): MapValue {
  const isGiven = properties.fields.has('Role');
  if (!role && !isGiven) return properties;
  const left = without(properties, aboutRole);
  if (!role || isGiven) return left;
  const named = impliedField({ kind: 'reference', to: role.address, attribute: 'Arn', origin: role.nameOrigin });
  return { ...left, fields: new Map([...left.fields, ['Role', named]]) };
}

function trustOf({ properties, nameOrigin }: Resource): Field {
  return properties.fields.get('AssumeRolePolicyDocument') ?? impliedField(knownToSam(nameOrigin));
}

/** The entries of `Policies`, be they one or a list, each made into something else. */
function overEntries({ key, value }: Field, make: (one: Case['value']) => Value): Field {
  const listed = overCases(value, (one): Value => {
    if (one.kind !== 'list') return { kind: 'list', items: [make(one)], open: false, origin: one.origin };
    return { ...one, items: one.items.map((item) => overCases(item, make)) };
  });
  return { key, value: listed };
}

/** A managed policy by its ARN; SAM takes those of AWS by their names, too. Maps are documents or policy templates. */
function managed(one: Case['value']): Value {
  if (one.kind === 'map') return { kind: 'notWritten', origin: one.origin };
  if (one.kind !== 'literal' || one.text.includes(':')) return one;
  return { ...one, text: `arn:aws:iam::aws:policy/${one.text}` };
}

function inline(one: Case['value'], { key }: Field): Value {
  if (one.kind !== 'map' || !one.fields.has('Statement')) return { kind: 'notWritten', origin: one.origin };
  return {
    kind: 'map',
    fields: new Map([['PolicyDocument', { key, value: one }]]),
    open: false,
    origin: one.origin,
  };
}
