import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'macie-enabled': {
    title: 'Macie is paused by {name|the session}.',
    why: 'While it is paused, Macie does nothing for the account in this Region: it evaluates no bucket and looks for no sensitive data, and the jobs that ran are cancelled.',
    advice: 'Set the status to ENABLED. Settings and findings are kept meanwhile.',
    sources: [
      'https://docs.aws.amazon.com/macie/latest/user/suspend-macie.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-macie-session.html',
    ],
    sameAs: {},
  },
};
