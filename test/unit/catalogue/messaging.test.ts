import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageOf } from '../../../server/src/engine/words';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

function message(rule: string, path: string, text: string): string | undefined {
  const finding = checkText(path, text).findings.find((one) => one.rule === rule);
  return finding && messageOf(finding);
}

describe('A configuration set for text messages', () => {
  const about = /^sms-event-destination$/;

  test('is asked where events go', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦sms-event-destination|Silent⟧:
    Type: AWS::SMSVOICE::ConfigurationSet
    Properties:
      ConfigurationSetName: silent
  Logged:
    Type: AWS::SMSVOICE::ConfigurationSet
    Properties:
      EventDestinations:
        - EventDestinationName: All
          Enabled: true
          MatchingEventTypes: [ALL]
          SnsDestination: {TopicArn: !Ref Events}
  Elsewhere:
    Type: AWS::SMSVOICE::ConfigurationSet
    Properties:
      EventDestinations: !FindInMap [Sets, Destinations, All]
`,
      about,
    );
  });

  test('gets a log group that the user names', () => {
    const text = fixed(
      'template.yaml',
      'Resources:\n  Silent:\n    Type: AWS::SMSVOICE::ConfigurationSet\n',
      'sms-event-destination',
    );
    assert.match(text, /MatchingEventTypes:\s+- ALL/);
    assert.match(text, /LogGroupArn: !Ref MessageEventLogGroupArn/);
    assert.match(text, /^ {2}MessageEventRoleArn:\n {4}Type: String/m);
  });

  test('is not asked in Terraform, which has no event destinations', () => {
    assertFindings(
      'main.tf.json',
      '{"resource": {"aws_pinpointsmsvoicev2_configuration_set": {"silent": {"name": "silent"}}}}',
      about,
    );
  });
});

describe('A topic that takes text messages', () => {
  const about = /^sms-topic-kms-key$/;

  test('needs a key of its own, whoever hands them over', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Plain:
    Type: AWS::SNS::Topic
  Managed:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: alias/aws/sns
  Own:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: !Ref Key
  Number:
    Type: AWS::SMSVOICE::PhoneNumber
    Properties:
      TwoWay:
        Enabled: true
        ChannelArn: !Ref ⟦sms-topic-kms-key|Plain⟧
  Pool:
    Type: AWS::SMSVOICE::Pool
    Properties:
      TwoWay:
        Enabled: true
        ChannelArn: !Ref ⟦sms-topic-kms-key|Managed⟧
  Set:
    Type: AWS::SMSVOICE::ConfigurationSet
    Properties:
      EventDestinations:
        - EventDestinationName: Own
          SnsDestination: {TopicArn: !Ref Own}
        - EventDestinationName: Plain
          SnsDestination: {TopicArn: !Ref ⟦sms-topic-kms-key|Plain⟧}
        - EventDestinationName: Elsewhere
          SnsDestination: {TopicArn: "arn:aws:sns:eu-west-1:111122223333:elsewhere"}
        - EventDestinationName: Logs
          CloudWatchLogsDestination: {LogGroupArn: !GetAtt Logs.Arn}
`,
      about,
    );
  });

  test('gets the key itself, and is named in the message', () => {
    const resources = {
      aws_sns_topic: { replies: { name: 'replies' } },
      aws_pinpointsmsvoicev2_phone_number: {
        support: { two_way_channel_enabled: true, two_way_channel_arn: '${aws_sns_topic.replies.arn}' },
      },
    };
    const text = JSON.stringify({ resource: resources }, null, 2);
    assert.equal(
      message('sms-topic-kms-key', 'main.tf.json', text),
      'support hands text messages or their events to the topic replies, which has no key of your own.',
    );
    const after = JSON.parse(fixed('main.tf.json', text, 'sms-topic-kms-key'));
    assert.equal(after.resource.aws_sns_topic.replies.kms_master_key_id, '${var.message_topic_key_arn}');
  });
});

describe('Pinpoint', () => {
  const stream = (properties = '') => `Resources:
  Events:
    Type: AWS::Pinpoint::EventStream
    Properties:
      ApplicationId: !Ref App
      DestinationStreamArn: !GetAtt Stream.Arn
      RoleArn: !GetAtt Role.Arn
  Stream:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1${properties}
`;

  test('is not to copy its events into a stream without encryption', () => {
    const about = /^pinpoint-event-stream-encryption$/;
    assertFindings(
      'template.yaml',
      stream().replace('!GetAtt Stream.Arn', '!GetAtt ⟦pinpoint-event-stream-encryption|Stream.Arn⟧'),
      about,
    );
    const encrypted = '\n      StreamEncryption: {EncryptionType: KMS, KeyId: alias/aws/kinesis}';
    assertFindings('template.yaml', stream(encrypted), about);
    assertFindings('template.yaml', stream().replace('!GetAtt Stream.Arn', '!ImportValue Events'), about);
    assert.match(fixed('template.yaml', stream(), 'pinpoint-event-stream-encryption'), /EncryptionType: KMS/);
  });

  test('is told once a document to be at its end, unless there are channels only', () => {
    const about = /^pinpoint-end-of-support$/;
    assertFindings(
      'template.yaml',
      `Resources:
  App: {Type: AWS::Pinpoint::App, Properties: {Name: shop}}
  Push: {Type: AWS::Pinpoint::GCMChannel, Properties: {ApplicationId: !Ref App}}
  Texts: {Type: AWS::Pinpoint::SMSChannel, Properties: {ApplicationId: !Ref App}}
`,
      about,
    );
    const text = assertFindings(
      'template.yaml',
      `Resources:
  ⟦pinpoint-end-of-support|Segment⟧: {Type: AWS::Pinpoint::Segment, Properties: {ApplicationId: !Ref App}}
  Mail: {Type: AWS::Pinpoint::EmailChannel, Properties: {ApplicationId: !Ref App}}
`,
      about,
    );
    const [finding] = checkText('template.yaml', text).findings.filter(({ rule }) => about.test(rule));
    assert.deepEqual(
      finding?.related?.map((place) => place.message),
      ['Mail belongs to Pinpoint, too'],
    );
  });
});
