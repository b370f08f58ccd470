import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'ecs-exec-kms-key': {
    title: 'Sessions in containers of the cluster {name} are not encrypted with a key of yours.',
    why: 'What is typed and shown in a session may hold credentials and data. Requests to ECS go over TLS; with a key of yours the session itself is encrypted as well, all the way between the client and the container.',
    advice: 'Name a KMS key for sessions, and let the roles of tasks and of those who open sessions use it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-cluster-executecommandconfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_224'] },
  },
};
