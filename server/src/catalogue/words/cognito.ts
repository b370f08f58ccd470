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
};
