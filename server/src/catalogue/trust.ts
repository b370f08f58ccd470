import type { Remedy } from '../model/finding';
import type { Policy, Principals, Statement } from '../model/policy';
import type { PolicyRule } from '../model/rule';
import { cases, textOf, type Value } from '../model/value';
import type { World } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { exampleOf, policyRule } from './define';
import { role } from './iamRoles';
import { writtenActions } from './policies/grants';
import { objectTo, wildcardPrincipal } from './policies/objection';
import { narrowings, publicStatements } from './policies/publicStatements';
import { purposeOf } from './policies/purpose';
import { covers } from './policies/statements';

/** Whether a policy says who may become a role. */
export function isTrust(policy: Policy): boolean {
  return purposeOf(policy).use === 'trust';
}

/** A role with a trust policy of one statement. */
export function trustExample(statement: { readonly [key: string]: Written }) {
  return exampleOf(role, 'Deployer', {
    trust: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }] },
  });
}

/** A rule on trust policies. */
function trustRule(
  parts: Pick<PolicyRule, 'id' | 'severity' | 'fix' | 'check' | 'example'> &
    Partial<Pick<PolicyRule, 'recommendation'>>,
): PolicyRule {
  return policyRule({
    recommendation: 'least-privilege',
    ...parts,
    uses: ['trust', 'unknown'],
    check: (policy, world) => (isTrust(policy) ? parts.check(policy, world) : []),
  });
}

const trustAnyone = trustRule({
  id: 'iam-trust-anyone',
  severity: 'error',
  fix: 'always',
  check: (policy, { settings }) =>
    publicStatements(policy).map((statement) =>
      objectTo(policy, wildcardPrincipal(statement), { remedies: narrowings(statement, settings) }),
    ),
  example: trustExample({ Principal: { AWS: '*' } }),
});

const trustWildcardAction = trustRule({
  id: 'iam-trust-wildcard-action',
  severity: 'warning',
  fix: 'sometimes',
  check: (policy) =>
    policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) =>
        writtenActions(statement)
          .filter(({ text }) => text === '*' || text === 'sts:*')
          .map(({ origin }) => {
            // Federated identities and pods assume roles by other names.
            const isPlain = statement.principals?.values.every(({ type }) => type === 'AWS' || type === '*');
            const remedy: Remedy = {
              title: 'Allow to assume the role, and nothing else (denies tags and source identities of sessions)',
              safety: 'review',
              changes: [{ kind: 'replaceText', origin, text: 'sts:AssumeRole' }],
            };
            return objectTo(policy, origin, { remedies: isPlain ? [remedy] : [] });
          }),
      ),
  example: trustExample({ Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' }, Action: 'sts:*' }),
});

/** The text of a value with parameters as their defaults have them; `undefined` where one has none. */
function textByDefault(value: Value): string | undefined {
  if (value.kind !== 'template') return textOf(value);
  const parts = value.parts.map((part) => (typeof part === 'string' ? part : textOf(onlyCase(part))));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function onlyCase(value: Value): Value | undefined {
  const [only, ...others] = cases(value);
  return others.length === 0 ? only?.value : undefined;
}

/** The number of an account that is trusted as a whole. */
const wholeAccount = /^(?:(\d{12})|arn:[^:]*:iam::(\d{12}):root)$/;

const trustWithoutExternalId = trustRule({
  id: 'iam-trust-external-id',
  severity: 'information',
  fix: 'sometimes',
  check: (policy, { settings }) =>
    unconditional(policy).flatMap(({ statement, principals }) =>
      principals.values.flatMap(({ type, value }) => {
        const found = type === 'AWS' ? wholeAccount.exec(textByDefault(value) ?? '') : undefined;
        const account = found?.[1] ?? found?.[2];
        if (!account || settings.trustedAccounts.includes(account)) return [];
        const isAlone = principals.values.length === 1;
        const remedies = isAlone ? externalIds(statement, settings.organizationId) : [];
        return [objectTo(policy, value.origin, { details: { account }, remedies })];
      }),
    ),
  example: trustExample({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
});

function externalIds(statement: Statement, organizationId: string | undefined): readonly Remedy[] {
  const byId = condition(statement, {
    StringEquals: {
      'sts:ExternalId': new WrittenInput('ExternalId', 'The external id that the other account sends', '^.{2,1224}$'),
    },
  });
  const inOrganization = { StringEquals: { 'aws:PrincipalOrgID': organizationId ?? '' } };
  return [
    { title: 'Ask for an external id (denies requests without it)', safety: 'input', changes: [byId] },
    ...(organizationId
      ? [
          {
            title: 'Allow only your organization (denies everyone else)',
            safety: 'review' as const,
            changes: [condition(statement, inOrganization)],
          },
        ]
      : []),
  ];
}

/** The change that adds to the conditions of a statement. */
function condition({ origin }: Statement, fields: Written): Remedy['changes'][number] {
  return { kind: 'merge', origin, fields: { Condition: fields } };
}

const trustWithoutFactor = trustRule({
  id: 'iam-trust-people-without-mfa',
  recommendation: 'multi-factor',
  severity: 'information',
  fix: 'sometimes',
  check: (policy, world) =>
    unconditional(policy).flatMap(({ statement, principals }) => {
      const people = principals.values.filter(({ type, value }) => type === 'AWS' && isUser(value, world));
      const isPeopleOnly = people.length === principals.values.length;
      const remedy: Remedy = {
        title: 'Ask for a second factor (denies requests without it)',
        safety: 'review',
        changes: [condition(statement, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
      };
      return people.map(({ value }) => objectTo(policy, value.origin, { remedies: isPeopleOnly ? [remedy] : [] }));
    }),
  example: trustExample({ Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' } }),
});

/** Whether a principal is an IAM user, by its ARN or as a resource of the unit. */
function isUser(value: Value, { resources }: World): boolean {
  if (value.kind === 'literal') return /^arn:[^:]*:iam::\d{12}:user\//.test(value.text);
  if (value.kind === 'template') {
    return value.parts.some((part) => typeof part === 'string' && part.includes(':user/'));
  }
  if (value.kind !== 'reference') return false;
  const resource = resources.find(({ address }) => address === value.to);
  return resource?.type === 'AWS::IAM::User' || resource?.type === 'aws_iam_user';
}

/** The statements by which some may assume a role whatever the circumstances. */
function unconditional(policy: Policy): readonly { statement: Statement; principals: Principals }[] {
  return policy.statements.flatMap((statement) => {
    const { effect, open, conditions, principals, actions } = statement;
    if (effect !== 'Allow' || open || conditions.length > 0 || !principals) return [];
    return covers(actions, 'sts:AssumeRole') === true ? [{ statement, principals }] : [];
  });
}

export const rules = [trustAnyone, trustWildcardAction, trustWithoutExternalId, trustWithoutFactor];
export const kinds = [];
