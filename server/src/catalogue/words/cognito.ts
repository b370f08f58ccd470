import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'cognito-sms-only-mfa': {
    title: 'Text messages are the only second factor of the user pool {name}.',
    why: 'A text message leaves AWS without encryption, and a telephone number can be taken over.',
    advice: 'Offer an authenticator app as well, and leave text messages to account recovery.',
    sources: [
      'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-userpool.html',
    ],
    sameAs: {},
  },
  'cognito-second-factor': {
    title: 'A password is all that the users of the pool {name} need.',
    why: 'Passwords are guessed, reused and stolen, and whoever has one is that user.',
    advice: 'Demand a second factor, or at least offer one, by an authenticator app or a passkey.',
    sources: [
      'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/cognito-user-pool-mfa-enabled.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-COG2'], guard: ['COGNITO_USER_POOL_MFA_CONFIGURATION_RULE'], cfnNag: ['F78'] },
  },
  'cognito-no-guests': {
    title: 'The identity pool {name} gives credentials of AWS to everybody.',
    why: 'A guest proves nothing, and gets the credentials of a role: what that role may do, the whole internet may do.',
    advice: 'Ask visitors to sign in. Where there must be guests, give their role next to nothing.',
    sources: [
      'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools-security-best-practices.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/cognito-identity-pool-unauth-access-check.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_366'],
      cdkNag: ['AwsSolutions-COG7'],
      guard: ['COGNITO_ALLOW_UNAUTHENTICATED_IDENTITIES_RULE'],
      cfnNag: ['W57'],
    },
  },
  'cognito-password-policy': {
    title: 'The user pool {name} takes weak passwords.',
    why: 'Short passwords of few sorts of characters are guessed, and people use the same ones elsewhere.',
    advice: 'Ask for eight characters at least, of every sort.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpool-passwordpolicy.html',
      'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-COG1'] },
  },
  'cognito-threat-protection': {
    title: 'The user pool {name} does not refuse passwords and sign-ins that are known to be stolen.',
    why: 'Lists of leaked passwords are tried on every service. Threat protection knows many of them, and sees sign-ins that do not look like the user.',
    advice: 'Let it enforce, after a time in which it only audits.',
    sources: [
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-COG8'] },
  },
};
