import type { Change, Objection } from '../model/finding';
import type { Attribute, Kind } from '../model/kind';
import { and, not, or, type Truth } from '../model/truth';
import type { View, World } from '../model/view';
import {
  atLeast,
  attributeRule,
  equals,
  exampleOf,
  isOn,
  resourceRule,
  setAttribute,
  usualIdentifiers,
  valueRule,
} from './define';

/** A row of the password policy. What a pool without one asks of passwords is up to Cognito. */
function passwordRow(cloudformation: string, terraform: string, type: Attribute['type']): Attribute {
  return {
    cloudformation: `Policies.PasswordPolicy.${cloudformation}`,
    terraform: `password_policy.${terraform}`,
    type,
    defaults: [
      {
        is: 'unknown',
        source:
          'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-passwordpolicy.html',
      },
    ],
  };
}

const userPool: Kind = {
  id: 'cognito-user-pool',
  title: 'Cognito user pool',
  cloudformation: ['AWS::Cognito::UserPool'],
  terraform: ['aws_cognito_user_pool'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'UserPoolName', terraform: 'name', type: 'text' },
    mfa: {
      cloudformation: 'MfaConfiguration',
      terraform: 'mfa_configuration',
      type: 'text',
      defaults: [
        {
          is: { value: 'OFF' },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
        },
      ],
    },
    // CloudFormation lists the second factors, Terraform has a block for each.
    factorList: { cloudformation: 'EnabledMfas', type: 'block' },
    factor: { cloudformation: 'EnabledMfas[*]', type: 'text' },
    sms: { terraform: 'sms_configuration[*]', type: 'block' },
    smsRole: {
      cloudformation: 'SmsConfiguration.SnsCallerArn',
      terraform: 'sms_configuration.sns_caller_arn',
      type: 'text',
    },
    smsExternalId: {
      cloudformation: 'SmsConfiguration.ExternalId',
      terraform: 'sms_configuration.external_id',
      type: 'text',
    },
    authenticator: { terraform: 'software_token_mfa_configuration.enabled', type: 'boolean' },
    email: { terraform: 'email_mfa_configuration[*]', type: 'block' },
    passwordLength: passwordRow('MinimumLength', 'minimum_length', 'number'),
    lowercase: passwordRow('RequireLowercase', 'require_lowercase', 'boolean'),
    uppercase: passwordRow('RequireUppercase', 'require_uppercase', 'boolean'),
    numbers: passwordRow('RequireNumbers', 'require_numbers', 'boolean'),
    symbols: passwordRow('RequireSymbols', 'require_symbols', 'boolean'),
    threatProtection: {
      cloudformation: 'UserPoolAddOns.AdvancedSecurityMode',
      terraform: 'user_pool_add_ons.advanced_security_mode',
      type: 'text',
    },
  },
};

const identityPool: Kind = {
  id: 'cognito-identity-pool',
  title: 'Cognito identity pool',
  cloudformation: ['AWS::Cognito::IdentityPool'],
  terraform: ['aws_cognito_identity_pool'],
  attributes: {
    name: { cloudformation: 'IdentityPoolName', terraform: 'identity_pool_name', type: 'text' },
    guests: {
      cloudformation: 'AllowUnauthenticatedIdentities',
      terraform: 'allow_unauthenticated_identities',
      type: 'boolean',
      about: 'public',
    },
  },
};

