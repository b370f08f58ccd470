import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { messageOf } from '../../../server/src/engine/words';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

/** The text after the first fix of the only finding of a rule. */
function mended(rule: string, path: string, text: string): string {
  const checked = checkText(path, text);
  const [finding, ...others] = checked.findings.filter((one) => one.rule === rule);
  assert.ok(finding && others.length === 0, `${rule}: ${others.length} more findings`);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, `${rule} has no fix`);
  return proveFix(checked, finding, fix);
}

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
    const text = mended(
      'sms-event-destination',
      'template.yaml',
      'Resources:\n  Silent:\n    Type: AWS::SMSVOICE::ConfigurationSet\n',
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
    const after = JSON.parse(mended('sms-topic-kms-key', 'main.tf.json', text));
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
    assert.match(mended('pinpoint-event-stream-encryption', 'template.yaml', stream()), /EncryptionType: KMS/);
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

describe('Credentials in IAM resources', () => {
  const about = /^iam-(?!no-user-policies|user-without-group)/;

  test('are no passwords in the text, nor ones that stay', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  Given: {Type: String, NoEcho: true}
  Chosen: {Type: String, NoEcho: true, Default: ⟦iam-readable-credentials|hunter2hunter2⟧}
Resources:
  Machine:
    Type: AWS::IAM::User
  ⟦iam-no-console-users iam-password-reset|Alice⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: ⟦iam-readable-credentials|correct horse⟧
  ⟦iam-no-console-users|Bob⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: '{{resolve:secretsmanager:bob:SecretString:password}}'
        PasswordResetRequired: ⟦iam-password-reset|false⟧
  ⟦iam-no-console-users|Carol⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile: {Password: !Ref Given, PasswordResetRequired: true}
  ⟦iam-no-console-users|Dave⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile: {Password: !Ref Chosen, PasswordResetRequired: true}
`,
      about,
    );
  });

  test('are no access keys, unless they are inactive', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  State: {Type: String}
Resources:
  ⟦iam-no-access-keys|Key⟧: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci}}
  Old: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci, Status: Inactive}}
  Chosen: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci, Status: !Ref State}}
  Certificate:
    Type: AWS::IAM::ServerCertificate
    Properties:
      CertificateBody: public
      PrivateKey: !Sub '\${Key}'
`,
      about,
    );
  });

  test('are a matter of login profiles and password policies in Terraform', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_iam_user_login_profile": {
      "⟦iam-no-console-users|alice⟧": {"user": "alice"},
      "⟦iam-no-console-users|bob⟧": {"user": "bob", "password_reset_required": ⟦iam-password-reset|false⟧}
    },
    "aws_iam_account_password_policy": {
      "⟦iam-password-characters iam-password-expiry iam-password-reuse|weak⟧": {
        "minimum_password_length": ⟦iam-password-length|8⟧,
        "require_lowercase_characters": true,
        "require_numbers": true
      },
      "strong": {
        "minimum_password_length": 14,
        "password_reuse_prevention": 24,
        "max_password_age": 90,
        "require_lowercase_characters": true,
        "require_uppercase_characters": true,
        "require_numbers": true,
        "require_symbols": true
      }
    },
    "aws_iam_access_key": {"⟦iam-no-access-keys|ci⟧": {"user": "ci"}}
  }
}`,
      about,
    );
  });

  test('are passed in from outside without being shown', () => {
    const text = mended(
      'iam-readable-credentials',
      'template.yaml',
      `Resources:
  Alice:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: correct horse
        PasswordResetRequired: true
