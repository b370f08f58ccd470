import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'pinpoint-channel-credentials': {
    title: 'The {secret|secret} of the channel {name} stands readable in the document.',
    why: 'It spreads to repositories, change sets, state files and logs, and whoever has it sends messages in your name.',
    advice:
      'Withdraw the credential, keep the new one in Secrets Manager, and refer to it: with a dynamic reference in CloudFormation, with a sensitive variable in Terraform.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      'https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html',
    ],
    sameAs: { cfnNag: ['F57', 'F40', 'F42', 'F43', 'F46', 'F47', 'F48', 'F49'] },
  },
  'pinpoint-event-stream-encryption': {
    title: 'Pinpoint copies what people do into the stream {stream}, which is not encrypted.',
    why: 'The events of {name} carry addresses, devices and attributes of people. Pinpoint keeps them encrypted; the stream keeps them as they are, from a day up to a year.',
    advice: 'Encrypt the stream. What was written before stays as it is.',
    sources: [
      'https://docs.aws.amazon.com/pinpoint/latest/developerguide/event-streams-setup.html',
      'https://docs.aws.amazon.com/pinpoint/latest/developerguide/event-streams-data-app.html',
      'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
    ],
    sameAs: {},
  },
  'pinpoint-end-of-support': {
    title: 'Support for Amazon Pinpoint, to which {name|the channel} belongs, ended on 2026-10-30.',
    why: 'Its console, endpoints, segments, campaigns, journeys and analytics cannot be reached any more, and with them the data of people that is kept there.',
    advice:
      'Take the resource out, and move what is still needed. Text messages, voice, mobile push and one-time passwords live on as AWS End User Messaging.',
    sources: ['https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html'],
    sameAs: {},
  },
};
