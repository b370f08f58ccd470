import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const sources = [
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-imagebuilder-imagerecipe.html',
  'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html',
];

export const words: Readonly<Record<string, Words>> = {
  'image-recipe-encrypted': {
    title: 'The recipe {name} makes images with an unencrypted volume.',
    why: 'What is built into the image lies open in its snapshot, and instances start with an unencrypted volume unless the account encrypts all.',
    advice: 'Encrypt the volumes of the image.',
    sources,
    sameAs: {},
  },
  'image-recipe-kms-key': {
    ...ownKeyWords({
      what: 'image of the recipe {name}',
      otherwise:
        'Without a key of yours the default key of the account for EBS encrypts, which AWS manages unless somebody changed it.',
      advice: 'Name a KMS key for the volumes of the image.',
      sources,
      sameAs: { checkov: ['CKV_AWS_200'] },
    }),
    title: 'No key of yours encrypts the images of the recipe {name}.',
  },
};
