import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'elastic-beanstalk-vpc': {
    title: 'The environment {name} does not say in which VPC it stands.',
    why: 'Elastic Beanstalk then takes the default VPC, whose subnets give instances public addresses.',
    advice: 'Name a VPC, its private subnets for the instances and its public ones for the load balancer.',
    sources: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html'],
    sameAs: { cdkNag: ['AwsSolutions-EB1'] },
  },
  'elastic-beanstalk-logs': {
    title: 'The environment {name} leaves its logs on instances that come and go.',
    why: 'An instance that is replaced takes its logs along, and one that was broken into may have them changed.',
    advice:
      'Copy them to S3 with LogPublicationControl, or send them to CloudWatch Logs with StreamLogs. Where a file in .ebextensions does so, suppress this.',
    sources: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html'],
    sameAs: { cdkNag: ['AwsSolutions-EB4'] },
  },
};
