import type { Kind } from '../model/kind';
import { mentions } from '../model/value';
import type { View } from '../model/view';
import {
  atLeast,
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  objectionTo,
  resourceRule,
  setAttribute,
  valueRule,
} from './define';
import { user } from './iam';
import { readableSecrets, type Secret } from './secrets';

const accessKey: Kind = {
  id: 'iam-access-key',
  title: 'IAM access key',
  cloudformation: ['AWS::IAM::AccessKey'],
  terraform: ['aws_iam_access_key'],
  attributes: {
    user: { cloudformation: 'UserName', terraform: 'user', type: 'text' },
    status: {
      cloudformation: 'Status',
      terraform: 'status',
      type: 'text',
      defaults: defaultsTo(
        'Active',
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-accesskey.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key',
      ),
    },
  },
};

/** The console password of a user, where that is a resource of its own. */
const loginProfile: Kind = {
  id: 'iam-login-profile',
  title: 'IAM login profile',
  cloudformation: [],
  terraform: ['aws_iam_user_login_profile'],
  attributes: {
    user: { terraform: 'user', type: 'text' },
    passwordReset: { terraform: 'password_reset_required', type: 'boolean' },
  },
};

const serverCertificate: Kind = {
  id: 'iam-server-certificate',
  title: 'IAM server certificate',
  cloudformation: ['AWS::IAM::ServerCertificate'],
  terraform: ['aws_iam_server_certificate'],
  attributes: {
    name: { cloudformation: 'ServerCertificateName', terraform: 'name', type: 'text' },
    certificate: { cloudformation: 'CertificateBody', terraform: 'certificate_body', type: 'text' },
    privateKey: { cloudformation: 'PrivateKey', terraform: 'private_key', type: 'text' },
  },
};

const passwordPage = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html';

/** The row of a sort of character that a password must have. */
function mustHave(terraform: string): Kind['attributes'][string] {
  return { terraform, type: 'boolean', defaults: [{ is: { value: false }, source: passwordPage }] };
}

const passwordPolicy: Kind = {
  id: 'iam-password-policy',
  title: 'IAM password policy',
  cloudformation: [],
  terraform: ['aws_iam_account_password_policy'],
  attributes: {
    length: {
      terraform: 'minimum_password_length',
      type: 'number',
      defaults: [{ is: { value: 6 }, source: passwordPage }],
    },
    remembered: {
      terraform: 'password_reuse_prevention',
      type: 'number',
      defaults: [{ is: { value: 0 }, source: passwordPage }],
    },
    maximumAge: {
      terraform: 'max_password_age',
      type: 'number',
      defaults: [{ is: { value: 0 }, source: passwordPage }],
    },
    lowercase: mustHave('require_lowercase_characters'),
    uppercase: mustHave('require_uppercase_characters'),
    numbers: mustHave('require_numbers'),
    symbols: mustHave('require_symbols'),
  },
};

const noAccessKeys = attributeRule({
  id: 'iam-no-access-keys',
  recommendation: 'sign-requests',
  severity: 'information',
  kind: accessKey,
  requires: { status: equals('Inactive') },
  safety: 'review',
  caution: 'requests signed with it are denied',
  example: exampleOf(accessKey, 'Key', { user: 'deployer' }),
});

const secrets = new Map<Kind, readonly Secret[]>([
  [user, [{ attribute: 'password', inputName: 'Password', title: 'console password' }]],
  [serverCertificate, [{ attribute: 'privateKey', inputName: 'PrivateKey', title: 'private key' }]],
]);

const noReadableCredentials = resourceRule({
  id: 'iam-readable-credentials',
  recommendation: 'protect-credentials',
  severity: 'error',
  fix: 'sometimes',
  kinds: [...secrets.keys()],
  check: (resource) => readableSecrets(resource, secrets.get(resource.kind) ?? []),
  example: exampleOf(serverCertificate, 'Certificate', { certificate: 'not-a-certificate', privateKey: 'not-a-key' }),
});

/** Whether a resource lets its user sign in to the console. */
function signsIn(resource: View): boolean {
  return resource.kind === loginProfile || resource.isWritten('loginProfile') === true;
}

