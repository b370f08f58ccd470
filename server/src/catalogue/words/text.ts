import type { Words } from '../../model/rule';

const sources = ['https://docs.aws.amazon.com/sns/latest/dg/sns-data-protection.html'];

export const words: Readonly<Record<string, Words>> = {
  'no-credentials-in-url': {
    title: 'A URL to {host|a host} carries a user name and a password.',
    why: 'URLs end up in logs, histories and state files, where many people can read them.',
    advice: 'Take the credentials out of the URL, withdraw them, and keep new ones in a secret.',
    sources,
    sameAs: {},
  },
  'no-email-in-tags-or-names': {
    title: 'A {where|tag or name} holds an email address.',
    why: 'AWS may use tags and names in billing and diagnostic logs: they are no place for personal data.',
    advice: 'Write the name of a role or a team instead.',
    sources,
    sameAs: {},
  },
};
