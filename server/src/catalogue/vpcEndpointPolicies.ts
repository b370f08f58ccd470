import { isIamServicePrefix } from '../data/iamActions';
import type { EndpointService } from '../data/vpcEndpoints';
import type { Change, Objection, Remedy } from '../model/finding';
import type { Policy, Statement } from '../model/policy';
import { and, or, type Truth } from '../model/truth';
import { matchText } from '../model/value';
import type { PolicyFact, View, World } from '../model/view';
import type { Written } from '../model/written';
import { exampleOf, resourceRule, setAttribute } from './define';
import { isOfAws, policyDocument, regionOf, serviceOf, vpcEndpoint } from './ec2';
import { actionsInUse, actionsOfLevels } from './policies/actionSets';
import {
  actionsOfServices,
  conditionOf,
  exceptions,
  type Passage,
  type Perimeter,
  perimeterStatements,
  perimeters,
} from './policies/endpoint';
import { actionsMeant, nameOf, writtenActions } from './policies/grants';
import { covers, isAboutAnyone, isWholly, someStatement } from './policies/statements';
import { goodEndpoint } from './vpcEndpointServices';

/** Only interface and gateway endpoints take policies, and only those of AWS's own services. */
function takesPolicy(endpoint: View): Truth {
  return and(
    endpoint.is('type', (type) => type === 'Interface' || type === 'Gateway'),
    isOfAws(endpoint),
    serviceOf(endpoint)?.iamPrefixes?.length !== 0,
  );
}

/** What passes an endpoint. */
export function passageOf(endpoint: View): Passage {
  return { prefixes: serviceOf(endpoint)?.iamPrefixes ?? [], region: regionOf(endpoint) };
}

/** A way to let less through. */
export interface Choice {
  readonly perimeter: Perimeter;
  /** The only actions to let through, where not all, and what they are in the words of a title. */
  readonly actions?: readonly string[];
  readonly which?: string;
}

/** The ways to narrow what passes, the best first: to what the document itself does, where it tells. */
export function choices({ prefixes }: Passage, world: World): readonly Choice[] {
  const all = perimeters(world.settings);
  const [best] = all as [Perimeter];
  const sets = [
    { actions: actionsInUse(prefixes, world) ?? [], which: "what this document's roles do" },
    { actions: actionsOfLevels(prefixes, ['list', 'read']), which: 'reading' },
    { actions: actionsOfLevels(prefixes, ['list', 'read', 'write', 'tagging']), which: 'reading and writing' },
  ];
  const [used, ...levels] = sets.map((set) => (set.actions.length > 0 ? [{ perimeter: best, ...set }] : []));
  return [...(used ?? []), ...all.map((perimeter) => ({ perimeter })), ...levels.flat()];
}

function titled(text: string, { perimeter, which }: Choice): Pick<Remedy, 'title' | 'safety'> {
  const only = which ? `, and only ${which}` : '';
  return { title: `${text} ${perimeter.whom}${only} (denies everyone else)`, safety: perimeter.safety };
}

const policyMissing = resourceRule({
  id: 'vpc-endpoint-policy-missing',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint],
  check(endpoint, world) {
    if (takesPolicy(endpoint) !== true) return [];
    const facts = endpoint.policies('policy');
    if (facts.length === 0 || facts.some(({ state }) => state !== 'absent')) return [];
    const { resource } = endpoint;
    const remedies = policyRemedies(endpoint, world);
    return [{ origin: resource.nameOrigin, written: false, likelihood: resource.likelihood, resource, remedies }];
  },
  example: exampleOf(vpcEndpoint, 'Messages', {
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sms-voice',
    vpc: 'vpc-0123456789abcdef0',
    privateDns: true,
  }),
});

/** Policies to choose from; none for a service whose actions are not known. */
function policyRemedies(endpoint: View, world: World): Remedy[] {
  const passage = passageOf(endpoint);
  if (passage.prefixes.length === 0) return [];
  return choices(passage, world).map((choice) => {
    const Statement = perimeterStatements(choice.perimeter, { ...passage, ...choice });
    return {
      ...titled('Add an endpoint policy for', choice),
      changes: [setAttribute(endpoint, 'policy', { Version: '2012-10-17', Statement })],
    };
  });
}

const policyOpen = resourceRule({
  id: 'vpc-endpoint-policy-open',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint, policyDocument],
  check(holder, world) {
    const isEndpoint = holder.kind === vpcEndpoint;
    if (isEndpoint && takesPolicy(holder) !== true) return [];
    const service = isEndpoint ? serviceOf(holder)?.iamPrefixes : undefined;
    return holder.policies('policy').flatMap((fact) => {
      if (fact.state !== 'written' || hasGuard(fact.policy) !== false) return [];
      return fact.policy.statements
        .filter((statement) => isOpen(statement, service) === true)
        .map((statement) => {
          const passage = {
            prefixes: service ?? prefixesOf(statement),
            region: isEndpoint ? regionOf(holder) : undefined,
          };
          return {
            ...objectionToStatement(holder, fact, statement),
            remedies: narrowings(fact.policy, statement, passage, choices(passage, world)),
            details: { policy: isEndpoint ? `The policy of ${holder.resource.name}` : 'This policy' },
          };
        });
    });
  },
  example: exampleOf(vpcEndpoint, 'Messages', {
    type: 'Interface',
    serviceName: 'com.amazonaws.eu-west-1.sms-voice',
    vpc: 'vpc-0123456789abcdef0',
    privateDns: true,
    policy: { Statement: [{ Principal: '*', Action: ['sms-voice:*'], Effect: 'Allow', Resource: '*' }] },
  }),
});

