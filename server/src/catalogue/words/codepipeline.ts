import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'codepipeline-kms-key': ownKeyWords({
    what: 'artifact store of the pipeline {name}',
    otherwise:
      'Sources and builds lie there between stages, encrypted with the key that AWS manages for S3, which no other account can use.',
    advice: 'Name a KMS key of your own, and let the roles of the pipeline and of its actions use it.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codepipeline-pipeline-artifactstore.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codepipeline-pipeline-encryptionkey.html',
    ],
    sameAs: { checkov: ['CKV_AWS_219'] },
  }),
};
