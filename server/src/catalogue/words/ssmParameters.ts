import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const typesPage = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html';

export const words: Readonly<Record<string, Words>> = {
  'ssm-parameter-secure-string': {
    title: 'The parameter {name} is named like a secret and kept in plain text.',
    why: 'Whoever may read parameters can read it, also in the history of the parameter. A secure string is encrypted, and reading it takes a right to the key as well.',
    advice: 'Make it a SecureString. CloudFormation cannot create one: there, keep the secret in Secrets Manager.',
    sources: [
      typesPage,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-parameter.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_34'] },
  },
  'ssm-parameter-kms-key': {
    ...ownKeyWords({
      what: 'parameter {name}',
      otherwise:
        'Without a key of yours a secure string is encrypted with `alias/aws/ssm`, which AWS manages in the account.',
      advice: 'Name a KMS key.',
      sources: [typesPage],
      sameAs: { checkov: ['CKV_AWS_337'] },
    }),
    title: 'No key of yours encrypts the parameter {name}.',
  },
};
