import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'event-bus-public': {
    title: 'Any account of AWS may put events on the bus, by {name|the permission}.',
    why: 'Whoever knows the account and the name of the bus can set off its rules, with events that look like those of your own systems.',
    advice: 'Name the account that sends events, or hold the permission to your organization.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html',
      'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-EVB1'] },
  },
};
