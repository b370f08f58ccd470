import type { Origin } from '../model/origin';
import type { ConditionTest, Element, Policy, Principals, Statement } from '../model/policy';
import type { Resource } from '../model/resource';
import { or, type Truth } from '../model/truth';
import { cases, fieldOf, type MapValue, matchText, textOf, type Value } from '../model/value';

/** Reads a value as a policy document; `undefined` where it is none. `key` is the token that holds it. */
export function policyOf(value: Value, holder: Resource, key: Origin): Policy | undefined {
  if (value.kind !== 'map') return undefined;
  const field = value.fields.get('Statement');
  const found = field ? listed(field.value) : undefined;
  const statements = (found?.values ?? []).flatMap((one) => (one.kind === 'map' ? [statementOf(one)] : []));
  return {
    origin: value.origin,
    statementKey: field?.key ?? key,
    statements,
    open: value.open || !found || found.open || statements.length < found.values.length || holder.incomplete,
    holder,
  };
}

function statementOf(map: MapValue): Statement {
  const effect = textOf(fieldOf(map, 'Effect'));
  const principals = principalsOf(map, 'Principal');
  const notPrincipals = principalsOf(map, 'NotPrincipal');
  const elements = ['Action', 'NotAction', 'Resource', 'NotResource'].map((name) => elementOf(map, name));
  const conditions = conditionsOf(fieldOf(map, 'Condition'));
  const [actions, notActions, resources, notResources] = elements.map((element) => element?.element);
  return {
    origin: map.origin,
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    principals,
    notPrincipals,
    actions,
    notActions,
    resources,
    notResources,
    conditions: conditions.tests,
    open: map.open || conditions.open || elements.some((element) => element?.open),
  };
}

/** A value that may be one or a list of several, as a list. Branches contribute all of their cases. */
function listed(value: Value): { values: Value[]; open: boolean } {
  let open = false;
  const values = cases(value).flatMap((one): Value[] => {
    if (one.likelihood !== 'certain') open = true;
    if (one.value.kind === 'notWritten') return [];
    if (one.value.kind !== 'list') return [one.value];
    if (one.value.open) open = true;
    return one.value.items.flatMap((item) => {
      const inner = cases(item).map((each) => each.value);
      if (inner.length > 1) open = true;
      return inner.filter((each) => each.kind !== 'notWritten');
    });
  });
  if (values.some((one) => one.kind === 'unknown')) open = true;
  return { values, open };
}

function elementOf(map: MapValue, name: string): { element: Element; open: boolean } | undefined {
  const field = map.fields.get(name);
  if (!field) return undefined;
  const { values, open } = listed(field.value);
  return { element: { key: field.key, values }, open };
}

function principalsOf(map: MapValue, name: string): Principals | undefined {
  const field = map.fields.get(name);
  if (!field) return undefined;
  const values = listed(field.value).values.flatMap((value) => {
    if (value.kind !== 'map') return [{ type: value.kind === 'literal' && value.text === '*' ? '*' : 'AWS', value }];
    return [...value.fields].flatMap(([type, member]) =>
      listed(member.value).values.map((one) => ({ type, value: one })),
    );
  });
  const anyone: Truth = or(
    ...values.filter(({ type }) => type === '*' || type === 'AWS').map(({ value }) => matchText(value, '*')),
  );
  return { key: field.key, values, anyone };
}

function conditionsOf(value: Value | undefined): { tests: ConditionTest[]; open: boolean } {
  if (!value) return { tests: [], open: false };
  if (value.kind !== 'map') return { tests: [], open: true };
  let open = value.open;
  const tests: ConditionTest[] = [];
  for (const [operator, { value: block }] of value.fields) {
    if (block.kind !== 'map' || block.open) open = true;
    if (block.kind !== 'map') continue;
    for (const [key, { value: held }] of block.fields) {
      const { values, open: more } = listed(held);
      if (more) open = true;
      tests.push({ operator, key, values });
    }
  }
  return { tests, open };
}
