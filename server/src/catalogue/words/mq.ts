import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

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
  'mq-kms-key': ownKeyWords({
    what: 'broker {name}',
    otherwise: 'Amazon MQ encrypts what a broker stores, by default with a key that AWS owns.',
    advice: 'Before the first deployment, name a KMS key of your own and switch the key of AWS off.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-amazonmq-broker-encryptionoptions.html',
    ],
    sameAs: { checkov: ['CKV_AWS_209'], guard: ['AMAZON_MQ_BROKER_ENCRYPTION_OPTIONS_RULE'], cfnNag: ['W53'] },
  }),
  'mq-general-log': {
    title: 'The broker {name} keeps no log.',
    why: 'After an incident nobody can tell what happened to the broker and when.',
    advice: 'Send the general log to CloudWatch Logs.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-amazonmq-broker.html'],
    sameAs: { checkov: ['CKV_AWS_48'], trivy: ['AWS-0071'] },
  },
  'mq-audit-log': {
    title: 'The broker {name} does not record who manages it.',
    why: 'The audit log names every change that users make through the web console or JMX.',
    advice: 'Send the audit log to CloudWatch Logs.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-amazonmq-broker.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-amazonmq-broker-loglist.html',
    ],
    sameAs: { checkov: ['CKV_AWS_197'], trivy: ['AWS-0070'] },
  },
};
