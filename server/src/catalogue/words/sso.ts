import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'sso-no-administrator-access': {
    title: 'Whoever is assigned the permission set {name} may do everything in the account.',
    why: 'Such rights are for a few people and rare occasions. Where they are the usual way in, each stolen session and each slip reaches everything.',
    advice:
      'Keep this permission set for emergencies. For daily work make others with the policies of a job function, and narrow them by what is in fact used.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-reduce-permissions.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
    sameAs: { checkov: ['CKV_AWS_274'] },
  },
};
