import type { Remedy } from '../model/finding';
import type { Policy, Statement } from '../model/policy';
import { textOf, textWithHoles, type Value } from '../model/value';
import { policyRule } from './define';
import { writtenActions } from './policies/grants';
import { objectTo } from './policies/objection';
import { letsThrough, onBehalfOfOutsider, serviceForOutsider } from './policies/outsiders';
import { purposeOf } from './policies/purpose';
import { actingForThisAccount, serviceOfPrincipal, type Teller, tellingOf } from './policies/sourceTelling';
import { trustExample } from './trust';

/** A service that a statement names and that tells for whom it acts. */
interface Deputy extends Teller {
  readonly value: Value;
}

const confusedDeputy = policyRule({
  id: 'policy-confused-deputy',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'sometimes',
  uses: ['trust', 'resource', 'unknown'],
  check: (policy) =>
    policy.statements.flatMap((statement) => {
      const deputies = deputiesOf(policy, statement);
      const [first] = deputies;
      if (statement.effect !== 'Allow' || !first || isHarmless(statement) || isHeldByContext(statement)) return [];
      if (!deputies.every((deputy) => actsForOutsiders(policy, statement, deputy))) return [];
      const details = {
        service: deputies.map(({ service, value }) => textOf(value) ?? `${service}.amazonaws.com`).join(' and '),
      };
      return [objectTo(policy, first.value.origin, { details, remedies: remedies(statement, deputies) })];
    }),
  example: trustExample({ Principal: { Service: 'scheduler.amazonaws.com' } }),
});

/** The services that a statement names; none where it names somebody else as well, or one that may tell nothing. */
function deputiesOf(policy: Policy, { principals }: Statement): readonly Deputy[] {
  const deputies = (principals?.values ?? []).flatMap(({ type, value }): Deputy[] => {
    const service = type === 'Service' ? serviceOfPrincipal(textWithHoles(value, '*') ?? '') : undefined;
    const telling = service === undefined ? undefined : tellingOf(purposeOf(policy), service);
    return service !== undefined && telling ? [{ service, value, telling }] : [];
  });
  return deputies.length === principals?.values.length ? deputies : [];
}

function actsForOutsiders(policy: Policy, statement: Statement, { service, value }: Deputy): boolean {
  const name = textOf(value);
  const request = name === undefined ? onBehalfOfOutsider(service) : serviceForOutsider(service, name);
  return letsThrough(policy, statement, request) === true;
}

/** What a key is like is no secret, and AWS's own examples let services look without asking for whom. */
function isHarmless(statement: Statement): boolean {
  return (
    statement.actions !== undefined && writtenActions(statement).every(({ text }) => /^kms:DescribeKey$/i.test(text))
  );
}

/** What a key is used for names whose it is, or what is in the account: a bucket, a queue. */
function isHeldByContext({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => /^kms:EncryptionContext:/i.test(key));
}

/** One way to hold all of the services to the account, where there is one. */
function remedies({ origin }: Statement, deputies: readonly Deputy[]): readonly Remedy[] {
  const condition = actingForThisAccount(deputies);
  if (!condition) return [];
  return [
    {
      title: 'Allow it on behalf of this account only (denies it for resources of others)',
      safety: 'review',
      changes: [{ kind: 'merge', origin, fields: { Condition: condition } }],
    },
  ];
}

export const rules = [confusedDeputy];
export const kinds = [];
