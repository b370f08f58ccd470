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
  'image-builder-component-kms-key': ownKeyWords({
    what: 'component {name}',
    otherwise: 'Image Builder encrypts what a component does with a key of its own.',
    advice: 'Name a KMS key where the component holds more than everybody may know; secrets do not belong in it.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-imagebuilder-component.html',
      'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_Component.html',
    ],
    sameAs: { checkov: ['CKV_AWS_180'] },
  }),
  'image-builder-distribution-kms-key': {
    ...ownKeyWords({
      what: 'image of the distribution {name}',
      otherwise:
        'A key stays in its Region. A copy of an encrypted image in another one does not take over the key of the recipe: the default key of the account there encrypts it.',
      advice: 'Name a KMS key of the Region that the image goes to.',
      sources: [
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-imagebuilder-distributionconfiguration-amidistributionconfiguration.html',
        'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html',
      ],
      sameAs: { checkov: ['CKV_AWS_199'] },
    }),
    title: 'The distribution {name} names no key of yours for its images.',
  },
};