/** Whether text messages are the only second factor of a user pool. */
function hasOnlySms(pool: View): Truth {
  const asks = pool.is('mfa', (mfa) => mfa === 'ON' || mfa === 'OPTIONAL');
  const listed = and(hasFactor(pool, 'SMS_MFA'), not(hasFactor(pool, 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP')));
  const inBlocks = and(pool.isWritten('sms'), not(isOn(pool, 'authenticator')), not(pool.isWritten('email')));
  return and(asks, or(listed, inBlocks));
}

function hasFactor(pool: View, ...names: string[]): Truth {
  const answers = pool.facts('factor').map(({ value }): Truth => {
    return value.kind === 'literal' ? names.includes(value.text) : value.kind === 'notWritten' ? false : undefined;
  });
  return or(...answers);
}

/** SMS stays: a pool that has it can only be rid of it by switching its second factors off. */
function addAuthenticator(pool: View): Change {
  return pool.resource.dialect === 'cloudformation'
    ? { kind: 'append', resource: pool.resource, of: userPool, attribute: 'factorList', value: 'SOFTWARE_TOKEN_MFA' }
    : setAttribute(pool, 'authenticator', true);
}

/** Told once a document, for all of its pools. */
function smsOnly(pool: View, world: World): Objection[] {
  const { resource } = pool;
  const pools = world.views(userPool).filter((one) => one.resource.path === resource.path && hasOnlySms(one) === true);
  const [first, ...others] = pools;
  const fact = pool.facts('mfa')[0];
  if (first?.resource !== resource || !fact) return [];
  return [
    {
      origin: fact.origin,
      written: fact.written !== false,
      likelihood: fact.likelihood,
      resource,
      related: others.map((other) => ({
        origin: other.resource.nameOrigin,
        message: `${other.resource.name} has only text messages, too`,
      })),
      remedies: [{ title: 'Offer an authenticator app as well', safety: 'safe', changes: pools.map(addAuthenticator) }],
    },
  ];
}

const smsOnlyMfa = resourceRule({
  id: 'cognito-sms-only-mfa',
  recommendation: 'know-the-boundary',
  severity: 'hint',
  fix: 'always',
  kinds: [userPool],
  check: smsOnly,
  example: exampleOf(userPool, 'Users', {
    mfa: 'OPTIONAL',
    factor: 'SMS_MFA',
    smsRole: 'arn:aws:iam::111122223333:role/text-messages',
    smsExternalId: 'users',
  }),
});

/** With `OPTIONAL` nobody is turned away; an authenticator app needs nothing else to be set up. */
const secondFactor = valueRule({
  id: 'cognito-second-factor',
  recommendation: 'multi-factor',
  severity: 'information',
  fix: 'always',
  kind: userPool,
  attribute: 'mfa',
  isWrong: (mfa) => mfa === 'OFF',
  remedies: (pool) => {
    const hasAuthenticator = or(hasFactor(pool, 'SOFTWARE_TOKEN_MFA'), isOn(pool, 'authenticator'));
    const factors = hasAuthenticator ? [] : [addAuthenticator(pool)];
    return [
      {
        title: 'Offer authenticator apps as a second factor',
        safety: 'safe',
        changes: [setAttribute(pool, 'mfa', 'OPTIONAL'), ...factors],
      },
      {
        title: 'Demand a second factor (users without one have to set it up to sign in)',
        safety: 'review',
        changes: [setAttribute(pool, 'mfa', 'ON'), ...factors],
      },
    ];
  },
  example: exampleOf(userPool, 'Users', { name: 'users', mfa: 'OFF' }),
});

const noGuests = attributeRule({
  id: 'cognito-no-guests',
  recommendation: 'least-privilege',
  severity: 'warning',
  kind: identityPool,
  requires: { guests: equals(false) },
  safety: 'review',
  caution: 'visitors who have not signed in get no credentials any more',
  example: exampleOf(identityPool, 'Visitors', { name: 'visitors', guests: true }),
});

const passwords = attributeRule({
  id: 'cognito-password-policy',
  recommendation: 'protect-credentials',
  severity: 'information',
  kind: userPool,
  requires: {
    passwordLength: atLeast(8),
    lowercase: equals(true),
    uppercase: equals(true),
    numbers: equals(true),
    symbols: equals(true),
  },
  safety: 'review',
  caution: 'new passwords have to be stronger',
  example: exampleOf(userPool, 'Users', { name: 'customers', passwordLength: 6 }),
});

/** It takes a feature plan that costs more. */
const threatProtection = attributeRule({
  id: 'cognito-threat-protection',
  recommendation: 'protect-credentials',
  severity: 'hint',
  kind: userPool,
  requires: { threatProtection: equals('ENFORCED') },
  safety: 'review',
  caution: 'takes the feature plan Plus, which costs by user',
  example: exampleOf(userPool, 'Users', { name: 'customers', threatProtection: 'AUDIT' }),
});

export const rules = [passwords, threatProtection, smsOnlyMfa, secondFactor, noGuests];
export const kinds = [userPool, identityPool];
