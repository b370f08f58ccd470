import type { Change, Remedy } from '../model/finding';
import type { Policy, Statement } from '../model/policy';
import { textOf } from '../model/value';
import type { View, World } from '../model/view';
import type { Written } from '../model/written';
import { exampleOf, resourceRule } from './define';
import { vpcEndpoint } from './ec2';
import { exceptions, type Passage, type Perimeter, perimeters } from './policies/endpoint';
import { admitsOutsiders, reachesForeignResources } from './policies/foreign';
import { isAboutAnyone } from './policies/statements';
import {
  choices,
  isOpen,
  narrowings,
  objectionToStatement,
  passageOf,
  type WrittenPolicy,
  writtenPolicies,
} from './vpcEndpointPolicies';
import { goodEndpoint } from './vpcEndpointServices';

/** A statement that anyone may use, with the policy it stands in. One that is wholly open is a finding of its own. */
interface Candidate {
  readonly fact: WrittenPolicy;
  readonly policy: Policy;
  readonly statement: Statement;
}

function candidates(endpoint: View, { prefixes }: Passage): readonly Candidate[] {
  return writtenPolicies(endpoint).flatMap((fact) =>
    fact.policy.statements
      .filter((statement) => isAboutAnyone(statement) === true && isOpen(statement, prefixes) !== true)
      .map((statement) => ({ fact, policy: fact.policy, statement })),
  );
}

const outsideIdentities = resourceRule({
  id: 'vpc-endpoint-outside-identities',
  recommendation: 'endpoint-policy',
  severity: 'warning',
  fix: 'always',
  kinds: [vpcEndpoint],
  check(endpoint, world) {
    const passage = passageOf(endpoint);
    return candidates(endpoint, passage)
      .filter(({ policy, statement }) => admitsOutsiders(policy, statement, passage.prefixes))
      .map(({ fact, policy, statement }) => {
        // The statement names its actions, and keeps them.
        const ways = choices(passage, world).filter(({ actions }) => !actions);
        const remedies = narrowings(policy, statement, { ...passage, actions: actionsOf(statement) }, ways);
        return { ...objectionToStatement(endpoint, fact, statement), remedies };
      });
  },
  example: exampleOf(vpcEndpoint, 'Queues', {
    ...goodEndpoint(),
    policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: ['sqs:SendMessage'], Resource: '*' }] },
  }),
});

const foreignResources = resourceRule({
  id: 'vpc-endpoint-foreign-resources',
  recommendation: 'endpoint-policy',
  severity: 'information',
  fix: 'always',
  kinds: [vpcEndpoint],
  check(endpoint, world) {
    const passage = passageOf(endpoint);
    return candidates(endpoint, passage)
      .filter(({ policy, statement }) => {
        return (
          !admitsOutsiders(policy, statement, passage.prefixes) &&
          reachesForeignResources(policy, statement, passage.prefixes)
        );
      })
      .map(({ fact, policy, statement }) => ({
        ...objectionToStatement(endpoint, fact, statement),
        origin: statement.resources?.values[0]?.origin ?? statement.origin,
        remedies: boundaries(policy, statement, { ...passage, actions: actionsOf(statement) }, world),
      }));
  },
  example: exampleOf(vpcEndpoint, 'Queues', {
    ...goodEndpoint(),
    policy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: ['sqs:*'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
        },
      ],
    },
  }),
});

/** The actions that a statement names, where all of them are plain. */
function actionsOf({ actions }: Statement): readonly string[] {
  return actions?.values.flatMap((value) => textOf(value) ?? []) ?? [];
}

/** Ways to hold the resources of a statement to a boundary. */
function boundaries(policy: Policy, statement: Statement, passage: Passage, { settings }: World): readonly Remedy[] {
  return perimeters(settings).map((perimeter: Perimeter): Remedy => {
    const fields: { [key: string]: Written } = { Condition: { StringEquals: perimeter.resource } };
    return {
      title: `Allow only resources of ${perimeter.whom} (denies all others)`,
      safety: perimeter.safety,
      changes: [
        { kind: 'merge', origin: statement.origin, fields },
        ...exceptions(perimeter, passage).map((one): Change => ({ kind: 'addStatement', policy, statement: one })),
      ],
    };
  });
}

export const rules = [outsideIdentities, foreignResources];
export const kinds = [];
