import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { ConditionTest, Policy, Statement } from '../model/policy';
import { matchText, textOf, type Value } from '../model/value';
import type { View, World } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { policyRule } from './define';
import { objectTo } from './policies/objection';
import { isTrust, trustExample } from './trust';

const oidcProvider: Kind = {
  id: 'iam-oidc-provider',
  title: 'IAM OpenID Connect provider',
  cloudformation: ['AWS::IAM::OIDCProvider'],
  terraform: ['aws_iam_openid_connect_provider'],
  attributes: { url: { cloudformation: 'Url', terraform: 'url', type: 'text' } },
};

/** An identity provider that a statement trusts. */
interface Provider {
  readonly value: Value;
  /** Its address without the scheme, where that is known: what its condition keys begin with. */
  readonly host: string | undefined;
  /** The claims that say for whom a token was issued, and to whom. */
  readonly claims: readonly ('sub' | 'aud')[];
}

/** Providers that everybody may have an application with: the audience tells them apart. */
const sharedProviders = /^(cognito-identity\.amazonaws\.com|accounts\.google\.com)$/;

const github = 'token.actions.githubusercontent.com';

/** A subject that means every one of a provider, or every repository of GitHub. */
const anySubject = /^(\*+|repo:\*.*)$/;

const webIdentity = policyRule({
  id: 'iam-trust-web-identity',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'sometimes',
  uses: ['trust', 'unknown'],
  check: (policy, world) =>
    isTrust(policy) ? policy.statements.flatMap((statement) => faultsOf(policy, statement, world)) : [],
  example: trustExample({
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${github}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } },
  }),
});

function faultsOf(policy: Policy, statement: Statement, world: World) {
  if (statement.effect !== 'Allow' || statement.open) return [];
  return providersOf(statement, world).flatMap((provider) => {
    const missing = provider.claims.filter((claim) => testsOf(statement, claim).length === 0);
    if (missing.length > 0) {
      const details = { claims: missing.map((claim) => `\`${claim}\``).join(' and ') };
      // Without the audience alone, the subject still says who it is.
      const severity =
        missing.includes('sub') || provider.claims.length === 1 ? {} : { severity: 'information' as const };
      const remedies = remediesOf(statement, provider, missing);
      return [objectTo(policy, provider.value.origin, { details, remedies, ...severity })];
    }
    return testsOf(statement, 'sub')
      .flatMap(({ values }) => values)
      .filter((value) => value.kind === 'literal' && anySubject.test(value.text))
      .map((value) => objectTo(policy, value.origin, { details: { claims: 'a `sub` of your own' } }));
  });
}

function providersOf({ principals }: Statement, world: World): readonly Provider[] {
  return (principals?.values ?? []).flatMap(({ type, value }): Provider[] => {
    if (type !== 'Federated') return [];
    if (value.kind === 'literal' && sharedProviders.test(value.text)) {
      return [{ value, host: value.text, claims: ['aud'] }];
    }
    const provider = world.resolve(value, oidcProvider);
    if (provider) return [{ value, host: hostOf(provider), claims: ['sub', 'aud'] }];
    const end = value.kind === 'template' ? value.parts[value.parts.length - 1] : textOf(value);
    const host = typeof end === 'string' ? /:oidc-provider\/(.+)$/.exec(end)?.[1] : undefined;
    return host ? [{ value, host, claims: ['sub', 'aud'] }] : [];
  });
}

/** The address of a provider of the document without the scheme, where it is plain. */
function hostOf(provider: View): string | undefined {
  const [url, ...others] = provider.facts('url').map(({ value }) => textOf(value)?.replace(/^https:\/\//, ''));
  return others.length === 0 ? url : undefined;
}

/** The tests of a claim: their keys end in its name, whatever the provider. */
function testsOf({ conditions }: Statement, claim: string): readonly ConditionTest[] {
  return conditions.filter(({ key }) => key.toLowerCase().endsWith(`:${claim}`));
}

function remediesOf(statement: Statement, { host, value }: Provider, missing: Provider['claims']): readonly Remedy[] {
  const isAlone = statement.principals?.values.length === 1;
  if (!isAlone || !host || matchText(value, '*') === true) return [];
  const audience =
    host === github ? 'sts.amazonaws.com' : new WrittenInput('Audience', 'The audience that tokens are issued for');
  const subject = new WrittenInput('Subject', 'The subject whose tokens are accepted, wildcards included');
  const fields: Written = {
    ...(missing.includes('aud') && { StringEquals: { [`${host}:aud`]: audience } }),
    ...(missing.includes('sub') && { StringLike: { [`${host}:sub`]: subject } }),
  };
  return [
    {
      title: `Accept only tokens with the ${missing.includes('sub') ? 'subject' : 'audience'} you name (denies others)`,
      safety: missing.includes('sub') || host !== github ? 'input' : 'review',
      changes: [{ kind: 'merge', origin: statement.origin, fields: { Condition: fields } }],
    },
  ];
}

export const rules = [webIdentity];
export const kinds = [oidcProvider];