`,
    );
    assert.match(text, /Password: !Ref AlicePassword/);
    assert.match(text, /AlicePassword:\n {4}Type: String\n(?: {4}.+\n)* {4}NoEcho: true/);
  });
});

describe('CloudTrail', () => {
  test('is to run, for all Regions and for global services', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Stopped:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: ⟦cloudtrail-logging|false⟧, IsMultiRegionTrail: true, S3BucketName: logs}
  ⟦cloudtrail-multi-region|Local⟧:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: true, S3BucketName: logs}
  Half:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: ⟦cloudtrail-multi-region|false⟧
      IncludeGlobalServiceEvents: ⟦cloudtrail-multi-region|false⟧
      S3BucketName: logs
  Whole:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: true, IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true, S3BucketName: logs}
`,
      /^cloudtrail-(logging|multi-region)$/,
    );
  });

  test('is to record what is done with objects, unless nobody can tell', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦cloudtrail-s3-data-events|Usual⟧:
    Type: AWS::CloudTrail::Trail
  ⟦cloudtrail-s3-data-events|Tables⟧:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors:
        - DataResources: [{Type: AWS::DynamoDB::Table, Values: [arn:aws:dynamodb]}]
  Some:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors:
        - DataResources: [{Type: AWS::S3::Object, Values: ['arn:aws:s3:::customers/']}]
  ⟦cloudtrail-s3-data-events|Management⟧:
    Type: AWS::CloudTrail::Trail
    Properties:
      AdvancedEventSelectors:
        - FieldSelectors: [{Field: eventCategory, Equals: [Management]}]
  All:
    Type: AWS::CloudTrail::Trail
    Properties:
      AdvancedEventSelectors:
        - FieldSelectors:
            - {Field: eventCategory, Equals: [Data]}
            - {Field: resources.type, Equals: [AWS::S3::Object]}
  Elsewhere:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors: !FindInMap [Trails, Selectors, All]
`,
      /^cloudtrail-s3-data-events$/,
    );
  });

  test('keeps its selectors when it gets one for objects', () => {
    const trail = (...selectors: object[]) =>
      JSON.stringify(
        { resource: { aws_cloudtrail: { audit: { name: 'audit', event_selector: selectors } } } },
        null,
        2,
      );
    const tables = { include_management_events: true, data_resource: [{ type: 'AWS::DynamoDB::Table', values: [] }] };
    const after = JSON.parse(mended('cloudtrail-s3-data-events', 'main.tf.json', trail(tables)));
    const [first, second] = after.resource.aws_cloudtrail.audit.event_selector;
    assert.deepEqual(first, tables);
    assert.deepEqual(second, {
      read_write_type: 'All',
      include_management_events: false,
      data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
    });
  });

  test('is to protect what it keeps in event data stores', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_cloudtrail_event_data_store": {
      "⟦cloudtrail-event-data-store-kms-key|usual⟧": {"name": "usual"},
      "open": {
        "name": "open",
        "kms_key_id": "\${aws_kms_key.audit.arn}",
        "termination_protection_enabled": ⟦cloudtrail-event-data-store-termination-protection|false⟧
      }
    }
  }
}`,
      /^cloudtrail-event-data-store-/,
    );
  });
});

describe('Macie', () => {
  test('is not to be paused', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Paused: {Type: AWS::Macie::Session, Properties: {Status: ⟦macie-enabled|PAUSED⟧}}
  Running: {Type: AWS::Macie::Session}
`,
      /^macie-/,
    );
  });
});

describe('A permission set', () => {
  const about = /^sso-/;

  test('is not to hold all rights', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Administrators:
    Type: AWS::SSO::PermissionSet
    Properties:
      ManagedPolicies:
        - arn:aws:iam::aws:policy/ReadOnlyAccess
        - !Sub '⟦sso-no-administrator-access|arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess⟧'
  Readers:
    Type: AWS::SSO::PermissionSet
    Properties:
      ManagedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess, !Ref More]
`,
      about,
    );
  });

  test('is told of by the policies tied to it in Terraform', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_ssoadmin_permission_set": {"admins": {"name": "Admins"}},
    "aws_ssoadmin_managed_policy_attachment": {
      "admins": {
        "permission_set_arn": "\${aws_ssoadmin_permission_set.admins.arn}",
        "managed_policy_arn": "⟦sso-no-administrator-access|arn:aws:iam::aws:policy/AdministratorAccess⟧"
      }
    }
  }
}`,
      about,
    );
  });
});
