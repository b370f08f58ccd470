import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'codebuild-privileged': {
    title: 'The builds of the project {name} are privileged.',
    why: 'The container of a build then reaches all devices of its host and the Docker daemon. Only building container images needs that.',
    advice: 'Switch it off where no images are built.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/codebuild-project-environment-privileged-check.html',
      'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
    ],
    sameAs: { checkov: ['CKV_AWS_316'] },
  },
  'codebuild-artifacts-encrypted': {
    title: 'The artifacts of the project {name} are not encrypted with its key.',
    why: 'CodeBuild encrypts what a build puts out unless it is told not to. Without that the bucket is all that encrypts it, and whoever may read the bucket may read the build.',
    advice: 'Take the switch out. Only what everybody may read, such as a public website, has no need of it.',
    sources: [
      'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/codebuild-project-artifact-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_78'], trivy: ['AWS-0018'] },
  },
  'codebuild-logs-encrypted': {
    title: 'The logs of the project {name} in S3 are not encrypted with its key.',
    why: 'CodeBuild encrypts build logs unless it is told not to. They tell much of what is built, and with what.',
    advice: 'Take the switch out.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codebuild-project-s3logsconfig.html',
      'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_311'] },
  },
  'codebuild-kms-key': ownKeyWords({
    what: 'output of the project {name}',
    otherwise: 'CodeBuild encrypts it with the key that AWS manages for S3, which no other account can use.',
    advice: 'Name a KMS key of your own, and let the role of the project use it.',
    sources: [
      'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-kms.html',
      'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_147'],
      cdkNag: ['AwsSolutions-CB4'],
      guard: ['CODEBUILD_ENCRYPTION_KEY_RULE'],
      cfnNag: ['W32'],
    },
  }),
  'codebuild-logs': {
    title: 'The project {name} keeps no log of its builds.',
    why: 'Builds run code with the rights of a role. Without a log nobody can tell later what a build did.',
    advice: 'Keep the log in CloudWatch Logs or in a bucket.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codebuild-project-logsconfig.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
    ],
    sameAs: { checkov: ['CKV_AWS_314'] },
  },
};