/** Where nothing is written, CloudFormation asks for no reset; the Terraform provider does not tell. */
const passwordReset = resourceRule({
  id: 'iam-password-reset',
  recommendation: 'protect-credentials',
  severity: 'warning',
  fix: 'always',
  kinds: [user, loginProfile],
  check(resource) {
    if (!signsIn(resource)) return [];
    const remedy = {
      title: 'Require a new password at the next sign-in (the user needs the right to change it)',
      safety: 'review' as const,
      changes: [setAttribute(resource, 'passwordReset', true)],
    };
    return resource
      .facts('passwordReset')
      .filter(({ value }) =>
        value.kind === 'literal' ? value.text === 'false' : value.kind === 'notWritten' && resource.kind === user,
      )
      .map((fact) => objectionTo(resource, fact, [remedy]));
  },
  example: exampleOf(loginProfile, 'Profile', { user: 'alice', passwordReset: false }),
});

const noConsoleUsers = resourceRule({
  id: 'iam-no-console-users',
  recommendation: 'protect-credentials',
  severity: 'information',
  fix: 'none',
  kinds: [user, loginProfile],
  check(view) {
    if (!signsIn(view)) return [];
    const { resource } = view;
    const { nameOrigin, likelihood } = resource;
    return [{ origin: nameOrigin, written: true, likelihood, resource, remedies: [] }];
  },
  example: exampleOf(loginProfile, 'Profile', { user: 'alice', passwordReset: true }),
});

const strong = {
  length: 14,
  remembered: 24,
  maximumAge: 90,
  lowercase: true,
  uppercase: true,
  numbers: true,
  symbols: true,
};

const passwordLength = attributeRule({
  id: 'iam-password-length',
  recommendation: 'protect-credentials',
  severity: 'warning',
  kind: passwordPolicy,
  requires: { length: atLeast(14) },
  example: exampleOf(passwordPolicy, 'Passwords', { ...strong, length: 8 }),
});

const passwordCharacters = attributeRule({
  id: 'iam-password-characters',
  recommendation: 'protect-credentials',
  severity: 'information',
  kind: passwordPolicy,
  requires: { lowercase: equals(true), uppercase: equals(true), numbers: equals(true), symbols: equals(true) },
  example: exampleOf(passwordPolicy, 'Passwords', { ...strong, symbols: false }),
});

const passwordReuse = attributeRule({
  id: 'iam-password-reuse',
  recommendation: 'protect-credentials',
  severity: 'information',
  kind: passwordPolicy,
  requires: { remembered: atLeast(24) },
  example: exampleOf(passwordPolicy, 'Passwords', { ...strong, remembered: 3 }),
});

/** Zero days stand for passwords that never expire. */
const passwordExpiry = valueRule({
  id: 'iam-password-expiry',
  recommendation: 'rotate-credentials',
  severity: 'information',
  fix: 'always',
  kind: passwordPolicy,
  attribute: 'maximumAge',
  isWrong: (days) => Number(days) === 0 || Number(days) > 90,
  remedies: (policy) => [
    {
      title: 'Let passwords expire after 90 days (older ones have to be changed at the next sign-in)',
      safety: 'review',
      changes: [setAttribute(policy, 'maximumAge', 90)],
    },
  ],
  example: exampleOf(passwordPolicy, 'Passwords', { ...strong, maximumAge: 365 }),
});

/** A second key is there to take over from the first, which is to go then. */
const oneAccessKey = resourceRule({
  id: 'iam-one-access-key',
  recommendation: 'rotate-credentials',
  severity: 'information',
  fix: 'none',
  kinds: [accessKey],
  check(key, world) {
    const isActive = (one: View) => one.is('status', (status) => status === 'Active') === true;
    const userOf = (one: View) =>
      one.facts('user').flatMap(({ value }) => (value.kind === 'literal' ? [value.text] : mentions(value)))[0];
    const user = userOf(key);
    if (user === undefined || !isActive(key)) return [];
    const first = world.views(accessKey).find((one) => isActive(one) && userOf(one) === user);
    if (!first || first.resource === key.resource) return [];
    const related = [
      { origin: first.resource.nameOrigin, message: `${first.resource.name} is another key of this user` },
    ];
    return key.facts('user').map((fact) => ({ ...objectionTo(key, fact, []), related }));
  },
  example: {
    resources: [
      { kind: accessKey, name: 'Key', attributes: { user: 'deployer' } },
      { kind: accessKey, name: 'OtherKey', attributes: { user: 'deployer' } },
    ],
  },
});

export const rules = [
  oneAccessKey,
  noAccessKeys,
  noReadableCredentials,
  passwordReset,
  noConsoleUsers,
  passwordLength,
  passwordCharacters,
  passwordReuse,
  passwordExpiry,
];
export const kinds = [accessKey, loginProfile, serverCertificate, passwordPolicy];
