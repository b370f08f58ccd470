import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'sms-event-destination': {
    title: 'What becomes of the messages that {name|the configuration set} is used for is recorded nowhere.',
    why: 'Without an event destination the service emits no event records: nobody can tell what was sent, what arrived, and what was sent in your name by somebody else.',
    advice:
      'Add an event destination. A log group needs a role that the service may assume; a topic or a delivery stream will do as well.',
    sources: [
      'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets.html',
      'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-destinations.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-smsvoice-configurationset-eventdestination.html',
    ],
    sameAs: {},
  },
  'sms-topic-kms-key': {
    title:
      '{name|The resource} hands text messages or their events to the topic {topic}, which has no key of your own.',
    why: 'What people write to a number arrives with their phone numbers. AWS End User Messaging SMS encrypts it with keys of its own, and that protection ends at the topic. The key that SNS makes by itself is of no use here: the service cannot be allowed to use it.',
    advice:
      'Encrypt the topic with a symmetric key of your own whose policy lets sms-voice.amazonaws.com generate data keys and decrypt, for your account only.',
    sources: [
      'https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-iam-policy-auto.html',
      'https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html',
      'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html',
    ],
    sameAs: {},
  },
};
