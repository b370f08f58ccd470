import type { Objection, Remedy } from '../../model/finding';
import type { Element, Policy } from '../../model/policy';
import type { Resource } from '../../model/resource';
import type { Truth } from '../../model/truth';
import type { PolicyFact, View, World } from '../../model/view';
import type { Written } from '../../model/written';
import { setAttribute } from '../define';
import { covers, holdsForPlainHttp, isAboutAnyone, isWholly, someStatement } from './statements';

/** What it takes to close a resource to plain HTTP in its policy. The kind has an attribute `policy`. */
export interface TlsSubject {
  /** The action to deny: as few as the service lets a policy deny at once. */
  readonly action: string;
  /** What a statement has to name, as a fix writes it. */
  readonly resources: (resource: Resource) => Written;
  /** Whether the resources that a statement names are all there is of a resource. */
  readonly isEverything: (named: Element, resource: View) => Truth;
  /** Whether one policy document may serve several resources. */
  readonly isShareable?: boolean;
  /** Why the fix wants a look first, where it does. */
  readonly caution?: (resource: View) => string | undefined;
}

type WrittenPolicy = Extract<PolicyFact, { state: 'written' }>;

/** What is missing in the policies of a resource that does not refuse requests over plain HTTP. */
export function acceptsPlainHttp(resource: View, subject: TlsSubject, world: World): Objection[] {
  const facts = resource.policies('policy');
  if (facts.length > 0 && facts.every(({ state }) => state === 'absent')) return [withoutPolicy(resource, subject)];
  const written = facts.filter((fact): fact is WrittenPolicy => fact.state === 'written');
  const answers = written.map((fact) => ({ fact, refuses: refusesPlainHttp(fact.policy, resource, subject) }));
  // Any other policy of the resource may hold the statement.
  const isSettled = answers.some(({ fact, refuses }) => refuses && fact.likelihood === 'certain');
  const isUnclear = written.length < facts.length || answers.some(({ refuses }) => refuses === undefined);
  if (isSettled || isUnclear) return [];
  return answers.flatMap(({ fact, refuses }) => (refuses ? [] : [withoutStatement(resource, fact, subject, world)]));
}

function refusesPlainHttp(policy: Policy, resource: View, subject: TlsSubject): Truth {
  return someStatement(policy, (statement) =>
    isWholly(
      statement,
      'Deny',
      isAboutAnyone(statement),
      covers(statement.actions, subject.action),
      statement.resources ? subject.isEverything(statement.resources, resource) : false,
      holdsForPlainHttp(statement),
    ),
  );
}

function withoutPolicy(resource: View, subject: TlsSubject): Objection {
  const restated = resource.kind.withoutPolicy?.statements?.(resource.resource) ?? [];
  const value = {
    Version: '2012-10-17',
    Statement: [...restated, denial(subject, subject.resources(resource.resource))],
  };
  return {
    origin: resource.resource.nameOrigin,
    written: false,
    likelihood: resource.resource.likelihood,
    resource: resource.resource,
    remedies: [
      remedy('Add a policy that denies plain HTTP', resource, subject, [setAttribute(resource, 'policy', value)]),
    ],
  };
}

function withoutStatement(
  resource: View,
  { policy, likelihood }: WrittenPolicy,
  subject: TlsSubject,
  world: World,
): Objection {
  const resources =
    subject.isShareable && isShared(policy, resource, world) ? '*' : subject.resources(resource.resource);
  return {
    origin: policy.statementKey,
    written: false,
    likelihood,
    resource: resource.resource,
    remedies: [
      remedy('Deny plain HTTP in the policy', resource, subject, [
        { kind: 'addStatement', policy, statement: denial(subject, resources) },
      ]),
    ],
  };
}

/** Whether a policy is that of another resource as well. In such a policy `*` is whichever resource it is attached to. */
function isShared({ holder }: Policy, resource: View, world: World): boolean {
  return world
    .views(resource.kind)
    .filter((other) => other.resource !== resource.resource)
    .some((other) =>
      other.policies('policy').some((fact) => fact.state === 'written' && fact.policy.holder === holder),
    );
}

function remedy(title: string, resource: View, subject: TlsSubject, changes: Remedy['changes']): Remedy {
  const caution = subject.caution?.(resource);
  return caution ? { title: `${title} (${caution})`, safety: 'review', changes } : { title, safety: 'safe', changes };
}

/** Services want the ids of a policy's statements to differ, so this one is not among those that people copy. */
function denial(subject: TlsSubject, resources: Written): Written {
  return {
    Sid: 'RefusePlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: subject.action,
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
