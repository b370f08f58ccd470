import { certain } from '../model/nearest';
import type { Policy, Statement } from '../model/policy';
import { type Field, fieldOf, type MapValue, textOf, type Value } from '../model/value';
import { type Defect, defectRule, rewriting } from './policies/defects';
import { queuePolicy } from './policyCorrectnessExample';

const current = '2012-10-17';

/** `${aws:username}`, `${*}`: what the current version of the policy language fills in. */
const variable = /\$\{(?:[\w-]+:(?!:)[^}]+|[*?$])\}/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const languageVersion = defectRule({
  id: 'policy-language-version',
  fix: 'always',
  inPolicy(policy) {
    const { version, origin, statementKey } = policy;
    const text = version ? textOf(version.value) : '';
    if (text === undefined || text === current || (!version && policy.content.open)) return [];
    if (version && text !== '2008-10-17') {
      const details = { problem: `There is no version "${text}" of the policy language` };
      return [
        { origin: version.value.origin, opens: false, remedies: [rewriting(version.value.origin, current)], details },
      ];
    }
    const using = policy.statements.filter(usesVariables);
    if (using.length === 0) return [];
    const opens = using.some(({ effect }) => effect === 'Deny');
    const details = {
      problem: 'Without the current version, its policy variables are plain text that matches nothing',
    };
    if (version)
      return [{ origin: version.value.origin, opens, remedies: [rewriting(version.value.origin, current)], details }];
    const changes = [{ kind: 'merge', origin, fields: { Version: current } }] as const;
    const remedy = { title: `Write Version ${current}`, safety: 'review', changes } as const;
    return [{ origin: statementKey, opens, remedies: [remedy], details }];
  },
  example: queuePolicy({ Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } } }, {}),
});

function usesVariables({ resources, notResources, conditions }: Statement): boolean {
  const values = [resources, notResources, ...conditions].flatMap((one) => one?.values ?? []);
  return values.some((value) => texts(value).some((text) => variable.test(text)));
}

function texts(value: Value): readonly string[] {
  if (value.kind === 'literal') return [value.text];
  return value.kind === 'template' ? value.parts.filter((part) => typeof part === 'string') : [];
}

