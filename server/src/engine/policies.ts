import { policyLocations } from '../data/policyLocations';
import type { Format } from '../formats/format';
import type { Origin } from '../model/origin';
import type { ConditionTest, Element, Policy, PolicyUse, Principals, Statement } from '../model/policy';
import type { Resource } from '../model/resource';
import { or, type Truth } from '../model/truth';
import {
  cases,
  fieldOf,
  type Likelihood,
  type Literal,
  type MapValue,
  matchText,
  type Template,
  textOf,
  type Value,
} from '../model/value';

/** Where a policy document was found. */
export interface PolicyPlace extends Pick<Policy, 'use' | 'service' | 'holder' | 'likelihood'> {
  /** The token that holds the document. */
  readonly key: Origin;
}

/** Reads a value as a policy document; `undefined` where it is none. */
export function policyOf(value: Value, { key, use, service, holder, likelihood }: PolicyPlace): Policy | undefined {
  if (value.kind !== 'map') return undefined;
  const { statements, open } = statementsOf(value);
  return {
    use,
    service,
    holder,
    likelihood,
    origin: value.origin,
    content: value,
    version: value.fields.get('Version'),
    statementKey: value.fields.get('Statement')?.key ?? key,
    statements,
    open: open || holder.incomplete,
  };
}

/** What was read of documents: one may be the policy of several resources, and is found by its place and by its shape. */
const known = new WeakMap<MapValue, Pick<Policy, 'statements' | 'open'>>();

function statementsOf(document: MapValue): Pick<Policy, 'statements' | 'open'> {
  const read = known.get(document) ?? readStatements(document);
  known.set(document, read);
  return read;
}

function readStatements({ fields, open }: MapValue): Pick<Policy, 'statements' | 'open'> {
  const field = fields.get('Statement');
  const found = field ? listed(field.value) : undefined;
  const statements = (found?.values ?? []).flatMap((one) => (one.kind === 'map' ? [statementOf(one)] : []));
  return { statements, open: open || !found || found.open || statements.length < found.values.length };
}

/** What a policy at a path of a resource is for; a path as `PolicyLocation` has it. */
export function useOf(holder: Resource, path: string): Pick<Policy, 'use' | 'service'> {
  const location = policyLocations(holder.type).find((one) => one.path === path);
  if (!location) return { use: 'unknown' };
  const { use, service } = location;
  if (use === 'organization') return { use: guardrails[typeOf(holder) ?? ''] ?? use };
  return service === undefined ? { use } : { use, service };
}

const guardrails: Readonly<Record<string, PolicyUse>> = {
  SERVICE_CONTROL_POLICY: 'service-control',
  RESOURCE_CONTROL_POLICY: 'resource-control',
};

/** Terraform's policies of an organisation are service control policies unless they say otherwise. */
function typeOf({ properties, dialect }: Resource): string | undefined {
  const type = fieldOf(properties, dialect === 'terraform' ? 'type' : 'Type');
  return type ? textOf(type) : dialect === 'terraform' ? 'SERVICE_CONTROL_POLICY' : undefined;
}

/** All policies in what a resource says, wherever they stand: as objects, or as JSON inside strings. */
export function policiesOf(holder: Resource, format: Pick<Format, 'readEmbedded'>): Policy[] {
  const found: Policy[] = [];
  const lookInto = (value: Value, path: string, key: Origin, likelihood: Likelihood): void => {
    for (const { value: content, likelihood: inside } of cases(value, likelihood)) {
      switch (content.kind) {
        case 'map':
          if (mayBePolicy(content)) {
            const place = { ...useOf(holder, path), holder, likelihood: inside, key };
            const policy = policyOf(documentIn(content, path, place), place);
            if (policy) found.push(policy);
          } else {
            for (const [name, field] of content.fields) {
              lookInto(field.value, path ? `${path}.${name}` : name, field.key, inside);
            }
          }
          break;
        case 'list':
          for (const item of content.items) lookInto(item, path, key, inside);
          break;
        case 'literal':
        case 'template': {
          const embedded = mayHoldPolicy(content) ? format.readEmbedded(content) : undefined;
          if (embedded) lookInto(embedded, path, key, inside);
        }
      }
    }
  };
  lookInto(holder.properties, '', holder.nameOrigin, holder.likelihood);
  return found;
}

/** A document; where the properties of a resource stand for one, only the statement among them belongs to it. */
function documentIn(content: MapValue, path: string, { use }: Pick<Policy, 'use'>): MapValue {
  if (path !== '' || use === 'unknown') return content;
  return { ...content, fields: new Map([...content.fields].filter(([name]) => name === 'Statement')) };
}

/** Other documents, such as those of WAF, have a `Statement` too. One of a policy that is being typed lacks something. */
function mayBePolicy(map: MapValue): boolean {
  const statement = fieldOf(map, 'Statement');
  const elements = ['Effect', 'Action', 'NotAction'];
  return (
    statement !== undefined &&
    listed(statement).values.some((one) => one.kind === 'map' && elements.some((name) => one.fields.has(name)))
  );
}

/** Only where the word stands is it worth to parse a text. */
function mayHoldPolicy(value: Literal | Template): boolean {
  const parts = value.kind === 'literal' ? [value.text] : value.parts;
  return parts.some((part) => typeof part === 'string' && part.includes('Statement'));
}

function statementOf(map: MapValue): Statement {
  const effect = textOf(fieldOf(map, 'Effect'));
  const principals = principalsOf(map, 'Principal');
  const notPrincipals = principalsOf(map, 'NotPrincipal');
  const elements = ['Action', 'NotAction', 'Resource', 'NotResource'].map((name) => elementOf(map, name));
  const conditions = conditionsOf(fieldOf(map, 'Condition'));
  const [actions, notActions, resources, notResources] = elements.map((element) => element?.element);
  const sid = map.fields.get('Sid');
  return {
    origin: map.origin,
    content: map,
    ...(sid && { sid }),
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
  for (const [operator, { key: operatorOrigin, value: block }] of value.fields) {
    if (block.kind !== 'map' || block.open) open = true;
    if (block.kind !== 'map') continue;
    for (const [key, { key: keyOrigin, value: held }] of block.fields) {
      const { values, open: more } = listed(held);
      if (more) open = true;
      tests.push({ operator, operatorOrigin, key, keyOrigin, values });
    }
  }
  return { tests, open };
}
