import type { Words } from '../../model/rule';

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
};
