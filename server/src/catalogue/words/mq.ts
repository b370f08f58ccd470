import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'mq-public-access': {
    title: 'The broker {name} is given a public address.',
    why: 'Its endpoints and its console answer the internet: from then on only names and passwords stand between the queues and everybody.',
    advice: 'Write false, and reach the broker from inside the VPC. A broker that exists has to be made anew.',
    sources: [
      'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/mq-no-public-access.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-amazonmq-broker.html',
    ],
    sameAs: { checkov: ['CKV_AWS_69'], trivy: ['AWS-0072'] },
  },
};
