import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'ssm-document-public': {
    title: 'The document {name} is shared with everybody.',
    why: 'All accounts of AWS can read it, with the names, addresses and commands that stand in it.',
    advice: 'Name the accounts that need it.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/ssm-document-not-public.html',
      'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ModifyDocumentPermission.html',
    ],
    sameAs: { checkov: ['CKV_AWS_303'] },
  },
};