/**
 * Ids that differ by nothing, and characters that IAM refuses. Some services, such as S3, take ids that are the same.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
const statementId = defectRule({
  id: 'policy-statement-id',
  fix: 'always',
  inPolicy({ statements, use, service = '' }) {
    const mustDiffer = use !== 'resource' || /^(?:sns|sqs)$/.test(service);
    const ids = statements.map(({ sid }) => (sid && textOf(sid.value)) || '');
    return statements.flatMap(({ sid }, i): Defect[] => {
      const id = ids[i] as string;
      if (!sid || !id) return [];
      const origin = sid.value.origin;
      const isRefused = use === 'identity' && /[^A-Za-z\d]/.test(id);
      const isTaken = mustDiffer && ids.indexOf(id) < i;
      if (!isRefused && !isTaken) return [];
      const problem = isRefused
        ? `IAM takes letters and digits only, not "${id}"`
        : `"${id}" is the id of another, too`;
      return [
        {
          origin,
          opens: false,
          remedies: [idRemedy(origin, isRefused ? id.replace(/[^A-Za-z\d]/g, '') : id, ids)],
          details: { problem },
        },
      ];
    });
  },
  example: queuePolicy([{ Sid: 'Orders' }, { Sid: 'Orders', Action: 'sqs:ReceiveMessage' }]),
});

/** Nothing hangs on an id, so that a new one is safe. */
function idRemedy(origin: Defect['origin'], wanted: string, taken: readonly string[]) {
  const base = wanted || 'Statement';
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}${count}`;
  return { title: `Write ${id}`, safety: 'safe', changes: [{ kind: 'replaceText', origin, text: id }] } as const;
}

const policyElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const elements = defectRule({
  id: 'policy-elements',
  fix: 'sometimes',
  inPolicy: ({ content }) => misnamedElements(content, policyElements, false),
  inStatement(statement, policy) {
    const { content, effect } = statement;
    const misnamed = [
      ...misnamedElements(content, statementElements, effect === 'Deny'),
      ...principalMaps(content).flatMap((one) => misnamedElements(one, principalTypes, effect === 'Deny')),
    ];
    // Where a name is wrong, what it means is not missing.
    const others = misnamed.length > 0 || content.open ? [] : missingElements(statement, policy);
    return [...misnamed, ...wrongEffect(statement), ...others, ...emptyElements(statement)];
  },
  example: queuePolicy({ Conditions: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
});

function misnamedElements({ fields }: MapValue, known: readonly string[], opens: boolean): Defect[] {
  return [...fields].flatMap(([name, { key }]) => {
    const meant = known.includes(name) ? undefined : certain(name, known);
    if (meant === undefined || meant.toLowerCase() === name.toLowerCase()) return [];
    const remedies = fields.has(meant) ? [] : [rewriting(key, meant)];
    return [{ origin: key, opens, remedies, details: { problem: `There is no element ${name}` } }];
  });
}

function wrongEffect({ content }: Statement): Defect[] {
  const effect = fieldOf(content, 'Effect');
  const text = textOf(effect);
  if (!effect || text === undefined || text === 'Allow' || text === 'Deny') return [];
  const meant = /^den/i.test(text) ? 'Deny' : /^allow/i.test(text) ? 'Allow' : certain(text, ['Allow', 'Deny']);
  const remedies = meant === undefined ? [] : [rewriting(effect.origin, meant)];
  const details = { problem: `The effect is Allow or Deny, not "${text}"` };
  return [{ origin: effect.origin, opens: meant === 'Deny', remedies, details }];
}

function principalMaps(content: MapValue): MapValue[] {
  const values = ['Principal', 'NotPrincipal'].map((name) => fieldOf(content, name));
  return values.filter((value): value is MapValue => value?.kind === 'map');
}

/** What a policy has to say of whom and on what depends on where it stands. */
function missingElements(statement: Statement, { use }: Policy): Defect[] {
  const { effect, principals, notPrincipals, resources, notResources, content, origin } = statement;
  const has = (...names: string[]) => names.some((name) => content.fields.has(name));
  const opens = effect === 'Deny';
  const missing = (what: string): Defect => ({
    origin: placeIn(content.fields, origin),
    opens,
    details: { problem: what },
  });
  const unwanted = (key: Defect['origin'], what: string): Defect => ({
    origin: key,
    opens,
    details: { problem: what },
  });
  const named = principals ?? notPrincipals;
  const found: Defect[] = [];
  for (const name of ['Principal', 'Action', 'Resource']) {
    const other = content.fields.get(`Not${name}`);
    if (other && has(name)) found.push(unwanted(other.key, `A statement has ${name} or Not${name}, not both`));
  }
  if (!has('Effect')) found.push(missing('The statement has no Effect'));
  if (!has('Action', 'NotAction')) found.push(missing('The statement names no Action'));
  if (use === 'identity' || use === 'session' || use === 'service-control') {
    if (!has('Resource', 'NotResource')) found.push(missing('The statement names no Resource'));
    if (named) found.push(unwanted(named.key, 'A policy of this sort has no principals'));
  }
  const about = resources ?? notResources;
  if (use === 'trust' && about)
    found.push(unwanted(about.key, 'A trust policy is about its role and names no resources'));
  if ((use === 'trust' || use === 'resource') && !named) found.push(missing('The statement names no Principal'));
  return found.slice(0, 1);
}

/** The first token of a statement: a place that a person can see. */
function placeIn(fields: ReadonlyMap<string, Field>, otherwise: Defect['origin']): Defect['origin'] {
  const [first] = fields.values();
  return first?.key ?? otherwise;
}

function emptyElements(statement: Statement): Defect[] {
  const { actions, notActions, resources, notResources, effect, content } = statement;
  return [actions, notActions, resources, notResources].flatMap((element) => {
    if (!element || element.values.length > 0) return [];
    const [name, field] = [...content.fields].find(([, { key }]) => key === element.key) ?? [];
    const isEmpty = field?.value.kind === 'list' && !field.value.open && field.value.items.length === 0;
    return isEmpty ? [{ origin: element.key, opens: effect === 'Deny', details: { problem: `${name} is empty` } }] : [];
  });
}

export const rules = [languageVersion, statementId, elements];