/** A written policy of an endpoint. */
export type WrittenPolicy = Extract<PolicyFact, { state: 'written' }>;

/** The policies of an endpoint that are written. */
export function writtenPolicies(endpoint: View): readonly WrittenPolicy[] {
  if (takesPolicy(endpoint) !== true) return [];
  return endpoint.policies('policy').filter((fact): fact is WrittenPolicy => fact.state === 'written');
}

/** An objection to whom a statement lets through. */
export function objectionToStatement(
  holder: View,
  { likelihood }: WrittenPolicy,
  { principals, origin }: Statement,
): Omit<Objection, 'remedies'> {
  const wildcard = principals?.values.find(({ value }) => matchText(value, '*'));
  return { origin: wildcard?.value.origin ?? origin, written: true, likelihood, resource: holder.resource };
}

/** Whether a policy denies on conditions: a perimeter may as well be drawn that way. */
function hasGuard(policy: Policy): Truth {
  return someStatement(policy, (statement) =>
    isWholly(statement, 'Deny', statement.conditions.length > 0 || statement.notPrincipals !== undefined),
  );
}

/** Whether a statement lets everyone do all that a service can, with everything. */
export function isOpen(statement: Statement, service: readonly string[] | undefined): Truth {
  const names = service?.length ? actionsOfServices(service) : wholeServices(statement);
  return isWholly(
    statement,
    'Allow',
    statement.conditions.length === 0,
    isAboutAnyone(statement),
    covers(statement.resources, '*'),
    or(...names.map((name) => covers(statement.actions, name))),
  );
}

/** The actions of a statement that stand for a whole service, or for all of them. */
function wholeServices(statement: Statement): readonly string[] {
  return writtenActions(statement)
    .map(({ text }) => text)
    .filter((text) => /^(\*|[\w-]+:\*)$/.test(text));
}

function prefixesOf(statement: Statement): readonly string[] {
  return wholeServices(statement).flatMap((action) => action.split(':').slice(0, -1));
}

/** Holds a statement to a perimeter; a `*` for all services becomes the service's own actions. */
export function narrowings(
  policy: Policy,
  statement: Statement,
  passage: Passage,
  ways: readonly Choice[],
): readonly Remedy[] {
  const isAnyService = covers(statement.actions, '*') === true;
  return ways.map((choice): Remedy => {
    const { perimeter, actions = isAnyService ? actionsOfServices(passage.prefixes) : [] } = choice;
    const fields: { [key: string]: Written } = { Condition: conditionOf(perimeter) };
    if (actions.length > 0) fields.Action = actions;
    const added = exceptions(perimeter, { ...passage, ...choice });
    return {
      ...titled('Allow only', choice),
      changes: [
        { kind: 'merge', origin: statement.origin, fields },
        ...added.map((one): Change => ({ kind: 'addStatement', policy, statement: one })),
      ],
    };
  });
}

/** Actions of other services never pass an endpoint, so a statement about them does nothing. */
const policyActions = resourceRule({
  id: 'vpc-endpoint-policy-actions',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpcEndpoint],
  check(endpoint, world) {
    const service = serviceOf(endpoint);
    if (!service) return [];
    return writtenPolicies(endpoint).flatMap(({ policy, likelihood }) => {
      const prefixes = prefixesSharing(policy, world);
      if (!prefixes?.length) return [];
      return policy.statements.flatMap(writtenActions).flatMap((action): Objection[] => {
        const [prefix = '', name = ''] = action.text.split(':');
        if (!isIamServicePrefix(prefix) || prefixes.some((one) => areRelated(one, prefix.toLowerCase()))) return [];
        return [
          {
            origin: action.origin,
            written: true,
            likelihood,
            resource: endpoint.resource,
            remedies: rightActions(action.origin, prefixes, name),
            details: { action: action.text, service: service.name },
          },
        ];
      });
    });
  },
  example: exampleOf(vpcEndpoint, 'Queues', {
    ...goodEndpoint(),
    policy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: ['sns:SendMessage', 'sqs:ReceiveMessage'],
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' },
          },
        },
      ],
    },
  }),
});

/** The prefixes of all endpoints that have a policy; `undefined` where one of their services is not known. */
function prefixesSharing({ origin }: Policy, world: World): readonly string[] | undefined {
  const sharing = world
    .views(vpcEndpoint)
    .filter((one) => one.policies('policy').some((fact) => fact.state === 'written' && fact.policy.origin === origin));
  const services: readonly (EndpointService | undefined)[] = sharing.map(serviceOf);
  return services.every((service) => service?.iamPrefixes?.length)
    ? services.flatMap((service) => service?.iamPrefixes ?? [])
    : undefined;
}

/** Services whose prefixes begin alike (`s3` and `s3-object-lambda`) may share an endpoint. */
function areRelated(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The action of the same name in the endpoint's service, where it has one. */
function rightActions(origin: Objection['origin'], prefixes: readonly string[], name: string): readonly Remedy[] {
  const meant = name === '*' ? [] : prefixes.map((prefix) => `${prefix}:${name}`);
  return meant.flatMap((text) => {
    const [found, ...others] = actionsMeant(text);
    if (!found) return [];
    const right = others.length > 0 ? text : nameOf(found);
    return [
      { title: `Change it to ${right}`, safety: 'review', changes: [{ kind: 'replaceText', origin, text: right }] },
    ];
  });
}

export const rules = [policyMissing, policyOpen, policyActions];
export const kinds = [];
